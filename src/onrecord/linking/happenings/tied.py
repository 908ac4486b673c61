"""Events that are tied, directly or through others: kept together, and taken up anew where a tie changes.

Two groups whose ties are `SAME` on average have one tie of `SAME`; so average link, which joins no others,
never goes beyond what hangs together by such ties, and what hangs together elsewhere stays as it was.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from onrecord.linking.distinct import distinct

SAME = 0.16
"""Probability from which two events are tied, and mean probability from which groups are joined; a pair that is not
tied counts 0. See training/happenings."""
FULL = (1 << 16) - 1
"""The strength of a tie of probability 1. As whole numbers, strengths add up the same in any order."""
BUCKETS = 64
"""What is taken up at a time: a kind's events are all in one of so many."""
AT_ONCE = 1 << 17
"""Ties in hand before they are written."""
IN_HAND = 4096
"""Articles of which it is in memory where their events are kept."""
TIE = np.dtype(
    [("one", "<i8"), ("other", "<i8"), ("one_at", "<u4"), ("other_at", "<u4"), ("strength", "<u2"), ("alike", "<u2"), ("bucket", "u1")]
)  # fmt: skip
"""Articles by their numbers, events by their indices in the readings; `strength` is how likely the two are one, `alike` the
cosine of their sentences, both in `FULL`ths."""

Ties = npt.NDArray[np.void]
Ints = npt.NDArray[np.int64]
Event = tuple[int, int]
"""An article's number, and an index into its reading's events."""


def least() -> int:
    """Strength of the weakest tie."""
    return round(SAME * FULL)


def bucket_of(kinds: Ints) -> Ints:
    return kinds % BUCKETS


@dataclass(frozen=True)
class Change:
    """The ties of a pair of articles, as they were and as they are."""

    one: int
    other: int
    before: Ties
    after: Ties


@dataclass(frozen=True)
class Knots:
    """Events that hang together, of one bucket, as they are now, and by their ids what was kept of those before which these
    take the place of. `a` and `b` are indices into `events`, which ascend."""

    replaced: tuple[int, ...]
    events: list[Event]
    a: Ints
    b: Ints
    strength: Ints
    alike: Ints
    knot: Ints
    """The id of every event's knot."""


class Tied:
    """All ties, on disk, by what hangs together."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        for command in (
            "CREATE TABLE IF NOT EXISTS knots (id INTEGER PRIMARY KEY, ties BLOB)",
            "CREATE TABLE IF NOT EXISTS knotted (article INTEGER, event INTEGER, knot INTEGER, PRIMARY KEY (article, event)) WITHOUT ROWID",
            "CREATE TEMP TABLE fresh_ties (bucket INTEGER, ties BLOB)",
        ):  # fmt: skip
            connection.execute(command)

    def update(self, changes: Iterable[Change]) -> Iterator[Knots]:
        """Put the changes in force."""
        touched, undone = self._note(changes)
        buckets = {knot % BUCKETS for knot in touched}
        buckets |= {b for (b,) in self._connection.execute("SELECT DISTINCT bucket FROM fresh_ties")}  # fmt: skip
        (last,) = self._connection.execute("SELECT max(id) FROM knots").fetchone()
        following = (last or 0) // BUCKETS + 1
        for bucket in sorted(buckets):
            old = tuple(sorted(knot for knot in touched if knot % BUCKETS == bucket))
            knots = self._tie(bucket, old, undone, following)
            following += len(set(knots.knot.tolist()))
            yield knots
        self._connection.execute("DELETE FROM fresh_ties")

    def _note(self, changes: Iterable[Change]) -> tuple[set[int], list[tuple[int, int]]]:
        """The ids of knots that change, and the pairs of articles whose old ties are void; new ties go to disk."""
        knots = lru_cache(maxsize=IN_HAND)(self._knots)
        some = self._connection.execute("SELECT 1 FROM knots LIMIT 1").fetchone() is not None
        touched: set[int] = set()
        undone = []
        held: list[Ties] = []
        for change in changes:
            if np.array_equal(change.before, change.after):
                continue
            if some:
                for ties in (change.before, change.after):
                    for article, column in ((change.one, "one_at"), (change.other, "other_at")):
                        known = knots(article)
                        touched.update(known[at] for at in ties[column].tolist() if at in known)
            if len(change.before):
                undone.append((change.one, change.other))
            held.append(change.after)
            if len(held) == AT_ONCE >> 6:
                self._write(held)
                held = []
        self._write(held)
        return touched, undone

    def _knots(self, article: int) -> dict[int, int]:
        command = "SELECT event, knot FROM knotted WHERE article = ?"
        return dict(self._connection.execute(command, (article,)).fetchall())

    def _write(self, held: list[Ties]) -> None:
        if not held:
            return
        ties = np.concatenate(held)
        ties = ties[np.argsort(ties["bucket"], kind="stable")]
        cuts = np.flatnonzero(np.diff(ties["bucket"])) + 1
        self._connection.executemany(
            "INSERT INTO fresh_ties VALUES (?, ?)",
            (
                (int(part["bucket"][0]), part.tobytes())
                for part in np.split(ties, cuts)
                if len(part)
            ),
        )

    def _tie(
        self, bucket: int, old: tuple[int, ...], undone: list[tuple[int, int]], following: int
    ) -> Knots:
        run = self._connection
        command = "SELECT ties FROM knots WHERE id = ?"
        kept = [run.execute(command, (knot,)).fetchone()[0] for knot in old]
        stood = np.frombuffer(b"".join(kept), TIE)
        of = np.repeat(np.array(old, np.int64), [len(part) // TIE.itemsize for part in kept])
        run.executemany("DELETE FROM knots WHERE id = ?", ((knot,) for knot in old))
        # An event may be of another kind than it was, and in another bucket's knot by now.
        for article, event in (("one", "one_at"), ("other", "other_at")):
            run.executemany(
                "DELETE FROM knotted WHERE article = ? AND event = ? AND knot = ?",
                zip(stood[article].tolist(), stood[event].tolist(), of.tolist(), strict=True),
            )

        rows = run.execute("SELECT ties FROM fresh_ties WHERE bucket = ?", (bucket,))
        fresh = np.frombuffer(b"".join(row[0] for row in rows), TIE)
        ties = np.concatenate([_without(stood, undone), fresh])
        articles = distinct(np.concatenate([ties["one"], ties["other"]]))
        one = np.searchsorted(articles, ties["one"]) << 32 | ties["one_at"].astype(np.int64)
        other = np.searchsorted(articles, ties["other"]) << 32 | ties["other_at"].astype(np.int64)
        codes = distinct(np.concatenate([one, other]))
        a, b = np.searchsorted(codes, one), np.searchsorted(codes, other)
        order = np.lexsort((b, a))
        ties, a, b = ties[order], a[order], b[order]
        events = list(zip(articles[codes >> 32].tolist(), (codes & 0xFFFFFFFF).tolist(), strict=True))  # fmt: skip
        firsts, together = np.unique(hanging_together(len(codes), a, b), return_inverse=True)
        ids = (following + np.arange(len(firsts))) * BUCKETS + bucket
        knot = ids[together]
        by_knot = np.argsort(knot[a], kind="stable")
        cuts = np.flatnonzero(np.diff(knot[a][by_knot])) + 1
        run.executemany(
            "INSERT INTO knots VALUES (?, ?)",
            (
                (int(knot[a[part[0]]]), ties[part].tobytes())
                for part in np.split(by_knot, cuts)
                if len(part)
            ),
        )
        run.executemany(
            "INSERT OR REPLACE INTO knotted VALUES (?, ?, ?)",
            ((article, at, k) for (article, at), k in zip(events, knot.tolist(), strict=True)),
        )
        strength, alike = (ties[column].astype(np.int64) for column in ("strength", "alike"))
        return Knots(old, events, a, b, strength, alike, knot)


def _without(ties: Ties, undone: list[tuple[int, int]]) -> Ties:
    """The ties but for those of these pairs of articles."""
    if not len(ties) or not undone:
        return ties
    pairs = np.array(undone, np.int64)
    articles = distinct(np.concatenate([ties["one"], ties["other"], pairs.ravel()]))
    codes = [
        np.searchsorted(articles, one) << 32 | np.searchsorted(articles, other)
        for one, other in ((ties["one"], ties["other"]), (pairs[:, 0], pairs[:, 1]))
    ]
    return ties[~np.isin(codes[0], codes[1])]


def hanging_together(count: int, a: Ints, b: Ints) -> Ints:
    """For each of so many, the first of those that it hangs together with by pairs of `a` and `b`."""
    first = np.arange(count)
    while True:
        lowest = np.minimum(first[a], first[b])
        now = first.copy()
        # Whoever stands for the one and the other follows too, so that long chains take few rounds.
        for place in (a, b, first[a], first[b]):
            np.minimum.at(now, place, lowest)
        now = now[now]
        if np.array_equal(now, first):
            return first
        first = now
