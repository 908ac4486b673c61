"""Rows put in the place of others, of which only those that differ are written.

`renew` is given all rows of a table, `amend` those that changed since it was written last.
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


class Table(NamedTuple):
    name: str
    key: str = "id"
    children: Children | None = None


def renew(connection: sqlite3.Connection, table: Table, rows: Iterable[Row]) -> None:
    """Put `rows` in the place of all that is in the table, and theirs in that of all children.

    A row whose key came before is left out. The order of children does not matter.
    """
    connection.execute(
        "CREATE TEMP TABLE IF NOT EXISTS renewed (key TEXT PRIMARY KEY) WITHOUT ROWID"
    )
    connection.execute("DELETE FROM renewed")
    mark = "INSERT INTO renewed VALUES (?) ON CONFLICT DO NOTHING"
    for row in rows:
        if connection.execute(mark, row.values[:1]).rowcount:
            _put(connection, table, row)
    gone = "NOT IN (SELECT key FROM renewed)"
    if table.children:
        of = table.children
        connection.execute(f"DELETE FROM {of.table} WHERE {of.parent} {gone}")
    connection.execute(f"DELETE FROM {table.name} WHERE {table.key} {gone}")


def amend(
    connection: sqlite3.Connection, table: Table, gone: Iterable[str], rows: Iterable[Row]
) -> None:
    """Take the rows with the keys `gone` out of the table, and their children, then put `rows` in."""
    for key in gone:
        if table.children:
            of = table.children
            connection.execute(f"DELETE FROM {of.table} WHERE {of.parent} = ?", (key,))
        connection.execute(f"DELETE FROM {table.name} WHERE {table.key} = ?", (key,))
    for row in rows:
        _put(connection, table, row)


def _put(connection: sqlite3.Connection, table: Table, row: Row) -> None:
    key = row.values[:1]
    of_key = f"SELECT * FROM {table.name} WHERE {table.key} = ?"
    known = connection.execute(of_key, key).fetchone()
    if known != row.values:
        _write(connection, table.name, row.values)
    if table.children:
        of = table.children
        before = set(connection.execute(f"SELECT * FROM {of.table} WHERE {of.parent} = ?", key))
        now = set(row.children)
        if before - now:
            columns = [
                column for _, column, *_ in connection.execute(f"PRAGMA table_info({of.table})")
            ]
            same = " AND ".join(f"{column} IS ?" for column in columns)
            connection.executemany(f"DELETE FROM {of.table} WHERE {same}", before - now)
        for child in row.children:
            if child not in before:
                _write(connection, of.table, child)


def _write(connection: sqlite3.Connection, table: str, values: Values) -> None:
    marks = ", ".join("?" * len(values))
    connection.execute(f"INSERT OR REPLACE INTO {table} VALUES ({marks})", values)
