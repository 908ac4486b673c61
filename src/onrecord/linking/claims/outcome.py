"""Claims, disputes and what statements belong to, on disk, and what of it changed."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

import msgspec

from onrecord.linking.delta import Delta
from onrecord.model import Claim, Dispute, StatementLink

ClaimOf = Callable[[str], str]
"""The claim of a statement, by its id; `""` where it is of none."""

_encode = msgspec.msgpack.Encoder().encode
_claim = msgspec.msgpack.Decoder(Claim).decode
_dispute = msgspec.msgpack.Decoder(Dispute).decode


@dataclass(frozen=True)
class Reckoned:
    """What changed, or all there is, to be read before anything changes again."""

    claims: Delta[Claim]
    disputes: Delta[Dispute]
    statements: Delta[StatementLink]


class Outcome:
    """What was found the last time. The temporary table `reclaimed` has the statements that are of
    another claim since, or of none."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        for command in (
            "CREATE TABLE IF NOT EXISTS claims (id TEXT PRIMARY KEY, body BLOB) WITHOUT ROWID",
            "CREATE TABLE IF NOT EXISTS claimed (id TEXT PRIMARY KEY, claim TEXT, node INTEGER)",
            "CREATE INDEX IF NOT EXISTS claimed_node ON claimed(node)",
            "CREATE TABLE IF NOT EXISTS disputes (id TEXT PRIMARY KEY, over TEXT, body BLOB)",
            "CREATE INDEX IF NOT EXISTS disputes_over ON disputes(over)",
            "DROP TABLE IF EXISTS temp.remade",
            "CREATE TEMP TABLE remade (id TEXT PRIMARY KEY, body BLOB) WITHOUT ROWID",
            "DROP TABLE IF EXISTS temp.claimed_before",
            "CREATE TEMP TABLE claimed_before (id TEXT PRIMARY KEY, claim TEXT) WITHOUT ROWID",
            "DROP TABLE IF EXISTS temp.claimed_now",
            "CREATE TEMP TABLE claimed_now (id TEXT PRIMARY KEY, claim TEXT) WITHOUT ROWID",
            "DROP TABLE IF EXISTS temp.reclaimed",
            "CREATE TEMP TABLE reclaimed (id TEXT PRIMARY KEY) WITHOUT ROWID",
        ):
            connection.execute(command)

    def stir(self, articles: Iterable[str]) -> None:
        """Note the nodes of the articles' statements that are of claims."""
        self._connection.executemany(
            "INSERT OR IGNORE INTO stirred SELECT c.node FROM sayings JOIN claimed AS c USING (id)"
            " WHERE article = ?",
            ((article,) for article in sorted(articles)),
        )

    def replace(
        self,
        made: Iterable[tuple[Claim, Dispute | None]],
        across: Callable[[ClaimOf], Iterable[Dispute]],
    ) -> Reckoned:
        """Put claims, each with the dispute over it, in the place of what was found the last time of the
        statements in `stirred`; `across` gives all disputes that are not over one claim."""
        disputes = list(self._take(made))
        gone = self._claims()
        disputes += [(None, dispute) for dispute in across(self._claim_of)]
        return Reckoned(Delta(gone, self._bodies()), self._disputes(disputes), self._statements())

    def _take(
        self, made: Iterable[tuple[Claim, Dispute | None]]
    ) -> Iterator[tuple[str | None, Dispute]]:
        for claim, dispute in made:
            self._connection.execute("INSERT INTO remade VALUES (?, ?)", (claim.id, _encode(claim)))
            self._connection.executemany(
                "INSERT INTO claimed_now VALUES (?, ?)", ((i, claim.id) for i in claim.statements)
            )
            if dispute:
                yield claim.id, dispute
        for here, key in (("stirred", "node"), ("withdrawn", "id")):
            self._connection.execute(
                "INSERT OR IGNORE INTO claimed_before"
                f" SELECT c.id, claim FROM {here} CROSS JOIN claimed AS c USING ({key})"
            )

    def _claims(self) -> list[str]:
        """Put the claims in place, and return the ids of those that are no more."""
        for one, other in (("claimed_before", "claimed_now"), ("claimed_now", "claimed_before")):
            self._connection.execute(
                f"INSERT OR IGNORE INTO reclaimed SELECT o.id FROM {one} AS o LEFT JOIN {other} AS p"
                " USING (id) WHERE o.claim IS NOT p.claim"
            )
        gone = [
            claim
            for (claim,) in self._connection.execute(
                "SELECT DISTINCT claim FROM claimed_before WHERE claim NOT IN (SELECT id FROM remade)"
            )
        ]
        for command in (
            "DELETE FROM remade WHERE EXISTS"
            " (SELECT 1 FROM claims AS c WHERE c.id = remade.id AND c.body = remade.body)",
            "INSERT OR REPLACE INTO claims SELECT id, body FROM remade",
            "DELETE FROM claimed WHERE id IN (SELECT id FROM claimed_before)",
            "INSERT INTO claimed SELECT id, claim, node FROM claimed_now JOIN sayings USING (id)",
        ):
            self._connection.execute(command)
        self._connection.executemany("DELETE FROM claims WHERE id = ?", ((i,) for i in gone))
        return gone

    def _bodies(self, table: str = "remade") -> Iterator[Claim]:
        for (body,) in self._connection.execute(f"SELECT body FROM {table} ORDER BY id"):
            yield _claim(body)

    def _claim_of(self, statement: str) -> str:
        row = self._connection.execute(
            "SELECT claim FROM claimed WHERE id = ?", (statement,)
        ).fetchone()
        return row[0] if row else ""

    def _disputes(self, found: Iterable[tuple[str | None, Dispute]]) -> Delta[Dispute]:
        before = dict(
            self._connection.execute(
                "SELECT id, body FROM disputes WHERE over IS NULL OR over IN"
                " (SELECT claim FROM claimed_before)"
            )
        )
        now = {dispute.id: (over, _encode(dispute)) for over, dispute in found}
        gone = sorted(before.keys() - now.keys())
        self._connection.executemany("DELETE FROM disputes WHERE id = ?", ((i,) for i in gone))
        changed = [(i, *row) for i, row in sorted(now.items()) if before.get(i) != row[1]]
        self._connection.executemany("INSERT OR REPLACE INTO disputes VALUES (?, ?, ?)", changed)
        return Delta(gone, [_dispute(body) for _, _, body in changed])

    def reclaimed(self) -> Iterator[str]:
        """The statements that are of another claim now, or of none."""
        return (i for (i,) in self._connection.execute("SELECT id FROM reclaimed"))

    def _statements(self) -> Delta[StatementLink]:
        self._connection.execute(
            "INSERT OR IGNORE INTO touched"
            " SELECT arrival, 0 FROM reclaimed CROSS JOIN sayings USING (id)"
        )
        gone = self._connection.execute(
            "SELECT id FROM withdrawn UNION ALL SELECT id FROM touched CROSS JOIN sayings USING (arrival)"
            " LEFT JOIN voices USING (arrival) LEFT JOIN claimed USING (id)"
            " WHERE NOT came AND coalesce(identity, claim) IS NULL"
        )
        return Delta(
            (i for (i,) in gone), self._links("touched CROSS JOIN sayings USING (arrival)")
        )

    def _links(self, some: str = "sayings") -> Iterator[StatementLink]:
        """Of those of the statements that have an identity or a claim."""
        rows = self._connection.execute(
            f"SELECT id, identity, claim FROM {some} LEFT JOIN voices USING (arrival)"
            " LEFT JOIN claimed USING (id) WHERE coalesce(identity, claim) IS NOT NULL"
        )
        for row in rows:
            yield StatementLink(*row)

    def all(self) -> Reckoned:
        """All there is."""
        disputes = self._connection.execute("SELECT body FROM disputes ORDER BY id")
        return Reckoned(
            Delta(put=self._bodies("claims")),
            Delta(put=(_dispute(body) for (body,) in disputes)),
            Delta(put=self._links()),
        )
