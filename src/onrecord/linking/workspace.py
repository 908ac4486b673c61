"""Where linking works: a database beside the record, kept from one linking to the next.

It holds what each article gives to linking by itself (words, names, statements), so that adding ten
articles to ten thousand costs the work of ten there. It is a cache: whatever is in it follows from the
record, it may be deleted at any time, and without it, or where it cannot be written, the outcome is
the same and takes longer.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from onrecord.linking.scratch import CACHE_KIBIBYTES, scratch

PATIENCE_SECONDS = 1.0
"""How long to wait for another process that links the same record; then we work without its help."""


def beside(record: Path) -> Path:
    """The workspace of the record at that path."""
    return record.with_name(f"{record.name}-linking")


@contextmanager
def workspace(path: Path | None, version: str) -> Iterator[sqlite3.Connection]:
    """The database at `path`, in a transaction that is kept when the context is left well; an empty
    one in a temporary file where there is no path or it cannot be used. Left by another `version`,
    it is emptied first."""
    connection = _opened(path, version) if path else None
    if connection is None:
        with scratch() as temporary:
            yield temporary
        return
    try:
        yield connection
        connection.execute("COMMIT")
    finally:
        connection.close()


def _opened(path: Path, version: str) -> sqlite3.Connection | None:
    for _ in range(2):
        with suppress(sqlite3.OperationalError):  # locked, read-only, no room
            try:
                return _connected(path, version)
            except sqlite3.DatabaseError as error:
                if isinstance(error, sqlite3.OperationalError):
                    raise
                # Damaged: it only saves time.
                with suppress(OSError):
                    path.unlink()
                continue
        return None
    return None


def _connected(path: Path, version: str) -> sqlite3.Connection:
    connection = sqlite3.connect(path, isolation_level=None, timeout=PATIENCE_SECONDS)
    try:
        connection.execute(f"PRAGMA cache_size = -{CACHE_KIBIBYTES}")
        connection.execute("PRAGMA temp_store = FILE")
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute("BEGIN IMMEDIATE")
        if not _is_of(connection, version):
            for (table,) in connection.execute(
                "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
            ).fetchall():
                connection.execute(f'DROP TABLE "{table}"')
            connection.execute("CREATE TABLE made_by (version TEXT)")
            connection.execute("INSERT INTO made_by VALUES (?)", (version,))
    except BaseException:
        connection.close()
        raise
    return connection


def _is_of(connection: sqlite3.Connection, version: str) -> bool:
    try:
        return bool(connection.execute("SELECT version FROM made_by").fetchone() == (version,))
    except sqlite3.OperationalError:
        return False  # new
