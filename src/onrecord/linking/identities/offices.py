"""Joining the names of an office of a state or city: its adjective for its name, and the bare office where
the record knows of one alone."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.linking.identities.keys import Join, Key, stored
from onrecord.linking.identities.organisation_names import is_office
from onrecord.linking.identities.short_forms import UNOWNED
from onrecord.linking.identities.units import Facts, Members, Rule


def _offices(key: Key) -> Iterator[str]:
    words = key[1].split()
    # A government is one by its place alone.
    if key[0] == "organisation" and is_office(key[1]) and (len(words) > 2 or "government" in words):
        yield stored(key)


def _owner(unit: str, members: Members, facts: Facts) -> Iterator[Join]:
    """'Lomiran Energy Ministry' and the Energy Ministry of Lomira."""
    for key in members:
        words = key[1].split()
        for word in words:
            place = facts.place_of(word)
            if place:
                other = _of_place([w for w in words if w != word], place)
                if other != key and facts.there(other):
                    yield key, other, "the adjective of the place whose office it is"


OWNERS = Rule("offices of places", _offices, _owner, single=True)


def _bare(key: Key) -> Iterator[str]:
    words = key[1].split()
    if key[0] == "organisation" and len(words) > 2 and is_office(key[1]):
        for word in words:
            yield " ".join(w for w in words if w != word)


def _only(unit: str, members: Members, facts: Facts) -> Iterator[Join]:
    """The bare Energy Ministry, where the record knows of one alone whose owner is named."""
    short: Key = ("organisation", unit)
    if not facts.there(short):
        return
    rest = unit.split()
    owned: set[Key] = set()
    for key in members:
        for word in set(key[1].split()) - set(rest):
            place = facts.place_of(word)
            if place:
                owned.add(_of_place(rest, place))
            elif facts.there(("place", word)):
                owned.add(key)
    if len(owned) == 1:
        [only] = owned
        if 0 < facts.articles(short) <= UNOWNED * facts.articles(only):
            yield short, only, "the only one in the record"


ONLY_ONES = Rule("offices without an owner", _bare, _only)


def _of_place(rest: list[str], place: str) -> Key:
    return "organisation", " ".join(sorted({*rest, *place.split()}))
