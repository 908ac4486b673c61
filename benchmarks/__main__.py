"""The command line: which benchmarks to run, and what to do with their figures."""

from __future__ import annotations

import argparse
import importlib
import sys
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType

from benchmarks import floors
from benchmarks.common import DATA, DataAbsentError, Figure

# In the order they run; those that are slow run only when they are named.
BENCHMARKS = {
    "demo": "the demo corpus against its gold record",
    "attribution": "statements and speakers on PolNeAR and agency news",
    "reliability": "whether the confidence of attributions means what it says",
    "intake": "article text, publication days and text dumps on saved web pages",
    "settling": "publication dates settled by other articles of the record",
    "timex": "temporal expressions on TimeBank, AQUAINT and WikiWars",
    "events": "words that name events on ECB+, and factuality on words of news",
    "happenings": "which events of several articles are one, on ECB+",
    "echoes": "copies among articles",
    "identities": "who is who across documents on ECB+, beside equal strings",
    "disputes": "disputes between articles on one rumour",
    "speed": "reading beside the bare parser, intake beside trafilatura",
}
SLOW = {
    "memory": "peak memory of a run, by size",
    "scaling": "how time and memory of linking grow with articles, and what ten more cost",
    "fuzz": "damaged files of every format, with the time and memory that they take",
}


def main(arguments: Sequence[str] | None = None) -> int:
    """0 when every figure holds its floor, else 1."""
    options = _parser().parse_args(arguments)
    data: Path = getattr(options, "data", DATA)
    lowered: list[str] = getattr(options, "lower_floor", [])
    held = floors.load()
    figures: list[Figure] = []
    for name in [options.benchmark] if options.benchmark else BENCHMARKS:
        module = _module(name)
        try:
            for figure in module.measure(data, options):
                print(_line(figure, held), flush=True)
                figures.append(figure)
        except DataAbsentError as reason:
            print(f"{name}: skipped: {reason}", flush=True)
    if getattr(options, "raise_floors", False) or lowered:
        unknown = set(lowered) - {figure.name for figure in figures}
        if unknown:
            print(f"no such figure was measured: {', '.join(sorted(unknown))}", file=sys.stderr)
            return 1
        better = figures if getattr(options, "raise_floors", False) else []
        chosen = [*better, *(figure for figure in figures if figure.name in lowered)]
        # Read again: another run may have raised others meanwhile.
        floors.save(floors.raised(floors.load(), chosen, lowered))
        held = floors.load()
    failed = [figure.name for figure in figures if floors.under(figure, held)]
    print("under the floor:", ", ".join(failed) or "nothing")
    return 1 if failed else 0


def _module(name: str) -> ModuleType:
    return importlib.import_module(f"benchmarks.{name}")


def _line(figure: Figure, held: floors.Floors) -> str:
    floor = held.get(figure.name)
    bound = "" if floor is None or not figure.held else f"≥ {floor:.3f}"
    mark = "UNDER" if floors.under(figure, held) else ""
    return f"{figure.name:<40} {figure.value:8.3f}  {bound:<8} {mark:<5}  {figure.note}".rstrip()


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    _common(parser)
    commands = parser.add_subparsers(dest="benchmark", metavar="BENCHMARK")
    for name, summary in (BENCHMARKS | SLOW).items():
        command = commands.add_parser(name, help=summary, description=summary)
        _common(command)
        # Only the named one is imported, which may need much to be installed.
        if name in sys.argv[1:]:
            add_options = getattr(
                importlib.import_module(f"benchmarks.{name}"), "add_options", None
            )
            if add_options:
                add_options(command)
    return parser


def _common(parser: argparse.ArgumentParser) -> None:
    # Before or after the benchmark's name: a default would undo what was given before it.
    parser.add_argument("--data", type=Path, default=argparse.SUPPRESS, help=f"default: {DATA}")
    parser.add_argument(
        "--raise",
        dest="raise_floors",
        action="store_true",
        default=argparse.SUPPRESS,
        help="write better figures into floors.json",
    )
    parser.add_argument(
        "--lower-floor",
        metavar="NAME",
        action="append",
        default=argparse.SUPPRESS,
        help="set the floor of this figure to what is measured now, also where that is lower",
    )


if __name__ == "__main__":
    sys.exit(main())
