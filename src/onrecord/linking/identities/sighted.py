"""Sightings taken for mentions of the names that read articles have.

A sighting (`sightings`) counts where it is a name in several words, or of a place, or where one body alone
can be meant by its words in English (`foreign_names`). What may change is
which form its words stand for, so that is kept for all words sighted; the articles in which one of them
changed are looked at again.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable

from onrecord.linking.identities.foreign_names import english_names
from onrecord.linking.identities.organisation_names import organisation_key
from onrecord.linking.identities.printed import Printed
from onrecord.linking.words import fold
from onrecord.model import NameType, Span

OtherNames = Callable[[str], Iterable[tuple[str, NameType | None]]]
"""The names that a gazetteer has for the same, with their types."""

_KEPT = (
    # The form that sighted words stand for, if any.
    "CREATE TABLE IF NOT EXISTS sought (folded TEXT PRIMARY KEY, form INTEGER) WITHOUT ROWID",
    """CREATE TABLE IF NOT EXISTS translated (other TEXT, folded TEXT, kind TEXT,
        PRIMARY KEY (other, folded)) WITHOUT ROWID""",
    "CREATE INDEX IF NOT EXISTS translated_folded ON translated(folded)",
)
_FITTING = """read > 0 AND NOT metonym AND owner = ''
    AND (type = 'place' OR (type IN ('person', 'organisation') AND instr(name, ' ')))"""


def recognise(naming: Printed, other_names: OtherNames | None = None, anew: bool = False) -> None:
    """Take sightings for mentions, the longest of those that overlap. `other_names`: 'Gilda da Corda'
    is sighted as the Rope Guild that articles name; `anew` says that they may be others than before."""
    execute = naming.connection.execute
    for command in _KEPT:
        execute(command)
    execute(
        "UPDATE forms SET read = (SELECT count(*) FROM uses WHERE form = number AND NOT sighted)"
        " WHERE number IN (SELECT form FROM touched_forms)"
    )
    execute("CREATE TEMP TABLE resighted_articles (article TEXT PRIMARY KEY) WITHOUT ROWID")
    execute("INSERT INTO resighted_articles SELECT article FROM touched_articles")
    translated = execute("SELECT 1 FROM translated LIMIT 1").fetchone()
    for folded in _touched(naming.connection, anew and bool(other_names or translated)):
        _seek(naming.connection, folded, other_names)
    for (article,) in execute("SELECT article FROM resighted_articles").fetchall():
        _see(naming.connection, article)
    execute("DROP TABLE resighted_articles")


def _touched(connection: sqlite3.Connection, anew: bool) -> list[str]:
    """The sighted words that may stand for another form than before."""
    if anew:
        command = "SELECT DISTINCT folded FROM sightings"
    else:
        command = """SELECT s.folded FROM touched_articles CROSS JOIN sightings AS s USING (article)
            UNION SELECT f.folded FROM touched_forms AS t CROSS JOIN forms AS f ON f.number = t.form
            CROSS JOIN sought AS s USING (folded)
            UNION SELECT a.folded FROM touched_forms AS t CROSS JOIN forms AS f ON f.number = t.form
            CROSS JOIN translated AS a ON a.other = f.folded"""
    return [folded for (folded,) in connection.execute(command)]


def _seek(connection: sqlite3.Connection, folded: str, other_names: OtherNames | None) -> None:
    execute = connection.execute
    execute("DELETE FROM translated WHERE folded = ?", (folded,))
    known = execute("SELECT 1 FROM forms WHERE folded = ? AND read > 0 LIMIT 1", (folded,))
    best = "ORDER BY read DESC, name, type"
    if known.fetchone() or " " not in folded:
        found = execute(
            f"SELECT number FROM forms WHERE folded = ? AND {_FITTING} {best}", (folded,)
        ).fetchall()
    else:
        same = list(other_names(folded)) if other_names else []
        names = same or [(name, "organisation") for name in english_names(folded)]
        for name, kind in names:
            execute("INSERT OR IGNORE INTO translated VALUES (?, ?, ?)", (fold(name), folded, kind))
        found = execute(
            "SELECT number, name FROM translated AS t JOIN forms AS f ON f.folded = t.other"
            f" WHERE t.folded = ? AND type = coalesce(t.kind, type) AND {_FITTING} {best}",
            (folded,),
        ).fetchall()
        # A gazetteer's names are of one; those that a translation allows may be of several.
        if not same and len({organisation_key(name) for _, name in found}) > 1:
            found = []
    form = found[0][0] if found else None
    old = execute("SELECT form FROM sought WHERE folded = ?", (folded,)).fetchone()
    if old != (form,):
        execute("INSERT OR REPLACE INTO sought VALUES (?, ?)", (folded, form))
        execute(
            "INSERT OR IGNORE INTO resighted_articles SELECT article FROM sightings WHERE folded = ?",
            (folded,),
        )


def _see(connection: sqlite3.Connection, article: str) -> None:
    """Make the article's sighted mentions anew, if they are others."""
    taken: list[Span] = []
    seen: set[tuple[int, int, int]] = set()
    for start, end, form in connection.execute(
        "SELECT s.start, s.end, t.form FROM sightings AS s JOIN sought AS t USING (folded)"
        " WHERE s.article = ? AND t.form IS NOT NULL ORDER BY s.end - s.start DESC, s.start",
        (article,),
    ):
        span = Span(start, end)
        if not any(span.overlaps(other) for other in taken):
            taken.append(span)
            seen.add((form, start, end))
    old = set(
        connection.execute(
            "SELECT m.form, m.start, m.end FROM uses AS u JOIN mentions AS m USING (form, article)"
            " WHERE u.article = ? AND u.sighted AND m.sighted",
            (article,),
        )
    )
    if seen == old:
        return
    many = connection.executemany
    many(
        "DELETE FROM mentions WHERE (form, article, start, end) = (?, ?, ?, ?) AND sighted",
        ((form, article, start, end) for form, start, end in old - seen),
    )
    many(
        "INSERT OR IGNORE INTO mentions VALUES (?, ?, ?, ?, '', 1)",
        ((form, article, start, end) for form, start, end in seen - old),
    )
    forms, before = {form for form, _, _ in seen}, {form for form, _, _ in old}
    many(
        "DELETE FROM uses WHERE form = ? AND article = ? AND sighted",
        ((form, article) for form in before - forms),
    )
    many("INSERT INTO uses VALUES (?, ?, 1, 0)", ((form, article) for form in forms - before))
    touched = {form for form, _, _ in seen ^ old}
    many("INSERT OR IGNORE INTO touched_forms VALUES (?)", ((form,) for form in touched))
    connection.execute("INSERT OR IGNORE INTO touched_articles VALUES (?, 1)", (article,))
