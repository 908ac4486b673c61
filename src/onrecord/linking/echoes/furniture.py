"""An outlet's standing text (pleas, author notes, terms of use), known by its coming back.

Cleaning labels most of it; what it misses repeats in one outlet on day after day, or anywhere for
months, which no story does. It is marked, so that it makes no echo.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

import numpy as np
import numpy.typing as npt

from onrecord.linking.echoes.candidates import IN_QUOTES, SHINGLE, WINDOW, shingles
from onrecord.linking.words import FURNITURE, Words

HOUSE_DAYS = 4
"""Different days on which one outlet prints the same words: on the 6,067 US articles, stories in
several versions stay under it, pleas and author notes do not."""
TRADE_DAYS = 6
TRADE_SPREAD = 60
"""Different days, and days between the first and the last, for words that several outlets print."""


def furniture(
    buckets: Iterable[tuple[npt.NDArray[np.uint64], npt.NDArray[np.int32]]],
    outlets: Sequence[str | None],
    days: Sequence[str | None],
) -> npt.NDArray[np.uint64]:
    """The kept shingles (sorted, without the flag for quotation marks) that are standing text.

    Each bucket holds sorted kept shingles and the numbers of their articles; `outlets` and
    `days` (ISO) have one entry a number.
    """
    found: list[int] = []
    for flagged, owners in buckets:
        hashes = flagged & ~IN_QUOTES
        edges = np.concatenate(([0], np.flatnonzero(np.diff(hashes)) + 1, [len(hashes)]))
        for at in np.flatnonzero(np.diff(edges) >= HOUSE_DAYS).tolist():
            begin, end = int(edges[at]), int(edges[at + 1])
            if _comes_back(owners[begin:end].tolist(), outlets, days):
                found.append(int(hashes[begin]))
    return np.array(sorted(found), dtype=np.uint64)


def mark(words: Words, standing: npt.NDArray[np.uint64]) -> Words:
    """`words` with the flag `FURNITURE` where their shingles are standing text."""
    if not len(standing) or not len(words):
        return words
    found = np.flatnonzero(among(shingles(words), standing))
    if not len(found):
        return words
    flags = words.flags.copy()
    for (
        at
    ) in found.tolist():  # winnowing keeps one shingle of WINDOW: the text between is standing too
        flags[max(0, at - WINDOW + 1) : at + SHINGLE + WINDOW - 1] |= FURNITURE
    return replace(words, flags=flags)


def among(
    hashes: npt.NDArray[np.uint64], standing: npt.NDArray[np.uint64]
) -> npt.NDArray[np.bool_]:
    """Which of `hashes` (flagged or not) are in `standing`, which is sorted and not flagged."""
    if not len(standing):
        return np.zeros(len(hashes), dtype=np.bool_)
    plain = hashes & ~IN_QUOTES
    at = np.searchsorted(standing, plain)
    return np.asarray(standing[np.minimum(at, len(standing) - 1)] == plain)


def _comes_back(
    owners: Sequence[int], outlets: Sequence[str | None], days: Sequence[str | None]
) -> bool:
    everywhere: set[str] = set()
    houses: dict[str, set[str]] = {}
    for owner in owners:
        day, outlet = days[owner], outlets[owner]
        if day is None:
            continue
        everywhere.add(day)
        if outlet:
            houses.setdefault(outlet, set()).add(day)
    if any(len(seen) >= HOUSE_DAYS for seen in houses.values()):
        return True
    if len(everywhere) < TRADE_DAYS:
        return False
    spread = date.fromisoformat(max(everywhere)) - date.fromisoformat(min(everywhere))
    return spread.days >= TRADE_SPREAD
