"""Which demand is refused by which statement, on disk."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from onrecord.linking.claims.bags import numbers_of
from onrecord.linking.claims.lookup import Lookup
from onrecord.linking.claims.refusals import answers, refused_here, refuses
from onrecord.linking.claims.sayings import Sayings
from onrecord.linking.claims.terms import Said

WORDS = 2
"""Content words, names apart, that a demand and its refusal share."""
SHARE = 0.6
"""Share of a refusal's content words that come from the demand."""
COMMON = 50
"""Demands a word may stand in to lead to them: rarer words lead to the demand, common ones astray."""


class Refusing:
    """Pairs of a demand and its refusal; the nodes of those that change are added to `stirred`.

    The words of the demand come back in the refusal, by whom it was asked for; or the refusal
    stands after the demand and points back to it.
    """

    def __init__(self, connection: sqlite3.Connection, sayings: Sayings) -> None:
        self._connection = connection
        self._sayings = sayings
        self._demands = Lookup(connection, "demands")
        self._answers = Lookup(connection, "answers")
        connection.execute(
            "CREATE TABLE IF NOT EXISTS refusals (demand INTEGER, answer INTEGER, in_words INTEGER,"
            " PRIMARY KEY (answer, demand, in_words)) WITHOUT ROWID"
        )
        connection.execute("CREATE INDEX IF NOT EXISTS refusals_demand ON refusals(demand)")

    def add(self, arrival: int, said: Said) -> None:
        words = numbers_of(said.terms - set(said.names))
        if said.stance == "demand":
            self._demands.add(arrival, words)
        elif refuses(said):
            self._answers.add(arrival, words)

    def forget(self, article: str) -> None:
        """Before its statements are forgotten."""
        self._demands.forget(article)
        self._answers.forget(article)

    def withdraw(self) -> None:
        """Take out the pairs of which one went."""
        for column in ("demand", "answer"):
            self._drop(f"{column} IN (SELECT arrival FROM withdrawn)")

    def beside(self, statements: Sequence[tuple[int, Said]]) -> None:
        """Look anew at an article, whose statements these are."""
        own = "SELECT arrival FROM sayings WHERE article = ? AND stance IN ('deny', 'decline')"
        self._drop(f"answer IN ({own}) AND NOT in_words", statements[0][1].article)
        self._put(refused_here(statements), in_words=False)

    def update(self) -> None:
        """Look in all articles for what is refused, where that may have changed."""
        asked = self._answers.touched() | set(self._concerned())
        for arrival in sorted(asked):
            self._drop("answer = ? AND in_words", arrival)
        self._put(self._refused(asked), in_words=True)

    def _concerned(self) -> Iterator[int]:
        """Answers that share a word with demands that changed."""
        went, touched = self._demands.changed_terms()
        for term in sorted(went.keys() | touched.keys()):
            most = COMMON + touched[term]
            if len(self._demands.having(term, most + 1)) <= most:
                yield from self._answers.having(term)

    def _refused(self, asked: Iterable[int]) -> Iterator[tuple[int, int]]:
        bags = self._answers.bags(asked)
        for at, arrival in enumerate(bags.keys.tolist()):
            words = bags[at].tolist()
            met: Counter[int] = Counter()
            for term in words:
                having = self._demands.having(term, COMMON + 1)
                met.update(having if len(having) <= COMMON else ())
            enough = max(WORDS, SHARE * len(words))
            fit = [(-count, demand) for demand, count in met.items() if count >= enough]
            answer = self._sayings[arrival] if fit else None
            best = min(
                (
                    (order, said.id, demand)
                    for order, demand in fit
                    if answer and answers(answer, said := self._sayings[demand])
                ),
                default=None,
            )
            if best:
                yield best[2], arrival

    def all(self) -> Iterator[tuple[Said, Said]]:
        """By ids."""
        rows = self._connection.execute(
            "SELECT DISTINCT demand, answer FROM refusals JOIN sayings AS d ON d.arrival = demand"
            " JOIN sayings AS a ON a.arrival = answer ORDER BY d.id, a.id"
        )
        for demand, answer in rows:
            yield self._sayings[demand], self._sayings[answer]

    def _drop(self, condition: str, *values: int | str) -> None:
        gone = self._connection.execute(
            f"DELETE FROM refusals WHERE {condition} RETURNING demand, answer", values
        ).fetchall()
        self._stir(gone)

    def _put(self, found: Iterable[tuple[int, int]], *, in_words: bool) -> None:
        made = list(found)
        self._connection.executemany(
            "INSERT OR IGNORE INTO refusals VALUES (?, ?, ?)", ((d, a, in_words) for d, a in made)
        )
        self._stir(made)

    def _stir(self, pairs: Iterable[tuple[int, int]]) -> None:
        self._connection.executemany(
            "INSERT OR IGNORE INTO stirred SELECT node FROM sayings WHERE arrival = ?",
            ((arrival,) for pair in pairs for arrival in pair),
        )
