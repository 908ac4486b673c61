"""Whether two names are of one organisation or place: forms of address, acronyms, word order."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

from onrecord.linking.words import fold

_SMALL = {"the", "of", "for", "and", "in", "on", "at", "to", "a", "de", "du", "des", "la"}
_COMPANY = {
    "inc", "incorporated", "ltd", "limited", "llc", "llp", "plc", "corp", "corporation", "co", "company",
    "ag", "gmbh", "sa", "spa", "nv", "oao", "pao", "ooo", "jsc", "pjsc",
}  # fmt: skip
_OFFICES = {
    "ministry", "department", "embassy", "consulate", "bureau", "office", "committee", "commission",
    "council", "parliament", "court", "police", "government", "agency", "authority", "directorate",
    "secretariat", "mission", "delegation", "senate", "assembly",
}  # fmt: skip
"""Heads whose modifier may stand before or after: 'Defence Ministry', 'Ministry of Defence'."""
_NAMED_AFTER = frozenset(
    "center clinic hospital university college institute foundation ministry committee commission council"
    " department association federation agency authority museum library stadium airport network institution"
    " academy school society organization".split()
)
"""Heads of bodies that are nobody's surname."""
_SPELLINGS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(old), new)
    for old, new in (
        (r"(?<=[a-z]{3})is(ations?|ed|ing|ers?)\b", r"iz\1"),
        (r"\bdefence\b", "defense"),
        (r"\bcentre\b", "center"),
        (r"\blabour\b", "labor"),
        (r"\bprogramme\b", "program"),
        (r"\bharbour\b", "harbor"),
        (r"\bdept\b", "department"),
        (r"\bgovt\b", "government"),
        (r"\bassn\b", "association"),
        (r"\bintl\b", "international"),
        (r"\buniv\b", "university"),
        (r"\bst\b", "saint"),
        (r"\bmt\b", "mount"),
        (r"&", " and "),
        # The long form of a ministry's field: one form for both.
        (r"\bforeign affairs\b", "foreign"),
        (r"\b(?:interior|internal) affairs\b", "interior"),
    )
)
_POSSESSOR = re.compile(
    r"^(?:\w+ ){0,2}(?!(?:people|women|men|children|veteran|worker|farmer|teacher)['’])\w+['’]s (?=\w+ \w)",
    re.IGNORECASE,
)
"""'Ruritania's' before a name of two words or more: whose it is, not what it is called."""
_CITY = re.compile(r"^(?:city|town|village|borough|municipality) of (?=\w)")
# States whose long name or initials are as usual as the name itself.
_STATES = {
    "us": "united states", "usa": "united states", "united states of america": "united states",
    "america": "united states", "uk": "united kingdom", "great britain": "united kingdom",
    "britain": "united kingdom", "uae": "united arab emirates", "russian federation": "russia",
    "peoples republic of china": "china", "prc": "china", "republic of korea": "south korea",
    "dprk": "north korea", "islamic republic of iran": "iran", "drc": "democratic republic of congo",
    "congo kinshasa": "democratic republic of congo", "ksa": "saudi arabia",
    "czech republic": "czechia", "burma": "myanmar", "swaziland": "eswatini", "holland": "netherlands",
}  # fmt: skip
_SEA = re.compile(
    r"^(mediterranean|atlantic|pacific|caribbean|baltic|adriatic|aegean) (?:sea|ocean)$"
)
"""Waters that go by the adjective alone."""
_BODIES = {
    "un": "united nations", "eu": "european union", "ap": "associated press", "who": "world health organization",
}  # fmt: skip


@lru_cache(maxsize=1 << 12)
def plain(name: str) -> str:
    """The name without case, accents, points, possessive, 'the' and company forms, in one spelling."""
    text = re.sub(r"['’]s?$", "", name.strip())
    text = fold(_POSSESSOR.sub("", text))
    text = re.sub(r"\b(\w)\.", r"\1", text)  # 'U.S.' is 'us'
    for pattern, new in _SPELLINGS:
        text = pattern.sub(new, text)
    words = re.findall(r"[^\W_]+", text)
    if len(words) > 1 and words[0] == "the":
        words.pop(0)
    while len(words) > 1 and words[-1] in _COMPANY:
        words.pop()
    return " ".join(words)


def organisation_key(name: str, owner: str = "") -> str:
    """Equal for the forms of one organisation's name. Many states have a Foreign Ministry: of an
    office, the `owner` that is printed before it is part of the key."""
    text = plain(name)
    text = _BODIES.get(text, text)
    words = text.split()
    if any(w in _OFFICES for w in words):
        possessor = _POSSESSOR.match(name)
        owner = possessor.group().rstrip("'’s ") if possessor else owner
        words = [part for word in words for part in _STATES.get(word, word).split()]
        words += place_key(owner).split() if owner else []
        return " ".join(sorted({w for w in words if w not in _SMALL}))
    return text


def is_office(key: str) -> bool:
    """A key of `organisation_key` is of an office that every state or city has."""
    return any(w in _OFFICES for w in key.split())


def government_key(place: str) -> tuple[Literal["organisation"], str]:
    """Of those who speak for a place under its name: that of 'the government of' the place."""
    return "organisation", organisation_key(f"government of {place_key(place)}")


def place_key(name: str) -> str:
    """Equal for the forms of one place's name."""
    text = _SEA.sub(r"\1", _CITY.sub("", plain(name)))
    return _STATES.get(text, text)


def is_no_person(name: str) -> bool:
    """It ends like a body named after somebody ('Ana Lund Foundation')."""
    words = plain(name).split()
    return len(words) > 1 and words[-1] in _NAMED_AFTER


def without_plurals(key: str) -> str:
    """Equal for names of which one has a word in the plural ('Motion Pictures', 'Motion Picture')."""
    return " ".join(w.rstrip("s") if len(w) > 4 else w for w in key.split())


def is_acronym(name: str) -> bool:
    """Two letters or more, capitals but for a few ('NATO', 'U.N.E.P.', 'CoE', 'EU')."""
    letters = re.sub(r"[.\s]", "", name)
    return (
        2 <= len(letters) <= 8
        and letters.isalpha()
        and " " not in name.strip()
        and sum(c.isupper() for c in letters) >= max(2, len(letters) - 1)
    )


def acronym_letters(name: str) -> str | None:
    """The folded letters of what looks like an acronym."""
    return fold(re.sub(r"[.\s]", "", name)) if is_acronym(name) else None


def initials(name: str) -> set[str]:
    """The folded letters that an acronym made of the initials of the name's words can have, small words
    in or out; none of a name of one word."""
    words = re.findall(r"[^\W_]+", fold(name))
    if len(words) < 2:
        return set()
    return {
        "".join(w[0] for w in words),
        "".join(w[0] for w in words if w not in _SMALL),
        "".join(w[0] for w in words if w != "the"),
        "t" + "".join(w[0] for w in words if w != "the"),  # 'THR' of the Harbour Reporter
    }
