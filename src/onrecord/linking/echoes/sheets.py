"""What echoes are sought in, kept on disk: the words of every article, and its winnowed shingles.

Sheets come and go between two linkings. Those that went are kept until `settle`, since what they shared
with others has to be taken back.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

import msgspec
import numpy as np
import numpy.typing as npt

from onrecord.linking.echoes.lineage import Imprint, imprint
from onrecord.linking.echoes.runs import Runs
from onrecord.linking.echoes.shingles import winnow
from onrecord.linking.words import Words, words_of
from onrecord.model import Article

IN_HAND = 32
"""Sheets that stay in memory once read."""
IMPRINTS_IN_HAND = 4096

STAYED, CAME, WENT = 0, 1, 2
"""Of a sheet since the last linking."""

_encode = msgspec.msgpack.Encoder().encode
_decode = msgspec.msgpack.Decoder(Imprint).decode


@dataclass(frozen=True, slots=True)
class Sheet:
    """One article while echoes are sought."""

    imprint: Imprint
    words: Words


def sheet(article: Article) -> Sheet:
    return Sheet(imprint(article), words_of(article))


@dataclass(frozen=True)
class Arrivals:
    """All sheets by the numbers that they got when they came: the rank of the article's id, and whether
    they were there at the last linking and are now. Those of numbers that are nobody's neither were nor
    are."""

    rank: npt.NDArray[np.int32]
    were: npt.NDArray[np.bool_]
    are: npt.NDArray[np.bool_]

    @property
    def changed(self) -> npt.NDArray[np.bool_]:
        return self.were ^ self.are


class Sheets:
    """Sheets by article. What is kept between linkings goes by arrival instead: a number that a sheet
    gets when it comes, which is never another's, not even of the same article read again."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection
        connection.execute(
            "CREATE TABLE IF NOT EXISTS sheets (arrival INTEGER PRIMARY KEY AUTOINCREMENT,"
            f" article TEXT, state INTEGER DEFAULT {CAME}, imprint BLOB)"
        )
        connection.execute(
            "CREATE UNIQUE INDEX IF NOT EXISTS sheets_article ON sheets(article, state)"
        )
        connection.execute(
            "CREATE INDEX IF NOT EXISTS sheets_changed ON sheets(state)"
            f" WHERE state IN ({CAME}, {WENT})"
        )
        connection.execute(
            "CREATE TABLE IF NOT EXISTS words (arrival INTEGER PRIMARY KEY, count INTEGER, body BLOB)"
        )
        self.shingles = Runs(connection)
        self.imprint = lru_cache(IMPRINTS_IN_HAND)(self._imprint)
        self.words = lru_cache(IN_HAND)(self._words)

    def add(self, added: Sheet) -> None:
        words = added.words
        body = b"".join(
            part.tobytes() for part in (words.hashes, words.starts, words.ends, words.flags)
        )
        (arrival,) = self.connection.execute(
            "INSERT INTO sheets(article, imprint) VALUES (?, ?) RETURNING arrival",
            (added.imprint.article, _encode(added.imprint)),
        ).fetchone()
        self.connection.execute("INSERT INTO words VALUES (?, ?, ?)", (arrival, len(words), body))
        self.shingles.add(winnow(words), arrival)

    def forget(self, article: str) -> None:
        """Take the article's sheet out."""
        command = f"SELECT arrival, state FROM sheets WHERE article = ? AND state != {WENT}"
        for arrival, state in self.connection.execute(command, (article,)).fetchall():
            if state == CAME:
                self._delete(arrival)
            else:
                self.connection.execute(
                    f"UPDATE sheets SET state = {WENT} WHERE arrival = ?", (arrival,)
                )

    def settle(self) -> None:
        """What is there now is what was linked last."""
        changed = f"state IN ({CAME}, {WENT})"
        rows = self.connection.execute(f"SELECT arrival, state FROM sheets WHERE {changed}")
        for arrival, state in rows.fetchall():
            if state == WENT:
                self._delete(arrival)
        self.connection.execute(f"UPDATE sheets SET state = {STAYED} WHERE {changed}")

    def arrivals(self) -> Arrivals:
        (last,) = self.connection.execute(
            "SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name = 'sheets'"
        ).fetchone()
        rank = np.zeros(last + 1, dtype=np.int32)
        were, are = np.zeros(len(rank), dtype=np.bool_), np.zeros(len(rank), dtype=np.bool_)
        rows = self.connection.execute("SELECT arrival, state FROM sheets ORDER BY article")
        found = np.array(rows.fetchall(), dtype=np.int32).reshape(-1, 2)
        arrival, state = found[:, 0], found[:, 1]
        rank[arrival] = np.arange(len(found))
        were[arrival], are[arrival] = state != CAME, state != WENT
        return Arrivals(rank, were, are)

    def changed(self) -> Iterator[str]:
        """The articles of sheets that came or went since the last linking."""
        command = f"SELECT article FROM sheets WHERE state IN ({CAME}, {WENT})"
        return (article for (article,) in self.connection.execute(command))

    def arrival(self, article: str) -> int:
        """Of the sheet that is there now."""
        command = f"SELECT arrival FROM sheets WHERE article = ? AND state != {WENT}"
        row = self.connection.execute(command, (article,)).fetchone()
        if row is None:
            raise KeyError(article)
        return int(row[0])

    def __getitem__(self, article: str) -> Sheet:
        arrival = self.arrival(article)
        return Sheet(self.imprint(arrival), self.words(arrival))

    def imprints(self) -> Mapping[str, Imprint]:
        """Of what is there now, by article; each is read when it is asked for."""
        return _Imprints(self)

    def _imprint(self, arrival: int) -> Imprint:
        command = "SELECT imprint FROM sheets WHERE arrival = ?"
        return _decode(self.connection.execute(command, (arrival,)).fetchone()[0])

    def _words(self, arrival: int) -> Words:
        command = "SELECT count, body FROM words WHERE arrival = ?"
        count, body = self.connection.execute(command, (arrival,)).fetchone()
        return Words(
            np.frombuffer(body, np.uint64, count),
            np.frombuffer(body, np.int32, count, 8 * count),
            np.frombuffer(body, np.int32, count, 12 * count),
            np.frombuffer(body, np.uint8, count, 16 * count),
        )

    def _delete(self, arrival: int) -> None:
        self.connection.execute("DELETE FROM sheets WHERE arrival = ?", (arrival,))
        self.connection.execute("DELETE FROM words WHERE arrival = ?", (arrival,))


class _Imprints(Mapping[str, Imprint]):
    def __init__(self, sheets: Sheets) -> None:
        self._sheets = sheets

    def __getitem__(self, article: str) -> Imprint:
        return self._sheets.imprint(self._sheets.arrival(article))

    def __iter__(self) -> Iterator[str]:
        command = f"SELECT article FROM sheets WHERE state != {WENT} ORDER BY article"
        return (article for (article,) in self._sheets.connection.execute(command))

    def __len__(self) -> int:
        command = f"SELECT count(*) FROM sheets WHERE state != {WENT}"
        return int(self._sheets.connection.execute(command).fetchone()[0])
