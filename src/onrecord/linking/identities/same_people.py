"""Joining the names of one person: spellings first, then initials, then bare surnames; and a longer name
with its beginning."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence

from onrecord.linking.identities.constrained import WalledSets
from onrecord.linking.identities.keys import Join, Key, stored
from onrecord.linking.identities.personal_names import (
    PersonalName,
    compatible,
    same_part,
    skeleton,
)
from onrecord.linking.identities.units import Facts, Members, Rule
from onrecord.reading.names.words import FEMALE_NAMES, MALE_NAMES

DOMINANT = 10
"""A bare surname is its best-known bearer's when no other is in a tenth as many articles: papers
leave the given name out only for the well-known."""
SHORTEST = 3
"""Letters of a bare surname: 'He' and 'Xi' are joined within articles only."""


def same_people(
    members: Members, roles: Callable[[Key], set[str]], sets: WalledSets[Key]
) -> Iterator[Join]:
    """Joins of the people of one block. Those that were given are in `sets` before the next is asked
    for."""
    yield from join_spellings({key: key[1] for key in members}, members, sets.apart)
    groups: dict[Key, list[Key]] = defaultdict(list)
    for key in sorted(members):
        groups[sets.root(key)].append(key)
    yield from bearers(sorted(groups.values()), members, roles)


def block_of(key: Key) -> str | None:
    """That in which a person's names are compared with each other."""
    return skeleton(PersonalName.from_key(key[1]).surname) if key[0] == "person" else None


def _blocks(key: Key) -> Iterator[str]:
    block = block_of(key)
    if block is not None:
        yield block


def _block(unit: str, members: Members, facts: Facts) -> Iterator[Join]:
    if len(members) == 1:
        return
    sets: WalledSets[Key] = WalledSets()
    for join in same_people(members, facts.roles, sets):
        sets.join(join[0], join[1])
        yield join


PEOPLE = Rule("people of a block", _blocks, _block)


def join_spellings(
    people: Mapping[Key, str],
    weights: Mapping[Key, int],
    apart: Callable[[Key, Key], bool] = lambda one, other: False,
) -> Iterator[tuple[Key, Key, str]]:
    """(name, fuller name, reason) for names that are one person's.

    `people` gives `PersonalName.key`s; a name with an initial, or without the middle name, is
    joined only where one person alone can be meant. `apart` says which names are known to be two's.
    """
    parsed = {key: PersonalName.from_key(text) for key, text in people.items()}
    full: dict[tuple[str, str], list[Key]] = defaultdict(list)
    initials: dict[tuple[str, str], list[Key]] = defaultdict(list)
    for key, name in parsed.items():
        if not name.given:
            continue
        if name.has_full_given:
            full[skeleton(name.surname), skeleton(name.given)].append(key)
        else:
            initials[skeleton(name.surname), name.given].append(key)
    clusters: dict[tuple[str, str], list[list[Key]]] = defaultdict(list)
    for keys in full.values():
        groups: list[list[Key]] = []
        yield from _attach(keys, groups, parsed, weights, apart)
        for group in groups:
            name = parsed[group[0]]
            clusters[skeleton(name.surname), name.given[0]].append(group)
    for block, keys in initials.items():
        yield from _attach(keys, clusters.get(block, []), parsed, weights, apart)


def bearers(
    groups: Sequence[Sequence[Key]],
    weights: Mapping[Key, int],
    roles: Callable[[Key], set[str]],
) -> Iterator[tuple[Key, Key, str]]:
    """(bare surname, a full name, reason) where the record leaves one bearer.

    `groups` are the sets of names that are one by now; `roles` gives the offices of a name.
    """
    families: dict[str, list[Sequence[Key]]] = defaultdict(list)
    bare: list[Key] = []
    for group in groups:
        if group[0][0] != "person":
            continue
        names = [PersonalName.from_key(key[1]) for key in group]
        if all(not n.given for n in names):
            bare.extend(group)
        for surname in {n.surname for n in names if n.has_full_given}:
            families[surname].append(group)
    for key in bare:
        reason_and_key = _bearer(key, families.get(key[1].split("|")[0], []), weights, roles)
        if reason_and_key:
            yield key, *reason_and_key


def _attach(
    keys: Sequence[Key],
    groups: list[list[Key]],
    parsed: Mapping[Key, PersonalName],
    weights: Mapping[Key, int],
    apart: Callable[[Key, Key], bool],
) -> Iterator[tuple[Key, Key, str]]:
    for key in sorted(keys, key=lambda k: (parsed[k].fullness, weights[k], k), reverse=True):
        name = parsed[key]
        fitting = [
            g
            for g in groups
            if all(compatible(name, parsed[other]) and not apart(key, other) for other in g)
        ]
        if len(fitting) == 1:
            yield key, fitting[0][0], _reason(name, parsed[fitting[0][0]])
            fitting[0].append(key)
        else:  # nobody fits, or several do and the name does not say which
            groups.append([key])


def _reason(name: PersonalName, other: PersonalName) -> str:
    if len(name.given) == 1 or len(other.given) == 1:
        return "the initial fits, and nobody else of that surname has it"
    if name.surname != other.surname or not same_part(name.given, other.given):
        return "spellings of one name" if name.surname != other.surname else "a usual short form"
    if name.given != other.given:
        return "spellings of one given name, same surname"
    return "same given name and surname"


def _bearer(
    key: Key,
    family: Sequence[Sequence[Key]],
    weights: Mapping[Key, int],
    roles: Callable[[Key], set[str]],
) -> tuple[Key, str] | None:
    name = PersonalName.from_key(key[1])
    if name.suffix:  # 'Lund Jr.' is not the Lund that everybody means
        family = [
            g for g in family if any(PersonalName.from_key(k[1]).suffix == name.suffix for k in g)
        ]
    if not family or len(name.surname) < SHORTEST:
        return None
    if len(family) == 1:
        return family[0][0], "the only bearer of that surname in the record"
    ranked = sorted(family, key=lambda g: (-sum(weights[k] for k in g), g[0]))
    own = roles(key)
    if own:
        shared = [g for g in ranked if any(own & roles(k) for k in g)]
        if len(shared) == 1:
            return shared[0][0], "the only bearer of that surname with the same office"
    first, second = (sum(weights[k] for k in g) for g in ranked[:2])
    if first >= DOMINANT * second:
        return ranked[0][0], f"in {first} articles, the next bearer of that surname in {second}"
    return None


def _longer(key: Key) -> Iterator[str]:
    if key[0] == "person":
        name = PersonalName.from_key(key[1])
        if name.middle and not name.suffix:
            yield stored(key)


def _beginning(key: Key, facts: Facts) -> Key | None:
    """'Juan Orte' of 'Juan Orte Salas', or of the 'Ana Lund Quits' that the parser left: a name that
    as many articles use at least."""
    parts, articles = _parts(key), facts.articles(key)
    for size in range(len(parts) - 1, 1, -1):
        short = _key(parts[:size])
        if len(parts[size - 1]) > 1 and facts.articles(short) >= articles:
            return short
    return None


def _begun(unit: str, members: Members, facts: Facts) -> Iterator[Join]:
    for key in members:
        short = _beginning(key, facts)
        if short:
            yield key, short, "the beginning of the longer name"


BEGINNINGS = Rule("beginnings of longer names", _longer, _begun, single=True)


def _given(key: Key) -> Iterator[str]:
    if key[0] == "person":
        given = PersonalName.from_key(key[1]).given
        if len(given) > 1 and given not in MALE_NAMES and given not in FEMALE_NAMES:
            yield given


def _word_before(unit: str, members: Members, facts: Facts) -> Iterator[Join]:
    """'Stunning Ana Lund': the word in front is nobody else's given name."""
    for key in members if len(members) == 1 else ():
        if not any(_longer(key)) or _beginning(key, facts):
            continue
        short = _key(_parts(key)[1:])
        if facts.articles(short) >= members[key]:
            yield key, short, "a word before the name"


WORDS_BEFORE = Rule("words before a name", _given, _word_before)


def _parts(key: Key) -> list[str]:
    name = PersonalName.from_key(key[1])
    return [name.given, *name.middle, name.surname]


def _key(parts: list[str]) -> Key:
    return "person", PersonalName(parts[-1], parts[0], tuple(parts[1:-1])).key
