"""Which pairs of articles are worth aligning: those that share rare runs of words.

The kept shingles of all articles are sorted, a part of all hashes at a time; equal neighbours are
shared shingles. That is n log n in words, exact, and needs no library. How many a pair shares is kept,
so that an article that comes or goes changes only the counts of pairs that share its shingles.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from onrecord.linking.echoes.furniture import Standing, StandingText, furniture
from onrecord.linking.echoes.sheets import Sheet, Sheets
from onrecord.linking.echoes.shingles import IN_QUOTES, Hashes, Owners, among, groups

COMMON = 40
"""A shingle in more articles than this is a phrase of the trade or a page's furniture; its
articles are still paired with their neighbours in the sorted list, so that a story which a hundred
outlets reprint stays in one piece without 4,950 pairs."""
NEIGHBOURS = 3
SHARED = 3
"""Kept shingles that a pair must share: a sentence of 15 words with one edit has them."""

Pair = tuple[str, str]
"""The ids of two articles, the lower first."""
Pairs = npt.NDArray[np.int64]
"""Of arrivals, as `lower << 32 | higher`."""
Counts = npt.NDArray[np.int64]


@dataclass(frozen=True)
class Again:
    """What the last linking does not know: `gone` were candidates and are none now, `due` are
    candidates, newly so or with other standing text. A pair of which an article was read again is in both."""

    gone: list[Pair]
    due: list[Pair]


class Candidates:
    """Pairs of articles that share `SHARED` kept shingles which are not standing text and not in quotation
    marks in both: two reports of one speech share its words without copying."""

    def __init__(self, sheets: Sheets) -> None:
        self._sheets = sheets
        self._connection = sheets.connection
        self._standing = StandingText(sheets.connection)
        self._connection.execute(
            "CREATE TABLE IF NOT EXISTS pairs (one INTEGER, other INTEGER, shared INTEGER,"
            " PRIMARY KEY (one, other)) WITHOUT ROWID"
        )
        self._connection.execute(
            f"CREATE INDEX IF NOT EXISTS pairs_other ON pairs(other) WHERE shared >= {SHARED}"
        )

    def update(self) -> Again:
        """Take in the sheets that came and take out those that went."""
        arrivals = self._sheets.arrivals()
        pairs = counts = np.empty(0, dtype=np.int64)
        restanding: set[int] = set()
        if not arrivals.changed.any():
            return Again([], [])
        for hashes, owners in self._sheets.shingles.touched(arrivals.were, arrivals.are):
            order = np.lexsort((arrivals.rank[owners], hashes))
            hashes, owners = hashes[order], owners[order]
            was, now = (
                self._shared(hashes[there[owners]], owners[there[owners]])
                for there in (arrivals.were, arrivals.are)
            )
            self._standing.change(was.standing - now.standing, now.standing - was.standing)
            restanding |= {owner for owner, _ in was.standing ^ now.standing}
            pairs, counts = _added(pairs, counts, was.pairs, now.pairs)
        gone, due = self._counted(pairs, counts)
        for owner in restanding - set(np.flatnonzero(arrivals.changed).tolist()):
            due |= self._of(owner)
        return Again(self._articles(gone), self._articles(due))

    def marked(self, article: str) -> Sheet:
        """The article's sheet, its standing text flagged."""
        found, arrival = self._sheets[article], self._sheets.arrival(article)
        return replace(found, words=self._standing.marked(found.words, arrival))

    def _shared(self, hashes: Hashes, owners: Owners) -> _Shared:
        plain = hashes & ~IN_QUOTES
        found = among(plain, furniture(hashes, owners, self._sheets.imprint))
        return _Shared(
            set(zip(owners[found].tolist(), plain[found].tolist(), strict=True)),
            _pairs(hashes[~found], owners[~found]),
        )

    def _counted(self, pairs: Pairs, counts: Counts) -> tuple[set[int], set[int]]:
        """Add the counts to those of the pairs; which are candidates no more, and which newly."""
        keys = [divmod(pair, 1 << 32) for pair in pairs.tolist()]
        were = np.array([self._count(*key) for key in keys], dtype=np.int64)
        are = were + counts
        self._connection.executemany(
            "INSERT OR REPLACE INTO pairs VALUES (?, ?, ?)",
            ((*key, count) for key, count in zip(keys, are.tolist(), strict=True) if count),
        )
        self._connection.executemany(
            "DELETE FROM pairs WHERE one = ? AND other = ?",
            (key for key, count in zip(keys, are.tolist(), strict=True) if not count),
        )
        gone = pairs[(were >= SHARED) & (are < SHARED)]
        new = pairs[(were < SHARED) & (are >= SHARED)]
        return set(gone.tolist()), set(new.tolist())

    def _count(self, one: int, other: int) -> int:
        command = "SELECT shared FROM pairs WHERE one = ? AND other = ?"
        row = self._connection.execute(command, (one, other)).fetchone()
        return row[0] if row else 0

    def _of(self, owner: int) -> set[int]:
        """The candidates with this sheet."""
        found = self._connection.execute(
            f"SELECT one, other FROM pairs WHERE one = ?1 AND shared >= {SHARED} UNION ALL"
            f" SELECT one, other FROM pairs WHERE other = ?1 AND shared >= {SHARED}",
            (owner,),
        )
        return {one << 32 | other for one, other in found}

    def _articles(self, pairs: Iterable[int]) -> list[Pair]:
        def article(arrival: int) -> str:
            return self._sheets.imprint(arrival).article

        named = ((article(pair >> 32), article(pair & 0xFFFFFFFF)) for pair in pairs)
        return sorted((min(names), max(names)) for names in named)


class _Shared(NamedTuple):
    """What some sheets have in common: their standing text, and a pair for each other shingle that it shares."""

    standing: Standing
    pairs: Pairs


def _added(pairs: Pairs, counts: Counts, less: Pairs, more: Pairs) -> tuple[Pairs, Counts]:
    """The pairs, sorted, with their counts: one less for each of `less`, one more for each of `more`."""
    if not len(less) and not len(more):
        return pairs, counts
    both = np.concatenate((counts, np.full(len(less), -1), np.ones(len(more), dtype=np.int64)))
    found, at = np.unique(np.concatenate((pairs, less, more)), return_inverse=True)
    return found, np.bincount(at, weights=both).astype(np.int64)


def _pairs(hashes: Hashes, owners: Owners) -> Pairs:
    """The pairs of owners that share a shingle, once for each; both are sorted by shingle, then the rank of
    the owner's article."""
    quoted = (hashes & IN_QUOTES).astype(np.bool_)
    edges = groups(hashes)
    begins, ends = edges[:-1], edges[1:]
    shared = ends - begins > 1
    found = array("q")
    for begin, end in zip(begins[shared].tolist(), ends[shared].tolist(), strict=True):
        if quoted[begin]:  # sorted by the flag: then all of them are
            continue
        group = owners[begin:end].tolist()
        plain = end - begin - int(quoted[begin:end].sum())
        reach = len(group) if len(group) <= COMMON else NEIGHBOURS
        for at, one in enumerate(group[:plain]):
            for other in group[at + 1 : at + 1 + reach]:
                if one != other:
                    found.append(min(one, other) << 32 | max(one, other))
    return np.frombuffer(found, dtype=np.int64)
