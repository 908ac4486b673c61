"""Statements that say the same thing, or the opposite, found through their rare words.

Statements that meet in rare words (`postings`) are compared; the overlap of all content words,
weighted by rarity, decides; numbers, days and names must not contradict it. What two statements have in
common is a matter of these two alone, so only those that came or went are looked at.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator

import numpy as np
import numpy.typing as npt

from onrecord.linking.claims.bags import Bags, Keys, Places, Shared, bags_at_once, shared
from onrecord.linking.claims.postings import Crossed, Postings
from onrecord.linking.claims.sayings import Sayings
from onrecord.linking.claims.terms import Said

MET = 2
"""Rare words that two statements must share to be compared."""
MIN_TERMS = 4
"""Content words that a statement needs to be compared, and that two must share."""
SAME = 0.5
"""Weighted Jaccard similarity from which two statements say the same thing. Set by reading 22
claims across articles among 928 US articles of 2019: about 20 were one claim; the rest shared a
topic in few words ('his business dealings'). A sample, not a benchmark."""
WITHIN = 0.85
"""Weighted share of the shorter statement's words in the longer, where the longer is not more
than twice as heavy."""

_TOUCHING = "SELECT one, other FROM stirred CROSS JOIN alike ON one = node"
_FORCE = {"demand": "demand", "question": "question", "decline": "decline"}


def force(stance: str) -> str:
    """What is done in saying it: a demand that X is not a report that X."""
    return _FORCE.get(stance, "state")


class Alike:
    """The pairs of nodes that are alike, on disk, each from either side: how alike they are, and whether
    they are so but for a number (`figures`)."""

    def __init__(
        self, connection: sqlite3.Connection, sayings: Sayings, postings: Postings
    ) -> None:
        self._connection = connection
        self._sayings = sayings
        self._postings = postings
        connection.execute(
            "CREATE TABLE IF NOT EXISTS alike (one INTEGER, other INTEGER, score REAL,"
            " figures INTEGER, PRIMARY KEY (one, other)) WITHOUT ROWID"
        )

    def update(self, crossed: Crossed) -> None:
        """Compare the nodes in `stirred` anew, and add to `stirred` those that are alike no more, or
        are now."""
        self._connection.executemany(
            "INSERT OR IGNORE INTO stirred VALUES (?)",
            (
                (node,)
                for nodes in self._postings.tell(np.array(crossed.telling, np.uint32)).values()
                for node in nodes.tolist()
            ),
        )
        self._part(self._connection.execute(_TOUCHING).fetchall())
        self._part(self._parted(crossed))
        for bags in bags_at_once(self._sayings.stirred_bags(MIN_TERMS)):
            self._connection.executemany(
                "INSERT OR REPLACE INTO alike VALUES (?, ?, ?, ?)", self._found(bags)
            )
        self._connection.executemany(
            "INSERT OR IGNORE INTO stirred VALUES (?)",
            [(other,) for _, other in self._connection.execute(_TOUCHING)],
        )

    def _part(self, pairs: Iterable[tuple[int, int]]) -> None:
        for one, other in list(pairs):
            both = ((one, other), (other, one))
            self._connection.executemany("DELETE FROM alike WHERE one = ? AND other = ?", both)
            self._connection.executemany(
                "INSERT OR IGNORE INTO stirred VALUES (?)", ((one,), (other,))
            )

    def _parted(self, crossed: Crossed) -> Iterator[tuple[int, int]]:
        """Pairs that no longer meet, some of their words having become common."""
        for nodes in crossed.silenced.values():
            here = set(nodes.tolist())
            for one in here:
                rows = self._connection.execute("SELECT other FROM alike WHERE one = ?", (one,))
                for (other,) in rows.fetchall():
                    if one < other and other in here:
                        bags = Bags.of(self._sayings.bags((one, other)))
                        terms = np.intersect1d(bags[0], bags[1], assume_unique=True)
                        if len(self._postings.tell(terms)) < MET:
                            yield one, other

    def _found(self, bags: Bags) -> Iterator[tuple[int, int, float, bool]]:
        for first, nodes in self._postings.meet(bags, MET):
            ones = bags.keys[first]
            # Where both are asked about, once is enough.
            at = np.minimum(np.searchsorted(bags.keys, nodes), len(bags) - 1)
            asked = bags.keys[at] == nodes
            kept = ~asked | (ones < nodes)
            first, nodes, at, asked = first[kept], nodes[kept], at[kept], asked[kept]
            strangers, among = np.unique(nodes[~asked], return_inverse=True)
            there = Bags.of(self._sayings.bags(strangers.tolist()))
            for part, others, second in (
                (asked, bags, at[asked]),
                (~asked, there, among.astype(np.int64)),
            ):
                score, enough = _alike(shared(bags, first[part], others, second))
                yield from self._compared(
                    bags.keys[first[part][enough]], others.keys[second[enough]], score[enough]
                )

    def _compared(
        self, ones: Keys, others: Keys, scores: npt.NDArray[np.float64]
    ) -> Iterator[tuple[int, int, float, bool]]:
        for one, other, score in zip(ones.tolist(), others.tolist(), scores.tolist(), strict=True):
            said, against = (self._sayings[self._sayings.stand_in(n)] for n in (one, other))
            if comparable(said, against):
                yield one, other, round(score, 6), differ(said, against)
                yield other, one, round(score, 6), differ(said, against)


def _alike(pairs: Shared) -> tuple[npt.NDArray[np.float64], Places]:
    """The weighted Jaccard similarity of pairs, and the places of those that do not differ too
    much."""
    jaccard = pairs.common / np.maximum(1e-9, pairs.one + pairs.other - pairs.common)
    less, more = np.minimum(pairs.one, pairs.other), np.maximum(pairs.one, pairs.other)
    within = (pairs.common >= WITHIN * less) & (more <= 2 * less)
    return jaccard, np.flatnonzero((pairs.count >= MIN_TERMS) & ((jaccard >= SAME) | within))


def comparable(one: Said, other: Said) -> bool:
    """Two statements in like words do not say different things."""
    if force(one.stance) != force(other.stance) or one.negations != other.negations:
        return False
    if one.article == other.article and one.cover.overlaps(other.cover):
        return False  # one is nested in the other, or is another reading of it
    if one.when and other.when and not one.when & other.when:
        return False
    return _same_names(one, other)


def differ(one: Said, other: Said) -> bool:
    """Each has a number that the other has not."""
    return bool(one.numbers - other.numbers and other.numbers - one.numbers)


def _same_names(one: Said, other: Said) -> bool:
    """Neither names somebody whom the other replaces, and names come in the same order: 'A beat
    B' is not 'B beat A'."""
    ones, others = set(one.names), set(other.names)
    if (ones - other.terms) and (others - one.terms):
        return False
    kept = [n for n in one.names if n in others]
    return len(kept) != 2 or kept == [n for n in other.names if n in ones]
