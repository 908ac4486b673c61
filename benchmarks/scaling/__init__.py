"""How the time and memory of linking grow with articles, and what ten more of them cost.

Each size is a process of its own: it stores so many made-up articles with their readings (`world`),
links them, adds ten, and links again. Slow: it runs only when it is named.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

from benchmarks.common import ROOT, Figure
from benchmarks.scaling.cost import MORE, UNIT, Cost

_MEGABYTE = 1_000_000


def add_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--sizes", type=int, nargs="+", default=[1000, 5000, 20000])
    parser.add_argument(
        "--record", type=Path, metavar="RECORD", help="measure a copy of this record instead"
    )
    parser.add_argument("--draw", type=Path, metavar="SVG", help="write the diagram")
    parser.add_argument("--keep", type=Path, metavar="JSONL", help="write the costs, one a line")


def measure(data: Path, options: argparse.Namespace) -> Iterator[Figure]:
    """Milliseconds an article, megabytes, and the share of the whole that ten more cost; none is held."""
    if options.record:
        yield from _real(options.record)
        return
    costs = []
    for size in sorted(options.sizes):
        cost = cost_of(size)
        costs.append(cost)
        if options.keep:
            with options.keep.open("a", encoding="utf-8") as lines:
                lines.write(msgspec.json.encode(cost).decode() + "\n")
        each = 1000 * cost.seconds / size
        yield Figure(f"scaling.{size}.milliseconds", each, "CPU an article", held=False)
        yield Figure(f"scaling.{size}.megabytes", cost.peak / _MEGABYTE, "at most", held=False)
        note = f"{cost.more:.1f} s for {MORE} more, {cost.seconds:.0f} s for all"
        yield Figure(f"scaling.{size}.more", cost.more / cost.seconds, note, held=False)
    if options.draw:
        from benchmarks.scaling.diagram import diagram

        options.draw.write_text(diagram(costs), encoding="utf-8")


def _real(record: Path) -> Iterator[Figure]:
    from benchmarks.scaling.real import run

    with tempfile.TemporaryDirectory() as folder:
        cost, same = run(record, Path(folder))
    name = f"scaling.real.{cost.articles}"
    yield Figure(
        f"{name}.milliseconds", 1000 * cost.seconds / cost.articles, "CPU an article", held=False
    )
    yield Figure(f"{name}.megabytes", cost.peak / _MEGABYTE, "at most", held=False)
    note = (
        f"{cost.more:.2f} s for {MORE} more, {cost.seconds:.0f} s for all, {cost.alone:.2f} s alone"
    )
    yield Figure(f"{name}.more", cost.more / cost.seconds, note, held=False)
    yield Figure(f"{name}.same", float(same), "the same rows as at once", held=False)


def cost_of(size: int) -> Cost:
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "benchmarks.scaling", str(size), folder]
        done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, check=True)
    return msgspec.json.decode(done.stdout, type=Cost)


def run(size: int, folder: Path) -> Cost:
    """The process that is measured."""
    from onrecord.linking import beside, link
    from onrecord.record import Record

    def linked(record: Record) -> float:
        start = time.process_time()
        link(record, beside(record.path))
        return time.process_time() - start

    with Record.open(folder / "world.record", create=True) as record:
        _store(record, range(size))
        seconds = linked(record)
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * UNIT
        _store(record, range(size, size + MORE))
        more = linked(record)
    with Record.open(folder / "alone.record", create=True) as record:
        _store(record, range(size, size + MORE))
        alone = linked(record)
    return Cost(size, seconds, peak, more, alone)


def _store(record: object, numbers: Sequence[int]) -> None:
    from benchmarks.scaling.world import document
    from onrecord.record import Record

    assert isinstance(record, Record)
    for start in range(0, len(numbers), 256):
        with record.transaction():
            for number in numbers[start : start + 256]:
                raw, article, reading = document(number)
                record.store(raw, article, reading, {}, "world")


def main(arguments: Sequence[str]) -> None:
    print(json.dumps(msgspec.to_builtins(run(int(arguments[0]), Path(arguments[1])))))
