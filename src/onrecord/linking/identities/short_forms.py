"""Joining short names with the full ones: what one article spells out, the next takes as known.

Where an article prints a full name and a short one for the same ('Boston Red Sox', then 'Red Sox'),
it shows whom the short name means. That holds in articles with the short name alone, if the
articles that show it agree.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from onrecord.linking.identities.demonyms import places_of
from onrecord.linking.identities.keys import Join, Key, stored
from onrecord.linking.identities.naming import Naming
from onrecord.linking.identities.organisation_names import is_office, plain, without_plurals
from onrecord.linking.identities.personal_names import PersonalName
from onrecord.linking.identities.units import Facts, Members, Rule
from onrecord.reading.names.words import STATE_HEADS

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


def _alias(key: Key) -> str | None:
    """The plain name that comes down to the key, if it could be short for another."""
    kind, alias = key
    if kind == "other" or (alias.split()[-1:] and alias.split()[-1] in COMMON_HEADS):
        return None
    if kind == "person":
        name = PersonalName.from_key(key[1])
        if name.given or name.suffix:
            return None
        alias = name.surname
    return alias if len(alias) >= SHORTEST else None


def _short(key: Key) -> Iterator[str]:
    if _alias(key):
        yield stored(key)


def _touched_short(naming: Naming) -> Iterator[str]:
    """Those of touched aliases, and of aliases of what is somebody else now."""
    rows = naming.connection.execute(
        "SELECT alias FROM touched_aliases"
        " UNION SELECT alias FROM rekeyed_forms CROSS JOIN aliases USING (form)"
    )
    for (alias,) in rows:
        for key in (
            ("group", alias), ("organisation", alias), ("place", alias),
            ("person", PersonalName(alias).key),
        ):  # fmt: skip
            yield stored(key)


def _spelt_out(unit: str, members: Members, facts: Facts) -> Iterator[Join]:
    for key, articles in members.items():
        alias = _alias(key)
        meant = Counter(
            {k: n for k, n in facts.meant(alias).items() if k != key and _fits(key, k)}
            if alias
            else {}
        )
        if meant:
            best = min(meant, key=lambda k: (-meant[k], k))
            enough = SHOWN * meant[best] >= articles
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


SPELT_OUT = Rule("short names spelt out", _short, _spelt_out, single=True, touched=_touched_short)


def _shorter(key: Key) -> set[str]:
    """What may be left of a body's name: two words or more."""
    words = key[1].split() if key[0] == "organisation" else []
    if len(words) < 3:
        return set()
    if is_office(key[1]):  # its words are sorted: any of them may have stood first
        return {" ".join(w for w in words if w != left) for left in words}
    return {" ".join(words[start:]) for start in range(1, len(words) - 1)}


def _with_shorter(key: Key) -> set[str]:
    return _shorter(key) | ({key[1]} if key[0] == "organisation" and " " in key[1] else set())


def _ending(unit: str, members: Members, facts: Facts) -> Iterator[Join]:
    """'Basin Commission' of the one 'Vask Basin Commission': the full name in as many articles at least."""
    key: Key = ("organisation", unit)
    if key not in members or len(members) != 2:
        return
    [longer] = (k for k in members if k != key)
    if members[longer] >= members[key]:
        usual = members[longer] >= 2 * members[key]
        if _ends(longer, key, facts, usual):
            yield key, longer, "the end of the only longer name in the record"


def _ends(longer: Key, key: Key, facts: Facts, usual: bool) -> bool:
    """As printed, too; and before it stands no people, whose Guard is not the only one, unless the
    record is all about them."""
    ends = {plain(form.name) for form in facts.forms(key)}
    for name in sorted({plain(form.name) for form in facts.forms(longer)}):
        for end in sorted(ends):
            before = name.removesuffix(f" {end}")
            if before != name:
                return usual or facts.place_of(before) is None
    return False


ENDINGS = Rule("ends of longer names", _with_shorter, _ending)


def _plurals(key: Key) -> Iterator[str]:
    words = key[1].split()
    if key[0] == "person":
        words = [PersonalName.from_key(key[1]).surname]
    elif key[0] != "organisation" or is_office(key[1]):
        return
    if words and _is_plural(words[-1]):
        yield words[-1]


def _club(unit: str, members: Members, facts: Facts) -> Iterator[Join]:
    """'Gulls' of the only 'Vask Gulls', a club: also where it was read as a person of whom the record knows
    neither given name nor office."""
    longer = [key for key in members if key[0] == "organisation" and " " in key[1]]
    if len(longer) != 1:
        return
    enough = UNOWNED * members[longer[0]]
    club: Key = ("organisation", unit)
    person: Key = ("person", PersonalName(unit).key)
    because = "the end of the only longer name in the record"
    if 0 < members.get(club, 0) <= enough:
        yield club, longer[0], because
    if 0 < members.get(person, 0) <= enough:
        family = any(k[0] == "person" and PersonalName.from_key(k[1]).given for k in members)
        if not family and (club in members or not facts.roles(person)):
            yield person, longer[0], f"{because}, and nobody's surname"


def _is_plural(word: str) -> bool:
    return len(word) > 4 and word.endswith("s") and not word.endswith(("ss", "us", "is"))


CLUBS = Rule("clubs", _plurals, _club)


def _long(key: Key) -> Iterator[str]:
    if key[0] == "organisation" and key[1].count(" ") > 1:
        yield without_plurals(key[1])


def _one_but_for_plurals(unit: str, members: Members, facts: Facts) -> Iterator[Join]:
    first, *others = members
    for other in others:
        yield other, first, "one name but for a plural"


NUMBERS = Rule("long names that differ in a plural", _long, _one_but_for_plurals)


def _waters(key: Key) -> Iterator[str]:
    words = key[1].split()
    if key[0] == "place" and len(words) > 1 and words[-1] in WATERS:
        yield " ".join(words[:-1])


def _water(unit: str, members: Members, facts: Facts) -> Iterator[Join]:
    """'Vask' of the Vask Dam, where nothing is in Vask: then it is no town."""
    short: Key = ("place", unit)
    if len(members) == 1 and facts.there(short) and not facts.lived_in(short):
        yield short, next(iter(members)), "nothing is said to be in it: not a town of that name"


WATERS_ALONE = Rule("waters by their bare names", _waters, _water)


def _adjectives(key: Key) -> Iterator[str]:
    one_word = key[0] in ("group", "organisation", "place") and " " not in key[1]
    if one_word and any(True for _ in places_of(key[1])):
        yield stored(key)


def _adjective(unit: str, members: Members, facts: Facts) -> Iterator[Join]:
    for key in members:
        place = facts.place_of(key[1])
        if place:
            yield key, ("place", place), "the adjective of that place"


ADJECTIVES = Rule("adjectives of places", _adjectives, _adjective, single=True)
