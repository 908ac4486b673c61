"""Publication dates that are hidden, and settled again from the other articles of the record.

Dated articles of three stretches of US news are read with their day and without it. In each round one in
five has no date and the others have theirs: how many are settled, and how many of these within bounds
and year that are true. Then every article of one quarter has no date and only articles of other
quarters, ten months away at least, have one: whatever is settled then is wrong.
"""

from __future__ import annotations

import argparse
import gzip
import json
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import partial
from pathlib import Path

import msgspec

from benchmarks.common import Figure, Row, needed, share
from onrecord import intake, reading
from onrecord.linking.days.settling import Settling
from onrecord.linking.echoes.sheets import Sheets, sheet
from onrecord.linking.lost_attribution.sources import Sources
from onrecord.linking.lost_attribution.store import EchoStore
from onrecord.linking.scratch import scratch
from onrecord.model import Article, Published, Reading, Settled

STRETCHES = (
    ("2012-10-01", "2012-12-20"),
    ("2013-03-01", "2013-04-30"),
    ("2019-04-15", "2019-04-24"),
)
ARTICLES = 100
"""Of each stretch."""
ROUNDS = 5
SLACK = 1
"""Days by which bounds may miss: the data's own days are those of a time zone or of a crawl."""
APART = 300


class Pair(msgspec.Struct, frozen=True):
    """An article that was published on `day`, read with that day and without it."""

    day: str
    dated: tuple[Article, Reading]
    undated: tuple[Article, Reading]


def add_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--errors", action="store_true", help="print what is settled wrongly")


def measure(data: Path, options: argparse.Namespace) -> Iterator[Figure]:
    """How many are settled, how many of them rightly, how many are left alone among strangers."""
    pairs = _pairs(data)
    show = bool(getattr(options, "errors", False))
    for name, hide in (("", lambda pair: pair.undated), (".day_printed", _without_year)):
        found = [
            (pair, settled)
            for part in range(ROUNDS)
            for pair, settled in _round(pairs, partial(_in_part, part), hide)
        ]
        right = [(pair, one) for pair, one in found if _is_right(pair, one)]
        for pair, one in found if show else ():
            if not _is_right(pair, one):
                print(pair.day, "is not", one.published, one.earliest, one.latest, *one.because)
        note = f"{len(found)} of {len(pairs)} articles, each hidden once"
        yield Figure(f"settling.settled{name}", share(len(found), len(pairs)), note)
        note = f"{len(found) - len(right)} wrong"
        yield Figure(f"settling.right{name}", share(len(right), len(found)), note)
    wrong = alone = 0
    for quarter in sorted({_quarter(pair) for pair in pairs}):
        middle = date(int(quarter[:4]), 3 * int(quarter[-1]) - 1, 15)
        near = [
            pair
            for pair in pairs
            if _quarter(pair) == quarter
            or abs((date.fromisoformat(pair.day) - middle).days) > APART
        ]
        hidden = partial(_of_quarter, quarter)
        wrong += len(_round(near, hidden, lambda pair: pair.undated))
        alone += sum(map(hidden, near))
    note = f"{wrong} of {alone} settled by articles of other years"
    yield Figure("settling.left_alone", share(alone - wrong, alone), note)


def _round(
    pairs: Sequence[Pair],
    hidden: Callable[[Pair], bool],
    hide: Callable[[Pair], tuple[Article, Reading]],
) -> list[tuple[Pair, Settled]]:
    """Those of the hidden ones that are settled."""
    known: dict[str, Pair] = {}
    with scratch() as connection:
        settling, sheets = Settling(connection), Sheets(connection)
        for pair in pairs:
            article, read = hide(pair) if hidden(pair) else pair.dated
            if hidden(pair):
                known[article.id] = pair
            settling.add(article, read)
            sheets.add(sheet(article))
        echoes = EchoStore(sheets, Sources(connection))
        echoes.update()
        settling.update(sheets.imprints(), echoes.touching, ())
        found = list(settling.all())
    return [(known[one.article], one) for one in found if one.article in known]


def _is_right(pair: Pair, settled: Settled) -> bool:
    day, slack = date.fromisoformat(pair.day), timedelta(SLACK)
    within = (
        date.fromisoformat(settled.earliest) - slack
        <= day
        <= date.fromisoformat(settled.latest) + slack
    )
    return within and pair.day.startswith(settled.published[:4])


def _in_part(part: int, pair: Pair) -> bool:
    return zlib.crc32(pair.dated[0].key.encode()) % ROUNDS == part


def _of_quarter(quarter: str, pair: Pair) -> bool:
    return _quarter(pair) == quarter


def _quarter(pair: Pair) -> str:
    return f"{pair.day[:4]} {(int(pair.day[5:7]) + 2) // 3}"


def _without_year(pair: Pair) -> tuple[Article, Reading]:
    article, read = pair.undated
    published = Published(f"XXXX{pair.day[4:]}")
    return msgspec.structs.replace(article, published=published), read


def _pairs(data: Path) -> list[Pair]:
    with gzip.open(
        needed(data / "corpora" / "news_us_6k.jsonl.gz"), "rt", encoding="utf-8"
    ) as lines:
        rows = [json.loads(line) for line in lines]
    parser = reading.Parser()
    return [pair for row in _chosen(rows) for pair in _read(row, parser)]


def _chosen(rows: Iterable[Row]) -> Iterator[Row]:
    every = sorted(rows, key=lambda row: zlib.crc32(row["id"].encode()))
    for first, last in STRETCHES:
        yield from [r for r in every if first <= (r["published"] or "") <= last][:ARTICLES]


def _read(row: Mapping[str, str], parser: reading.Parser) -> Iterator[Pair]:
    both = [
        intake.plain(
            row["text"], key=row["id"], published=day, title=row["title"], outlet=row["outlet"]
        )
        for day in (row["published"], None)
    ]
    parses = parser.parse([span.of(both[0].text) for span in both[0].passages()])
    if both[0].passages() == both[1].passages():
        dated, undated = ((article, reading.read(article, parses)) for article in both)
        yield Pair(row["published"], dated, undated)
