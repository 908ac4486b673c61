"""An outlet's standing text (pleas, author notes, terms of use), known by its coming back.

Cleaning labels most of it; what it misses repeats in one outlet on day after day, or anywhere for
months, which no story does. It is marked, so that it makes no echo.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date

import numpy as np

from onrecord.linking.echoes.lineage import Imprint
from onrecord.linking.echoes.shingles import (
    IN_QUOTES,
    SHINGLE,
    WINDOW,
    Hashes,
    Owners,
    among,
    groups,
    shingles,
)
from onrecord.linking.words import FURNITURE, Words

HOUSE_DAYS = 4
"""Different days on which one outlet prints the same words: on the 6,067 US articles, stories in
several versions stay under it, pleas and author notes do not."""
TRADE_DAYS = 6
TRADE_SPREAD = 60
"""Different days, and days between the first and the last, for words that several outlets print."""

Standing = set[tuple[int, int]]
"""Owners, and shingles of theirs that are standing text (without the flag for quotation marks)."""


def furniture(hashes: Hashes, owners: Owners, imprint: Callable[[int], Imprint]) -> Hashes:
    """Those of the sorted kept shingles (without the flag for quotation marks, each once) that are standing
    text; `owners` has the number of each one's article, and `imprint` what that says of itself."""
    edges = groups(hashes)
    found = [
        int(hashes[begin] & ~IN_QUOTES)
        for begin, end in (
            edges[at : at + 2] for at in np.flatnonzero(np.diff(edges) >= HOUSE_DAYS)
        )
        if _comes_back(map(imprint, owners[begin:end].tolist()))
    ]
    return np.array(found, dtype=np.uint64)


def mark(words: Words, standing: Hashes) -> Words:
    """`words` with the flag `FURNITURE` where their shingles are standing text."""
    if not len(standing) or not len(words):
        return words
    found = np.flatnonzero(among(shingles(words) & ~IN_QUOTES, standing))
    if not len(found):
        return words
    flags = words.flags.copy()
    for (
        at
    ) in found.tolist():  # winnowing keeps one shingle of WINDOW: the text between is standing too
        flags[max(0, at - WINDOW + 1) : at + SHINGLE + WINDOW - 1] |= FURNITURE
    return replace(words, flags=flags)


class StandingText:
    """Which shingles of which sheet are standing text, from one linking to the next."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        connection.execute(
            "CREATE TABLE IF NOT EXISTS standing"
            " (owner INTEGER, shingle INTEGER, PRIMARY KEY (owner, shingle)) WITHOUT ROWID"
        )

    def change(self, gone: Standing, put: Standing) -> None:
        for command, rows in (
            ("DELETE FROM standing WHERE owner = ? AND shingle = ?", gone),
            ("INSERT INTO standing VALUES (?, ?)", put),
        ):
            self._connection.executemany(
                command, ((owner, _signed(shingle)) for owner, shingle in sorted(rows))
            )

    def marked(self, words: Words, owner: int) -> Words:
        """The owner's words with what is standing text in them flagged so."""
        rows = self._connection.execute("SELECT shingle FROM standing WHERE owner = ?", (owner,))
        own = np.array([shingle for (shingle,) in rows], dtype=np.int64).view(np.uint64)
        return mark(words, np.sort(own))


def _signed(shingle: int) -> int:
    """As SQLite keeps 64 bits."""
    return shingle - (1 << 64) if shingle >> 63 else shingle


def _comes_back(imprints: Iterable[Imprint]) -> bool:
    everywhere: set[str] = set()
    houses: dict[str, set[str]] = {}
    for imprint in imprints:
        if imprint.earliest is None:
            continue
        everywhere.add(imprint.earliest)
        if imprint.outlet:
            houses.setdefault(imprint.outlet, set()).add(imprint.earliest)
    if any(len(seen) >= HOUSE_DAYS for seen in houses.values()):
        return True
    if len(everywhere) < TRADE_DAYS:
        return False
    spread = date.fromisoformat(max(everywhere)) - date.fromisoformat(min(everywhere))
    return spread.days >= TRADE_SPREAD
