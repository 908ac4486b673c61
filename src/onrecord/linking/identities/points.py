"""What judgements are about, found among the names of a record: keys, and parts taken out of keys.

A part is what leaves its name when a judgement says so: one article's use of the name, a single mention,
or one of several printed forms that came down to one key. It has a key of its own, that the machine
compares with nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.linking.identities.naming import Key, Naming
from onrecord.linking.identities.organisation_names import plain
from onrecord.linking.words import fold
from onrecord.model import NamePoint, NameType, PassagePoint, Place, Span

_MARK = "\x1f"  # in no printed name


@dataclass(frozen=True, order=True)
class Use:
    """Where a passage's name is kept: a form (by number), in an article, with the mention's span."""

    form: int
    article: str
    span: Span


@dataclass(frozen=True)
class Part:
    """`key` is the part's own, `home` that of the name it may leave. With `use` it is that article's use
    of the form, and of that only the mention where `alone`; else it is all uses of `forms`."""

    key: Key
    home: Key
    name: str
    use: Use | None = None
    alone: bool = False
    forms: tuple[int, ...] = ()


def use_at(naming: Naming, place: Place, kind: NameType | None = None) -> Use | None:
    """The mention that overlaps the place, of several the one whose ends are nearest, then one of that
    type: where a place speaks, it and its authorities are mentioned in the same words."""
    rows = naming.connection.execute(
        "SELECT m.form, m.start, m.end, f.metonym, f.type FROM uses AS u"
        " JOIN mentions AS m ON m.form = u.form AND m.article = u.article"
        " JOIN forms AS f ON f.number = u.form"
        " WHERE u.article = ? AND m.start < ? AND m.end > ?",
        (place.article, place.span.end, place.span.start),
    ).fetchall()
    if not rows:
        return None

    def rank(row: tuple[int, int, int, int, str]) -> tuple[int, bool, int, int, int]:
        form, start, end, metonym, kind_there = row
        away = abs(start - place.span.start) + abs(end - place.span.end)
        return away, kind is not None and kind_there != kind, metonym, start, form

    near = min(rows, key=rank)
    return Use(near[0], place.article, Span(near[1], near[2]))


def key_of_form(naming: Naming, form: int) -> Key:
    command = "SELECT type, text FROM form_keys WHERE form = ?"
    kind, text = naming.connection.execute(command, (form,)).fetchone()
    return kind, text


def part_of(naming: Naming, use: Use, point: PassagePoint, alone: bool) -> Part:
    """The part that a passage speaks for: the article's use of its name, or the mention `alone`."""
    home = key_of_form(naming, use.form)
    (name,) = naming.connection.execute(
        "SELECT name FROM forms WHERE number = ?", (use.form,)
    ).fetchone()
    place = f"{use.span.start}-{use.span.end}" if alone else name
    key = (home[0], _MARK.join((home[1], use.article, place)))
    return Part(key, home, point.words if alone else name, use, alone)


def part_of_forms(naming: Naming, home: Key, point: NamePoint) -> Part:
    """All uses of a printed name that shares its key with others."""
    rows = naming.connection.execute(
        "SELECT f.number FROM form_keys AS k JOIN forms AS f ON f.number = k.form"
        " WHERE (k.type, k.text) = (?, ?) AND f.folded = ? ORDER BY f.number",
        (*home, fold(point.name)),
    )
    forms = tuple(number for (number,) in rows)
    key = (home[0], _MARK.join((home[1], fold(point.name))))
    return Part(key, home, point.name, forms=forms)


def keys_named(naming: Naming, point: NamePoint) -> list[Key]:
    """The keys that have the name, those of its type before others, the most used first."""
    tally: Counter[Key] = Counter()
    exact: set[Key] = set()
    for folded, articles, kind, text in naming.connection.execute(
        "SELECT f.folded, c.articles, k.type, k.text FROM forms AS f"
        " JOIN form_counts AS c ON c.form = f.number JOIN form_keys AS k ON k.form = f.number"
        " WHERE f.plain = ?",
        (plain(point.name),),
    ):
        tally[kind, text] += articles
        if folded == fold(point.name):
            exact.add((kind, text))
    return sorted(exact or tally, key=lambda key: (key[0] != point.type, -tally[key], key))


_OVERLAY = (
    "CREATE TEMP TABLE given_forms (number INTEGER PRIMARY KEY, name TEXT, type TEXT,"
    " metonym INTEGER, owner TEXT, folded TEXT, plain TEXT)",
    "CREATE TEMP TABLE given_uses (article TEXT, form INTEGER, lived_in INTEGER, sighted INTEGER)",
    "CREATE TEMP TABLE given_mentions (article TEXT, form INTEGER, start INTEGER, end INTEGER,"
    " role TEXT, sighted INTEGER)",
    "CREATE TEMP TABLE taken_uses (form INTEGER, article TEXT, PRIMARY KEY (form, article))",
    "CREATE TEMP TABLE taken_mentions (form INTEGER, article TEXT, start INTEGER, end INTEGER,"
    " PRIMARY KEY (form, article, start, end))",
    # Temporary views hide the tables of the same names.
    "CREATE TEMP VIEW forms AS SELECT * FROM main.forms UNION ALL SELECT * FROM given_forms",
    "CREATE TEMP VIEW uses AS SELECT * FROM main.uses AS u WHERE NOT EXISTS (SELECT 1 FROM"
    " taken_uses AS t WHERE t.form = u.form AND t.article = u.article)"
    " UNION ALL SELECT * FROM given_uses",
    "CREATE TEMP VIEW mentions AS SELECT * FROM main.mentions AS m WHERE NOT EXISTS (SELECT 1 FROM"
    " taken_mentions AS t WHERE (t.form, t.article, t.start, t.end) ="
    " (m.form, m.article, m.start, m.end)) UNION ALL SELECT * FROM given_mentions",
)


def detach(naming: Naming, parts: Sequence[Part]) -> None:
    """Take the parts out of their names, each into a key of its own. What is kept of articles from one
    linking to the next stays as it is: the change is laid over it, until the connection closes."""
    execute = naming.connection.execute
    for command in _OVERLAY if parts else ():
        execute(command)
    for number, part in enumerate(parts, 1):
        if part.use is None:
            for form in part.forms:
                execute("UPDATE form_keys SET text = ? WHERE form = ?", (part.key[1], form))
        else:
            _give(naming, part, part.use, -number)
        execute("INSERT INTO keys(type, text, articles) VALUES (?, ?, 1)", part.key)
    for home in {part.home for part in parts}:
        execute(
            "DELETE FROM keys WHERE (type, text) = (?1, ?2) AND NOT EXISTS"
            " (SELECT 1 FROM form_keys AS k WHERE (k.type, k.text) = (?1, ?2))",
            home,
        )


def _give(naming: Naming, part: Part, use: Use, number: int) -> None:
    """Give the article's mentions, or the one mention, to a form of that number."""
    execute = naming.connection.execute
    where, values = "form = ? AND article = ?", (use.form, use.article)
    execute(
        "INSERT INTO given_forms SELECT ?, ?, type, metonym, ?, ?, ? FROM main.forms"
        " WHERE number = ?",
        (number, part.name, part.key[1], fold(part.name), plain(part.name), use.form),
    )
    execute("INSERT INTO given_uses VALUES (?, ?, 0, 0)", (use.article, number))
    execute("INSERT INTO form_keys VALUES (?, ?, ?, NULL)", (number, *part.key))
    execute("INSERT INTO form_counts VALUES (?, 1, 0)", (number,))
    moved = [
        row
        for row in execute(
            f"SELECT start, end, role FROM mentions WHERE {where}", values
        ).fetchall()
        if not part.alone or Span(row[0], row[1]) == use.span
    ]
    for start, end, role in moved:
        execute(
            "INSERT INTO given_mentions VALUES (?, ?, ?, ?, ?, 0)",
            (use.article, number, start, end, role),
        )
        execute("INSERT OR IGNORE INTO taken_mentions VALUES (?, ?, ?, ?)", (*values, start, end))
    if not execute(f"SELECT 1 FROM mentions WHERE {where} LIMIT 1", values).fetchone():
        execute("INSERT OR IGNORE INTO taken_uses VALUES (?, ?)", values)
        execute("UPDATE form_counts SET articles = articles - 1 WHERE form = ?", (use.form,))
        execute(
            "DELETE FROM form_keys WHERE form = ?1 AND NOT EXISTS"
            " (SELECT 1 FROM uses WHERE form = ?1)",
            (use.form,),
        )
