from __future__ import annotations

import sqlite3

import pytest

from onrecord.record.migrations import MIGRATIONS, Migration, migrate, version
from onrecord.record.schema import APPLICATION


def first(connection: sqlite3.Connection) -> None:
    connection.execute("CREATE TABLE boats (name)")


def second(connection: sqlite3.Connection) -> None:
    connection.execute("INSERT INTO boats VALUES ('Petrel')")


def broken(connection: sqlite3.Connection) -> None:
    connection.execute("INSERT INTO boats VALUES ('Halcyon')")
    raise ZeroDivisionError


@pytest.fixture
def connection() -> sqlite3.Connection:
    return sqlite3.connect(":memory:", isolation_level=None)


def test_each_is_applied_once_and_noted(connection: sqlite3.Connection) -> None:
    steps: list[Migration] = [first]
    migrate(connection, "here", steps)
    steps.append(second)
    migrate(connection, "here", steps)
    migrate(connection, "here", steps)
    assert connection.execute("SELECT * FROM boats").fetchall() == [("Petrel",)]
    assert connection.execute("SELECT * FROM migrations").fetchall() == [
        (1, "first"),
        (2, "second"),
    ]
    assert version(connection) == 2


def test_one_that_fails_leaves_nothing(connection: sqlite3.Connection) -> None:
    with pytest.raises(ZeroDivisionError):
        migrate(connection, "here", [first, broken])
    assert version(connection) == 1
    assert connection.execute("SELECT * FROM boats").fetchall() == []


def test_the_schema_marks_the_file(connection: sqlite3.Connection) -> None:
    migrate(connection, "here")
    assert connection.execute("PRAGMA application_id").fetchone() == (APPLICATION,)
    assert version(connection) == len(MIGRATIONS) > 0
