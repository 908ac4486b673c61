"""How fast reading and intake are, as ratios to what anyone would pay without them.

Reading, all layers and in one process, and the trained reader of attribution alone (passages in,
relations out, no parser), beside the bare spaCy pipeline on the same texts; intake, from bytes to a
labelled and dated article, beside trafilatura's main text alone. CPU seconds of this process, rounds
of all in turn in one run, medians: what else the machine does hardly counts.
"""

from __future__ import annotations

import argparse
import gzip
import json
import tarfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from statistics import median

from benchmarks.common import DataAbsentError, Figure, needed, rows
from onrecord.intake import plain, understand
from onrecord.model import Article, RawDocument
from onrecord.reading import Parser, read
from onrecord.reading.parse import MODEL
from onrecord.reading.relations import RelationReader

_BATCH = 16
# The share by which ratios differ from run to run.
_SLACK = 0.2


def add_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--articles", type=int, default=30, help="default: 30")
    parser.add_argument("--rounds", type=int, default=3, help="default: 3")


def measure(data: Path, options: argparse.Namespace) -> Iterator[Figure]:
    """Ratios are held; what they are ratios of is of this machine and is not."""
    rounds = getattr(options, "rounds", 3)
    yield from _reading(data, getattr(options, "articles", 30), rounds)
    yield from _intake(data, rounds)


def articles(path: Path, number: int) -> list[Article]:
    """The first `number` articles of a corpus that have no paragraph in common."""
    chosen: list[Article] = []
    seen: set[str] = set()
    with gzip.open(needed(path), "rt", encoding="utf-8") as lines:
        for line in lines:
            if len(chosen) == number:
                break
            row = json.loads(line)
            article = plain(row["text"], key=row["id"], published=row.get("published"))
            passages = {span.of(article.text) for span in article.passages()}
            if passages and not passages & seen:
                seen |= passages
                chosen.append(article)
    return chosen


def seconds(systems: Sequence[Callable[[], object]], rounds: int) -> list[float]:
    """Median CPU seconds of each, `rounds` rounds of all in turn."""
    taken: list[list[float]] = [[] for _ in systems]
    for _ in range(rounds):
        for system, times in zip(systems, taken, strict=True):
            begun = time.process_time()
            system()
            times.append(time.process_time() - begun)
    return [median(times) for times in taken]


def _reading(data: Path, number: int, rounds: int) -> Iterator[Figure]:
    import spacy

    chosen = articles(data / "corpora" / "news_us_6k.jsonl.gz", number)
    words = sum(len(article.text.split()) for article in chosen)
    parser = Parser()
    relations = RelationReader()
    bare = spacy.load(MODEL)

    def ours() -> None:
        for start in range(0, len(chosen), _BATCH):
            batch = chosen[start : start + _BATCH]
            passages = [[span.of(a.text) for span in a.passages()] for a in batch]
            parses = iter(parser.parse([text for texts in passages for text in texts]))
            for article, texts in zip(batch, passages, strict=True):
                read(article, [next(parses) for _ in texts])

    def alone() -> None:
        for article in chosen:
            relations.read([span.of(article.text) for span in article.passages()])

    def theirs() -> None:
        for _ in bare.pipe([article.text for article in chosen], batch_size=_BATCH):
            pass

    our_time, alone_time, their_time = seconds([ours, alone, theirs], rounds)
    note = f"words a CPU-second; {len(chosen)} articles, {words} words"
    yield Figure("speed.reading_words", words / our_time, note, held=False)
    note = f"words a CPU-second; {len(chosen) / alone_time:.1f} articles a CPU-second"
    yield Figure("speed.attribution_words", words / alone_time, note, held=False)
    note = f"words a CPU-second; {len(chosen) / their_time:.1f} articles a CPU-second"
    yield Figure("speed.bare_parser_words", words / their_time, note, held=False)
    note = "of the bare parser's speed"
    yield Figure("speed.reading_ratio", their_time / our_time, note, slack=_SLACK)
    note = "of the bare parser's speed, the trained reader alone"
    yield Figure("speed.attribution_ratio", their_time / alone_time, note, slack=_SLACK)


def _intake(data: Path, rounds: int) -> Iterator[Figure]:
    import trafilatura

    folder = data / "pages"
    try:
        pages = _pages(folder / "articles_dev.jsonl", folder / "articles_dev.tar.xz")
    except DataAbsentError as reason:
        print(f"speed of intake: skipped: {reason}")
        return

    def ours() -> None:
        for page in pages:
            understand(page)

    def theirs() -> None:
        for page in pages:
            trafilatura.extract(page.data)

    our_time, their_time = seconds([ours, theirs], rounds)
    note = f"pages a CPU-second; {len(pages)} pages"
    yield Figure("speed.intake_pages", len(pages) / our_time, note, held=False)
    yield Figure("speed.trafilatura_pages", len(pages) / their_time, note, held=False)
    note = "of trafilatura's speed"
    yield Figure("speed.intake_ratio", their_time / our_time, note, slack=_SLACK)


def _pages(listing: Path, archive: Path) -> list[RawDocument]:
    urls = {row["file"]: row.get("url") for row in rows(listing)}
    pages = []
    with tarfile.open(needed(archive), "r:xz") as members:
        for member in members:
            name = Path(member.name).name
            if name in urls and (file := members.extractfile(member)):
                data = file.read()
                pages.append(RawDocument(name, name, data, "text/html", url=urls[name]))
    return pages
