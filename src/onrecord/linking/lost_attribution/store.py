"""Echoes that were found, on disk until what they lost is known."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from onrecord.linking.echoes.lineage import Imprint
from onrecord.linking.echoes.remembered import NOTHING, Remembered
from onrecord.linking.echoes.sheets import Sheets
from onrecord.linking.lost_attribution.lost import once, with_lost
from onrecord.linking.lost_attribution.sources import Sources
from onrecord.linking.words import Words
from onrecord.model import Echo, LostAttribution

_encode = msgspec.msgpack.Encoder().encode
_echo = msgspec.msgpack.Decoder(Echo)
_lost = msgspec.msgpack.Decoder(tuple[LostAttribution, ...]).decode


class EchoStore:
    """The echoes of a record, by the ids of their articles."""

    def __init__(self, connection: sqlite3.Connection, echoes: Iterable[Echo]) -> None:
        self._connection = connection
        connection.execute(
            "CREATE TEMP TABLE echoes (article TEXT, of_article TEXT, plain BLOB, body BLOB)"
        )
        connection.executemany("INSERT INTO echoes VALUES (?, ?, ?, ?)", map(_row, echoes))
        connection.execute("CREATE INDEX temp.echoes_article ON echoes(article, of_article)")
        connection.execute("CREATE INDEX temp.echoes_of_article ON echoes(of_article)")

    def of(self, article: str) -> Sequence[Echo]:
        """What the article echoes, without the changes, in the order of ids."""
        command = "SELECT plain FROM echoes WHERE article = ? ORDER BY of_article"
        return [_echo.decode(row[0]) for row in self._connection.execute(command, (article,))]

    def touching(self, article: str) -> Sequence[Echo]:
        """Those with the article on either side, without the changes."""
        command = """SELECT plain, article, of_article FROM echoes WHERE article = ?1
            UNION ALL SELECT plain, article, of_article FROM echoes WHERE of_article = ?1
            ORDER BY 2, 3"""
        return [_echo.decode(row[0]) for row in self._connection.execute(command, (article,))]

    def with_lost(
        self, sheets: Sheets, sources: Sources, imprints: Mapping[str, Imprint]
    ) -> Iterator[Echo]:
        """All echoes with what they lost, by the ids of their articles."""
        numbers = {i.article: n for n, i in enumerate(sheets.imprints())}

        def words(article: str) -> Words:
            return sheets[numbers[article]].words

        remembered = Remembered(sheets, "lost")

        def found() -> Iterator[Echo]:
            for echo in self._all():
                pair = numbers[echo.article], numbers[echo.of_article]
                inputs = zlib.crc32(_encode(echo))
                body = remembered.get(*pair, inputs)
                if body is None:
                    lost = with_lost(echo, words, sources.of, imprints).lost_attribution
                    body = _encode(lost) if lost else NOTHING
                    remembered.put(*pair, inputs, body)
                if body != NOTHING:
                    yield msgspec.structs.replace(echo, lost_attribution=_lost(body))

        lost = once(list(found()), imprints)
        lines = {(e.article, e.of_article): e.lost_attribution for e in lost}
        for echo in self._all():
            kept = lines.get((echo.article, echo.of_article), ())
            yield msgspec.structs.replace(echo, lost_attribution=kept)

    def _all(self) -> Iterator[Echo]:
        command = "SELECT body FROM echoes ORDER BY article, of_article"
        return (_echo.decode(body) for (body,) in self._connection.execute(command))


def _row(echo: Echo) -> tuple[str, str, bytes, bytes]:
    plain = msgspec.structs.replace(echo, changes=(), lost_attribution=())
    return echo.article, echo.of_article, _encode(plain), _encode(echo)
