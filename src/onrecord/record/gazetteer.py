"""The gazetteer that the user supplied, kept in the record so that it can be linked again without it."""

from __future__ import annotations

import hashlib
import sqlite3
import unicodedata
from collections.abc import Iterable, Iterator

import msgspec

from onrecord.model import GazetteerRow
from onrecord.record.opening import transaction
from onrecord.record.packing import pack, unpack


def replace(connection: sqlite3.Connection, rows: Iterable[GazetteerRow]) -> int:
    """Put the rows in the place of the gazetteer before, in one transaction; of two with one id the
    later holds. Gives how many rows there are."""
    with transaction(connection):
        for table in ("gazetteer", "gazetteer_names", "gazetteer_digest"):
            connection.execute(f"DELETE FROM {table}")
        for row in rows:
            connection.execute("DELETE FROM gazetteer_names WHERE id = ?", (row.id,))
            connection.execute(
                "INSERT OR REPLACE INTO gazetteer VALUES (?, ?)", (row.id, pack(row))
            )
            connection.executemany(
                "INSERT INTO gazetteer_names VALUES (?, ?)",
                sorted({(folded(name), row.id) for name in row.names}),
            )
        count, digest = 0, hashlib.sha256()
        for identifier, body in connection.execute("SELECT id, body FROM gazetteer ORDER BY id"):
            count += 1
            digest.update(f"\n{identifier} ".encode() + body)
        if count:
            connection.execute("INSERT INTO gazetteer_digest VALUES (?)", (digest.hexdigest(),))
    return count


def digest_of(connection: sqlite3.Connection) -> str | None:
    """What tells this gazetteer from another; `None` without one."""
    row = connection.execute("SELECT sha256 FROM gazetteer_digest").fetchone()
    return None if row is None else str(row[0])


def named(connection: sqlite3.Connection, name: str) -> Iterator[GazetteerRow]:
    """The rows that have the name, case, accents and points apart, by id. Countries and positions that
    are ids of rows come as their labels."""
    for (body,) in connection.execute(
        "SELECT body FROM gazetteer_names JOIN gazetteer USING (id) WHERE folded = ? ORDER BY id",
        (folded(name),),
    ).fetchall():
        row = unpack(body, GazetteerRow)
        yield msgspec.structs.replace(
            row,
            country=_label(connection, row.country),
            positions=tuple(_label(connection, position) for position in row.positions),
        )


def folded(name: str) -> str:
    """What equal names have in common."""
    apart = unicodedata.normalize("NFKD", name.casefold())
    kept = "".join(c for c in apart if not unicodedata.combining(c) and c not in "'’.")
    return " ".join(kept.replace("-", " ").split())


def _label(connection: sqlite3.Connection, value: str) -> str:
    row = connection.execute("SELECT body FROM gazetteer WHERE id = ?", (value,)).fetchone()
    return unpack(row[0], GazetteerRow).names[0] if row else value
