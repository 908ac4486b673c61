"""Events: which words name one, on ECB+ (topics 1 to 35), and whether they came about, on 200 words of news.

ECB+ marks only what belongs to its stories, and only in some sentences: precision there is a lower bound, and
only those sentences count. The 200 words are random triggers of 60 random articles of `corpora`,
labelled by one annotator before there was code for it: one half to choose by (`dev`), one measured
once (`test`). They are kept as offsets, for the texts are not ours to pass on.
"""

from __future__ import annotations

import argparse
import gzip
import json
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from benchmarks.common import Counts, Figure, Row, needed, rows, share
from benchmarks.ecb import Document, Mention, documents
from onrecord import intake
from onrecord.model import Article, Block, Parse, Reading, Span
from onrecord.reading import LAYERS, Parser, read
from onrecord.reading.layer import Draft
from onrecord.reading.quotes import quotations
from onrecord.reading.tree import Tree

GOLD = Path(__file__).with_name("factuality_gold.jsonl")
CORPORA = ("news_us_6k.jsonl.gz", "wikinews_meantime.jsonl")
PARTS = ("dev", "test")
BATCH = 100
"""Documents parsed at a time."""


def add_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--errors",
        choices=["missed", "found", *PARTS],
        help="print marked words that were missed, found words that are not marked, or wrong factuality",
    )


def measure(data: Path, options: argparse.Namespace) -> Iterator[Figure]:
    """F1 of triggers by the mention's head word; accuracy of factuality and F1 of each value."""
    errors = getattr(options, "errors", None)
    parser = Parser()
    yield triggers(documents(needed(data / "events")), parser, errors)
    yield from factuality(data / "corpora", parser, errors)


def triggers(found: Iterable[Document], parser: Parser, errors: str | None) -> Figure:
    """Head words of ECB+'s actions against the words that onrecord takes for events."""
    right = many = wanted = 0
    seen: Counter[str] = Counter()
    for document in found:
        article = _annotated(document)
        parses = parser.parse([span.of(article.text) for span in article.passages()])
        tree = Tree(article.text, article.passages(), parses)
        gold = {_head(tree, m) for m in document.mentions if "ACTION" in m.tag} - {None}
        ours = {tree.at(event.trigger.start) for event in read(article, parses).events}
        right, many, wanted = right + len(gold & ours), many + len(ours), wanted + len(gold)
        wrong = gold - ours if errors == "missed" else ours - gold if errors == "found" else set()
        seen.update(tree.tokens[index].lemma for index in wrong if index is not None)
    for word, times in seen.most_common(80):
        print(f"{times:5} {word}")
    counts = Counts(right, many, wanted)
    return Figure("events.triggers", counts.f1, str(counts))


def factuality(folder: Path, parser: Parser, errors: str | None) -> Iterator[Figure]:
    """Both halves of the gold, each beside calling everything `happened`; then the layer's cost."""
    gold = rows(GOLD)
    articles = list(_articles(folder, {row["document"] for row in gold}))
    begun = time.process_time()
    parsed = [parser.parse([span.of(a.text) for span in a.passages()]) for a in articles]
    parsing = time.process_time() - begun
    readings = {a.key: (a, read(a, parses)) for a, parses in zip(articles, parsed, strict=True)}
    for part in PARTS:
        mine = [row for row in gold if row["part"] == part]
        found = [_found(*readings[row["document"]], row) for row in mine]
        if errors == part:
            _print_wrong(readings, mine, found)
        yield from scores(part, [row["factuality"] for row in mine], found)
    note = f"{sum(len(reading.events) for _, reading in readings.values())} events"
    yield Figure("events.share_of_parsing", cost(articles, parsed) / parsing, note, held=False)


def scores(part: str, wanted: Sequence[str], found: Sequence[str]) -> Iterator[Figure]:
    """Accuracy, the majority's share, and F1 of each value that the gold has."""
    pairs = list(zip(wanted, found, strict=True))
    right = sum(one == other for one, other in pairs)
    name = f"events.factuality.{part}"
    yield Figure(f"{name}.accuracy", share(right, len(pairs)), f"{right} of {len(pairs)}")
    most = Counter(wanted).most_common(1)[0]
    yield Figure(f"{name}.majority", share(most[1], len(pairs)), f"all {most[0]}", held=False)
    for value in sorted(set(wanted)):
        counts = Counts(
            sum(one == other == value for one, other in pairs),
            found.count(value),
            wanted.count(value),
        )
        yield Figure(f"{name}.{value}", counts.f1, str(counts), held=False)


def cost(articles: Sequence[Article], parsed: Sequence[Sequence[Parse]]) -> float:
    """CPU seconds of the layer alone, over drafts on which all layers before it have run."""
    spent = 0.0
    for article, parses in zip(articles, parsed, strict=True):
        passages = article.passages()
        draft = Draft(
            article=article,
            passages=passages,
            parses=parses,
            tree=Tree(article.text, passages, parses),
            quotes=quotations(article.text, passages),
        )
        for layer in LAYERS:
            begun = time.process_time()
            layer.run(draft)
            if layer.name == "events":
                spent += time.process_time() - begun
    return spent


def _annotated(document: Document) -> Article:
    """The document as an article of which only the annotated sentences are read."""
    return Article(
        id="",
        key=document.id,
        path="",
        raw_sha256="",
        media_type="text/plain",
        text=document.text,
        blocks=tuple(Block(span, "body") for span in document.annotated),
        anchors=(),
    )


def _head(tree: Tree, mention: Mention) -> int | None:
    """The token of the mention on which its others hang."""
    inside = tree.inside(mention.span)
    for index in inside:
        above = tree.tokens[index].head
        if above not in inside or above == index:
            return index
    return None


def _articles(folder: Path, wanted: set[str]) -> Iterator[Article]:
    for name in CORPORA:
        path = needed(folder / name)
        with (gzip.open if path.suffix == ".gz" else open)(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                row: Row = json.loads(line)
                if row["id"] in wanted:
                    known = {k: row.get(k) for k in ("published", "title", "outlet")}
                    yield intake.plain(row["text"], key=row["id"], **known)


def _found(article: Article, reading: Reading, row: Row) -> str:
    at = Span(row["start"], row["end"])
    return next((e.factuality for e in reading.events if e.trigger.overlaps(at)), "no event")


def _print_wrong(
    readings: dict[str, tuple[Article, Reading]], wanted: Sequence[Row], found: Sequence[str]
) -> None:
    for row, value in zip(wanted, found, strict=True):
        if value != row["factuality"]:
            text = readings[row["document"]][0].text
            around = text[max(0, row["start"] - 100) : row["end"] + 60]
            print(f"{row['factuality']} -> {value}: {' '.join(around.split())}")
