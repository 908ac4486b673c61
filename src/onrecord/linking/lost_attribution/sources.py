"""The statements of every article with where their sources stand, kept on disk: what an echo can lose."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

import msgspec

from onrecord.linking.lost_attribution.lost import Sourced

_encode = msgspec.msgpack.Encoder().encode
_decode = msgspec.msgpack.Decoder(tuple[Sourced, ...]).decode


class Sources:
    """By article's id."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        connection.execute(
            "CREATE TABLE IF NOT EXISTS sourced (article TEXT PRIMARY KEY, body BLOB)"
        )

    def add(self, article: str, statements: Sequence[Sourced]) -> None:
        self._connection.execute(
            "INSERT INTO sourced VALUES (?, ?)", (article, _encode(statements))
        )

    def forget(self, article: str) -> None:
        self._connection.execute("DELETE FROM sourced WHERE article = ?", (article,))

    def of(self, article: str) -> Sequence[Sourced]:
        command = "SELECT body FROM sourced WHERE article = ?"
        row = self._connection.execute(command, (article,)).fetchone()
        return () if row is None else _decode(row[0])
