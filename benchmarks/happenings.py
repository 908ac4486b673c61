"""Happenings: which events of several articles are one, on ECB+ (topics 1 to 35).

Our mentions are the triggers in annotated sentences, by their first character; the gold ones are ECB+'s actions,
by the first character of their head word. A chain of one is no happening; so all are scored once
without their chains of one, and once with them. With them, we give those that we are sure enough of
(`LONE`), for most words that name an event are none of the story's.

The baselines put all triggers of one lemma together: over all documents, as we have to, and within each gold topic,
which we are not told. They are scored on all triggers, and (`same_mentions`) on the very mentions
that we give, so that nothing but the links is compared.
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
from onrecord.model import Article, Block, Happening, Parse, Published, Reading
from onrecord.reading import Parser, read
from onrecord.reading.tree import Tree

Mention = tuple[str, int]
"""A document's id and the first character of a word in it."""
Chains = dict[Mention, Hashable]
LONE = 0.85
"""Confidence from which an event in no happening is a mention; chosen on the dev part."""


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
    mine = ours(pages, found)
    everywhere, inside = lemmas(pages, topics=False), lemmas(pages, topics=True)
    systems = {
        "": mine,
        "lemma_": everywhere,
        "lemma_in_topic_": inside,
        "lemma_same_mentions_": among(everywhere, mine),
        "lemma_in_topic_same_mentions_": among(inside, mine),
    }
    for name, chains in systems.items():
        for suffix, given in (("", without_singletons(chains)), ("_with_singletons", chains)):
            scores = conll(clusters(given), wanted)
            figure = f"happenings.{name}conll{suffix}"
            scored[name + suffix] = scores["conll"]
            note = " ".join(f"{k} {100 * v:.1f}" for k, v in scores.items() if k != "conll")
            yield Figure(figure, scores["conll"], f"{note}; {len(given)} mentions", held=not name)
    against = {
        "above_lemma_same_mentions": "lemma_in_topic_same_mentions_",
        "above_lemma": "lemma_in_topic_",
        "above_lemma_everywhere": "lemma_",
    }
    for name, baseline in against.items():
        for suffix in ("", "_with_singletons"):
            above = scored[suffix] - scored[baseline + suffix]
            note = "within gold topics" if "topic" in baseline else ""
            yield Figure(f"happenings.{name}{suffix}", above, note, held=bool(note))


def read_pages(folder: Path, parser: Parser | None = None) -> Iterator[Page]:
    """The documents of topics 1 to 35, read; their ids do not tell their topic."""
    return (page for page, _ in parsed_pages(folder, parser))


def parsed_pages(folder: Path, parser: Parser | None = None) -> Iterator[tuple[Page, list[Parse]]]:
    """The same with the parses of their passages."""
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
        tree = Tree(article.text, passages, parses)
        yield page(document, article, read(article, parses), tree), parses


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
        return list(store.update().put)


def ours(pages: Iterable[Page], found: Iterable[Happening]) -> Chains:
    """Triggers by the happening they are in; those in none are chains of one where we are sure of them."""
    inside = {(t.article, t.event): happening.id for happening in found for t in happening.tellings}
    chains: Chains = {}
    for one in pages:
        at = {e.trigger.start: index for index, e in enumerate(one.reading.events)}
        for mention in one.triggers():
            index = at[mention[1]]
            if (mention[0], index) in inside:
                chains[mention] = inside[mention[0], index]
            elif one.reading.events[index].confidence >= LONE:
                chains[mention] = mention
    return chains


def among(chains: Chains, mentions: Iterable[Mention]) -> Chains:
    """The same chains of these mentions only."""
    return {mention: chains[mention] for mention in mentions}


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
