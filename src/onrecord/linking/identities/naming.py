"""Names as they stand in the record, kept on disk: forms, the articles that use them, mentions.

A form is a printed name with the type that reading gave it. A key is what equal forms come down to
(titles, accents and forms of address set aside); an identity is a set of keys.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby

from onrecord.linking.identities.mentions import Local
from onrecord.linking.identities.organisation_names import plain
from onrecord.linking.words import fold
from onrecord.model import IdentityMention, NameType, Span

Key = tuple[NameType, str]
"""(type, canonical name)."""
Form = tuple[int, str, NameType, int, str]
"""(number, name, type, articles that use it, owner)."""

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
_DERIVED = (
    "CREATE TEMP TABLE form_keys (form INTEGER PRIMARY KEY, type TEXT, text TEXT, block TEXT)",
    """CREATE TEMP TABLE keys (number INTEGER PRIMARY KEY, type TEXT, text TEXT, block TEXT,
        articles INTEGER, identity TEXT, because TEXT, UNIQUE (type, text))""",
    """CREATE TEMP TABLE form_counts (form INTEGER PRIMARY KEY, articles INTEGER, lived_in INTEGER)""",
)


class Naming:
    """All names of a record. First `add` them, then `assign` keys to forms, then join the keys."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection
        for command in (*_KEPT, *_DERIVED):
            connection.execute(command)

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
        self._count()
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

    def _count(self) -> None:
        self.connection.execute("DELETE FROM form_counts")
        self.connection.execute(
            "INSERT INTO form_counts SELECT form, count(*), max(lived_in) FROM uses GROUP BY form"
        )

    def by_plain_name(self) -> Iterator[tuple[str, list[tuple[Form, bool]]]]:
        """Forms of one plain name together, each with whether it is a metonym."""
        self._count()
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
