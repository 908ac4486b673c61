"""Names as articles print them, kept on disk: forms, the articles that use them, mentions.

A form is a printed name with the type that reading gave it.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable
from itertools import groupby

from onrecord.linking.identities.mentions import Local
from onrecord.linking.identities.organisation_names import plain
from onrecord.linking.words import fold
from onrecord.model import IdentityMention, NameType, Span

_KEPT = (
    """CREATE TABLE IF NOT EXISTS forms (number INTEGER PRIMARY KEY, name TEXT, type TEXT,
        metonym INTEGER, owner TEXT, folded TEXT, plain TEXT, UNIQUE (name, type, metonym, owner))""",
    "CREATE INDEX IF NOT EXISTS forms_folded ON forms(folded)",
    # `sighted`: found by `recognise`, anew each time.
    "CREATE TABLE IF NOT EXISTS uses (article TEXT, form INTEGER, lived_in INTEGER, sighted INTEGER)",
    """CREATE TABLE IF NOT EXISTS mentions (article TEXT, form INTEGER, start INTEGER, end INTEGER,
        role TEXT, sighted INTEGER)""",
    "CREATE TABLE IF NOT EXISTS aliases (alias TEXT, form INTEGER, article TEXT)",
    # Of articles in which somebody has an office.
    "CREATE TABLE IF NOT EXISTS publications (article TEXT PRIMARY KEY, earliest TEXT, latest TEXT)",
    "CREATE TABLE IF NOT EXISTS sightings (article TEXT, folded TEXT, start INTEGER, end INTEGER)",
    "CREATE INDEX IF NOT EXISTS uses_form ON uses(form)",
    "CREATE INDEX IF NOT EXISTS uses_article ON uses(article)",
    "CREATE INDEX IF NOT EXISTS mentions_form ON mentions(form)",
    "CREATE INDEX IF NOT EXISTS mentions_article ON mentions(article)",
    "CREATE INDEX IF NOT EXISTS aliases_alias ON aliases(alias)",
    "CREATE INDEX IF NOT EXISTS aliases_article ON aliases(article)",
    "CREATE INDEX IF NOT EXISTS sightings_article ON sightings(article)",
)


class Printed:
    """The names of all articles, which come and go."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection
        for command in _KEPT:
            connection.execute(command)
        connection.execute(
            "CREATE TEMP TABLE form_counts"
            " (form INTEGER PRIMARY KEY, articles INTEGER, lived_in INTEGER)"
        )

    def add(self, locals_: Iterable[Local], *, sighted: bool = False) -> None:
        """The locals of one article."""
        for local in locals_:
            names = (local.name, local.type, local.metonym, local.owner)
            (form,) = self.connection.execute(
                "INSERT INTO forms(name, type, metonym, owner, folded, plain)"
                " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET name = name"
                " RETURNING number",
                (*names, fold(local.name), plain(local.name)),
            ).fetchone()
            self.connection.executemany(
                "INSERT INTO aliases VALUES (?, ?, ?)",
                ((alias, form, local.article) for alias in {plain(a) for a in local.aliases}),
            )
            self.connection.execute(
                "INSERT INTO uses VALUES (?, ?, ?, ?)",
                (local.article, form, local.lived_in, sighted),
            )
            self.connection.executemany(
                "INSERT INTO mentions VALUES (?, ?, ?, ?, ?, ?)",
                (
                    (m.article, form, m.span.start, m.span.end, m.role, sighted)
                    for m in local.mentions
                ),
            )
            if any(m.role for m in local.mentions):
                self.connection.execute(
                    "INSERT OR REPLACE INTO publications VALUES (?, ?, ?)",
                    (local.article, *local.published),
                )

    def forget(self, article: str) -> None:
        """Take out all that is of the article. Forms that nobody uses any more count nowhere."""
        for table in ("uses", "mentions", "aliases", "sightings", "publications"):
            self.connection.execute(f"DELETE FROM {table} WHERE article = ?", (article,))

    def sight(self, article: str, found: Iterable[tuple[str, Span]]) -> None:
        """What could be names in text that was not read (`sightings`)."""
        self.connection.executemany(
            "INSERT INTO sightings VALUES (?, ?, ?, ?)",
            ((article, folded, span.start, span.end) for folded, span in found),
        )

    def recognise(
        self, other_names: Callable[[str], Iterable[tuple[str, NameType | None]]] | None = None
    ) -> None:
        """Take the sightings that are names of read articles for mentions: of names in several words,
        or of places. The longest of those that overlap counts. `other_names` gives, with types, the names
        that a gazetteer has for the same: 'Gilda da Corda' is sighted as the Rope Guild that articles name."""
        for table in ("uses", "mentions"):
            self.connection.execute(f"DELETE FROM {table} WHERE sighted")
        self.count()
        self.connection.execute("CREATE TEMP TABLE sighted_as (folded TEXT, form INTEGER)")
        self.connection.execute(
            "INSERT INTO sighted_as SELECT DISTINCT s.folded, f.number FROM sightings AS s"
            " JOIN forms AS f USING (folded)"
        )
        if other_names:
            self._translate(other_names)
        rows = self.connection.execute(
            "SELECT s.article, s.start, s.end, f.name, f.type FROM sightings AS s"
            " JOIN sighted_as AS a USING (folded) JOIN forms AS f ON f.number = a.form"
            " JOIN form_counts AS c ON c.form = f.number"
            " WHERE NOT f.metonym AND f.owner = ''"
            " AND (f.type = 'place' OR (f.type IN ('person', 'organisation') AND instr(f.name, ' ')))"
            " ORDER BY s.article, s.end - s.start DESC, s.start, c.articles DESC, f.name, f.type"
        ).fetchall()
        self.connection.execute("DROP TABLE sighted_as")
        for article, group in groupby(rows, key=lambda row: row[0]):
            taken: list[Span] = []
            for _, start, end, name, kind in group:
                span = Span(start, end)
                if not any(span.overlaps(other) for other in taken):
                    taken.append(span)
                    found = Local(article, name, kind, (IdentityMention(article, span),))
                    self.add([found], sighted=True)

    def _translate(
        self, other_names: Callable[[str], Iterable[tuple[str, NameType | None]]]
    ) -> None:
        unknown = self.connection.execute(
            "SELECT DISTINCT folded FROM sightings WHERE instr(folded, ' ') AND folded NOT IN"
            " (SELECT folded FROM sighted_as) ORDER BY folded"
        ).fetchall()
        for (folded,) in unknown:
            for name, kind in other_names(folded):
                self.connection.execute(
                    "INSERT INTO sighted_as SELECT ?, number FROM forms WHERE folded = ?"
                    " AND type = coalesce(?, type)",
                    (folded, fold(name), kind),
                )

    def count(self) -> None:
        """Count anew how many articles use each form."""
        self.connection.execute("DELETE FROM form_counts")
        self.connection.execute(
            "INSERT INTO form_counts SELECT form, count(*), max(lived_in) FROM uses GROUP BY form"
        )
