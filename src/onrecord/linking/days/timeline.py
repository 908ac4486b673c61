"""What stands on which day, from all articles.

An entry has one kind and day, and is of one claim, or else of one statement or one wording.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter

from onrecord.linking.days.dated import Dated
from onrecord.linking.delta import Delta
from onrecord.linking.hashing import content_id
from onrecord.model import TimelineEntry

_COLUMNS = "value, earliest, latest, text, article, statement, kind"


class Days:
    """What stands on a day, on disk, and the entries that it is in. First `add` and `forget`, then `update`.

    What stands on a day in an article by other articles' help (`settled`) takes the place of what
    was added, which is in no entry until it is withdrawn.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        for command in (
            """CREATE TABLE IF NOT EXISTS dated (number INTEGER PRIMARY KEY AUTOINCREMENT, value TEXT,
                earliest TEXT, latest TEXT, text TEXT, article TEXT, statement TEXT, kind TEXT,
                settled INTEGER, entry TEXT)""",
            "DROP TABLE IF EXISTS temp.disturbed",
            "CREATE TEMP TABLE disturbed (entry TEXT PRIMARY KEY) WITHOUT ROWID",
            "DROP TABLE IF EXISTS temp.moved",
            "CREATE TEMP TABLE moved (statement TEXT PRIMARY KEY) WITHOUT ROWID",
        ):
            connection.execute(command)
        # What is added from now on.
        (self._known,) = connection.execute("SELECT coalesce(max(number), 0) FROM dated").fetchone()

    def add(self, dated: Iterable[Dated], *, settled: bool = False) -> None:
        self._connection.executemany(
            f"INSERT INTO dated({_COLUMNS}, settled, entry) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                (
                    d.value, d.earliest, d.latest, d.text, d.article, d.statement, d.kind, settled,
                    _entry(d.kind, d.value, d.earliest, d.latest, d.statement or d.text),
                )
                for d in dated
            ),
        )  # fmt: skip

    def forget(self, article: str) -> None:
        self._disturb("article = ?", article)
        self._connection.execute("DELETE FROM dated WHERE article = ?", (article,))

    def update(
        self, reclaimed: Iterable[str], settled: Iterable[tuple[str, Iterable[Dated] | None]] = ()
    ) -> Delta[TimelineEntry]:
        """What changed. `reclaimed` are the statements that are of another claim than the last time, or
        of none (of which, is read where `Outcome` notes it); `settled` gives the articles in which
        others' help changed what stands on a day, with all of it: `None` where they help no more."""
        # Made at once when all is new, which is quicker than row by row.
        for column in ("article", "statement", "entry"):
            self._connection.execute(
                f"CREATE INDEX IF NOT EXISTS dated_{column} ON dated({column})"
            )
        for article, dated in settled:
            self._settle(article, dated)
        self._place(
            "number > ? AND entry IS NOT NULL AND statement IN (SELECT id FROM claimed)",
            self._known,
        )
        self._connection.executemany("INSERT INTO moved VALUES (?)", ((s,) for s in reclaimed))
        moved = "statement IN (SELECT statement FROM moved)"
        self._place(f"number <= ? AND entry IS NOT NULL AND {moved}", self._known)
        self._disturb("number > ?", self._known)
        gone = self._connection.execute(
            "SELECT entry FROM disturbed EXCEPT SELECT entry FROM dated WHERE entry IS NOT NULL"
        )
        return Delta((entry for (entry,) in gone), self._entries("disturbed"))

    def all(self) -> Iterator[TimelineEntry]:
        """All entries, by id."""
        return self._entries("(SELECT DISTINCT entry FROM dated WHERE entry IS NOT NULL)")

    def _settle(self, article: str, dated: Iterable[Dated] | None) -> None:
        self._disturb("article = ?", article)
        self._connection.execute("DELETE FROM dated WHERE article = ? AND settled", (article,))
        if dated is None:
            self._place("article = ?", article)
        else:
            self._connection.execute("UPDATE dated SET entry = NULL WHERE article = ?", (article,))
            self.add(dated, settled=True)

    def _place(self, condition: str, value: str | int) -> None:
        """Put it into the entry that it belongs to."""
        rows = self._connection.execute(
            "SELECT number, entry, kind, value, earliest, latest, coalesce(claim, statement, text)"
            " FROM dated LEFT JOIN claimed ON claimed.id = statement"
            f" WHERE {condition}",
            (value,),
        ).fetchall()
        moved = [(entry, row[0], row[1]) for row in rows if (entry := _entry(*row[2:])) != row[1]]
        # What is new was in no entry that anybody knows of.
        self._connection.executemany(
            "INSERT OR IGNORE INTO disturbed VALUES (?)",
            ((i,) for new, n, old in moved if n <= self._known for i in (new, old) if i),
        )
        self._connection.executemany(
            "UPDATE dated SET entry = ? WHERE number = ?", (move[:2] for move in moved)
        )

    def _disturb(self, condition: str, value: str | int) -> None:
        self._connection.execute(
            "INSERT OR IGNORE INTO disturbed SELECT entry FROM dated"
            f" WHERE entry IS NOT NULL AND {condition} ORDER BY entry",
            (value,),
        )

    def _entries(self, which: str) -> Iterator[TimelineEntry]:
        rows = self._connection.execute(
            f"SELECT entry, {_COLUMNS} FROM {which} CROSS JOIN dated USING (entry) ORDER BY entry"
        )
        for entry, group in groupby(rows, key=itemgetter(0)):
            items = list(group)
            _, value, earliest, latest, _, _, _, kind = items[0]
            yield TimelineEntry(
                id=entry,
                date=value,
                earliest=earliest,
                latest=latest,
                text=min((row[4] for row in items), key=lambda t: (len(t), t)),
                statements=tuple(sorted({row[6] for row in items if row[6]})),
                articles=tuple(sorted({row[5] for row in items})),
                kind=kind,
            )


def _entry(kind: str, value: str, earliest: str, latest: str, what: str) -> str:
    """The id of the entry of that kind and day that is of `what`: a claim's or statement's id, or words."""
    return content_id("timeline", (kind, value, earliest, latest, what))
