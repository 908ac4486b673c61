"""Which mentions of one article are the same one, and what the fullest name is."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache

from rapidfuzz.distance import Levenshtein

from onrecord.model import NameType
from onrecord.reading.names.mentions import Mention, fold, surname
from onrecord.reading.names.people import gender, role
from onrecord.reading.names.words import BODY_HEADS, COMPANY, GENERIC, NAME_PATRONYMIC
from onrecord.reading.tree import Tree

# Ways in which one name is spelt in Latin letters: Sergei and Sergey, Yulia and Julia, Dzhalani
# and Jalani come out equal. Applied in order to a folded name.
_SPELLINGS = [
    ("dzh", "j"), ("zh", "j"), ("kh", "h"), ("ph", "f"), ("ks", "x"), ("ck", "k"), ("w", "v"),
    ("ei", "i"), ("ey", "i"), ("ai", "i"), ("ay", "i"), ("iy", "i"), ("ij", "i"), ("y", "i"),
    ("q", "k"), ("c", "k"), ("ou", "u"), ("oo", "u"), ("ee", "i"),
]  # fmt: skip
# One letter may still differ in long names (Aleksandr, Alexander): in shorter ones it makes another
# name (Maria, Marina).
_LONG = 8


@dataclass
class Chain:
    """The mentions of one person, organisation or place within the article."""

    name: str
    type: NameType
    mentions: list[Mention] = field(default_factory=list)
    roles: dict[int, str] = field(default_factory=dict)  # by first token of the mention
    gender: str | None = None

    @property
    def key(self) -> str:
        return fold(self.name)

    def described(self) -> str:
        return " ".join(self.roles.values())


def chains(tree: Tree, found: list[Mention]) -> list[Chain]:
    """Chains in order of their first mention."""
    out: list[Chain] = []
    # Full names first: a surname printed before its full name (a headline, a first paragraph)
    # still finds it.
    full = [m for m in found if m.type != "person" or " " in m.key]
    short = [m for m in found if m.type == "person" and " " not in m.key]
    for mention in full:
        _join(tree, out, mention)
    for mention in short:
        _join_surname(tree, out, mention)
    _acronyms(tree, out)
    for chain in out:
        chain.mentions.sort(key=lambda m: m.first)
        _fullest(chain)
        chain.gender = gender(chain.name, chain.described()) or _titled(tree, chain)
    out.sort(key=lambda c: c.mentions[0].first)
    return out


def _add(tree: Tree, chain: Chain, mention: Mention) -> None:
    chain.mentions.append(mention)
    if mention.type == "person":
        office = role(tree, mention)
        if office:
            chain.roles[mention.first] = office


def _join(tree: Tree, out: list[Chain], mention: Mention) -> None:
    for chain in out:
        if chain.type == mention.type and _same(chain, mention):
            _add(tree, chain, mention)
            return
    chain = Chain(mention.surface, mention.type)
    _add(tree, chain, mention)
    out.append(chain)


def _same(chain: Chain, mention: Mention) -> bool:
    if any(m.key == mention.key for m in chain.mentions):
        return True
    if mention.type == "person":
        return any(same_person(m.key, mention.key) for m in chain.mentions if " " in m.key)
    if mention.type == "organisation":
        return any(_same_organisation(m, mention) for m in chain.mentions)
    return False


def same_person(one: str, other: str) -> bool:
    """Two full names, folded: surnames alike, given names alike or one the other's initial."""
    a, b = one.split(), other.split()
    if _by_patronymic(a, b) or _by_patronymic(b, a):
        return True
    if not _alike(surname(one), surname(other)):
        # 'Juan Orte' and 'Juan Orte Salas': the shorter name is the longer one's beginning.
        short, long = (a, b) if len(a) < len(b) else (b, a)
        return len(short) > 1 and len(short) < len(long) and long[: len(short)] == short
    first, second = a[0].rstrip("."), b[0].rstrip(".")
    if len(first) == 1 or len(second) == 1:
        return first[0] == second[0]
    if {gender(one, None), gender(other, None)} == {"m", "f"}:
        return False
    return _alike(first, second)


def _by_patronymic(address: list[str], name: list[str]) -> bool:
    """'Selma Rustamovna' is how Selma Dorjai is spoken to."""
    polite = len(address) == 2 and address[1].endswith(NAME_PATRONYMIC)
    return polite and len(name) == 2 and _alike(address[0], name[0])


def _alike(one: str, other: str) -> bool:
    if one == other:
        return True
    a, b = spelling(one), spelling(other)
    return a == b or (min(len(a), len(b)) >= _LONG and Levenshtein.distance(a, b) == 1)


@lru_cache(maxsize=4096)
def spelling(name: str) -> str:
    """A folded name with what transliteration varies made one."""
    for written, normal in _SPELLINGS:
        name = name.replace(written, normal)
    if name[:2] in ("ja", "jo", "ju"):
        name = "i" + name[1:]
    return re.sub(r"(.)\1", r"\1", name)


def _same_organisation(one: Mention, other: Mention) -> bool:
    a, b = (re.sub(r"^the ", "", m.key).split() for m in (one, other))
    if a == b:
        return True
    (short, first), (long, then) = sorted(((a, one.first), (b, other.first)), key=lambda w: len(w[0]))  # fmt: skip
    if not short or len(short) == len(long) or (len(short) == 1 and len(short[0]) < 4):
        return False
    if long[: len(short)] == short:
        # 'Ford Motor Company', and from then on 'Ford'; but Vask is not the Vask Port Authority.
        return long[-1] not in BODY_HEADS and (then < first or long[len(short)] in COMPANY)
    # 'Foreign Ministry' of 'Norland Foreign Ministry', 'Rovers' of 'Port Vask Rovers'.
    return long[-len(short) :] == short and (len(short) > 1 or short[0] not in GENERIC)


def _join_surname(tree: Tree, out: list[Chain], mention: Mention) -> None:
    """A lone surname (or given name) goes to the full name it is part of; of several, to the
    one that its title agrees with, then to the one named last before it."""
    fits = [
        chain
        for chain in out
        if chain.type == "person" and any(_part(mention.key, m.key) for m in chain.mentions)
    ]
    title = _title_gender(tree, mention)
    if title:
        fits = [c for c in fits if gender(c.name, c.described()) in (None, title)] or fits
    if not fits:
        same = [c for c in out if c.type == "person" and c.key == mention.key]
        if same:
            _add(tree, same[0], mention)
            return
        chain = Chain(mention.surface, "person")
        _add(tree, chain, mention)
        out.append(chain)
        return

    def rank(chain: Chain) -> tuple[bool, int]:
        before = [m.first for m in chain.mentions if m.first < mention.first]
        return (bool(before), max(before, default=-min(m.first for m in chain.mentions)))

    _add(tree, max(fits, key=rank), mention)


def _part(single: str, full: str) -> bool:
    words = full.split()
    if len(words) == 1:
        return _alike(single, full)
    return _alike(single, words[-1]) or single == surname(full) or single == words[0]


def _title_gender(tree: Tree, mention: Mention) -> str | None:
    if mention.first == 0:
        return None
    word = tree.tokens[mention.first - 1].text.lower().rstrip(".")
    if word in ("mr", "sir", "lord"):
        return "m"
    if word in ("mrs", "ms", "miss", "dame", "lady"):
        return "f"
    return None


def _titled(tree: Tree, chain: Chain) -> str | None:
    for mention in chain.mentions:
        found = _title_gender(tree, mention)
        if found:
            return found
    return None


def _acronyms(tree: Tree, out: list[Chain]) -> None:
    """'General Motors (GM)' and later 'GM': one organisation."""
    for chain in list(out):
        if not re.fullmatch(r"[A-Z][A-Z&.]{1,7}", chain.name):
            continue
        letters = chain.name.replace(".", "").replace("&", "").lower()
        for other in out:
            if other is chain or other.type == "person" or " " not in other.key:
                continue
            initials = "".join(w[0] for w in re.split(r"[ -]+", other.key) if w and w not in ("of", "the", "and", "for"))  # fmt: skip
            spelled = "".join(w[0] for w in re.split(r"[ -]+", other.key) if w)
            if letters in (initials, spelled) and other in out and chain in out:
                other.mentions += chain.mentions
                out.remove(chain)
                break


def _fullest(chain: Chain) -> None:
    """The longest name, the first of equals; a place or group keeps its first form."""
    if chain.type in ("person", "organisation"):
        # A full given name before an initial: 'John Hallam' before 'J. Hallam'; a surname before a
        # patronymic.
        best = max(
            chain.mentions,
            key=lambda m: (
                len(m.key.split()),
                len(m.key.split()[0]) > 1,
                not m.key.endswith(NAME_PATRONYMIC),
                -m.first,
            ),
        )
        chain.name = best.surface
    if chain.type == "organisation" and chain.name.lower().startswith("the "):
        chain.name = chain.name[4:]
