"""Statements as they are compared, on disk, and who says them.

Statements in the same words are one *node*: a much-reprinted statement is compared once, through its
stand-in, the one of least id. What is too short to be compared is a node of its own.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from hashlib import blake2b
from itertools import groupby

import msgspec

from onrecord.linking.claims.bags import numbers_of
from onrecord.linking.claims.terms import Said
from onrecord.model import NameType, Span

IN_HAND = 2048
"""Statements that stay in memory once read."""

Who = Callable[[str, tuple[str, NameType], Sequence[Span]], str | None]
"""The identity of an article's speaker, by the name and type that it knows it by and the words."""

_encoder = msgspec.msgpack.Encoder()
_decoder = msgspec.msgpack.Decoder(Said)
_spans = msgspec.msgpack.Decoder(tuple[Span, ...]).decode


class Sayings:
    """The statements of a record. First `add` and `forget`, then `voice`, then the rest.

    Three temporary tables say what changed since this was made: `touched` has those that came or are somebody
    else's now, `withdrawn` those that went, `stirred` the nodes that are to be grouped anew.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        for command in (
            """CREATE TABLE IF NOT EXISTS sayings (arrival INTEGER PRIMARY KEY AUTOINCREMENT,
                id TEXT UNIQUE, article TEXT, stance TEXT, node INTEGER, worded INTEGER,
                counting INTEGER, who TEXT, who_type TEXT, who_spans BLOB, terms BLOB)""",
            "CREATE TABLE IF NOT EXISTS said (arrival INTEGER PRIMARY KEY, body BLOB)",
            "CREATE TABLE IF NOT EXISTS voices (arrival INTEGER PRIMARY KEY, identity TEXT)",
            "DROP TABLE IF EXISTS temp.touched",
            "CREATE TEMP TABLE touched (arrival INTEGER PRIMARY KEY, came INTEGER)",
            "DROP TABLE IF EXISTS temp.withdrawn",
            """CREATE TEMP TABLE withdrawn (arrival INTEGER PRIMARY KEY, id TEXT, node INTEGER,
                worded INTEGER, terms BLOB)""",
            "CREATE INDEX temp.withdrawn_node ON withdrawn(node)",
            "DROP TABLE IF EXISTS temp.stirred",
            "CREATE TEMP TABLE stirred (node INTEGER PRIMARY KEY)",
        ):
            connection.execute(command)
        (self._known,) = connection.execute(
            "SELECT coalesce(max(arrival), 0) FROM sayings"
        ).fetchone()
        self._held = lru_cache(IN_HAND)(self._read)
        self._stand_in = lru_cache(IN_HAND)(lambda node: self.of_node(node)[0])

    def add(
        self,
        statement: Said,
        wording: tuple[object, ...] | None,
        speaker: tuple[str, NameType] | None = None,
        spans: Sequence[Span] = (),
    ) -> int:
        """The number that it has from now on. `wording` is equal for statements in the same words;
        `None` for those that are not to be compared. `speaker` is the folded name and type that its
        article knows the speaker by, `spans` are the words that give it."""
        arrival = self._connection.execute(
            "INSERT INTO sayings(id, article, stance, node, worded, counting, who, who_type, who_spans,"
            " terms) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                statement.id, statement.article, statement.stance,
                _digest(wording or (statement.id,)), wording is not None, len(statement.figures) > 0,
                *(speaker or (None, None)), _encoder.encode(spans) if speaker else None,
                numbers_of(statement.terms).tobytes(),
            ),
        ).lastrowid  # fmt: skip
        assert arrival is not None
        self._connection.execute(
            "INSERT INTO said VALUES (?, ?)", (arrival, _encoder.encode(statement))
        )
        return arrival

    def forget(self, article: str) -> None:
        """Take out the statements of the article."""
        self._connection.execute(
            "INSERT INTO withdrawn SELECT arrival, id, node, worded, terms FROM sayings"
            " WHERE article = ?",
            (article,),
        )
        for table in ("said", "voices", "sayings"):
            self._connection.execute(
                f"DELETE FROM {table} WHERE arrival IN"
                " (SELECT arrival FROM sayings WHERE article = ?)",
                (article,),
            )

    def voice(self, who: Who, renamed: Iterable[str]) -> None:
        """All have been added. Note whose the statements of the articles `renamed` are."""
        for command in (
            # Made at once when all is new, which is quicker than row by row.
            "CREATE INDEX IF NOT EXISTS sayings_article ON sayings(article, arrival)",
            "CREATE INDEX IF NOT EXISTS sayings_node ON sayings(node)",
        ):
            self._connection.execute(command)
        self._connection.execute(
            "INSERT INTO touched SELECT arrival, 1 FROM sayings WHERE arrival > ?", (self._known,)
        )
        for article in sorted(renamed):
            rows = self._connection.execute(
                "SELECT arrival, who, who_type, who_spans, identity FROM sayings LEFT JOIN voices"
                " USING (arrival) WHERE article = ? AND who IS NOT NULL",
                (article,),
            ).fetchall()
            changed = [
                (arrival, identity)
                for arrival, name, kind, spans, before in rows
                if (identity := who(article, (name, kind), _spans(spans))) != before
            ]
            self._connection.executemany("INSERT OR REPLACE INTO voices VALUES (?, ?)", changed)
            self._connection.executemany(
                "INSERT OR IGNORE INTO touched VALUES (?, 0)",
                ((arrival,) for arrival, _ in changed),
            )

    def stir(self) -> None:
        """Note the nodes of those that came or went."""
        self._connection.execute("INSERT OR IGNORE INTO stirred SELECT node FROM withdrawn")
        self._connection.execute(
            "INSERT OR IGNORE INTO stirred SELECT node FROM touched CROSS JOIN sayings USING (arrival)"
            " WHERE came"
        )

    def arrived(self) -> Iterator[tuple[int, bytes]]:
        """The nodes that are compared now and were not there, with their terms; after `stir`."""
        return self._connection.execute(
            "SELECT node, terms FROM stirred CROSS JOIN sayings USING (node) WHERE worded"
            " AND node NOT IN (SELECT node FROM withdrawn) GROUP BY node HAVING min(arrival) > ?",
            (self._known,),
        )

    def departed(self) -> Iterator[tuple[int, bytes]]:
        """The nodes that were compared and are not there, with the terms they had."""
        return self._connection.execute(
            "SELECT DISTINCT node, terms FROM withdrawn AS w WHERE worded AND NOT EXISTS"
            " (SELECT 1 FROM sayings AS s WHERE s.node = w.node)"
        )

    def everything(self) -> Iterator[tuple[int, bytes]]:
        """All nodes that are compared, with their terms."""
        return self._connection.execute("SELECT DISTINCT node, terms FROM sayings WHERE worded")

    def stirred_bags(self, least: int) -> Iterator[tuple[int, bytes]]:
        """The nodes in `stirred` that are compared and have so many terms, with these, ascending."""
        return self._connection.execute(
            "SELECT node, terms FROM stirred CROSS JOIN sayings USING (node) WHERE worded"
            " AND length(terms) >= 4 * ? GROUP BY node ORDER BY node",
            (least,),
        )

    def bags(self, nodes: Iterable[int]) -> Iterator[tuple[int, bytes]]:
        """Nodes that are compared, with their terms, in the order given."""
        for node in nodes:
            yield from self._connection.execute(
                "SELECT node, terms FROM sayings WHERE node = ? LIMIT 1", (node,)
            )

    def _read(self, arrival: int) -> Said:
        row = self._connection.execute(
            "SELECT body, identity FROM said LEFT JOIN voices USING (arrival) WHERE arrival = ?",
            (arrival,),
        ).fetchone()
        return _said(*row)

    def __getitem__(self, arrival: int) -> Said:
        return self._held(arrival)

    def of_node(self, node: int) -> list[int]:
        """In the order of ids."""
        rows = self._connection.execute(
            "SELECT arrival FROM sayings WHERE node = ? ORDER BY id", (node,)
        )
        return [arrival for (arrival,) in rows]

    def stand_in(self, node: int) -> int:
        """The one of least id."""
        return self._stand_in(node)

    def by_article(self) -> Iterator[list[tuple[int, Said]]]:
        """Of each article with a touched statement all statements in their order there, where
        some deny or decline, or several count something."""
        rows = self._connection.execute(
            "SELECT article, arrival, body, identity FROM sayings JOIN said USING (arrival)"
            " LEFT JOIN voices USING (arrival) WHERE article IN (SELECT article FROM sayings WHERE"
            " article IN (SELECT article FROM touched CROSS JOIN sayings USING (arrival))"
            " GROUP BY article HAVING max(stance IN ('deny', 'decline')) OR sum(counting) > 1)"
            " ORDER BY article, arrival"
        )
        for _, group in groupby(rows, key=lambda row: row[0]):
            yield [(row[1], _said(row[2], row[3])) for row in group]


def _digest(wording: tuple[object, ...]) -> int:
    plain = [sorted(part) if isinstance(part, frozenset) else part for part in wording]
    digest = blake2b(repr(plain).encode(), digest_size=8).digest()
    return int.from_bytes(digest, signed=True)


def _said(body: bytes, speaker: str | None) -> Said:
    kept = _decoder.decode(body)
    return kept if speaker is None else msgspec.structs.replace(kept, speaker=speaker)
