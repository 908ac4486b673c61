"""What is denied by which denial, on disk: within articles, and elsewhere in the record."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

import numpy as np

from onrecord.linking.claims.bags import Bags, numbers_of, shared
from onrecord.linking.claims.denials import ELSEWHERE, denied_here, is_open, meets, proposition
from onrecord.linking.claims.lookup import Lookup
from onrecord.linking.claims.postings import Crossed, Postings
from onrecord.linking.claims.sayings import Sayings
from onrecord.linking.claims.terms import Said
from onrecord.linking.distinct import distinct

MET = 2
"""Rare words that a denial shares with a statement elsewhere to be compared with it."""
Denied = tuple[int, int, str]
"""A statement, its denial, and why they belong together."""


class Denying:
    """Pairs of a statement and its denial; the nodes of those that change are added to `stirred`."""

    def __init__(
        self, connection: sqlite3.Connection, sayings: Sayings, postings: Postings
    ) -> None:
        self._connection = connection
        self._sayings = sayings
        self._postings = postings
        self._open = Lookup(connection, "open_denials")
        connection.execute(
            """CREATE TABLE IF NOT EXISTS denials (claimed INTEGER, denial INTEGER,
                claimed_node INTEGER, denial_node INTEGER, because TEXT, elsewhere INTEGER,
                PRIMARY KEY (denial, claimed)) WITHOUT ROWID"""
        )
        for column in ("claimed", "claimed_node", "denial_node"):
            connection.execute(f"CREATE INDEX IF NOT EXISTS denials_{column} ON denials({column})")

    def add(self, arrival: int, said: Said) -> None:
        if is_open(said):
            self._open.add(arrival, numbers_of(proposition(said)))

    def forget(self, article: str) -> None:
        """Before its statements are forgotten."""
        self._open.forget(article)

    def withdraw(self) -> None:
        """Take out the pairs of which one went."""
        for column in ("claimed", "denial"):
            self._drop(f"{column} IN (SELECT arrival FROM withdrawn)")

    def beside(self, statements: Sequence[tuple[int, Said]]) -> None:
        """Look anew at an article, whose statements these are."""
        if any(said.stance == "deny" for _, said in statements):
            own = "SELECT arrival FROM sayings WHERE article = ? AND stance = 'deny'"
            self._drop(f"denial IN ({own}) AND NOT elsewhere", statements[0][1].article)
            self._put(denied_here(statements), elsewhere=False)

    def update(self, crossed: Crossed) -> None:
        """Look elsewhere for what is denied, where that may have changed."""
        asked = self._open.touched()
        if self._open.untouched():
            asked.update(self._concerned())
            asked |= {a for term in crossed.terms for a in self._open.having(term)}
        for arrival in sorted(asked):
            self._drop("denial = ? AND elsewhere", arrival)
        bags = self._open.bags(asked)
        if len(bags):
            self._put(self._elsewhere(bags), elsewhere=True)

    def _concerned(self) -> Iterable[int]:
        """Denials that meet statements that were touched."""
        rows = self._connection.execute(
            "SELECT DISTINCT node, terms FROM touched CROSS JOIN sayings USING (arrival) WHERE worded"
        )
        bags = Bags.of(rows)
        told = self._postings.tell(distinct(bags.terms))
        holding = {term: found for term in told if (found := self._open.having(term))}
        for at in range(len(bags)):
            met: Counter[int] = Counter()
            for term in bags[at].tolist():
                met.update(holding.get(term, ()))
            yield from (arrival for arrival, count in met.items() if count >= MET)

    def _elsewhere(self, bags: Bags) -> Iterator[Denied]:
        for first, nodes in self._postings.meet(bags, MET):
            every, second = np.unique(nodes, return_inverse=True)
            there = Bags.of(self._sayings.bags(every.tolist()))
            found = shared(bags, first, there, second.astype(np.int64))
            fit = found.common >= ELSEWHERE / 2 * found.one
            for place, node in zip(first[fit].tolist(), nodes[fit].tolist(), strict=True):
                arrival = int(bags.keys[place])
                denial = self._sayings[arrival]
                for other in self._sayings.of_node(node):
                    if meets(self._sayings[other], denial):
                        yield other, arrival, "it says elsewhere, in the same weeks, what is denied"

    def _drop(self, condition: str, *values: int | str) -> None:
        gone = self._connection.execute(
            f"DELETE FROM denials WHERE {condition} RETURNING claimed_node, denial_node", values
        ).fetchall()
        self._stir(node for pair in gone for node in pair)

    def _put(self, found: Iterable[Denied], *, elsewhere: bool) -> None:
        for claimed, denial, because in list(found):
            (nodes,) = self._connection.execute(
                "INSERT INTO denials SELECT c.arrival, d.arrival, c.node, d.node, ?, ? FROM sayings AS c,"
                " sayings AS d WHERE c.arrival = ? AND d.arrival = ? RETURNING claimed_node, denial_node",
                (because, elsewhere, claimed, denial),
            ).fetchall()
            self._stir(nodes)

    def _stir(self, nodes: Iterable[int]) -> None:
        self._connection.executemany(
            "INSERT OR IGNORE INTO stirred VALUES (?)", ((node,) for node in nodes)
        )
