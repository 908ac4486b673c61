"""Names found in the gazetteer that the user supplied: which row each is of, where that is clear.

A name that one row alone has, of a type that fits, is that row's. Of several rows it is the one whose
positions or description share most words with the offices that stand with the name, or the only one
whose country the same articles name; else it is left open (as in named-entity disambiguation since
Bunescu and Paşca 2006: candidates by alias, settled by context).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Protocol, cast

from onrecord.linking.identities.keys import Join, Key, stored
from onrecord.linking.identities.naming import Naming, names_of
from onrecord.linking.identities.organisation_names import place_key
from onrecord.linking.identities.units import Facts, Members, Rule
from onrecord.linking.words import fold
from onrecord.model import GazetteerRow, NameType

Lookup = Callable[[str], Iterable[GazetteerRow]]
"""The rows of a printed name."""

_ROW = "gazetteer"  # in the place of a type
_IS_ROW = f"other >= '{_ROW} ' AND other < '{_ROW}!'"

_COMMON = frozenset(
    "the a an of for in at on to and or by from with born former state politician person".split()
)


class Usual(Protocol):
    def usual(self, key: Key) -> str: ...


def other_names(lookup: Lookup) -> Callable[[str], list[tuple[str, NameType | None]]]:
    """The names of the row that a name is of, where one row alone has it, with the row's type."""

    def names(name: str) -> list[tuple[str, NameType | None]]:
        rows = list(lookup(name))
        return [(other, rows[0].type) for other in rows[0].names] if len(rows) == 1 else []

    return names


def gazetteer_rule(lookup: Lookup | None, anew: bool) -> Rule:
    """Joins each name to the row that it is of; without a gazetteer, to none. `anew`: the rows may be
    others than at the last linking."""

    def names(key: Key) -> Iterator[str]:
        if lookup and key[0] != "other":
            yield stored(key)

    def rows(unit: str, members: Members, facts: Facts) -> Iterator[Join]:
        for key in members:
            found = _settled(key, _candidates(key, facts, lookup), facts) if lookup else None
            if found:
                yield key, row_key(found[0]), found[1]

    def touched(naming: Naming) -> Iterator[str]:
        if anew:
            keys = (
                "SELECT key FROM keys" if lookup else f"SELECT one FROM unit_joins WHERE {_IS_ROW}"
            )
            for (key,) in naming.connection.execute(keys):
                yield key

    return Rule("rows of the gazetteer", names, rows, single=True, touched=touched)


def row_key(identifier: str) -> Key:
    """What stands for a row among keys."""
    return cast(NameType, _ROW), identifier


def row_of(key: Key) -> str | None:
    """The row's id, where the key stands for one."""
    return key[1] if key[0] == _ROW else None


def linked(rows: Mapping[Key, tuple[str, str]], naming: Usual) -> tuple[str | None, list[str]]:
    """The row's id of an identity, and why; no id where its names are of several. `rows`: the id of
    each name's row, and why it is that."""
    found = sorted({identifier for identifier, _ in rows.values()})
    if len(found) > 1:
        return None, [f"not linked to the gazetteer: its names are {' and '.join(found)}"]
    lines = [
        f"{naming.usual(key)} is {row} in the gazetteer: {why}" for key, (row, why) in rows.items()
    ]
    return (found[0] if found else None), lines


def _candidates(key: Key, facts: Facts, lookup: Lookup) -> list[GazetteerRow]:
    rows: dict[str, GazetteerRow] = {}
    for form in sorted(names_of(facts.forms(key))):
        for row in lookup(form):
            # A surname alone is an alias of many, listed or not.
            bare = key[0] == "person" and " " not in form and fold(row.names[0]) != fold(form)
            if row.type in (None, key[0]) and not bare:
                rows[row.id] = row
    return [rows[identifier] for identifier in sorted(rows)]


def _settled(key: Key, rows: Sequence[GazetteerRow], facts: Facts) -> tuple[str, str] | None:
    """(id, reason)."""
    if len(rows) <= 1:
        return (rows[0].id, "the only one of that name") if rows else None
    roles = _content(facts.roles(key))
    shared = {row.id: roles & _content((*row.positions, row.description)) for row in rows}
    best, second, *_ = sorted(rows, key=lambda row: (-len(shared[row.id]), row.id))
    if len(shared[best.id]) > len(shared[second.id]):
        words = ", ".join(sorted(shared[best.id]))
        return best.id, f"of {len(rows)} of that name the one with the office ({words})"
    there = [
        row for row in rows if row.country and facts.beside(key, ("place", place_key(row.country)))
    ]
    if len(there) == 1:
        country = there[0].country
        why = f"of {len(rows)} of that name the only one of {country}, named there"
        return there[0].id, why
    return None


def _content(texts: Iterable[str]) -> set[str]:
    return {word for text in texts for word in re.findall(r"[^\W\d_]{2,}", fold(text))} - _COMMON
