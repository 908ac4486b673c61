"""Who is who across articles: one identity a person, organisation, place or group.

Names that are equal once titles, accents and forms of address are set aside are one. Beyond that,
people are joined by spelling and initials (`same_people`), organisations by acronyms and
romanisation (`same_bodies`), and a bare surname to its bearer. Only names that share a block (a
skeleton of consonants) are ever compared, so the work grows with n log n.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from onrecord.linking.hashing import content_id
from onrecord.linking.mentions import Local
from onrecord.linking.organisation_names import organisation_key, place_key, plain
from onrecord.linking.personal_names import PersonalName, parse_personal
from onrecord.linking.same_bodies import join_acronyms, join_romanised
from onrecord.linking.same_people import bearers, join_spellings
from onrecord.linking.union import Sets
from onrecord.linking.words import fold
from onrecord.model import Identity, NameType

OVERRULED = 1 / 3
"""A type that fewer than this share of the articles give a name is taken for a mistake of reading."""
REASONS = 20
"""Reasons kept an identity."""

Key = tuple[str, str]
"""(type, canonical name): what a set of equal names is called while identities are made."""


@dataclass(frozen=True)
class People:
    """The identities, and for each article who a folded name (of a type) is."""

    identities: tuple[Identity, ...]
    _by_local: Mapping[tuple[str, str, str], str] = field(repr=False)

    def who(self, article: str, name: tuple[str, NameType] | None) -> str | None:
        """The id of the identity of a folded name in an article, whatever its type was taken for."""
        if name is None:
            return None
        folded, kind = name
        for tried in (kind, "person", "organisation", "group", "place"):
            found = self._by_local.get((article, folded, tried))
            if found and (tried == kind or tried != "place"):
                return found
        return None


def find_identities(locals_: Iterable[Local]) -> People:
    """All identities, sorted by id. The outcome does not depend on the order of `locals_`."""
    everyone = sorted(locals_, key=_place)
    types = _types(everyone)
    keyed: dict[Key, list[Local]] = defaultdict(list)
    for local in everyone:
        keyed[_key(local, types)].append(local)
    names = {key: _usual(group) for key, group in keyed.items()}
    weights = {key: len({local.article for local in group}) for key, group in keyed.items()}
    sets: Sets[Key] = Sets(keyed)
    because: dict[Key, str] = {}
    people = {key: key[1] for key in keyed if key[0] == "person"}
    for one, other, reason in (
        *join_spellings(people, weights),
        *join_romanised(names),
        *join_acronyms({key: group for key, group in keyed.items() if key[0] == "organisation"}),
    ):
        if sets.join(one, other):
            because[one] = f"{names[one]} = {names[other]}: {reason}"
    for bare, full, reason in bearers(keyed, sets.groups(), weights):
        if sets.join(bare, full):
            because[bare] = f"{names[bare]} = {names[full]}: {reason}"
    identities = []
    by_local: dict[tuple[str, str, str], str] = {}
    for group in sets.groups():
        members = [local for key in group for local in keyed[key]]
        identity = _identity(group, members, [because[k] for k in group if k in because])
        identities.append(identity)
        for local in members:
            by_local[local.article, fold(local.name), local.type] = identity.id
    return People(tuple(sorted(identities, key=lambda i: i.id)), by_local)


def _place(local: Local) -> tuple[str, int, str, str]:
    first = local.mentions[0].span.start if local.mentions else -1
    return local.article, first, local.name, local.type


def _types(everyone: Sequence[Local]) -> dict[str, dict[NameType, NameType]]:
    """For each name, which type each type that it was given stands for: a rare one is overruled."""
    votes: dict[str, Counter[NameType]] = defaultdict(Counter)
    for local in everyone:
        if not local.metonym:
            votes[plain(local.name)][local.type] += 1
    decided: dict[str, dict[NameType, NameType]] = {}
    for name, tally in votes.items():
        top = max(sorted(tally), key=lambda t: tally[t])
        total = sum(tally.values())
        decided[name] = {t: t if n >= OVERRULED * total else top for t, n in tally.items()}
    return decided


def _key(local: Local, types: Mapping[str, Mapping[NameType, NameType]]) -> Key:
    if local.metonym:
        return "organisation", f"{place_key(local.name)} (speaking)"
    kind = types[plain(local.name)][local.type]
    if kind == "person":
        return kind, (parse_personal(local.name) or PersonalName(plain(local.name))).key
    if kind == "organisation":
        return kind, organisation_key(local.name)
    if kind == "place":
        return kind, place_key(local.name)
    return kind, plain(local.name)


def _usual(group: Sequence[Local]) -> str:
    """The form that most articles use; of equals the longer, then the first by letters."""
    forms = Counter(local.name for local in group)
    return min(forms, key=lambda form: (-forms[form], -len(form), form))


def _identity(keys: Sequence[Key], members: Sequence[Local], because: Sequence[str]) -> Identity:
    forms = Counter(local.name for local in members)
    kind: NameType = keys[0][0]  # type: ignore[assignment]  # keys begin with a NameType
    full = [f for f in forms if len(f.split()) > 1] if kind == "person" else list(forms)
    name = min(full or forms, key=lambda form: (-forms[form], -len(form), form))
    mentions = sorted(
        {m for local in members for m in local.mentions},
        key=lambda m: (m.article, m.span, m.role or ""),
    )
    roles = Counter(m.role for m in mentions if m.role)
    return Identity(
        id=content_id("identity", ("\x1e".join(key) for key in keys)),
        name=name,
        type=kind,
        aliases=tuple(sorted(form for form in forms if form != name)),
        roles=tuple(sorted(roles, key=lambda role: (-roles[role], role))),
        mentions=tuple(mentions),
        because=tuple(sorted(because))[:REASONS],
    )
