"""A private database of the moment, on disk: what linking keeps of articles while it works.

Memory must not grow with the number of articles, so whatever is kept of each of them goes here,
and only what is small or in hand stays in memory.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
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
