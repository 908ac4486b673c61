"""A path to an open connection, or a plain word on why not."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

# The schema is imported for its migrations: importing it registers them.
from onrecord.errors import OnrecordError
from onrecord.record.migrations import MIGRATIONS, migrate, version
from onrecord.record.schema import APPLICATION

# How long a writer waits for another process that writes into the same record.
PATIENCE_SECONDS = 60.0


def connect(path: Path, *, create: bool = False, read_only: bool = False) -> sqlite3.Connection:
    """Open the record at `path`, in autocommit mode, at the newest schema.

    `create` makes one where there is none. `read_only` takes no lock that a writer would wait
    for and never migrates. A record in a place that cannot be written to is opened as it is.
    Raises `OnrecordError` when there is no record, when the file is something else, or when it
    is of a newer onrecord.
    """
    is_new = _look(path, create)
    frozen = not is_new and not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK))
    try:
        connection = _connection(path, read_only, frozen)
        if frozen or read_only:
            _must_be_current(connection, path)
        else:
            # WAL lets readers go on while a run writes; in WAL, NORMAL never leaves a broken
            # file, and costs at most the last transactions when the power fails.
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = NORMAL")
            connection.execute("PRAGMA foreign_keys = ON")
            migrate(connection, str(path))
    except sqlite3.DatabaseError as error:
        raise OnrecordError(f"{path} cannot be opened: {error}") from error
    connection.create_function("folded", 1, _folded, deterministic=True)
    return connection


def _look(path: Path, create: bool) -> bool:
    """Whether a new record is to be made. Nothing is written, so that a file which is not ours
    is left as it was."""
    if path.is_dir():
        raise OnrecordError(f"{path} is a folder, not a record")
    if not path.exists():
        if not create:
            raise OnrecordError(
                f"there is no record at {path}; make one with: onrecord read PATH --into {path}"
            )
        if not path.parent.is_dir():
            raise OnrecordError(f"{path} cannot be made: there is no folder {path.parent}")
        return True
    try:
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as connection:
            mark = connection.execute("PRAGMA application_id").fetchone()[0]
            blank = not connection.execute("SELECT 1 FROM sqlite_master").fetchone()
    except sqlite3.OperationalError:
        # A record in WAL mode cannot be read before its shared memory is made; `connect` says
        # what else may be wrong with it.
        mark, blank = APPLICATION, False
    except sqlite3.DatabaseError as error:
        raise OnrecordError(f"{path} is not a record, or a damaged one: {error}") from error
    if mark == APPLICATION:
        return False
    # A run that was killed before it made the tables leaves an empty file: ours to fill.
    if blank and create:
        return True
    raise OnrecordError(f"{path} is not a record" + (": it is empty" if blank else ""))


def _connection(path: Path, read_only: bool, frozen: bool) -> sqlite3.Connection:
    address = path.resolve().as_uri()
    if frozen:
        address += "?mode=ro&immutable=1"
    elif read_only:
        address += "?mode=ro"
    return sqlite3.connect(address, uri=True, isolation_level=None, timeout=PATIENCE_SECONDS)


def _must_be_current(connection: sqlite3.Connection, path: Path) -> None:
    found = version(connection)
    if found > len(MIGRATIONS):
        migrate(connection, str(path))
    if found < len(MIGRATIONS):
        raise OnrecordError(
            f"{path} is of an older schema ({found}) and cannot be written to here: copy it to "
            "a place where it can, and open it there"
        )


def _folded(text: str | None) -> str | None:
    return None if text is None else text.casefold()


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """All or nothing. Inside another transaction it is part of that one.

    Raises `OnrecordError` for what the user can mend: a full disk, a locked or broken file.
    """
    if connection.in_transaction:
        yield
        return
    try:
        connection.execute("BEGIN IMMEDIATE")
        try:
            yield
            connection.execute("COMMIT")
        except BaseException:
            # A full disk rolls back by itself.
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise
    except sqlite3.OperationalError as error:
        raise OnrecordError(f"the record cannot be written: {error}") from error
