"""Echoes that were found, kept on disk with the statements that may have lost their source."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

import msgspec

from onrecord.linking.lineage import Imprint
from onrecord.linking.lost_attribution import Sourced, once, with_lost
from onrecord.linking.sheets import Sheets
from onrecord.linking.words import Words
from onrecord.model import Echo

_encode = msgspec.msgpack.Encoder().encode
_echo = msgspec.msgpack.Decoder(Echo)
_sourced = msgspec.msgpack.Decoder(tuple[Sourced, ...])


class EchoStore:
    """The echoes of a record, by the ids of their articles."""

    def __init__(self, connection: sqlite3.Connection, echoes: Iterable[Echo]) -> None:
        self._connection = connection
        connection.execute(
            "CREATE TABLE echoes (article TEXT, of_article TEXT, plain BLOB, body BLOB)"
        )
        connection.execute("CREATE TABLE sourced (article TEXT PRIMARY KEY, body BLOB)")
        connection.executemany("INSERT INTO echoes VALUES (?, ?, ?, ?)", map(_row, echoes))
        connection.execute("CREATE INDEX echoes_article ON echoes(article, of_article)")
        connection.execute("CREATE INDEX echoes_of_article ON echoes(of_article)")

    def has(self, article: str) -> bool:
        """Whether the article is on either side of an echo."""
        command = "SELECT 1 FROM echoes WHERE article = ?1 UNION ALL SELECT 1 FROM echoes WHERE of_article = ?1"
        return self._connection.execute(command, (article,)).fetchone() is not None

    def of(self, article: str) -> Sequence[Echo]:
        """What the article echoes, without the changes, in the order of ids."""
        command = "SELECT plain FROM echoes WHERE article = ? ORDER BY of_article"
        return [_echo.decode(row[0]) for row in self._connection.execute(command, (article,))]

    def keep(self, article: str, statements: Sequence[Sourced]) -> None:
        """The article's statements, for `with_lost`."""
        self._connection.execute(
            "INSERT INTO sourced VALUES (?, ?)", (article, _encode(statements))
        )

    def with_lost(self, sheets: Sheets, imprints: Mapping[str, Imprint]) -> Iterator[Echo]:
        """All echoes with what they lost, by the ids of their articles."""
        numbers = {i.article: n for n, i in enumerate(sheets.imprints())}

        def words(article: str) -> Words:
            return sheets[numbers[article]].words

        rows = self._connection.execute(
            "SELECT article, body FROM echoes ORDER BY article, of_article"
        )
        for _, group in groupby(rows, key=lambda row: row[0]):
            own = [
                with_lost(_echo.decode(body), words, self._statements, imprints)
                for _, body in group
            ]
            yield from once(own, imprints)

    def _statements(self, article: str) -> Sequence[Sourced]:
        command = "SELECT body FROM sourced WHERE article = ?"
        row = self._connection.execute(command, (article,)).fetchone()
        return () if row is None else _sourced.decode(row[0])


def _row(echo: Echo) -> tuple[str, str, bytes, bytes]:
    plain = msgspec.structs.replace(echo, changes=(), lost_attribution=())
    return echo.article, echo.of_article, _encode(plain), _encode(echo)
