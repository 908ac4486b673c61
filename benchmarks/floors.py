"""Floors: what each figure must not fall under. They only go up, unless told otherwise by name.

The file is a tree of objects: 'demo.articles.title' is `{"demo": {"articles": {"title": 0.9}}}`.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from benchmarks.common import Figure

PATH = Path(__file__).parent / "floors.json"
# A floor that was met exactly must not fail for the last bit of a division.
_ROUNDING = 1e-9

Floors = dict[str, float]


def load(path: Path = PATH) -> Floors:
    """Floors by dotted name."""
    return dict(_flat(json.loads(path.read_text(encoding="utf-8")), ""))


def save(floors: Mapping[str, float], path: Path = PATH) -> None:
    tree: dict[str, Any] = {}
    for name, floor in sorted(floors.items()):
        *folders, leaf = name.split(".")
        branch = tree
        for folder in folders:
            branch = branch.setdefault(folder, {})
        branch[leaf] = floor
    path.write_text(json.dumps(tree, indent=2) + "\n", encoding="utf-8")


def under(figure: Figure, floors: Mapping[str, float]) -> bool:
    """Whether `figure` has a floor and is below it."""
    floor = floors.get(figure.name)
    return figure.held and floor is not None and figure.value < floor - _ROUNDING


def raised(
    floors: Mapping[str, float], figures: Iterable[Figure], lowered: Iterable[str] = ()
) -> Floors:
    """`floors` with every held figure that is better than its floor, or has none.

    A figure named in `lowered` sets its floor also where that is lower. Floors are rounded
    down to three decimals.
    """
    result = dict(floors)
    may_fall = set(lowered)
    for figure in figures:
        if not figure.held:
            continue
        floor = math.floor(figure.value * (1 - figure.slack) * 1000 + _ROUNDING) / 1000
        if figure.name in may_fall or floor > result.get(figure.name, -math.inf):
            result[figure.name] = floor
    return result


def _flat(tree: Mapping[str, Any], prefix: str) -> Iterable[tuple[str, float]]:
    for name, value in tree.items():
        if isinstance(value, Mapping):
            yield from _flat(value, f"{prefix}{name}.")
        else:
            yield prefix + name, float(value)
