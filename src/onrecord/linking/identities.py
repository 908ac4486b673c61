"""Who is who across articles: one identity a person, organisation, place or group.

Names that are equal once titles, accents and forms of address are set aside are one; what a name
is (a place, a person) is what most articles take it for. Beyond that, people are joined by
spelling and initials (`same_people`), organisations by acronyms and romanisation (`same_bodies`),
a bare surname to its bearer, a short name to what articles spell out for it (`short_forms`), a
regular adjective to its place. Only names that share a block (a skeleton of consonants), or are a
part of each other, are ever compared, so the work grows with n log n.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from onrecord.linking.demonyms import places_of
from onrecord.linking.hashing import content_id
from onrecord.linking.mentions import Local
from onrecord.linking.naming import Form, Key, Naming
from onrecord.linking.organisation_names import organisation_key, place_key, plain
from onrecord.linking.personal_names import PersonalName, parse_personal, skeleton
from onrecord.linking.same_bodies import long_name_of, romanised_block
from onrecord.linking.same_people import bearers, join_spellings
from onrecord.linking.scratch import scratch
from onrecord.linking.short_forms import short_forms
from onrecord.linking.union import Sets
from onrecord.model import Identity, NameType

OVERRULED = 1 / 3
"""A person's type that fewer than this share of the articles give a name is a mistake of reading
even where an office stands with the name; any other type falls to the majority at once."""
REASONS = 20
"""Reasons kept an identity."""


class People:
    """The identities of the names in `naming`, and who a speaker is."""

    def __init__(self, naming: Naming) -> None:
        self._naming = naming
        self._article: str | None = None
        self._there: Mapping[tuple[str, str], str] = {}

    def identities(self) -> Iterator[Identity]:
        """By id."""
        for identifier, keys, because in self._naming.identities():
            yield _identity(identifier, keys, because, self._naming)

    def who(self, article: str, name: tuple[str, NameType] | None) -> str | None:
        """The id of the identity of a folded name in an article, whatever its type was taken for."""
        if name is None:
            return None
        if article != self._article:
            self._article, self._there = article, self._naming.of_article(article)
        folded, kind = name
        for tried in (kind, "person", "organisation", "group", "place"):
            found = self._there.get((folded, tried))
            if found and (tried == kind or tried != "place"):
                return found
        return None


def find_identities(locals_: Iterable[Local]) -> tuple[Identity, ...]:
    """All identities, sorted by id. The outcome does not depend on the order of `locals_`."""
    with scratch() as connection:
        naming = Naming(connection)
        naming.add(locals_)
        return tuple(identified(naming).identities())


def identified(naming: Naming) -> People:
    """Decide what every name is, and join those that are of one."""
    naming.assign(_keys(naming))
    sets: Sets[Key] = Sets()
    for one, other, reason in _joins(naming):
        if sets.join(one, other):
            naming.explain(one, f"{naming.usual(one)} = {naming.usual(other)}: {reason}")
    for group in sets.groups():
        naming.identify(group, _id(group))
    while alone := list(naming.alone()):
        for key in alone:
            naming.identify([key], _id([key]))
    return People(naming)


def _id(keys: Sequence[Key]) -> str:
    return content_id("identity", ("\x1e".join(key) for key in sorted(keys)))


def _keys(naming: Naming) -> Iterator[tuple[int, Key, str | None, str | None]]:
    """(form, key, block, because) of every form; a type that few give a name is overruled."""
    for _, forms in naming.by_plain_name():
        types, because = _types(forms, naming)
        for form, metonym in forms:
            kind: NameType = "place" if metonym else types[form[2]]
            key = _key(form[1], kind, form[4])
            if metonym:
                yield form[0], key, _block(key), f"{form[1]} speaks: a place for its government"
            else:
                yield form[0], key, _block(key), because if kind != form[2] else None


def _types(
    forms: Sequence[tuple[Form, bool]], naming: Naming
) -> tuple[dict[NameType, NameType], str]:
    """Which type each type that a name was given stands for, and why: the majority's."""
    votes: Counter[NameType] = Counter()
    office = False
    for (number, _, kind, articles, _), metonym in forms:
        votes[kind] += 0 if metonym or kind == "other" else articles
        office = office or (kind == "person" and naming.with_office(number))
    top = max(sorted(votes), key=lambda t: votes[t])
    total = sum(votes.values())
    kept = dict.fromkeys(votes, top)
    if office and votes["person"] >= OVERRULED * total:
        kept["person"] = "person"
    tally = ", ".join(
        f"{t} in {n}" for t, n in sorted(votes.items(), key=lambda v: (-v[1], v[0])) if n
    )
    if sum(n > 0 for n in votes.values()) == 1:
        return kept, f"{forms[0][0][1]} is read as {tally} article(s), elsewhere as nobody"
    return kept, f"{forms[0][0][1]} is read as {tally} article(s): the majority decides"


def _key(name: str, kind: NameType, owner: str = "") -> Key:
    if kind == "person":
        return kind, (parse_personal(name) or PersonalName(plain(name))).key
    if kind == "organisation":
        return kind, organisation_key(name, owner)
    return kind, place_key(name) if kind == "place" else plain(name)


def _block(key: Key) -> str | None:
    if key[0] == "person":
        return skeleton(PersonalName.from_key(key[1]).surname)
    return romanised_block(key)


def _joins(naming: Naming) -> Iterator[tuple[Key, Key, str]]:
    """(name, name, reason) for names that are of one."""
    for block in naming.blocks(people=True):
        yield from _people(block, naming)
    for block in naming.blocks(people=False):
        for _, group in groupby(sorted(block), key=lambda key: key[0]):
            first, *others = group
            for other in others:
                yield other, first, "two romanisations of one name"
    for key, beside in naming.acronyms():
        found = long_name_of(key, beside)
        if found:
            yield key, *found
    yield from short_forms(naming)
    for key in naming.adjectives():
        place = next((p for p in places_of(key[1]) if naming.articles(("place", p))), None)
        if place:
            yield key, ("place", place), "the adjective of that place"


def _people(block: Mapping[Key, int], naming: Naming) -> Iterator[tuple[Key, Key, str]]:
    sets: Sets[Key] = Sets(block)
    for one, other, reason in join_spellings({key: key[1] for key in block}, block):
        sets.join(one, other)
        yield one, other, reason
    yield from bearers(sets.groups(), block, naming.roles)


def _identity(
    identifier: str, keys: Sequence[Key], because: Sequence[str], naming: Naming
) -> Identity:
    # With a place stand its adjectives, which are no names of it.
    kind: NameType = "place" if any(key[0] == "place" for key in keys) else keys[0][0]
    forms: Counter[str] = Counter()
    naming_it: Counter[str] = Counter()
    for key in keys:
        own = naming.forms(key)
        forms += own
        if key[0] == kind:
            naming_it += own
    full = [f for f in naming_it if len(f.split()) > 1] if kind == "person" else list(naming_it)
    name = min(full or naming_it, key=lambda form: (-naming_it[form], -len(form), form))
    mentions = naming.mentions(keys)
    roles = Counter(m.role for m in mentions if m.role)
    return Identity(
        id=identifier,
        name=name,
        type=kind,
        aliases=tuple(sorted(form for form in forms if form != name)),
        roles=tuple(sorted(roles, key=lambda role: (-roles[role], role))),
        mentions=tuple(mentions),
        because=tuple(sorted(set(because)))[:REASONS],
    )
