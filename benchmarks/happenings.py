"""Happenings: which events of several articles are one, on ECB+ (topics 1 to 35).

Our mentions are the triggers in annotated sentences, by their first character; the gold ones are ECB+'s actions,
by the first character of their head word. The baselines put all triggers of one lemma together: over
all documents, as we have to, and within each gold topic, which we are not told. A chain of one is no
happening; so all are scored once without their chains of one, and once with them.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from sqlite3 import connect

from benchmarks.common import Figure, needed
from benchmarks.coreference import clusters, conll
from benchmarks.ecb import Document, documents
from onrecord.linking.happenings.groups import Happenings
from onrecord.linking.hashing import content_id
from onrecord.model import Article, Block, Happening, Published, Reading
from onrecord.reading import Parser, read
from onrecord.reading.tree import Tree

Mention = tuple[str, int]
"""A document's id and the first character of a word in it."""
Chains = dict[Mention, Hashable]


@dataclass(frozen=True)
class Page:
    """A document as an article and as read; `gold` goes from first characters to chains, `lemmas` from
    those of our triggers to their lemmas."""

    document: Document
    article: Article
    reading: Reading
    gold: Mapping[int, str]
    lemmas: Mapping[int, str]

    def triggers(self) -> list[Mention]:
        """Ours, in annotated sentences."""
        return [
            (self.article.id, event.trigger.start)
            for event in self.reading.events
            if any(s.start <= event.trigger.start < s.end for s in self.document.annotated)
        ]


def add_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--errors",
        choices=["groups"],
        help="print the largest groups with the gold chains that are in them",
    )


def measure(data: Path, options: argparse.Namespace) -> Iterator[Figure]:
    """CoNLL F1 and how far it is above one lemma within a topic, both without chains of one."""
    pages = list(read_pages(needed(data / "events")))
    wanted = clusters({(p.article.id, at): chain for p in pages for at, chain in p.gold.items()})
    found = happenings(pages)
    if getattr(options, "errors", None):
        _print_groups(pages, found)
    scored: dict[str, float] = {}
    systems = {"": ours(pages, found), "lemma_": lemmas(pages, topics=False)}
    systems["lemma_in_topic_"] = lemmas(pages, topics=True)
    for name, chains in systems.items():
        for suffix, given in (("", without_singletons(chains)), ("_with_singletons", chains)):
            scores = conll(clusters(given), wanted)
            figure = f"happenings.{name}conll{suffix}"
            scored[figure] = scores["conll"]
            note = " ".join(f"{k} {100 * v:.1f}" for k, v in scores.items() if k != "conll")
            yield Figure(figure, scores["conll"], f"{note}; {len(given)} mentions", held=not name)
    for suffix in ("", "_with_singletons"):
        above = scored["happenings.conll" + suffix] - scored["happenings.lemma_in_topic_conll" + suffix]  # fmt: skip
        yield Figure(
            f"happenings.above_lemma{suffix}", above, "within gold topics", held=not suffix
        )
        above = scored["happenings.conll" + suffix] - scored["happenings.lemma_conll" + suffix]
        yield Figure(f"happenings.above_lemma_everywhere{suffix}", above, held=False)


def read_pages(folder: Path, parser: Parser | None = None) -> Iterator[Page]:
    """The documents of topics 1 to 35, read; their ids do not tell their topic."""
    parser = parser or Parser()
    for document in documents(folder):
        day = document.published
        article = Article(
            id=content_id("ecb", [document.id]),
            key=document.id,
            path="",
            raw_sha256="",
            media_type="text/plain",
            text=document.text,
            blocks=tuple(Block(span, "body") for span in document.sentences if len(span)),
            anchors=(),
            published=Published(day or "", day, day, bool(day)),
        )
        passages = article.passages()
        parses = parser.parse([span.of(article.text) for span in passages])
        yield page(document, article, read(article, parses), Tree(article.text, passages, parses))


def page(document: Document, article: Article, reading: Reading, tree: Tree) -> Page:
    """With the gold by head words, and our triggers' lemmas."""
    gold: dict[int, str] = {}
    for mention in document.mentions:
        inside = tree.inside(mention.span)
        heads = [i for i in inside if tree.tokens[i].head not in inside or tree.tokens[i].head == i]
        if "ACTION" in mention.tag and heads:
            gold.setdefault(tree.tokens[heads[0]].start, mention.chain)
    tokens = {t.start: t.lemma.lower() for t in tree.tokens}
    triggers = {event.trigger.start for event in reading.events}
    return Page(document, article, reading, gold, {at: tokens[at] for at in triggers})


def happenings(pages: Iterable[Page]) -> list[Happening]:
    with closing(connect(":memory:")) as connection:
        store = Happenings(connection)
        for one in pages:
            store.add(one.article, one.reading)
        return list(store.found())


def ours(pages: Iterable[Page], found: Iterable[Happening]) -> Chains:
    """Triggers by the happening they are in; those in none are chains of one."""
    inside = {(t.article, t.event): happening.id for happening in found for t in happening.tellings}
    chains: Chains = {}
    for one in pages:
        at = {e.trigger.start: index for index, e in enumerate(one.reading.events)}
        for mention in one.triggers():
            chains[mention] = inside.get((mention[0], at[mention[1]]), mention)
    return chains


def lemmas(pages: Iterable[Page], *, topics: bool) -> Chains:
    """Triggers by lemma, within gold topics or over all documents."""
    return {
        mention: (one.lemmas[mention[1]], one.document.topic if topics else "")
        for one in pages
        for mention in one.triggers()
    }


def without_singletons(chains: Chains) -> Chains:
    """Those of chains that have two mentions and more."""
    sizes = Counter(chains.values())
    return {mention: chain for mention, chain in chains.items() if sizes[chain] > 1}


def _print_groups(pages: Iterable[Page], found: Iterable[Happening]) -> None:
    known = {page.article.id: page for page in pages}
    for happening in sorted(found, key=lambda h: -len(h.tellings))[:60]:
        chains: Counter[str] = Counter()
        for telling in happening.tellings:
            page = known[telling.article]
            start = page.reading.events[telling.event].trigger.start
            chains[page.gold.get(start, "none")] += 1
        print(
            f"{happening.word} ({len(happening.articles)} articles): {dict(chains.most_common(6))}"
        )
