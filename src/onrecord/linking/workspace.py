"""Where linking works: a database beside the record, kept from one linking to the next.

It holds what each article gives to linking (words, names, statements), and what linking made of it, so that
adding ten articles to ten thousand costs the work of ten. It is a cache: whatever is in it follows from
the record, it may be deleted at any time, and without it, or where it cannot be written, the outcome
is the same and takes longer.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from onrecord.linking.scratch import CACHE_KIBIBYTES, scratch

PATIENCE_SECONDS = 1.0
"""How long to wait for another process that links the same record; then we work without its help."""


def beside(record: Path) -> Path:
    """The workspace of the record at that path."""
    return record.with_name(f"{record.name}-linking")


@dataclass(frozen=True)
class Workspace:
    """`fresh`: nothing is in it. `gazetteer` is the digest of the one it was made with."""

    connection: sqlite3.Connection
    fresh: bool
    gazetteer: str | None = None

    def belongs_to(self, state: str | None, gazetteer: str | None = None) -> None:
        """What is in it has gone into a record that is in this state (`linked_state`) now."""
        self.connection.execute("UPDATE made_by SET state = ?, gazetteer = ?", (state, gazetteer))


@contextmanager
def workspace(path: Path | None, version: str, state: str | None = None) -> Iterator[Workspace]:
    """The database at `path`, in a transaction that is kept when the context is left well; an empty
    one in a temporary file where there is no path or it cannot be used. Left by another `version`, or
    beside a record in another `state`, it is emptied first."""
    opened = _opened(path, version, state) if path else None
    if opened is None:
        with scratch() as temporary:
            _make(temporary, version)
            yield Workspace(temporary, fresh=True)
        return
    try:
        yield opened
        opened.connection.execute("COMMIT")
    finally:
        opened.connection.close()


def _opened(path: Path, version: str, state: str | None) -> Workspace | None:
    for _ in range(2):
        with suppress(sqlite3.OperationalError):  # locked, read-only, no room
            try:
                return _connected(path, version, state)
            except sqlite3.DatabaseError as error:
                if isinstance(error, sqlite3.OperationalError):
                    raise
                # Damaged: it only saves time.
                with suppress(OSError):
                    path.unlink()
                continue
        return None
    return None


def _connected(path: Path, version: str, state: str | None) -> Workspace:
    connection = sqlite3.connect(path, isolation_level=None, timeout=PATIENCE_SECONDS)
    try:
        connection.execute(f"PRAGMA cache_size = -{CACHE_KIBIBYTES}")
        connection.execute("PRAGMA temp_store = FILE")
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute("BEGIN IMMEDIATE")
        made_by = _made_by(connection)
        fresh = state is None or made_by is None or made_by[:2] != (version, state)
        if fresh:
            for (table,) in connection.execute(
                "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
            ).fetchall():
                connection.execute(f'DROP TABLE "{table}"')
            _make(connection, version)
    except BaseException:
        connection.close()
        raise
    return Workspace(connection, fresh, made_by[2] if made_by and not fresh else None)


def _make(connection: sqlite3.Connection, version: str) -> None:
    connection.execute("CREATE TABLE made_by (version TEXT, state TEXT, gazetteer TEXT)")
    connection.execute("INSERT INTO made_by VALUES (?, NULL, NULL)", (version,))


def _made_by(connection: sqlite3.Connection) -> tuple[str, str | None, str | None] | None:
    try:
        row: tuple[str, str | None, str | None] = connection.execute(
            "SELECT version, state, gazetteer FROM made_by"
        ).fetchone()
    except sqlite3.OperationalError:
        return None  # new, or of a version that knew less
    return row
