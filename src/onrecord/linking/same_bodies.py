"""Joining the names of one organisation, place or group: acronyms and ways of romanising."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from onrecord.linking.mentions import Local
from onrecord.linking.organisation_names import is_acronym, stands_for
from onrecord.linking.personal_names import romanised

AGREED = 0.8
"""Share of the articles with an acronym and a fitting long name that must mean the same one."""
LONG = 6
"""Letters a place's or body's name must have for two romanisations of it to be joined."""

Key = tuple[str, str]


def join_acronyms(bodies: Mapping[Key, Sequence[Local]]) -> Iterator[tuple[Key, Key, str]]:
    """(acronym, long name, reason): they stand in the same article and the initials fit."""
    by_article: dict[str, list[tuple[Key, str]]] = defaultdict(list)
    for key, members in bodies.items():
        for name in sorted({(m.article, m.name) for m in members}):
            by_article[name[0]].append((key, name[1]))
    evidence: dict[Key, Counter[Key]] = defaultdict(Counter)
    for names in by_article.values():
        long = [(key, name) for key, name in names if " " in name]
        for acronym, short in names:
            if is_acronym(short):
                for fitting in {key for key, name in long if stands_for(short, name)}:
                    if fitting != acronym:
                        evidence[acronym][fitting] += 1
    for acronym, tally in sorted(evidence.items()):
        best = max(sorted(tally), key=lambda k: tally[k])
        if tally[best] >= AGREED * sum(tally.values()):
            yield acronym, best, f"initials, together in {tally[best]} article(s)"


def join_romanised(names: Mapping[Key, str]) -> Iterator[tuple[Key, Key, str]]:
    """(name, name, reason) for places, bodies and groups that differ in romanisation only."""
    seen: dict[Key, Key] = {}
    for key in sorted(names):
        kind, text = key
        if kind == "person" or len(text) < LONG or "(" in text:
            continue
        folded = (kind, " ".join(romanised(part) for part in text.split()))
        first = seen.setdefault(folded, key)
        if first != key:
            yield key, first, "two romanisations of one name"
