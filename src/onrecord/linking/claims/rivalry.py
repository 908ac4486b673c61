"""Figures that cannot both hold, on disk: of one article, and of statements alike but for a number."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from onrecord.linking.claims.count import Count
from onrecord.linking.claims.figures import Rivals, rivals_apart, rivals_beside
from onrecord.linking.claims.sayings import Sayings
from onrecord.linking.claims.terms import Said

_encode = msgspec.msgpack.Encoder().encode
_counts = msgspec.msgpack.Decoder(tuple[Count, Count]).decode


class Rivalry:
    """Pairs of statements with their rival counts; the nodes of those that change are added to
    `stirred`."""

    def __init__(self, connection: sqlite3.Connection, sayings: Sayings) -> None:
        self._connection = connection
        self._sayings = sayings
        connection.execute(
            """CREATE TABLE IF NOT EXISTS rivals (one INTEGER, other INTEGER, one_node INTEGER,
                other_node INTEGER, beside INTEGER, counts BLOB)"""
        )
        for column in ("one", "other", "one_node", "other_node"):
            connection.execute(f"CREATE INDEX IF NOT EXISTS rivals_{column} ON rivals({column})")

    def withdraw(self) -> None:
        """Take out the pairs of which one went."""
        for column in ("one", "other"):
            self._drop(f"{column} IN (SELECT arrival FROM withdrawn)")

    def beside(self, statements: Sequence[tuple[int, Said]]) -> None:
        """Look anew at an article, whose statements these are."""
        own = "SELECT arrival FROM sayings WHERE article = ? AND counting"
        self._drop(f"one IN ({own}) AND beside", statements[0][1].article)
        self._put(rivals_beside(statements), beside=True)

    def update(self) -> None:
        """Look at all alike but for a number of which one is in `stirred` or touched."""
        self._connection.execute(
            "INSERT OR IGNORE INTO stirred SELECT node FROM touched CROSS JOIN sayings USING (arrival)"
        )
        for column in ("one_node", "other_node"):
            self._drop(f"NOT beside AND {column} IN (SELECT node FROM stirred)")
        self._put(self._apart(), beside=False)

    def _apart(self) -> Iterator[Rivals]:
        pairs = self._connection.execute(
            "SELECT DISTINCT min(one, other), max(one, other) FROM alike"
            " WHERE figures AND one IN (SELECT node FROM stirred)"
        ).fetchall()
        for pair in pairs:
            one, other = map(self._sayings.stand_in, pair)
            found = rivals_apart(self._sayings[one], self._sayings[other])
            if found:
                yield one, other, *found

    def all(self) -> Iterator[tuple[Said, Said, Count, Count]]:
        """By ids."""
        rows = self._connection.execute(
            "SELECT r.one, r.other, counts FROM rivals AS r, sayings AS o, sayings AS p"
            " WHERE o.arrival = r.one AND p.arrival = r.other ORDER BY o.id, p.id, beside"
        )
        for one, other, counts in rows:
            yield self._sayings[one], self._sayings[other], *_counts(counts)

    def _drop(self, condition: str, *values: int | str) -> None:
        gone = self._connection.execute(
            f"DELETE FROM rivals WHERE {condition} RETURNING one_node, other_node", values
        ).fetchall()
        self._stir(gone)

    def _put(self, found: Iterable[Rivals], *, beside: bool) -> None:
        for one, other, count, against in list(found):
            nodes = self._connection.execute(
                "INSERT INTO rivals SELECT o.arrival, p.arrival, o.node, p.node, ?, ? FROM sayings AS o,"
                " sayings AS p WHERE o.arrival = ? AND p.arrival = ? RETURNING one_node, other_node",
                (beside, _encode((count, against)), one, other),
            ).fetchall()
            self._stir(nodes)

    def _stir(self, pairs: Iterable[tuple[int, int]]) -> None:
        self._connection.executemany(
            "INSERT OR IGNORE INTO stirred VALUES (?)", ((node,) for pair in pairs for node in pair)
        )
