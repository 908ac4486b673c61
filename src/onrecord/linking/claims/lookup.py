"""A few statements by their words: those that deny something, that demand, that refuse."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator

import numpy as np

from onrecord.linking.claims.bags import Bags, Terms


class Lookup:
    """On disk; what `forget` takes out is at hand until the next linking."""

    def __init__(self, connection: sqlite3.Connection, name: str) -> None:
        """`name`: of its tables, one with the words of each statement and one with the statements of each
        word."""
        self._connection = connection
        self._bags, self._lists = name, f"{name}_by_term"
        self._gone: list[tuple[int, bytes]] = []
        connection.execute(
            f"CREATE TABLE IF NOT EXISTS {self._bags} (arrival INTEGER PRIMARY KEY, terms BLOB)"
        )
        connection.execute(
            f"CREATE TABLE IF NOT EXISTS {self._lists}"
            " (term INTEGER, arrival INTEGER, PRIMARY KEY (term, arrival)) WITHOUT ROWID"
        )

    def add(self, arrival: int, terms: Terms) -> None:
        self._connection.execute(
            f"INSERT INTO {self._bags} VALUES (?, ?)", (arrival, terms.tobytes())
        )
        self._connection.executemany(
            f"INSERT INTO {self._lists} VALUES (?, ?)", ((term, arrival) for term in terms.tolist())
        )

    def forget(self, article: str) -> None:
        """Those of an article; before its statements are forgotten."""
        rows = self._connection.execute(
            f"SELECT arrival, b.terms FROM sayings JOIN {self._bags} AS b USING (arrival)"
            " WHERE article = ?",
            (article,),
        ).fetchall()
        for arrival, terms in rows:
            self._connection.execute(f"DELETE FROM {self._bags} WHERE arrival = ?", (arrival,))
            self._connection.executemany(
                f"DELETE FROM {self._lists} WHERE term = ? AND arrival = ?",
                ((term, arrival) for term in np.frombuffer(terms, np.uint32).tolist()),
            )
        self._gone += rows

    def having(self, term: int, most: int = -1) -> list[int]:
        """The statements in which a word stands, up to so many."""
        rows = self._connection.execute(
            f"SELECT arrival FROM {self._lists} WHERE term = ? LIMIT ?", (term, most)
        )
        return [arrival for (arrival,) in rows]

    def bags(self, arrivals: Iterable[int]) -> Bags:
        """Of those of the statements that are in it, ascending."""
        return Bags.of(self._rows(sorted(arrivals)))

    def _rows(self, arrivals: Iterable[int]) -> Iterator[tuple[int, bytes]]:
        for arrival in arrivals:
            yield from self._connection.execute(
                f"SELECT arrival, terms FROM {self._bags} WHERE arrival = ?", (arrival,)
            )

    def touched(self) -> set[int]:
        """Those that came, or are somebody else's now."""
        rows = self._connection.execute(
            f"SELECT arrival FROM {self._bags} CROSS JOIN touched USING (arrival)"
        )
        return {arrival for (arrival,) in rows}

    def changed_terms(self) -> tuple[Counter[int], Counter[int]]:
        """The words of those that went, and of those that were touched, with how many of them have each."""
        here = self.bags(self.touched())
        return Counter(Bags.of(self._gone).terms.tolist()), Counter(here.terms.tolist())

    def untouched(self) -> bool:
        """Whether there are any but those that were touched."""
        command = (
            f"SELECT 1 FROM {self._bags} WHERE arrival NOT IN (SELECT arrival FROM touched) LIMIT 1"
        )
        return self._connection.execute(command).fetchone() is not None
