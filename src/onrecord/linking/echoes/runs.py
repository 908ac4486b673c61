"""The kept shingles of all articles on disk, in sorted runs that are merged as they pile up.

What comes is written as a small run for each part of the hashes; runs of like size become one, so that
an entry is written again log n times (a log-structured merge: O'Neil, Cheng, Gawlick and O'Neil,
Acta Informatica 1996). To find who shares the shingles of few articles, their places are sought in
each run by bisection.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from onrecord.linking.distinct import distinct
from onrecord.linking.echoes.shingles import IN_QUOTES, Hashes, Owners

BUCKETS = 64
"""Parts that shingles are kept in, one in memory at a time: by the first bits of their hashes."""
WAITING = 1 << 17
"""Shingles that wait in memory before they are written."""
FEW = 8
"""Where fewer than one in so many entries is sought, they are sought by bisection."""

Run = tuple[int, Hashes, Owners]
"""Its row, and its entries: shingles (sorted) and whose they are."""
Marks = npt.NDArray[np.bool_]


class Runs:
    """Shingles by owners, who are numbers; one that has gone is never anybody's number again."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        connection.execute(
            "CREATE TABLE IF NOT EXISTS shingles"
            " (run INTEGER PRIMARY KEY, bucket INTEGER, hashes BLOB, owners BLOB)"
        )
        connection.execute("CREATE INDEX IF NOT EXISTS shingles_bucket ON shingles(bucket)")
        self._waiting: list[tuple[Hashes, int]] = []
        self._held = 0

    def add(self, hashes: Hashes, owner: int) -> None:
        self._waiting.append((hashes, owner))
        self._held += len(hashes)
        if self._held > WAITING:
            self._write()

    def touched(self, were: Marks, are: Marks) -> Iterator[tuple[Hashes, Owners]]:
        """A part of the hashes at a time, in no order, the entries under shingles of owners that came or went,
        of all that were there or are. It may be more, but is all or nothing of a shingle.

        `were` and `are` have an entry for every number of an owner that ever was.
        """
        self._write()
        known, changed = were | are, were ^ are
        for bucket in range(BUCKETS):
            runs = self._runs(bucket)
            if not runs:
                continue
            wanted = [hashes[changed[owners]] for _, hashes, owners in runs]
            if FEW * sum(map(len, wanted)) < sum(len(hashes) for _, hashes, _ in runs):
                sought = distinct(np.concatenate(wanted) & ~IN_QUOTES)
                hashes, owners = _joined([_found(run, sought) for run in runs])
            else:
                hashes, owners = _joined([run[1:] for run in runs])
            kept = known[owners]
            yield hashes[kept], owners[kept]
            self._tidy(bucket, runs, are)

    def _runs(self, bucket: int) -> list[Run]:
        command = "SELECT run, hashes, owners FROM shingles WHERE bucket = ? ORDER BY run"
        return [
            (run, np.frombuffer(hashes, np.uint64), np.frombuffer(owners, np.int32))
            for run, hashes, owners in self._connection.execute(command, (bucket,))
        ]

    def _tidy(self, bucket: int, runs: Sequence[Run], are: Marks) -> None:
        """Merge the youngest runs, so that each that is left is twice all that are younger, and half of its
        owners at least are there."""
        first, younger = len(runs), 0
        for at in reversed(range(len(runs))):
            owners = runs[at][2]
            size, there = len(owners), np.count_nonzero(are[owners])
            if size < 2 * younger or size > 2 * there:
                first = at
            younger += size
        if first == len(runs):
            return
        hashes, owners = _joined([run[1:] for run in runs[first:]])
        kept = are[owners]
        self._connection.executemany(
            "DELETE FROM shingles WHERE run = ?", ((run,) for run, *_ in runs[first:])
        )
        self._insert(bucket, *_sorted(hashes[kept], owners[kept]))

    def _write(self) -> None:
        if not self._waiting:
            return
        lengths = [len(hashes) for hashes, _ in self._waiting]
        owners = np.repeat(np.array([o for _, o in self._waiting], dtype=np.int32), lengths)
        hashes, owners = _sorted(np.concatenate([hashes for hashes, _ in self._waiting]), owners)
        edges = np.arange(1, BUCKETS, dtype=np.uint64) << np.uint64(58)
        cuts = [0, *np.searchsorted(hashes, edges).tolist(), len(hashes)]
        for bucket, (start, end) in enumerate(pairwise(cuts)):
            self._insert(bucket, hashes[start:end], owners[start:end])
        self._waiting.clear()
        self._held = 0

    def _insert(self, bucket: int, hashes: Hashes, owners: Owners) -> None:
        if len(hashes):
            self._connection.execute(
                "INSERT INTO shingles(bucket, hashes, owners) VALUES (?, ?, ?)",
                (bucket, hashes.tobytes(), owners.tobytes()),
            )


def _sorted(hashes: Hashes, owners: Owners) -> tuple[Hashes, Owners]:
    order = np.argsort(hashes, kind="stable")
    return hashes[order], owners[order]


def _joined(parts: Sequence[tuple[Hashes, Owners]]) -> tuple[Hashes, Owners]:
    return np.concatenate([h for h, _ in parts]), np.concatenate([o for _, o in parts])


def _found(run: Run, sought: Hashes) -> tuple[Hashes, Owners]:
    """The run's entries under the shingles `sought`, flagged or not."""
    _, hashes, owners = run
    starts = np.searchsorted(hashes, sought, side="left")
    counts = np.searchsorted(hashes, sought | IN_QUOTES, side="right") - starts
    begins = np.cumsum(counts) - counts
    at = np.arange(int(counts.sum())) + np.repeat(starts - begins, counts)
    return hashes[at], owners[at]
