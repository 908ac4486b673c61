"""The demo corpus against its gold record: everything, from raw files to disputes.

Needs nothing but the project: examples/demo is read into a record of the moment through
`onrecord.read`.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from benchmarks.common import Figure
from benchmarks.demo import articles, disputes, echoes, identities, statements, timeline, times
from benchmarks.demo.outcome import Mistake, Outcome
from benchmarks.demo.reading import Demo, read_demo

_ALL = "all"


def add_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--errors",
        metavar="KIND",
        nargs="?",
        const="",
        help="print the errors of one kind, or 'all'; without a kind, how many there are of each",
    )


def measure(data: Path, options: argparse.Namespace) -> Iterator[Figure]:
    """The figures of every part. `data` is not used: the demo is in the project."""
    outcome = score(read_demo())
    wanted = getattr(options, "errors", None)
    if wanted is not None:
        _print(outcome.mistakes, wanted)
    yield from outcome.figures


def score(demo: Demo) -> Outcome:
    spoken, known = statements.score(demo.gold, demo.pages)
    parts = [
        articles.score(demo.gold, demo.pages),
        spoken,
        times.score(demo.gold, demo.pages),
        identities.score(demo.gold, demo.pages, demo.identities, demo.keys),
        echoes.score(demo.gold, demo.pages, demo.echoes, demo.keys),
        disputes.score(demo.gold, demo.disputes, known),
        timeline.score(demo.gold, demo.timeline, known),
    ]
    return Outcome(
        [figure for part in parts for figure in part.figures],
        [mistake for part in parts for mistake in part.mistakes],
    )


def _print(mistakes: list[Mistake], wanted: str) -> None:
    counts = Counter(mistake.kind for mistake in mistakes)
    if not counts[wanted] and wanted != _ALL:
        print("kinds of errors:", ", ".join(f"{kind} {n}" for kind, n in sorted(counts.items())))
        return
    article = None
    for mistake in sorted(mistakes, key=lambda each: each.article):
        if wanted not in (mistake.kind, _ALL):
            continue
        if mistake.article != article:
            article = mistake.article
            print(f"\n{article}")
        print(f"  {mistake.kind}: {mistake.words}" if wanted == _ALL else f"  {mistake.words}")
    print()
