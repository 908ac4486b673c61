"""What judgements are about, found among the names of a record: keys, and parts taken out of keys.

A part is what leaves its name when a judgement says so: one article's use of the name, a single mention,
or one of several printed forms that came down to one key. It has a key of its own, that the machine
compares with nothing.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from onrecord.linking.identities.keys import Key, loaded, stored
from onrecord.linking.identities.naming import Naming
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
        "SELECT f.number, m.start, m.end, f.metonym, f.type, f.name, f.owner FROM uses AS u"
        " JOIN mentions AS m USING (form, article) JOIN forms AS f ON f.number = u.form"
        " WHERE u.article = ? AND m.start < ? AND m.end > ?",
        (place.article, place.span.end, place.span.start),
    ).fetchall()
    if not rows:
        return None

    def rank(row: tuple[int, int, int, int, str, str, str]) -> tuple[object, ...]:
        _, start, end, metonym, there, *names = row
        away = abs(start - place.span.start) + abs(end - place.span.end)
        return away, kind is not None and there != kind, metonym, start, there, *names

    near = min(rows, key=rank)
    return Use(near[0], place.article, Span(near[1], near[2]))


def key_of_form(naming: Naming, form: int) -> Key:
    command = "SELECT key FROM forms WHERE number = ?"
    return loaded(naming.connection.execute(command, (form,)).fetchone()[0])


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
        "SELECT number FROM forms WHERE key = ? AND folded = ? ORDER BY number",
        (stored(home), fold(point.name)),
    )
    forms = tuple(number for (number,) in rows)
    key = (home[0], _MARK.join((home[1], fold(point.name))))
    return Part(key, home, point.name, forms=forms)


def keys_named(naming: Naming, point: NamePoint) -> list[Key]:
    """The keys that have the name, those of its type before others, the most used first."""
    tally: Counter[Key] = Counter()
    exact: set[Key] = set()
    for folded, articles, key in naming.connection.execute(
        "SELECT folded, articles, key FROM forms WHERE plain = ?", (plain(point.name),)
    ):
        tally[loaded(key)] += articles
        if folded == fold(point.name):
            exact.add(loaded(key))
    return sorted(exact or tally, key=lambda key: (key[0] != point.type, -tally[key], key))
