"""Rows put in the place of a whole table's, of which only those that differ are written.

Linking gives all of its results anew each time; most are what they were.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from typing import NamedTuple

Values = tuple[object, ...]


class Row(NamedTuple):
    """A row, its key first, and the rows of other tables that belong to it."""

    values: Values
    children: Sequence[Values] = ()


class Children(NamedTuple):
    """A table of rows that belong to others': `parent` is the column that says to whose."""

    table: str
    parent: str


def renew(
    connection: sqlite3.Connection,
    table: str,
    rows: Iterable[Row],
    children: Children | None = None,
    key: str = "id",
) -> None:
    """Put `rows` in the place of all that is in `table`, and theirs in that of all in `children`.

    A row whose key came before is left out. The order of children does not matter.
    """
    connection.execute(
        "CREATE TEMP TABLE IF NOT EXISTS renewed (key TEXT PRIMARY KEY) WITHOUT ROWID"
    )
    connection.execute("DELETE FROM renewed")
    of_key = f"SELECT * FROM {table} WHERE {key} = ?"
    for row in rows:
        mark = row.values[:1]
        if not connection.execute(
            "INSERT INTO renewed VALUES (?) ON CONFLICT DO NOTHING", mark
        ).rowcount:
            continue
        known = connection.execute(of_key, mark).fetchone()
        if known != row.values:
            _write(connection, table, row.values)
        if children and (
            known is None or _children(connection, children, mark) != sorted(row.children, key=repr)
        ):
            connection.execute(f"DELETE FROM {children.table} WHERE {children.parent} = ?", mark)
            for child in row.children:
                _write(connection, children.table, child)
    gone = "NOT IN (SELECT key FROM renewed)"
    if children:
        connection.execute(f"DELETE FROM {children.table} WHERE {children.parent} {gone}")
    connection.execute(f"DELETE FROM {table} WHERE {key} {gone}")


def _children(connection: sqlite3.Connection, children: Children, parent: Values) -> list[Values]:
    command = f"SELECT * FROM {children.table} WHERE {children.parent} = ?"
    return sorted(connection.execute(command, parent), key=repr)


def _write(connection: sqlite3.Connection, table: str, values: Values) -> None:
    marks = ", ".join("?" * len(values))
    connection.execute(f"INSERT OR REPLACE INTO {table} VALUES ({marks})", values)
