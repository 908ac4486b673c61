"""Joining short names with the full ones: what one article spells out, the next takes as known.

Where an article prints a full name and a short one for the same ('Boston Red Sox', then 'Red Sox'),
it shows whom the short name means. That holds in articles with the short name alone, if the
articles that show it agree.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from onrecord.linking.identities.demonyms import places_of
from onrecord.linking.identities.naming import Key, Naming
from onrecord.linking.identities.organisation_names import is_office, plain, without_plurals
from onrecord.linking.identities.personal_names import PersonalName
from onrecord.reading.names.words import FEMALE_NAMES, MALE_NAMES, STATE_HEADS

AGREED = 0.8
"""Share of the articles that spell a short name out which must mean the same one."""
SHOWN = 5
"""A short name may stand alone in this many times as many articles as spell it out."""
COMMON_HEADS = STATE_HEADS | {"force", "forces", "guard"}
"""What every state has: 'Air Force' is the one's here and the other's there."""
SHORTEST = 3
"""Letters of a short name."""
UNOWNED = 3
"""A bare office ('Energy Ministry') may be used in this many times as many articles as the only one
whose owner is named; beyond, it is mostly somebody else's."""
WATERS = (
    "dam", "river", "lake", "reservoir", "canal", "glacier", "volcano", "island", "sea", "ocean", "desert",
)  # fmt: skip
"""What is called by its bare name ('the Vask'), and where nothing is said to be *in* it."""

Join = tuple[Key, Key, str]


def short_forms(naming: Naming) -> Iterator[Join]:
    """(short name, full name, reason)."""
    people = dict(naming.keys("person"))
    bodies = dict(naming.keys("organisation"))
    places = dict(naming.keys("place"))
    yield from _spelt_out(people, naming)
    yield from _longer_people(people)
    for keys in (bodies, places, dict(naming.keys("group"))):
        yield from _spelt_out(keys, naming)
    yield from _offices(bodies, places)
    yield from _endings(bodies, naming)
    yield from _plurals(people, bodies, naming)
    yield from _numbers(bodies)
    yield from _waters(places, naming)


def _spelt_out(keys: Iterable[Key], naming: Naming) -> Iterator[Join]:
    for key in keys:
        alias = key[1]
        if alias.split()[-1:] and alias.split()[-1] in COMMON_HEADS:
            continue
        if key[0] == "person":
            name = PersonalName.from_key(key[1])
            if name.given or name.suffix:
                continue
            alias = name.surname
        if len(alias) < SHORTEST:
            continue
        meant = Counter(
            {k: n for k, n in naming.stands_for(alias).items() if k != key and _fits(key, k)}
        )
        if not meant:
            continue
        best = min(meant, key=lambda k: (-meant[k], k))
        enough = SHOWN * meant[best] >= naming.articles(key)
        if enough and meant[best] >= AGREED * meant.total():
            yield key, best, f"so spelt out in {meant[best]} of {meant.total()} article(s)"


def _fits(short: Key, full: Key) -> bool:
    """A place is no short form of an organisation; a people's name may be one (a team's). Of a person
    the surname is, and not the given name."""
    if short[0] == full[0] == "person":
        surnames = (PersonalName.from_key(k[1]).surname for k in (short, full))
        return len(set(surnames)) == 1
    if short[0] == "group":
        return full[0] in ("organisation", "group")
    return short[0] == full[0]


def _longer_people(people: dict[Key, int]) -> Iterator[Join]:
    """'Juan Orte' of 'Juan Orte Salas', and what the parser left at a name's edges: in front a word
    that is nobody's given name ('Stunning Ana Lund'), behind it any ('Ana Lund Quits')."""
    givens = Counter(PersonalName.from_key(key[1]).given for key in people)
    longer: dict[Key, list[Key]] = defaultdict(list)
    for key, articles in people.items():
        name = PersonalName.from_key(key[1])
        if not name.middle or name.suffix:
            continue
        parts = [name.given, *name.middle, name.surname]
        for size in range(len(parts) - 1, 1, -1):
            short = _key(parts[:size])
            if len(parts[size - 1]) > 1 and people.get(short, 0) >= articles:
                longer[short].append(key)
                break
        else:
            short = _key(parts[1:])
            known = parts[0] in MALE_NAMES or parts[0] in FEMALE_NAMES or givens[parts[0]] > 1
            if len(parts[0]) > 1 and not known and people.get(short, 0) >= articles:
                yield key, short, "a word before the name"
    for short, keys in longer.items():
        for key in keys:
            yield key, short, "the beginning of the longer name"


def _key(parts: list[str]) -> Key:
    name = PersonalName(parts[-1], parts[0], tuple(parts[1:-1]))
    return "person", name.key


def _offices(bodies: dict[Key, int], places: dict[Key, int]) -> Iterator[Join]:
    """'Lomiran Energy Ministry' and the Energy Ministry of Lomira; and the bare Energy Ministry, where
    the record knows of one alone."""
    owned: dict[str, set[Key]] = defaultdict(set)
    for key in bodies:
        words = key[1].split()
        lone = len(words) < 3  # a government is one by its place alone
        if not is_office(key[1]) or (lone and "government" not in words):
            continue
        for word in words:
            rest = [w for w in words if w != word]
            place = next((p for p in places_of(word) if ("place", p) in places), None)
            if place:
                other: Key = ("organisation", " ".join(sorted({*rest, *place.split()})))
                if other in bodies and other != key:
                    yield key, other, "the adjective of the place whose office it is"
                if not lone:
                    owned[" ".join(rest)].add(other)
            elif not lone and ("place", word) in places:
                owned[" ".join(rest)].add(key)
    for bare, keys in owned.items():
        there = [key for key in keys if key in bodies]
        short: Key = ("organisation", bare)
        if len(keys) == 1 and there and 0 < bodies.get(short, 0) <= UNOWNED * bodies[there[0]]:
            yield short, there[0], "the only one in the record"


def _endings(bodies: dict[Key, int], naming: Naming) -> Iterator[Join]:
    """'Basin Commission' of the one 'Vask Basin Commission': two words or more, and the full name in
    as many articles at least."""
    endings: dict[str, list[Key]] = defaultdict(list)
    for key in bodies:
        words = key[1].split()
        if is_office(key[1]):  # its words are sorted: any of them may have stood first
            shorter = {" ".join(w for w in words if w != left) for left in words}
        else:
            shorter = {" ".join(words[start:]) for start in range(1, len(words) - 1)}
        for ending in shorter:
            endings[ending].append(key)
    for key, articles in bodies.items():
        longer = endings.get(key[1], []) if " " in key[1] else []
        if len(longer) != 1 or bodies[longer[0]] < articles:
            continue
        usual = bodies[longer[0]] >= 2 * articles
        if _ends(longer[0], key, naming, usual):
            yield key, longer[0], "the end of the only longer name in the record"


def _plurals(people: dict[Key, int], bodies: dict[Key, int], naming: Naming) -> Iterator[Join]:
    """'Gulls' of the only 'Vask Gulls', a club: also where it was read as a person of whom the record knows
    neither given name nor office."""
    families = {PersonalName.from_key(k[1]).surname for k in people if k[1].split("|")[1]}
    longer: dict[str, list[Key]] = defaultdict(list)
    for key in bodies:
        words = key[1].split()
        if len(words) > 1 and not is_office(key[1]) and _is_plural(words[-1]):
            longer[words[-1]].append(key)
    for word, keys in longer.items():
        if len(keys) != 1:
            continue
        enough = UNOWNED * bodies[keys[0]]
        club: Key = ("organisation", word)
        person: Key = ("person", PersonalName(word).key)
        if 0 < bodies.get(club, 0) <= enough:
            yield club, keys[0], "the end of the only longer name in the record"
        unlike = word not in families and (club in bodies or not naming.roles(person))
        if 0 < people.get(person, 0) <= enough and unlike:
            yield (
                person,
                keys[0],
                "the end of the only longer name in the record, and nobody's surname",
            )


def _is_plural(word: str) -> bool:
    return len(word) > 4 and word.endswith("s") and not word.endswith(("ss", "us", "is"))


def _numbers(bodies: dict[Key, int]) -> Iterator[Join]:
    """Long names that differ in a plural."""
    alike: dict[str, list[Key]] = defaultdict(list)
    for key in bodies:
        if key[1].count(" ") > 1:
            alike[without_plurals(key[1])].append(key)
    for first, *others in alike.values():
        for other in others:
            yield other, first, "one name but for a plural"


def _ends(longer: Key, key: Key, naming: Naming, usual: bool) -> bool:
    """As printed, too; and before it stands no people, whose Guard is not the only one, unless the
    record is all about them."""
    ends = {plain(form) for form in naming.forms(key)}
    for form in map(plain, naming.forms(longer)):
        for end in ends:
            before = form.removesuffix(f" {end}")
            if before != form:
                return usual or not any(naming.articles(("place", p)) for p in places_of(before))
    return False


def _waters(places: dict[Key, int], naming: Naming) -> Iterator[Join]:
    """'Vask' of the Vask Dam, where nothing is in Vask: then it is no town."""
    longer: dict[str, list[Key]] = defaultdict(list)
    for key in places:
        words = key[1].split()
        if len(words) > 1 and words[-1] in WATERS:
            longer[" ".join(words[:-1])].append(key)
    for bare, keys in longer.items():
        short: Key = ("place", bare)
        if len(keys) == 1 and short in places and not naming.lived_in(short):
            yield short, keys[0], "nothing is said to be in it: not a town of that name"
