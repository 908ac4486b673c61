"""What echoes are sought in, kept on disk: the words of every article, and its winnowed shingles."""

from __future__ import annotations

import sqlite3
from collections import OrderedDict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from onrecord.linking.candidates import winnow
from onrecord.linking.lineage import Imprint, imprint
from onrecord.linking.words import Words, words_of
from onrecord.model import Article

BUCKETS = 64
"""Parts that shingles are sorted in, one at a time: by the first bits of their hashes."""
WAITING = 1 << 15
"""Shingles that wait in memory before they are written."""
IN_HAND = 32
"""Sheets that stay in memory once read."""

Hashes = npt.NDArray[np.uint64]
Owners = npt.NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One article while echoes are sought."""

    imprint: Imprint
    words: Words


def sheet(article: Article) -> Sheet:
    return Sheet(imprint(article), words_of(article))


class Sheets:
    """Sheets by number: their rank by article id, once all have been added."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        connection.execute(
            "CREATE TABLE words (arrival INTEGER PRIMARY KEY, count INTEGER, body BLOB)"
        )
        connection.execute("CREATE TABLE shingles (bucket INTEGER, hashes BLOB, owners BLOB)")
        self._imprints: list[Imprint] = []
        self._waiting: list[tuple[Hashes, int]] = []
        self._held = 0
        self._order: Owners | None = None
        self._in_hand: OrderedDict[int, Sheet] = OrderedDict()

    def __len__(self) -> int:
        return len(self._imprints)

    def add(self, added: Sheet) -> None:
        arrival = len(self._imprints)
        words = added.words
        body = b"".join(
            part.tobytes() for part in (words.hashes, words.starts, words.ends, words.flags)
        )
        self._connection.execute("INSERT INTO words VALUES (?, ?, ?)", (arrival, len(words), body))
        self._imprints.append(added.imprint)
        self._order = None
        kept = winnow(words)
        self._waiting.append((kept, arrival))
        self._held += len(kept)
        if self._held > WAITING:
            self._write()

    def imprint(self, number: int) -> Imprint:
        return self._imprints[int(self._ranking()[number])]

    def imprints(self) -> Iterator[Imprint]:
        """In the order of numbers."""
        return (self._imprints[at] for at in self._ranking().tolist())

    def __getitem__(self, number: int) -> Sheet:
        held = self._in_hand.get(number)
        if held is not None:
            self._in_hand.move_to_end(number)
            return held
        arrival = int(self._ranking()[number])
        command = "SELECT count, body FROM words WHERE arrival = ?"
        count, body = self._connection.execute(command, (arrival,)).fetchone()
        words = Words(
            np.frombuffer(body, np.uint64, count),
            np.frombuffer(body, np.int32, count, 8 * count),
            np.frombuffer(body, np.int32, count, 12 * count),
            np.frombuffer(body, np.uint8, count, 16 * count),
        )
        read = self._in_hand[number] = Sheet(self._imprints[arrival], words)
        if len(self._in_hand) > IN_HAND:
            self._in_hand.popitem(last=False)
        return read

    def buckets(self) -> Iterator[tuple[Hashes, Owners]]:
        """The kept shingles of all articles with their numbers, sorted by shingle, then number; a
        shingle is wholly in one bucket."""
        self._write()
        self._connection.execute("CREATE INDEX IF NOT EXISTS bucket ON shingles(bucket)")
        rank = np.empty(len(self), dtype=np.int32)
        rank[self._ranking()] = np.arange(len(self), dtype=np.int32)
        for bucket in range(BUCKETS):
            rows = self._connection.execute(
                "SELECT hashes, owners FROM shingles WHERE bucket = ?", (bucket,)
            ).fetchall()
            if not rows:
                continue
            hashes = np.frombuffer(b"".join(row[0] for row in rows), np.uint64)
            owners = rank[np.frombuffer(b"".join(row[1] for row in rows), np.int32)]
            order = np.lexsort((owners, hashes))
            yield hashes[order], owners[order]

    def _ranking(self) -> Owners:
        """For each number, the article's place in the order of arrival."""
        if self._order is None:
            ids = [i.article for i in self._imprints]
            self._order = np.array(sorted(range(len(ids)), key=ids.__getitem__), dtype=np.int32)
        return self._order

    def _write(self) -> None:
        if not self._waiting:
            return
        hashes = np.concatenate([kept for kept, _ in self._waiting])
        lengths = [len(kept) for kept, _ in self._waiting]
        owners = np.repeat(np.array([a for _, a in self._waiting], dtype=np.int32), lengths)
        order = np.argsort(hashes, kind="stable")
        hashes, owners = hashes[order], owners[order]
        edges = np.arange(1, BUCKETS, dtype=np.uint64) << np.uint64(58)
        cuts = [0, *np.searchsorted(hashes, edges).tolist(), len(hashes)]
        self._connection.executemany(
            "INSERT INTO shingles VALUES (?, ?, ?)",
            (
                (bucket, hashes[start:end].tobytes(), owners[start:end].tobytes())
                for bucket, (start, end) in enumerate(pairwise(cuts))
                if end > start
            ),
        )
        self._waiting.clear()
        self._held = 0
