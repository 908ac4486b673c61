"""What comparing two sheets gave, kept from one linking to the next."""

from __future__ import annotations

from onrecord.linking.echoes.sheets import Sheets

NOTHING = b""
"""The two were compared, and nothing came of it."""


class Remembered:
    """Outcomes by pairs of sheets and by what else they depend on, a checksum. A sheet that is made anew is
    another, so nothing here grows stale."""

    def __init__(self, sheets: Sheets, what: str) -> None:
        self._sheets = sheets
        self._connection = sheets.connection
        self._table = f"remembered_{what}"
        self._connection.execute(
            f"CREATE TABLE IF NOT EXISTS {self._table} (one INTEGER, other INTEGER, inputs INTEGER,"
            " body BLOB, PRIMARY KEY (one, other)) WITHOUT ROWID"
        )
        gone = "NOT IN (SELECT arrival FROM words)"
        self._connection.execute(f"DELETE FROM {self._table} WHERE one {gone} OR other {gone}")

    def get(self, one: int, other: int, inputs: int) -> bytes | None:
        """Of the sheets with these numbers; `None` where it is not known."""
        row = self._connection.execute(
            f"SELECT body FROM {self._table} WHERE one = ? AND other = ? AND inputs = ?",
            (self._sheets.arrival(one), self._sheets.arrival(other), inputs),
        ).fetchone()
        return None if row is None else bytes(row[0])

    def put(self, one: int, other: int, inputs: int, body: bytes) -> None:
        self._connection.execute(
            f"INSERT OR REPLACE INTO {self._table} VALUES (?, ?, ?, ?)",
            (self._sheets.arrival(one), self._sheets.arrival(other), inputs, body),
        )
