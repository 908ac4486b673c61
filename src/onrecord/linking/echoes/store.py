"""The echoes of a record, kept from one linking to the next: only pairs that may have changed are compared."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import msgspec

from onrecord.linking.echoes.candidates import Candidates, Pair
from onrecord.linking.echoes.pairs import echo_between
from onrecord.linking.echoes.sheets import Sheet, Sheets
from onrecord.linking.scratch import scratch
from onrecord.model import Echo

_encode = msgspec.msgpack.Encoder().encode
_decode = msgspec.msgpack.Decoder(Echo).decode


def find_echoes(sheets: Iterable[Sheet]) -> list[Echo]:
    """All echoes among the articles, sorted by article ids. Each pair has at most one."""
    with scratch() as connection:
        kept = Sheets(connection)
        for each in sheets:
            kept.add(each)
        found = [compared.now for compared in Echoes(kept).update() if compared.now]
    return sorted(found, key=lambda echo: (echo.article, echo.of_article))


class Compared(NamedTuple):
    """The echo of two articles at the last linking and now."""

    before: Echo | None
    now: Echo | None


class Echoes:
    """By the ids of their articles."""

    def __init__(self, sheets: Sheets) -> None:
        self._connection = sheets.connection
        self._candidates = Candidates(sheets)
        self._connection.execute(
            "CREATE TABLE IF NOT EXISTS echoes (article TEXT, of_article TEXT, plain BLOB, body BLOB)"
        )
        self._connection.execute(
            "CREATE UNIQUE INDEX IF NOT EXISTS echoes_article ON echoes(article, of_article)"
        )
        self._connection.execute(
            "CREATE INDEX IF NOT EXISTS echoes_of_article ON echoes(of_article)"
        )

    def update(self) -> Iterator[Compared]:
        """Compare what the sheets that came and went have touched. The work is done as the outcome is
        taken, two sheets in memory at a time; all of it is to be taken."""
        again = self._candidates.update()
        for pair in sorted({*again.gone}.difference(again.due)):
            yield self._keep(pair, None)
        last: tuple[str, Sheet] | None = None
        for one, other in again.due:
            if last is None or last[0] != one:
                last = one, self._candidates.marked(one)
            yield self._keep((one, other), echo_between(last[1], self._candidates.marked(other)))

    def of(self, article: str) -> Sequence[Echo]:
        """What the article echoes, without the changes, in the order of ids."""
        command = "SELECT plain FROM echoes WHERE article = ? ORDER BY of_article"
        return [_decode(row[0]) for row in self._connection.execute(command, (article,))]

    def touching(self, article: str) -> Sequence[Echo]:
        """Those with the article on either side, without the changes."""
        command = """SELECT plain, article, of_article FROM echoes WHERE article = ?1
            UNION ALL SELECT plain, article, of_article FROM echoes WHERE of_article = ?1
            ORDER BY 2, 3"""
        return [_decode(row[0]) for row in self._connection.execute(command, (article,))]

    def between(self, one: str, other: str) -> Echo | None:
        """Whichever way it went."""
        command = """SELECT body FROM echoes WHERE article = ?1 AND of_article = ?2
            UNION ALL SELECT body FROM echoes WHERE article = ?2 AND of_article = ?1"""
        row = self._connection.execute(command, (one, other)).fetchone()
        return None if row is None else _decode(row[0])

    def _keep(self, pair: Pair, now: Echo | None) -> Compared:
        before = self.between(*pair)
        if before != now:
            if before:
                command = "DELETE FROM echoes WHERE article = ? AND of_article = ?"
                self._connection.execute(command, (before.article, before.of_article))
            if now:
                row = now.article, now.of_article, _encode(plain(now)), _encode(now)
                self._connection.execute("INSERT INTO echoes VALUES (?, ?, ?, ?)", row)
        return Compared(before, now)


def plain(echo: Echo) -> Echo:
    """Without the changes and what was lost."""
    return msgspec.structs.replace(echo, changes=(), lost_attribution=())
