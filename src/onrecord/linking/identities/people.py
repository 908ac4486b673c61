"""Who is who across articles: one identity a person, organisation, place or group.

Names that are equal once titles, accents and forms of address are set aside are one; what a name
is (a place, a person) is what most articles take it for. Beyond that, people are joined by
spelling and initials (`same_people`), organisations by acronyms and romanisation (`same_bodies`),
a bare surname to its bearer, a short name to what articles spell out for it (`short_forms`), a
regular adjective to its place. What people judged comes before all of it (`judged`). Only names that share a block (a skeleton of consonants), or are a
part of each other, are ever compared, so the work grows with n log n.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, groupby

import msgspec

from onrecord.linking.hashing import content_id
from onrecord.linking.identities.constrained import WalledSets
from onrecord.linking.identities.demonyms import places_of
from onrecord.linking.identities.gazetteer import Gazetted, Lookup
from onrecord.linking.identities.judged import Judged
from onrecord.linking.identities.mentions import Local
from onrecord.linking.identities.naming import Form, Key, Naming
from onrecord.linking.identities.organisation_names import (
    government_key,
    is_no_person,
    organisation_key,
    place_key,
    plain,
)
from onrecord.linking.identities.personal_names import PersonalName, parse_personal, skeleton
from onrecord.linking.identities.roles import roles_held
from onrecord.linking.identities.same_bodies import long_name_of, romanised_block
from onrecord.linking.identities.same_people import bearers, join_spellings
from onrecord.linking.identities.short_forms import short_forms
from onrecord.linking.scratch import scratch
from onrecord.linking.words import fold
from onrecord.model import AUTHORITIES, Identity, Judgement, NameType, Span

OVERRULED = 1 / 3
"""A person's type that fewer than this share of the articles give a name is a mistake of reading
even where an office stands with the name; any other type falls to the majority at once."""
REASONS = 20
"""Reasons kept an identity."""


class People:
    """The identities of the names in `naming`, and who a speaker is."""

    def __init__(
        self, naming: Naming, gazetted: Gazetted, alone: Mapping[str, Sequence[tuple[Span, Key]]]
    ) -> None:
        """`alone`: by article, mentions that a judgement took out of their name, with their keys."""
        self._naming = naming
        self._gazetted = gazetted
        self._alone = alone
        self._article: str | None = None
        self._there: Mapping[tuple[str, str], str] = {}

    def identities(self) -> Iterator[Identity]:
        """By id."""
        for identifier, keys, because in self._naming.identities():
            row, why = self._gazetted.of(keys)
            found = _identity(identifier, keys, [*because, *why], self._naming)
            place = _place_of(keys, self._naming)
            yield msgspec.structs.replace(
                found, gazetteer_id=row, metonym_of=place if place != identifier else None
            )

    def who(
        self, article: str, name: tuple[str, NameType] | None, spans: Iterable[Span] = ()
    ) -> str | None:
        """The id of the identity of a folded name in an article, whatever its type was taken for.
        `spans` are the words that give it."""
        if name is None:
            return None
        spans = tuple(spans)
        for span, key in self._alone.get(article, ()):
            if any(span.overlaps(other) for other in spans):
                return self._naming.identity(key)
        if article != self._article:
            self._article, self._there = article, self._naming.of_article(article)
        folded, kind = name
        for tried in (kind, "person", "organisation", "group", "place"):
            found = self._there.get((folded, tried))
            if found and (tried == kind or tried != "place"):
                return found
        return None


def find_identities(
    locals_: Iterable[Local],
    judgements: Iterable[Judgement] = (),
    lookup: Lookup | None = None,
) -> tuple[Identity, ...]:
    """All identities, sorted by id. The outcome does not depend on the order of `locals_`."""
    with scratch() as connection:
        naming = Naming(connection)
        naming.add(locals_)
        return tuple(identified(naming, judgements, lookup).identities())


def identified(
    naming: Naming, judgements: Iterable[Judgement] = (), lookup: Lookup | None = None
) -> People:
    """Decide what every name is, and join those that are of one: as judged, then as found. `lookup` is
    that of a gazetteer."""
    naming.assign(_keys(naming))
    judged = Judged(naming, judgements)
    sets = judged.sets
    gazetted = Gazetted(naming, lookup)
    for one, other, reason in chain(_joins(naming, sets), gazetted.joins()):
        if sets.join(one, other):
            naming.explain(one, f"{naming.usual(one)} = {naming.usual(other)}: {reason}")
    alone = judged.settle()
    for group in sets.groups():
        naming.identify(group, _id(group))
    while rest := list(naming.alone()):
        for key in rest:
            naming.identify([key], _id([key]))
    return People(naming, gazetted, alone)


def _id(keys: Sequence[Key]) -> str:
    return content_id("identity", ("\x1e".join(key) for key in sorted(keys)))


def _keys(naming: Naming) -> Iterator[tuple[int, Key, str | None, str | None]]:
    """(form, key, block, because) of every form; a type that few give a name is overruled."""
    for name, forms in naming.by_plain_name():
        types, because = _types(name, forms, naming)
        for form, metonym in forms:
            kind = types.get("place", "place") if metonym else types[form[2]]
            key = _key(form[1], kind, form[4])
            if metonym and kind == "place":
                key = government_key(form[1])
                yield form[0], key, None, f"{form[1]} speaks: the place stands for its authorities"
            else:
                yield form[0], key, _block(key), because if kind != form[2] else None


def _types(
    name: str, forms: Sequence[tuple[Form, bool]], naming: Naming
) -> tuple[dict[NameType, NameType], str]:
    """Which type each type that a name was given stands for, and why: the majority's. An article that
    spells a name out ('Ana Lund', then 'Lund') knows best what it is."""
    votes: Counter[NameType] = Counter()
    office = False
    for (number, _, kind, articles, _), metonym in forms:
        votes[kind] += 0 if metonym or kind == "other" else articles
        office = office or (kind == "person" and naming.with_office(number))
    short = naming.spelt_out(name)
    if votes["place"] + votes["group"]:  # 'Vask' is no less a place for its Vask Rovers
        short = Counter({"person": short["person"]})
    votes.update(short)
    if votes["person"] and is_no_person(forms[0][0][1]):
        return dict.fromkeys(votes, "organisation"), f"{forms[0][0][1]} is no person's name"
    top = max(sorted(votes), key=lambda t: votes[t])
    kinds = {kind for (_, _, kind, _, _), _ in forms}
    total = sum(votes.values())
    kept = dict.fromkeys({*votes, *kinds}, top)
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


def _joins(naming: Naming, sets: WalledSets[Key]) -> Iterator[tuple[Key, Key, str]]:
    """(name, name, reason) for names that are of one. Those that were given are in `sets` before the
    next is asked for."""
    for block in naming.blocks(people=True):
        yield from _people(block, naming, sets)
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


def _people(
    block: Mapping[Key, int], naming: Naming, sets: WalledSets[Key]
) -> Iterator[tuple[Key, Key, str]]:
    yield from join_spellings({key: key[1] for key in block}, block, sets.apart)
    groups: dict[Key, list[Key]] = defaultdict(list)
    for key in sorted(block):
        groups[sets.root(key)].append(key)
    yield from bearers(sorted(groups.values()), block, naming.roles)


def _speaking(keys: Iterable[Key], naming: Naming) -> set[str]:
    """The places' names under which the keys speak."""
    bodies = [key for key in keys if key[0] == "organisation"]
    return {n for key in bodies for n in naming.metonyms(key) if key == government_key(n)}


def _place_of(keys: Iterable[Key], naming: Naming) -> str | None:
    """The identity of the place whose name the keys speak under."""
    for name in sorted(_speaking(keys, naming)):
        place = naming.identity(("place", place_key(name)))
        if place:
            return place
    return None


def _same_forms(forms: Counter[str]) -> Iterator[str]:
    """Why several printed forms are one key."""
    usual = min(forms, key=lambda form: (-forms[form], -len(form), form), default="")
    told = {fold(usual)}
    for form in sorted(forms):
        if fold(form) not in told:
            told.add(fold(form))
            yield f"{form} = {usual}: one name but for titles, accents and forms of address"


def _identity(
    identifier: str, keys: Sequence[Key], because: Sequence[str], naming: Naming
) -> Identity:
    # With a place stand its adjectives, which are no names of it.
    kind: NameType = "place" if any(key[0] == "place" for key in keys) else keys[0][0]
    forms: Counter[str] = Counter()
    naming_it: Counter[str] = Counter()
    for key in keys:
        own = naming.forms(key)
        because = [*because, *_same_forms(own)]
        forms += own
        if key[0] == kind:
            naming_it += own
    # A place's name is the authorities' own only where they have no other.
    speaking = _speaking(keys, naming) if kind == "organisation" else set()
    full = [f for f in naming_it if len(f.split()) > 1] if kind == "person" else list(naming_it)
    full = [f for f in full if f not in speaking]
    name = min(full or naming_it, key=lambda form: (-naming_it[form], -len(form), form))
    mentions = naming.mentions(keys)
    roles = Counter(m.role for m in mentions if m.role)
    days = {m.article: naming.published(m.article) for m in mentions if m.role}
    return Identity(
        id=identifier,
        name=f"{name}{AUTHORITIES}" if name in speaking else name,
        type=kind,
        aliases=tuple(sorted(form for form in forms if form != name or name in speaking)),
        roles=tuple(sorted(roles, key=lambda role: (-roles[role], role))),
        mentions=tuple(mentions),
        # What people judged first: it explains why the rest does not hold.
        because=tuple(sorted(set(because), key=lambda b: (": judged " not in b, b)))[:REASONS],
        roles_held=roles_held(mentions, days),
    )
