"""Joining the names of one organisation, place or group: acronyms and ways of romanising."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from onrecord.linking.identities.naming import Key
from onrecord.linking.identities.organisation_names import is_acronym, stands_for
from onrecord.linking.identities.personal_names import romanised

AGREED = 0.8
"""Share of the articles with an acronym and a fitting long name that must mean the same one."""
LONG = 6
"""Letters a place's or body's name must have for two romanisations of it to be joined."""


def long_name_of(
    key: Key, beside: Sequence[tuple[str, Sequence[tuple[Key, str]]]]
) -> tuple[Key, str] | None:
    """(long name, reason): it stands in the same articles as the acronym, and the initials fit.

    `beside` has, for each article with the acronym, its form there and the long names there.
    """
    tally: Counter[Key] = Counter()
    for short, names in beside:
        if is_acronym(short):
            tally.update({k for k, name in names if k != key and stands_for(short, name)})
    if not tally:
        return None
    best = max(sorted(tally), key=lambda k: tally[k])
    if tally[best] < AGREED * sum(tally.values()):
        return None
    return best, f"initials, together in {tally[best]} article(s)"


def romanised_block(key: Key) -> str | None:
    """Equal for names that differ in romanisation only; `None` for those too short to tell."""
    if len(key[1]) < LONG:
        return None
    return f"{key[0]} {' '.join(romanised(part) for part in key[1].split())}"
