"""What echoes are sought in, kept on disk: the words of every article, and its winnowed shingles.

Sheets may come and go from one linking to the next. What was written of the shingles of one that went
stays, under a number that is nobody's any more.
"""

from __future__ import annotations

import sqlite3
from collections import OrderedDict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import msgspec
import numpy as np
import numpy.typing as npt

from onrecord.linking.echoes.candidates import winnow
from onrecord.linking.echoes.lineage import Imprint, imprint
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

_encode = msgspec.msgpack.Encoder().encode
_decode = msgspec.msgpack.Decoder(Imprint).decode


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
        self.connection = connection
        # An arrival's number is never used again, lest it inherit shingles.
        connection.execute(
            "CREATE TABLE IF NOT EXISTS words (arrival INTEGER PRIMARY KEY AUTOINCREMENT,"
            " article TEXT UNIQUE, imprint BLOB, count INTEGER, body BLOB)"
        )
        connection.execute(
            "CREATE TABLE IF NOT EXISTS shingles (bucket INTEGER, hashes BLOB, owners BLOB)"
        )
        connection.execute("CREATE INDEX IF NOT EXISTS shingles_bucket ON shingles(bucket)")
        self._imprints: dict[int, Imprint] = {
            arrival: _decode(body)
            for arrival, body in connection.execute("SELECT arrival, imprint FROM words")
        }
        self._waiting: list[tuple[Hashes, int]] = []
        self._held = 0
        self._order: Owners | None = None
        self._in_hand: OrderedDict[int, Sheet] = OrderedDict()

    def __len__(self) -> int:
        return len(self._imprints)

    def add(self, added: Sheet) -> None:
        words = added.words
        body = b"".join(
            part.tobytes() for part in (words.hashes, words.starts, words.ends, words.flags)
        )
        (arrival,) = self.connection.execute(
            "INSERT INTO words(article, imprint, count, body) VALUES (?, ?, ?, ?) RETURNING arrival",
            (added.imprint.article, _encode(added.imprint), len(words), body),
        ).fetchone()
        self._imprints[arrival] = added.imprint
        self._order = None
        kept = winnow(words)
        self._waiting.append((kept, arrival))
        self._held += len(kept)
        if self._held > WAITING:
            self._write()

    def forget(self, article: str) -> None:
        """Take the article's sheet out."""
        gone = self.connection.execute(
            "DELETE FROM words WHERE article = ? RETURNING arrival", (article,)
        ).fetchall()
        for (arrival,) in gone:
            del self._imprints[arrival]
        self._order = None

    def arrival(self, number: int) -> int:
        """What is this sheet's alone: made anew it gets another."""
        return int(self._ranking()[number])

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
        count, body = self.connection.execute(command, (arrival,)).fetchone()
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
        if not self._imprints:
            return
        ranking = self._ranking()
        rank = np.full(int(ranking.max(initial=-1)) + 1, -1, dtype=np.int32)
        rank[ranking] = np.arange(len(self), dtype=np.int32)
        for bucket in range(BUCKETS):
            rows = self.connection.execute(
                "SELECT hashes, owners FROM shingles WHERE bucket = ?", (bucket,)
            ).fetchall()
            hashes = np.frombuffer(b"".join(row[0] for row in rows), np.uint64)
            arrivals = np.frombuffer(b"".join(row[1] for row in rows), np.int32)
            owners = np.where(arrivals < len(rank), rank[np.minimum(arrivals, len(rank) - 1)], -1)
            hashes, owners = hashes[owners >= 0], owners[owners >= 0]
            if len(hashes):
                order = np.lexsort((owners, hashes))
                yield hashes[order], owners[order]

    def _ranking(self) -> Owners:
        """For each number, the article's arrival."""
        if self._order is None:
            arrivals = sorted(self._imprints, key=lambda at: self._imprints[at].article)
            self._order = np.array(arrivals, dtype=np.int32)
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
        self.connection.executemany(
            "INSERT INTO shingles VALUES (?, ?, ?)",
            (
                (bucket, hashes[start:end].tobytes(), owners[start:end].tobytes())
                for bucket, (start, end) in enumerate(pairwise(cuts))
                if end > start
            ),
        )
        self._waiting.clear()
        self._held = 0
