"""What printed names are (places, people), and the keys that they come down to.

What a name is, is what most articles take it for. An article that spells a name out ('Ana Lund', then
'Lund') knows best.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from onrecord.linking.identities.keys import Key, stored
from onrecord.linking.identities.organisation_names import (
    government_key,
    initials,
    is_no_person,
    organisation_key,
    place_key,
    plain,
)
from onrecord.linking.identities.personal_names import PersonalName, parse_personal
from onrecord.linking.identities.printed import Printed
from onrecord.model import NameType

OVERRULED = 1 / 3
"""A person's type that fewer than this share of the articles give a name is a mistake of reading
even where an office stands with the name; any other type falls to the majority at once."""


class Form(NamedTuple):
    """A printed name with the type that reading gave it, and how many articles use it."""

    number: int
    name: str
    type: NameType
    metonym: bool
    owner: str
    articles: int


def assign(naming: Printed) -> None:
    """Give a key to the forms that were touched and to those whose type they decide. Forms that got
    another key, or another reason for it, are then touched, too."""
    execute = naming.connection.execute
    execute(
        "UPDATE forms SET articles = (SELECT count(DISTINCT article) FROM uses WHERE form = number)"
        " WHERE number IN (SELECT form FROM touched_forms)"
    )
    execute("CREATE TEMP TABLE assigned_forms (form INTEGER PRIMARY KEY, key TEXT, because TEXT)")
    for name, forms in _touched(naming):
        types, because = _types(name, forms, naming)
        rows = []
        for form in forms:
            key, why = _key_of(form, types, because)
            rows.append((form.number, stored(key), why))
        naming.connection.executemany("INSERT INTO assigned_forms VALUES (?, ?, ?)", rows)
    execute(
        "INSERT OR IGNORE INTO touched_forms SELECT number FROM assigned_forms JOIN forms ON number = form"
        " WHERE forms.key IS NOT assigned_forms.key OR forms.because IS NOT assigned_forms.because"
    )
    execute(
        "CREATE TEMP TABLE rekeyed_forms AS SELECT number AS form, f.key AS old, a.key AS new"
        " FROM touched_forms AS t JOIN forms AS f ON f.number = t.form"
        " LEFT JOIN assigned_forms AS a USING (form) WHERE f.key IS NOT a.key"
    )
    execute(
        "UPDATE forms SET key = a.key, because = a.because FROM assigned_forms AS a WHERE number = a.form"
        " AND (forms.key IS NOT a.key OR forms.because IS NOT a.because)"
    )
    execute("DROP TABLE assigned_forms")
    # What nobody uses any more.
    execute("DELETE FROM forms WHERE number IN (SELECT form FROM touched_forms) AND articles = 0")
    _note(naming)


def _note(naming: Printed) -> None:
    """Which acronyms could stand for the forms that were found to be of organisations, and under which
    place's name they speak."""
    rows = naming.connection.execute(
        "SELECT form, name, metonym FROM rekeyed_forms JOIN forms ON number = form"
        " WHERE new GLOB 'organisation *' AND (metonym OR instr(name, ' '))"
    ).fetchall()
    naming.connection.executemany(
        "INSERT OR IGNORE INTO initials VALUES (?, ?)",
        ((letters, form) for form, name, _ in rows for letters in initials(name)),
    )
    naming.connection.executemany(
        "INSERT OR IGNORE INTO speaks VALUES (?, ?)",
        ((stored(("place", place_key(name))), form) for form, name, metonym in rows if metonym),
    )


def _touched(naming: Printed) -> Iterator[tuple[str, list[Form]]]:
    """Plain names with their forms that some article uses, where one of these or an alias was touched."""
    rows = naming.connection.execute(
        "SELECT f.plain, number, name, type, metonym, owner, articles FROM"
        " (SELECT plain FROM touched_forms JOIN forms ON number = form"
        " UNION SELECT alias FROM touched_aliases) AS t"
        " JOIN forms AS f USING (plain) WHERE articles > 0"
        " ORDER BY f.plain, name, type, metonym, owner"
    )
    for name, group in groupby(rows, key=lambda row: row[0]):
        yield name, [Form(n, w, t, bool(m), o, a) for _, n, w, t, m, o, a in group]


def _key_of(form: Form, types: dict[NameType, NameType], because: str) -> tuple[Key, str | None]:
    if not form.metonym:
        kind = types[form.type]
        return _key(form.name, kind, form.owner), because if kind != form.type else None
    kind = types.get("place", "place")
    if kind == "place":
        why = f"{form.name} speaks: the place stands for its authorities"
        return government_key(form.name), why
    return _key(form.name, kind, form.owner), because if kind != form.type else None


def _types(
    name: str, forms: Sequence[Form], naming: Printed
) -> tuple[dict[NameType, NameType], str]:
    """Which type each type that a name was given stands for, and why: the majority's."""
    votes: Counter[NameType] = Counter()
    office = False
    for form in forms:
        votes[form.type] += 0 if form.metonym or form.type == "other" else form.articles
        office = office or (form.type == "person" and _with_office(form.number, naming))
    short = _spelt_out(name, naming)
    if votes["place"] + votes["group"]:  # 'Vask' is no less a place for its Vask Rovers
        short = Counter({"person": short["person"]})
    votes.update(short)
    usual = forms[0].name
    if votes["person"] and is_no_person(usual):
        return dict.fromkeys(votes, "organisation"), f"{usual} is no person's name"
    top = max(sorted(votes), key=lambda t: votes[t])
    kept = dict.fromkeys({*votes, *(form.type for form in forms)}, top)
    if office and votes["person"] >= OVERRULED * votes.total():
        kept["person"] = "person"
    tally = ", ".join(
        f"{t} in {n}" for t, n in sorted(votes.items(), key=lambda v: (-v[1], v[0])) if n
    )
    if sum(n > 0 for n in votes.values()) == 1:
        return kept, f"{usual} is read as {tally} article(s), elsewhere as nobody"
    return kept, f"{usual} is read as {tally} article(s): the majority decides"


def _spelt_out(name: str, naming: Printed) -> Counter[NameType]:
    """In how many articles the plain name stands for a fuller one, by the type of that."""
    command = """SELECT f.type, count(DISTINCT a.article) FROM aliases AS a
        JOIN forms AS f ON f.number = a.form WHERE a.alias = ? AND f.plain != a.alias
        AND f.type != 'other' GROUP BY f.type"""
    return Counter(dict(naming.connection.execute(command, (name,))))


def _with_office(form: int, naming: Printed) -> bool:
    """Whether an office stands with some mention of the form."""
    command = "SELECT 1 FROM mentions WHERE form = ? AND role != '' LIMIT 1"
    return naming.connection.execute(command, (form,)).fetchone() is not None


def _key(name: str, kind: NameType, owner: str) -> Key:
    if kind == "person":
        return kind, (parse_personal(name) or PersonalName(plain(name))).key
    if kind == "organisation":
        return kind, organisation_key(name, owner)
    return kind, place_key(name) if kind == "place" else plain(name)
