"""Schema changes as small functions, in order; each is applied atomically with its own record.

The file's `user_version` is how many have been applied. A migration that has been released is
never edited: a change is a new function at the end.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable

from onrecord.errors import OnrecordError

Migration = Callable[[sqlite3.Connection], None]

MIGRATIONS: list[Migration] = []


def migration(function: Migration) -> Migration:
    """Register `function` as the next step of the schema. It must not commit."""
    MIGRATIONS.append(function)
    return function


def version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def migrate(
    connection: sqlite3.Connection, where: str, migrations: list[Migration] = MIGRATIONS
) -> None:
    """Bring the file at `connection` (in autocommit mode) to the newest schema.

    Raises `OnrecordError`, naming `where`, when the file is of a newer onrecord than this one.
    """
    while True:
        done = version(connection)
        if done > len(migrations):
            raise OnrecordError(
                f"{where} was written by a newer onrecord (schema {done}, this one knows "
                f"{len(migrations)}): install a newer onrecord to open it"
            )
        if done == len(migrations):
            return
        connection.execute("BEGIN IMMEDIATE")
        try:
            # Another process may have been quicker while this one waited for the lock.
            if version(connection) == done:
                step = migrations[done]
                step(connection)
                connection.execute(
                    "CREATE TABLE IF NOT EXISTS migrations (number INTEGER PRIMARY KEY, name TEXT)"
                )
                connection.execute(
                    "INSERT INTO migrations VALUES (?, ?)", (done + 1, step.__name__)
                )
                connection.execute(f"PRAGMA user_version = {done + 1}")
            connection.execute("COMMIT")
        except BaseException:
            connection.execute("ROLLBACK")
            raise
