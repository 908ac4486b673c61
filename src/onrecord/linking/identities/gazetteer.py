"""Names found in the gazetteer that the user supplied: which row each is of, where that is clear.

A name that one row alone has, of a type that fits, is that row's. Of several rows it is the one whose
positions or description share most words with the offices that stand with the name, or the only one
whose country the same articles name; else it is left open (as in named-entity disambiguation since
Bunescu and Paşca 2006: candidates by alias, settled by context).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import get_args

from onrecord.linking.identities.naming import Key, Naming
from onrecord.linking.identities.organisation_names import place_key
from onrecord.linking.words import fold
from onrecord.model import GazetteerRow, NameType

Lookup = Callable[[str], Iterable[GazetteerRow]]
"""The rows of a printed name."""

_COMMON = frozenset(
    "the a an of for in at on to and or by from with born former state politician person".split()
)


def other_names(lookup: Lookup) -> Callable[[str], list[tuple[str, NameType | None]]]:
    """The names of the row that a name is of, where one row alone has it, with the row's type."""

    def names(name: str) -> list[tuple[str, NameType | None]]:
        rows = list(lookup(name))
        return [(other, rows[0].type) for other in rows[0].names] if len(rows) == 1 else []

    return names


class Gazetted:
    """The rows of the record's names. Without a gazetteer, none."""

    def __init__(self, naming: Naming, lookup: Lookup | None) -> None:
        self._naming = naming
        self._rows: dict[Key, tuple[str, str]] = {}
        if lookup is None:
            return
        for kind in get_args(NameType):
            for key, _ in naming.keys(kind) if kind != "other" else ():
                found = _settled(key, _candidates(key, naming, lookup), naming)
                if found:
                    self._rows[key] = found

    def joins(self) -> Iterator[tuple[Key, Key, str]]:
        """(name, name, reason) for names of one row."""
        by_row: dict[str, list[Key]] = defaultdict(list)
        for key, (identifier, _) in self._rows.items():
            by_row[identifier].append(key)
        for identifier, keys in by_row.items():
            first, *others = sorted(keys)
            for other in others:
                yield other, first, f"both are {identifier} in the gazetteer"

    def of(self, keys: Sequence[Key]) -> tuple[str | None, list[str]]:
        """The row's id of an identity, and why; no id where its names are of several."""
        found = {key: self._rows[key] for key in keys if key in self._rows}
        rows = sorted({identifier for identifier, _ in found.values()})
        if len(rows) > 1:
            return None, [f"not linked to the gazetteer: its names are {' and '.join(rows)}"]
        lines = [
            f"{self._naming.usual(key)} is {row} in the gazetteer: {why}"
            for key, (row, why) in found.items()
        ]
        return (rows[0] if rows else None), lines


def _candidates(key: Key, naming: Naming, lookup: Lookup) -> list[GazetteerRow]:
    rows: dict[str, GazetteerRow] = {}
    for form in naming.forms(key):
        for row in lookup(form):
            # A surname alone is an alias of many, listed or not.
            bare = key[0] == "person" and " " not in form and fold(row.names[0]) != fold(form)
            if row.type in (None, key[0]) and not bare:
                rows[row.id] = row
    return [rows[identifier] for identifier in sorted(rows)]


def _settled(key: Key, rows: Sequence[GazetteerRow], naming: Naming) -> tuple[str, str] | None:
    """(id, reason)."""
    if len(rows) <= 1:
        return (rows[0].id, "the only one of that name") if rows else None
    roles = _content(naming.roles(key))
    shared = {row.id: roles & _content((*row.positions, row.description)) for row in rows}
    best, second, *_ = sorted(rows, key=lambda row: (-len(shared[row.id]), row.id))
    if len(shared[best.id]) > len(shared[second.id]):
        words = ", ".join(sorted(shared[best.id]))
        return best.id, f"of {len(rows)} of that name the one with the office ({words})"
    there = [row for row in rows if row.country and naming.beside(key, place_key(row.country))]
    if len(there) == 1:
        return there[
            0
        ].id, f"of {len(rows)} of that name the only one of {there[0].country}, named there"
    return None


def _content(texts: Iterable[str]) -> set[str]:
    return {word for text in texts for word in re.findall(r"[^\W\d_]{2,}", fold(text))} - _COMMON
