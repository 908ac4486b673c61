"""What printed names come down to: keys, and the identities that keys are joined to.

A key is what equal forms come down to (titles, accents and forms of address set aside); an identity is
a set of keys.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from onrecord.linking.identities.printed import Printed
from onrecord.linking.words import fold
from onrecord.model import IdentityMention, NameType, Span

Key = tuple[NameType, str]
"""(type, canonical name)."""
Form = tuple[int, str, NameType, int, str]
"""(number, name, type, articles that use it, owner)."""

_DERIVED = (
    "CREATE TEMP TABLE form_keys (form INTEGER PRIMARY KEY, type TEXT, text TEXT, block TEXT)",
    """CREATE TEMP TABLE keys (number INTEGER PRIMARY KEY, type TEXT, text TEXT, block TEXT,
        articles INTEGER, identity TEXT, because TEXT, UNIQUE (type, text))""",
)


class Naming(Printed):
    """All names of a record. First `add` them, then `assign` keys to forms, then join the keys."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        super().__init__(connection)
        for command in _DERIVED:
            connection.execute(command)

    def by_plain_name(self) -> Iterator[tuple[str, list[tuple[Form, bool]]]]:
        """Forms of one plain name together, each with whether it is a metonym."""
        self.count()
        rows = self.connection.execute(
            "SELECT plain, number, name, type, articles, owner, metonym FROM forms"
            " JOIN form_counts ON form = number ORDER BY plain, name, type, metonym, owner"
        )
        for name, group in groupby(rows, key=lambda row: row[0]):
            yield name, [((r[1], r[2], r[3], r[4], r[5]), bool(r[6])) for r in group]

    def spelt_out(self, name: str) -> Counter[NameType]:
        """In how many articles the plain name stands for a fuller one, by the type of that."""
        command = """SELECT f.type, count(DISTINCT a.article) FROM aliases AS a
            JOIN forms AS f ON f.number = a.form WHERE a.alias = ? AND f.plain != a.alias
            AND f.type != 'other' GROUP BY f.type"""
        return Counter(dict(self.connection.execute(command, (name,))))

    def with_office(self, form: int) -> bool:
        """Whether an office stands with some mention of the form."""
        command = "SELECT 1 FROM mentions WHERE form = ? AND role IS NOT NULL LIMIT 1"
        return self.connection.execute(command, (form,)).fetchone() is not None

    def assign(self, rows: Iterable[tuple[int, Key, str | None, str | None]]) -> None:
        """(form, key, block, because) of every form; keys of one block are compared."""
        reasons = "CREATE TEMP TABLE reasons (type TEXT, text TEXT, because TEXT)"
        self.connection.execute(reasons)
        for form, (kind, text), block, because in rows:
            values = (form, kind, text, block)
            self.connection.execute("INSERT INTO form_keys VALUES (?, ?, ?, ?)", values)
            if because:
                self.connection.execute(
                    "INSERT INTO reasons VALUES (?, ?, ?)", (kind, text, because)
                )
        self.connection.execute(
            "INSERT INTO keys(type, text, block, articles)"
            " SELECT k.type, k.text, min(k.block), count(DISTINCT u.article)"
            " FROM form_keys AS k JOIN uses AS u USING (form) GROUP BY k.type, k.text"
            " ORDER BY k.type, k.text"
        )
        self.connection.execute("CREATE INDEX temp.form_keys_key ON form_keys(type, text)")
        self.connection.execute(
            "UPDATE keys SET because = (SELECT group_concat(because, char(10)) FROM"
            " (SELECT because FROM reasons AS r WHERE (r.type, r.text) = (keys.type, keys.text)"
            " ORDER BY because)) WHERE (type, text) IN (SELECT type, text FROM reasons)"
        )

    def blocks(self, people: bool) -> Iterator[dict[Key, int]]:
        """Keys that are compared with each other, and how many articles use each: those of people,
        or of all else."""
        sign = "=" if people else "!="
        rows = self.connection.execute(
            f"SELECT block, type, text, articles FROM keys WHERE type {sign} 'person'"
            " AND block IS NOT NULL ORDER BY block, type, text"
        )
        for _, group in groupby(rows, key=lambda row: row[0]):
            yield {(row[1], row[2]): row[3] for row in group}

    def acronyms(self) -> Iterator[tuple[Key, list[tuple[str, list[tuple[Key, str]]]]]]:
        """Organisations' forms of one word that could be acronyms: key and, for every article
        that uses it, the form and the organisations named there in several words."""
        rows = self.connection.execute(
            "SELECT k.type, k.text, f.number, f.name FROM form_keys AS k"
            " JOIN forms AS f ON f.number = k.form WHERE k.type = 'organisation'"
            " AND instr(f.name, ' ') = 0 AND length(f.name) BETWEEN 2 AND 12 AND NOT f.metonym"
            " ORDER BY k.type, k.text, f.number"
        )
        for key, group in groupby(rows, key=lambda row: (row[0], row[1])):
            beside = []
            for _, _, number, name in group:
                others = self.connection.execute(
                    "SELECT mine.article, k.type, k.text, f.name FROM uses AS mine"
                    " JOIN uses AS theirs USING (article) JOIN forms AS f ON f.number = theirs.form"
                    " JOIN form_keys AS k ON k.form = f.number"
                    " WHERE mine.form = ? AND k.type = 'organisation' AND instr(f.name, ' ') > 0"
                    " ORDER BY mine.article, k.text, f.name",
                    (number,),
                )
                for _, there in groupby(others, key=lambda row: row[0]):
                    beside.append((name, [((r[1], r[2]), r[3]) for r in there]))
            yield key, beside

    def adjectives(self) -> Iterator[Key]:
        """Keys of one word, of groups and places: what could be an adjective of a place."""
        command = """SELECT type, text FROM keys WHERE type IN ('group', 'organisation', 'place')
            AND instr(text, ' ') = 0 ORDER BY type, text"""
        yield from self.connection.execute(command)

    def stands_for(self, alias: str) -> Counter[Key]:
        """The keys that articles use the plain name `alias` for beside a fuller one, and how many do."""
        command = """SELECT k.type, k.text, count(DISTINCT a.article) FROM aliases AS a
            JOIN form_keys AS k USING (form) WHERE a.alias = ? GROUP BY k.type, k.text"""
        rows = self.connection.execute(command, (alias,))
        return Counter({(kind, text): count for kind, text, count in rows})

    def lived_in(self, key: Key) -> bool:
        """Whether some article says of anything that it is in this place."""
        command = """SELECT 1 FROM form_keys AS k JOIN form_counts AS c USING (form)
            WHERE (k.type, k.text) = (?, ?) AND c.lived_in LIMIT 1"""
        return self.connection.execute(command, key).fetchone() is not None

    def beside(self, key: Key, place: str) -> bool:
        """Whether some article names the place (a key's text) beside the key."""
        command = """SELECT 1 FROM form_keys AS k JOIN uses AS mine USING (form)
            JOIN uses AS theirs USING (article) JOIN form_keys AS p ON p.form = theirs.form
            WHERE (k.type, k.text) = (?, ?) AND (p.type, p.text) = ('place', ?) LIMIT 1"""
        return self.connection.execute(command, (*key, place)).fetchone() is not None

    def keys(self, kind: NameType) -> Iterator[tuple[Key, int]]:
        """The keys of a type, and how many articles use each."""
        command = "SELECT text, articles FROM keys WHERE type = ? ORDER BY text"
        for text, articles in self.connection.execute(command, (kind,)):
            yield (kind, text), articles

    def articles(self, key: Key) -> int:
        """How many articles use the key; 0 where there is none."""
        command = "SELECT articles FROM keys WHERE (type, text) = (?, ?)"
        row = self.connection.execute(command, key).fetchone()
        return int(row[0]) if row else 0

    def forms(self, key: Key) -> Counter[str]:
        """The printed names of a key, and how many articles use each."""
        command = """SELECT f.name, sum(c.articles) FROM form_keys AS k
            JOIN forms AS f ON f.number = k.form JOIN form_counts AS c USING (form)
            WHERE (k.type, k.text) = (?, ?) GROUP BY f.name"""
        return Counter(dict(self.connection.execute(command, key)))

    def metonyms(self, key: Key) -> set[str]:
        """Those of the printed names that are of places that speak."""
        command = """SELECT f.name FROM form_keys AS k JOIN forms AS f ON f.number = k.form
            WHERE (k.type, k.text) = (?, ?) AND f.metonym"""
        return {name for (name,) in self.connection.execute(command, key)}

    def usual(self, key: Key) -> str:
        """The form that most articles use; of equals the longer, then the first by letters."""
        forms = self.forms(key)
        return min(forms, key=lambda form: (-forms[form], -len(form), form))

    def roles(self, key: Key) -> set[str]:
        """The folded offices that stand with mentions of the key."""
        return {fold(m.role) for m in self.mentions([key]) if m.role}

    def published(self, article: str) -> tuple[str | None, str | None]:
        """The days between which an article was published in which somebody has an office."""
        command = "SELECT earliest, latest FROM publications WHERE article = ?"
        return self.connection.execute(command, (article,)).fetchone() or (None, None)

    def mentions(self, keys: Sequence[Key]) -> list[IdentityMention]:
        """Each once, by article and place."""
        found = set()
        for key in keys:
            command = """SELECT m.article, m.start, m.end, m.role FROM form_keys AS k
                JOIN mentions AS m USING (form) WHERE (k.type, k.text) = (?, ?)"""
            for article, start, end, role in self.connection.execute(command, key):
                found.add(IdentityMention(article, Span(start, end), role))
        return sorted(found, key=lambda m: (m.article, m.span, m.role or ""))

    def explain(self, key: Key, because: str) -> None:
        """One more reason why the key belongs to its identity."""
        self.connection.execute(
            "UPDATE keys SET because = coalesce(because || char(10), '') || ?"
            " WHERE (type, text) = (?, ?)",
            (because, *key),
        )

    def alone(self) -> Iterator[Key]:
        """Keys that have no identity yet."""
        command = "SELECT type, text FROM keys WHERE identity IS NULL ORDER BY number"
        yield from self.connection.execute(command).fetchmany(1000)

    def identify(self, keys: Iterable[Key], identity: str) -> None:
        self.connection.executemany(
            "UPDATE keys SET identity = ? WHERE (type, text) = (?, ?)",
            ((identity, *key) for key in keys),
        )

    def identity(self, key: Key) -> str | None:
        """The id of the key's identity."""
        command = "SELECT identity FROM keys WHERE (type, text) = (?, ?)"
        row = self.connection.execute(command, key).fetchone()
        return row and str(row[0])

    def identities(self) -> Iterator[tuple[str, list[Key], list[str]]]:
        """(id, keys, reasons), by id."""
        self.connection.execute("CREATE INDEX IF NOT EXISTS temp.keys_identity ON keys(identity)")
        rows = self.connection.execute(
            "SELECT identity, type, text, because FROM keys WHERE type != 'other'"
            " ORDER BY identity, number"
        )
        for identity, group in groupby(rows, key=lambda row: row[0]):
            keyed = list(group)
            reasons = [line for row in keyed for line in (row[3] or "").split("\n") if line]
            yield identity, [(row[1], row[2]) for row in keyed], reasons

    def of_article(self, article: str) -> dict[tuple[str, str], str]:
        """The ids of the identities that the article names, by folded name and type."""
        rows = self.connection.execute(
            "SELECT f.folded, f.type, k.identity FROM uses AS u JOIN forms AS f ON f.number = u.form"
            " JOIN form_keys AS c ON c.form = f.number"
            " JOIN keys AS k ON (k.type, k.text) = (c.type, c.text)"
            " WHERE u.article = ? ORDER BY f.metonym",
            (article,),
        )
        return {(folded, kind): identity for folded, kind, identity in rows}
