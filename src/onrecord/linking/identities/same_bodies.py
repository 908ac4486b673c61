"""Joining the names of one organisation, place or group: acronyms and ways of romanising."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.linking.identities.keys import Join, Key, stored
from onrecord.linking.identities.naming import Naming
from onrecord.linking.identities.personal_names import romanised
from onrecord.linking.identities.units import Facts, Members, Rule

AGREED = 0.8
"""Share of the articles with an acronym and a fitting long name that must mean the same one."""
LONG = 6
"""Letters a place's or body's name must have for two romanisations of it to be joined."""


def _acronyms(key: Key) -> Iterator[str]:
    if key[0] == "organisation":
        yield stored(key)


def _touched_acronyms(naming: Naming) -> Iterator[str]:
    """Those whose letters are the initials of a long name that was touched."""
    rows = naming.connection.execute(
        "SELECT DISTINCT short.key FROM touched_forms CROSS JOIN initials AS i USING (form)"
        " CROSS JOIN forms AS short ON short.acronym = i.letters"
        " WHERE short.key GLOB 'organisation *'"
    )
    for (key,) in rows:
        yield key


def _long_name(unit: str, members: Members, facts: Facts) -> Iterator[Join]:
    """It stands in the same articles as the acronym, and the initials fit."""
    for key in members:
        tally = facts.spelt_by(key)
        if tally:
            best = max(sorted(tally), key=lambda k: tally[k])
            if tally[best] >= AGREED * tally.total():
                yield key, best, f"initials, together in {tally[best]} article(s)"


ACRONYMS = Rule("acronyms", _acronyms, _long_name, single=True, touched=_touched_acronyms)


def _romanised(key: Key) -> Iterator[str]:
    """Equal for names that differ in romanisation only; none for those too short to tell."""
    if key[0] != "person" and len(key[1]) >= LONG:
        yield f"{key[0]} {' '.join(romanised(part) for part in key[1].split())}"


def _one_name(unit: str, members: Members, facts: Facts) -> Iterator[Join]:
    if len(members) > 1:
        # Authorities under a place's name are compared where they are named themselves.
        named = [key for key in members if not all(form.metonym for form in facts.forms(key))]
        for other in named[1:]:
            yield other, named[0], "two romanisations of one name"


ROMANISATIONS = Rule("romanisations of one name", _romanised, _one_name)
