"""What all benchmarks share: figures, data, scorers that stand beside the data, harmonic means."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT.parent / "shared" / "bench"
Row = dict[str, Any]


class DataAbsentError(Exception):
    """The benchmark's data is not here; the message says what is missing."""


@dataclass(frozen=True)
class Figure:
    """One measured number; higher is better.

    `name` is dotted, the benchmark's own name first ('demo.articles.title'). A figure that is
    not `held` has no floor. `slack` is the share of the value by which a floor stays below it,
    for what differs from run to run.
    """

    name: str
    value: float
    note: str = ""
    held: bool = True
    slack: float = 0.0


@dataclass(frozen=True)
class Counts:
    """How many were right, found, and wanted; precision, recall and F1 of them.

    With nothing found or nothing wanted a measure is 0, and 1 where both are nothing.
    """

    right: int
    found: int
    wanted: int

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else float(not self.wanted)

    @property
    def recall(self) -> float:
        return self.right / self.wanted if self.wanted else float(not self.found)

    @property
    def f1(self) -> float:
        both = self.found + self.wanted
        return 2 * self.right / both if both else 1.0

    def __str__(self) -> str:
        return (
            f"P {self.precision:.3f}  R {self.recall:.3f}  "
            f"({self.right} right, {self.found} found, {self.wanted} wanted)"
        )


def share(right: int, of: int) -> float:
    """`right` of `of`; all of nothing is 1."""
    return right / of if of else 1.0


def needed(path: Path) -> Path:
    """`path` itself. Raises `DataAbsentError` where there is no such file."""
    if not path.exists():
        raise DataAbsentError(f"there is no {path}; give the folder of the data with --data")
    return path


def rows(path: Path) -> list[Row]:
    """The objects of a JSON lines file. Raises `DataAbsentError` where there is no such file."""
    with needed(path).open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def write_rows(path: Path, items: Iterable[object]) -> None:
    """JSON lines of anything msgspec can encode."""
    encoder = msgspec.json.Encoder()
    with path.open("wb") as file:
        for item in items:
            file.write(encoder.encode(item) + b"\n")


def scored(scorer: Path, gold: Path, predicted: Iterable[object], *options: str) -> str:
    """What a scorer prints, called as `scorer GOLD PREDICTED options`.

    Raises `DataAbsentError` where the scorer or the gold is absent, and `CalledProcessError` when the
    scorer fails.
    """
    needed(gold)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "onrecord.jsonl"
        write_rows(path, predicted)
        done = subprocess.run(
            [sys.executable, str(needed(scorer)), str(gold), str(path), *options],
            stdout=subprocess.PIPE,
            text=True,
            check=True,
        )
    return done.stdout


def scored_json(scorer: Path, gold: Path, predicted: Iterable[object], *options: str) -> Row:
    """The one JSON object that a scorer prints."""
    result: Row = json.loads(scored(scorer, gold, predicted, *options))
    return result
