"""What is known of keys: in how many articles they are, their forms, mentions and offices."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from onrecord.linking.identities.keys import Key, stored
from onrecord.linking.identities.printed import Printed
from onrecord.linking.words import fold
from onrecord.model import IdentityMention, Span

_KEPT = (
    # `identity`: the id of the key's identity at the last linking.
    "CREATE TABLE IF NOT EXISTS keys (key TEXT PRIMARY KEY, articles INTEGER, identity TEXT) WITHOUT ROWID",
)


class Form(NamedTuple):
    """A printed name of a key, with the type that reading gave it, and how many articles use it.
    `because`: why it came to the key, where that is not plain."""

    number: int
    name: str
    metonym: bool
    articles: int
    because: str | None


class Naming(Printed):
    """All names of a record: `add`, `sight` and `forget` articles, then see `identified`."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        super().__init__(connection)
        for command in _KEPT:
            connection.execute(command)

    def articles(self, key: Key) -> int:
        """How many articles use the key; 0 where there is none."""
        command = "SELECT articles FROM keys WHERE key = ?"
        row = self.connection.execute(command, (stored(key),)).fetchone()
        return int(row[0]) if row else 0

    def forms(self, key: Key) -> list[Form]:
        command = """SELECT number, name, metonym, articles, because FROM forms WHERE key = ?
            ORDER BY name, type, metonym, owner"""
        return [Form(*row) for row in self.connection.execute(command, (stored(key),))]

    def mentions(self, keys: Sequence[Key], *, with_role: bool = False) -> list[IdentityMention]:
        """Each once, by article and place; only those with an office if `with_role`."""
        command = """SELECT article, start, end, role FROM forms JOIN mentions ON form = number
            WHERE key = ?"""
        if with_role:
            command += " AND role != ''"
        rows: set[tuple[str, int, int, str]] = set()
        for key in keys:
            rows.update(self.connection.execute(command, (stored(key),)))
        return [
            IdentityMention(a, Span(start, end), role or None)
            for a, start, end, role in sorted(rows)
        ]

    def roles(self, key: Key) -> set[str]:
        """The folded offices that stand with mentions of the key."""
        command = """SELECT DISTINCT role FROM forms JOIN mentions ON form = number
            WHERE key = ? AND role != ''"""
        return {fold(role) for (role,) in self.connection.execute(command, (stored(key),))}

    def usual(self, key: Key) -> str:
        """The printed name that most articles use."""
        return usual_of(names_of(self.forms(key)))

    def meant(self, alias: str) -> Counter[str]:
        """The stored keys that articles use the plain name `alias` for beside a fuller one, and how
        many do."""
        command = """SELECT key, count(DISTINCT article) FROM aliases JOIN forms ON number = form
            WHERE alias = ? GROUP BY key"""
        return Counter(dict(self.connection.execute(command, (alias,))))

    def spelt_by(self, key: Key) -> Counter[str]:
        """The stored keys of organisations of which the key has an acronym, and in how many articles
        both stand: counted once for each acronym there."""
        command = """SELECT long.key, mine.form, count(DISTINCT mine.article) FROM forms AS short
            JOIN initials AS i ON i.letters = short.acronym
            JOIN forms AS long ON long.number = i.form
            JOIN uses AS theirs ON theirs.form = long.number
            JOIN uses AS mine ON mine.form = short.number AND mine.article = theirs.article
            WHERE short.key = ?1 AND short.acronym IS NOT NULL AND NOT short.metonym
            AND long.key != ?1 AND long.key GLOB 'organisation *' GROUP BY long.key, mine.form"""
        tally: Counter[str] = Counter()
        for long, _, articles in self.connection.execute(command, (stored(key),)):
            tally[long] += articles
        return tally

    def lived_in(self, key: Key) -> bool:
        """Whether some article says of anything that it is in this place."""
        command = """SELECT 1 FROM forms JOIN uses ON form = number
            WHERE key = ? AND lived_in LIMIT 1"""
        return self.connection.execute(command, (stored(key),)).fetchone() is not None

    def beside(self, key: Key, place: Key) -> bool:
        """Whether some article names the place beside the key."""
        command = """SELECT 1 FROM forms AS f JOIN uses AS mine ON mine.form = f.number
            JOIN uses AS theirs USING (article) JOIN forms AS p ON p.number = theirs.form
            WHERE f.key = ? AND p.key = ? LIMIT 1"""
        row = self.connection.execute(command, (stored(key), stored(place))).fetchone()
        return row is not None

    def published(self, keys: Sequence[Key]) -> dict[str, tuple[str | None, str | None]]:
        """Of the articles in which an office stands with one of the keys, the days between which they
        were published."""
        command = """SELECT DISTINCT article, earliest, latest FROM forms JOIN mentions ON form = number
            JOIN publications USING (article) WHERE key = ? AND role != ''"""
        return {
            article: (earliest, latest)
            for key in keys
            for article, earliest, latest in self.connection.execute(command, (stored(key),))
        }

    def identity(self, key: Key) -> str | None:
        """The id of the key's identity."""
        command = "SELECT identity FROM keys WHERE key = ?"
        row: tuple[str | None] | None = self.connection.execute(command, (stored(key),)).fetchone()
        return row and row[0]


def names_of(forms: Sequence[Form]) -> Counter[str]:
    """Printed names, and how many articles use each."""
    names: Counter[str] = Counter()
    for form in forms:
        names[form.name] += form.articles
    return names


def usual_of(names: Counter[str]) -> str:
    """Of equals the longer, then the first by letters."""
    return min(names, key=lambda name: (-names[name], -len(name), name))
