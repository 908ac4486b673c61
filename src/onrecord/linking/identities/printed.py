"""Names as articles print them, kept on disk: forms, the articles that use them, mentions.

A form is a printed name with the type that reading gave it. Articles come and go; what they touch is
noted, so that whatever follows from it can be made anew, and nothing else.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from onrecord.linking.identities.mentions import Local
from onrecord.linking.identities.organisation_names import acronym_letters, plain
from onrecord.linking.words import fold
from onrecord.model import Span

_KEPT = (
    # `acronym`: its letters, if it looks like one. `read`: in how many articles reading found the form;
    # `articles`: those in which it was only sighted, too. `key`: what it comes down to, and why.
    """CREATE TABLE IF NOT EXISTS forms (number INTEGER PRIMARY KEY, name TEXT, type TEXT,
        metonym INTEGER, owner TEXT, folded TEXT, plain TEXT, acronym TEXT, read INTEGER,
        articles INTEGER, key TEXT, because TEXT, UNIQUE (name, type, metonym, owner))""",
    "CREATE INDEX IF NOT EXISTS forms_folded ON forms(folded)",
    "CREATE INDEX IF NOT EXISTS forms_plain ON forms(plain)",
    "CREATE INDEX IF NOT EXISTS forms_key ON forms(key)",
    # The letters that an acronym of the form could have, if it is of an organisation.
    "CREATE TABLE IF NOT EXISTS initials (letters TEXT, form INTEGER,"
    " PRIMARY KEY (letters, form)) WITHOUT ROWID",
    "CREATE INDEX IF NOT EXISTS initials_form ON initials(form)",
    # The key of the place under whose name a form speaks.
    "CREATE TABLE IF NOT EXISTS speaks (place TEXT, form INTEGER, PRIMARY KEY (place, form)) WITHOUT ROWID",
    "CREATE INDEX IF NOT EXISTS forms_acronym ON forms(acronym) WHERE acronym IS NOT NULL",
    # `sighted`: found by `sighted.recognise`.
    """CREATE TABLE IF NOT EXISTS uses (form INTEGER, article TEXT, sighted INTEGER,
        lived_in INTEGER, PRIMARY KEY (form, article, sighted)) WITHOUT ROWID""",
    "CREATE INDEX IF NOT EXISTS uses_article ON uses(article)",
    # `role` is '' where none stands with the mention.
    """CREATE TABLE IF NOT EXISTS mentions (form INTEGER, article TEXT, start INTEGER, end INTEGER,
        role TEXT, sighted INTEGER, PRIMARY KEY (form, article, start, end, role)) WITHOUT ROWID""",
    "CREATE INDEX IF NOT EXISTS mentions_role ON mentions(form, role) WHERE role != ''",
    """CREATE TABLE IF NOT EXISTS aliases (alias TEXT, form INTEGER, article TEXT,
        PRIMARY KEY (alias, form, article)) WITHOUT ROWID""",
    "CREATE INDEX IF NOT EXISTS aliases_form ON aliases(form, article)",
    # Of articles in which somebody has an office.
    "CREATE TABLE IF NOT EXISTS publications (article TEXT PRIMARY KEY, earliest TEXT, latest TEXT)",
    """CREATE TABLE IF NOT EXISTS sightings (article TEXT, start INTEGER, end INTEGER, folded TEXT,
        PRIMARY KEY (article, start, end)) WITHOUT ROWID""",
    "CREATE INDEX IF NOT EXISTS sightings_folded ON sightings(folded)",
    "CREATE TEMP TABLE touched_forms (form INTEGER PRIMARY KEY)",
    "CREATE TEMP TABLE touched_aliases (alias TEXT PRIMARY KEY) WITHOUT ROWID",
    # `sighted`: only what was sighted in it has changed.
    "CREATE TEMP TABLE touched_articles (article TEXT PRIMARY KEY, sighted INTEGER) WITHOUT ROWID",
)


class Printed:
    """The names of all articles, which come and go."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection
        for command in _KEPT:
            connection.execute(command)

    def add(self, locals_: Iterable[Local]) -> None:
        """The locals of one article."""
        execute, many = self.connection.execute, self.connection.executemany
        for local in locals_:
            form = self._form(local)
            aliases = {plain(alias) for alias in local.aliases}
            if aliases:
                rows = [(alias, form, local.article) for alias in aliases]
                many("INSERT OR IGNORE INTO aliases VALUES (?, ?, ?)", rows)
                many("INSERT OR IGNORE INTO touched_aliases VALUES (?)", ((a,) for a in aliases))
            execute(
                "INSERT INTO uses VALUES (?, ?, 0, ?) ON CONFLICT DO UPDATE"
                " SET lived_in = max(lived_in, excluded.lived_in)",
                (form, local.article, local.lived_in),
            )
            many(
                "INSERT OR IGNORE INTO mentions VALUES (?, ?, ?, ?, ?, 0)",
                ((form, m.article, m.span.start, m.span.end, m.role or "") for m in local.mentions),
            )
            if any(m.role for m in local.mentions):
                execute(
                    "INSERT OR REPLACE INTO publications VALUES (?, ?, ?)",
                    (local.article, *local.published),
                )
            execute("INSERT OR IGNORE INTO touched_forms VALUES (?)", (form,))
            execute("INSERT OR REPLACE INTO touched_articles VALUES (?, 0)", (local.article,))

    def _form(self, local: Local) -> int:
        names = (local.name, local.type, local.metonym, local.owner)
        row = self.connection.execute(
            "SELECT number FROM forms WHERE (name, type, metonym, owner) = (?, ?, ?, ?)", names
        ).fetchone()
        if row is None:
            row = self.connection.execute(
                "INSERT INTO forms(name, type, metonym, owner, folded, plain, acronym)"
                " VALUES (?, ?, ?, ?, ?, ?, ?) RETURNING number",
                (*names, fold(local.name), plain(local.name), acronym_letters(local.name)),
            ).fetchone()
        return int(row[0])

    def sight(self, article: str, found: Iterable[tuple[str, Span]]) -> None:
        """What could be names in text that was not read (`sightings`)."""
        self.connection.executemany(
            "INSERT OR IGNORE INTO sightings VALUES (?, ?, ?, ?)",
            ((article, span.start, span.end, folded) for folded, span in found),
        )
        self.connection.execute("INSERT OR REPLACE INTO touched_articles VALUES (?, 0)", (article,))

    def forget(self, article: str) -> None:
        """Take out all that is of the article."""
        execute = self.connection.execute
        execute(
            "INSERT OR IGNORE INTO touched_forms SELECT form FROM uses WHERE article = ?",
            (article,),
        )
        for (form,) in execute("SELECT form FROM uses WHERE article = ?", (article,)).fetchall():
            execute(
                "INSERT OR IGNORE INTO touched_aliases"
                " SELECT alias FROM aliases WHERE form = ? AND article = ?",
                (form, article),
            )
            for table in ("aliases", "mentions"):
                execute(f"DELETE FROM {table} WHERE form = ? AND article = ?", (form, article))
        for table in ("uses", "sightings", "publications", "touched_articles"):
            execute(f"DELETE FROM {table} WHERE article = ?", (article,))
