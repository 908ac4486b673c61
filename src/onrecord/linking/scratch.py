"""A private database of the moment, on disk: what linking keeps of articles while it works.

Memory must not grow with the number of articles, so whatever is kept of each of them goes here,
and only what is small or in hand stays in memory.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

CACHE_KIBIBYTES = 32 * 1024


@contextmanager
def scratch() -> Iterator[sqlite3.Connection]:
    """An empty database in a temporary file, gone when the context is left."""
    # An empty name asks SQLite for a temporary file, which is made once its cache is full.
    connection = sqlite3.connect("", isolation_level=None)
    try:
        connection.execute(f"PRAGMA cache_size = -{CACHE_KIBIBYTES}")
        connection.execute("PRAGMA temp_store = FILE")
        connection.execute("PRAGMA journal_mode = OFF")  # nothing here outlives an error
        connection.execute("BEGIN")
        yield connection
    finally:
        connection.close()


class Column(Mapping[str, str]):
    """A column of a scratch table as a mapping from its ids, without the rows that have nothing."""

    def __init__(self, connection: sqlite3.Connection, table: str, column: str) -> None:
        self._connection = connection
        self._table, self._column = table, column

    def __getitem__(self, key: str) -> str:
        command = f"SELECT {self._column} FROM {self._table} WHERE id = ?"
        row = self._connection.execute(command, (key,)).fetchone()
        if row is None or row[0] is None:
            raise KeyError(key)
        return str(row[0])

    def __iter__(self) -> Iterator[str]:
        command = f"SELECT id FROM {self._table} WHERE {self._column} IS NOT NULL ORDER BY id"
        for (key,) in self._connection.execute(command):
            yield key

    def __len__(self) -> int:
        command = f"SELECT count({self._column}) FROM {self._table}"
        return int(self._connection.execute(command).fetchone()[0])
