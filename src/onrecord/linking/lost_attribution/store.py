"""The echoes of a record with what their lines lost on the way, kept from one linking to the next."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import msgspec

from onrecord.linking.delta import Delta
from onrecord.linking.echoes.sheets import Sheets
from onrecord.linking.echoes.store import Echoes, plain
from onrecord.linking.lost_attribution.lost import once, with_lost
from onrecord.linking.lost_attribution.sources import Sources
from onrecord.linking.words import Words
from onrecord.model import Echo, LostAttribution

_encode = msgspec.msgpack.Encoder().encode
_echo = msgspec.msgpack.Decoder(Echo).decode
_lines = msgspec.msgpack.Decoder(tuple[LostAttribution, ...]).decode

NOTHING = _encode(())

Key = tuple[str, str]
"""Of an echo: its articles."""


@dataclass(frozen=True)
class Echoed:
    """What an update changed: echoes, and the articles, on either side, of which `of` and `touching`
    give other echoes than before."""

    delta: Delta[Echo]
    touched: frozenset[str]


class EchoStore:
    """By the ids of their articles. A line that lost something is told of with one original only (`once`),
    so what was found between any two articles is kept beside what is told of it."""

    def __init__(self, sheets: Sheets, sources: Sources) -> None:
        self._sheets, self._sources = sheets, sources
        self._echoes = Echoes(sheets)
        self._connection = sheets.connection
        self._connection.execute(
            "CREATE TABLE IF NOT EXISTS losses (article TEXT, of_article TEXT, found BLOB, told BLOB,"
            " PRIMARY KEY (article, of_article))"
        )

    def update(self) -> Echoed:
        """Take in the sheets that came and went since the last update, and their sources."""
        changed = frozenset(self._sheets.changed())
        gone: list[str] = []
        put: set[Key] = set()
        touched: set[str] = set()
        for before, now in self._echoes.update():
            if before and (now is None or now.id != before.id):
                gone.append(before.id)
            if (before and plain(before)) != (now and plain(now)):
                touched.update(*map(_key, filter(None, (before, now))))
            if before and before != now:
                self._drop(before)
            if now and before != now:
                put.add(_key(now))
            if now and (before != now or not changed.isdisjoint(_key(now))):
                self._find(now)
        if changed:
            put.update(self._tell())
            self._sheets.settle()
        return Echoed(Delta(gone, self._read(sorted(put))), frozenset(touched))

    def of(self, article: str) -> Sequence[Echo]:
        """What the article echoes, without changes and what was lost, in the order of ids."""
        return self._echoes.of(article)

    def touching(self, article: str) -> Sequence[Echo]:
        """Those with the article on either side, likewise."""
        return self._echoes.touching(article)

    def all(self) -> Iterator[Echo]:
        """All echoes, by the ids of their articles."""
        keys = self._connection.execute(
            "SELECT article, of_article FROM echoes ORDER BY article, of_article"
        )
        return self._read(keys)

    def _find(self, echo: Echo) -> None:
        """Look for what was lost between the two articles."""

        def words(article: str) -> Words:
            return self._sheets[article].words

        found = with_lost(echo, words, self._sources.of, self._sheets.imprints())
        self._connection.execute(
            "INSERT INTO losses VALUES (?, ?, ?, ?)"
            " ON CONFLICT DO UPDATE SET found = excluded.found",
            (*_key(echo), _encode(found.lost_attribution), NOTHING),
        )

    def _drop(self, echo: Echo) -> None:
        command = "DELETE FROM losses WHERE article = ? AND of_article = ?"
        self._connection.execute(command, _key(echo))

    def _tell(self) -> Iterator[Key]:
        """Tell of each line once; the echoes of which something else is told than before."""
        rows = self._connection.execute(
            "SELECT plain, found, told FROM losses JOIN echoes USING (article, of_article)"
            " WHERE found != ?1 OR told != ?1",
            (NOTHING,),
        ).fetchall()
        found = [_with(_echo(body), lines) for body, lines, _ in rows]
        for echo, (*_, before) in zip(once(found, self._sheets.imprints()), rows, strict=True):
            told = _encode(echo.lost_attribution)
            if told != before:
                command = "UPDATE losses SET told = ? WHERE article = ? AND of_article = ?"
                self._connection.execute(command, (told, *_key(echo)))
                yield _key(echo)
        self._connection.execute("DELETE FROM losses WHERE found = ?", (NOTHING,))

    def _read(self, keys: Iterable[Key]) -> Iterator[Echo]:
        command = (
            "SELECT body, told FROM echoes LEFT JOIN losses USING (article, of_article)"
            " WHERE article = ? AND of_article = ?"
        )
        for key in keys:
            body, told = self._connection.execute(command, key).fetchone()
            yield _with(_echo(body), told) if told else _echo(body)


def _with(echo: Echo, lines: bytes) -> Echo:
    return msgspec.structs.replace(echo, lost_attribution=_lines(lines))


def _key(echo: Echo) -> Key:
    return echo.article, echo.of_article
