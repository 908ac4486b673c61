from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from onrecord import OnrecordError
from onrecord.record import Record


def test_there_is_none(tmp_path: Path) -> None:
    with pytest.raises(OnrecordError, match="there is no record"):
        Record.open(tmp_path / "none.record")
    with pytest.raises(OnrecordError, match="there is no folder"):
        Record.open(tmp_path / "no" / "none.record", create=True)
    with pytest.raises(OnrecordError, match="is a folder"):
        Record.open(tmp_path, create=True)


@pytest.mark.parametrize("content", [b"Port Lindow, by our own correspondent" * 99, b"SQLite"])
@pytest.mark.parametrize("create", [True, False])
def test_another_file_is_left_as_it_was(tmp_path: Path, content: bytes, create: bool) -> None:
    path = tmp_path / "notes.txt"
    path.write_bytes(content)
    with pytest.raises(OnrecordError, match="is not a record"):
        Record.open(path, create=create)
    assert path.read_bytes() == content
    assert list(tmp_path.iterdir()) == [path]


def test_another_database_is_left_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE catches (fish)")
    connection.close()
    before = path.read_bytes()
    with pytest.raises(OnrecordError, match="is not a record"):
        Record.open(path, create=True)
    assert path.read_bytes() == before


def test_an_empty_file_is_filled_when_one_may_be_made(tmp_path: Path) -> None:
    path = tmp_path / "case.record"
    path.touch()
    with pytest.raises(OnrecordError, match="it is empty"):
        Record.open(path)
    Record.open(path, create=True).close()
    with Record.open(path) as record:
        assert list(record.articles()) == []
        assert repr(record) == f"Record({str(path)!r})"


def test_a_newer_schema(tmp_path: Path) -> None:
    path = tmp_path / "case.record"
    with Record.open(path, create=True) as record:
        record.connection.execute("PRAGMA user_version = 1000")
    for read_only in (False, True):
        with pytest.raises(OnrecordError, match="newer onrecord"):
            Record.open(path, read_only=read_only)


def test_a_damaged_record(tmp_path: Path) -> None:
    path = tmp_path / "case.record"
    Record.open(path, create=True).close()
    path.write_bytes(path.read_bytes()[:5000])
    with pytest.raises(OnrecordError, match="damaged"):
        Record.open(path)


def test_a_name_with_marks_of_addresses(tmp_path: Path) -> None:
    path = tmp_path / "50% & more? #1.record"
    Record.open(path, create=True).close()
    Record.open(path, read_only=True).close()
    assert path.exists()
