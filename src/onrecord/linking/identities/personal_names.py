"""Whether two personal names can be one person's: spelling, initials, titles, order of parts.

Transliterations are compared by a skeleton: letters that systems of romanisation write in several
ways (Sergei/Sergey, Khrushchev/Hruscev, Mohammed/Muhammad) are made one, then vowels are dropped.
Equal skeletons make candidates; closeness of the letters decides.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import JaroWinkler

from onrecord.linking.words import fold

CLOSE = 0.82
"""Jaro-Winkler similarity (1990) of two spellings of one name part with equal skeletons:
above Martin and Morton (.80), below Mohammed and Muhammad (.83)."""

LONG = 6
"""Letters from which two spellings of a surname may differ in vowels: Rosen is not Risen."""

_TITLES = {
    "mr", "mrs", "ms", "miss", "dr", "doctor", "prof", "professor", "sir", "dame", "lord", "lady",
    "president", "vice", "premier", "chancellor", "king", "queen", "prince", "princess", "emperor",
    "sen", "senator", "rep", "representative", "congressman", "congresswoman", "gov", "governor",
    "mayor", "judge", "justice", "ambassador", "sheikh", "ayatollah", "imam", "pope", "cardinal",
    "archbishop", "bishop", "rev", "reverend", "father", "rabbi", "gen", "general", "lt", "col",
    "colonel", "maj", "major", "capt", "captain", "sgt", "sergeant", "cmdr", "commander", "adm",
    "admiral", "marshal", "sheriff", "officer", "detective", "minister", "secretary", "hon",
}  # fmt: skip
_PARTICLES = {
    "al", "el", "ul", "ad", "as", "bin", "ibn", "ben", "abu", "van", "von", "der", "den", "de", "da", "di",
    "del", "dos", "du", "la", "le", "st", "san",
}  # fmt: skip
_SUFFIXES = {"jr", "sr", "ii", "iii", "iv"}
_NICKNAMES = {
    "mike": "michael", "mick": "michael", "bill": "william", "billy": "william", "will": "william",
    "bob": "robert", "bobby": "robert", "rob": "robert", "joe": "joseph", "jim": "james",
    "jimmy": "james", "tom": "thomas", "dick": "richard", "rick": "richard", "rich": "richard",
    "dan": "daniel", "danny": "daniel", "dave": "david", "steve": "steven", "stephen": "steven",
    "tony": "anthony", "ed": "edward", "ted": "edward", "ben": "benjamin", "sam": "samuel",
    "chuck": "charles", "charlie": "charles", "ken": "kenneth", "jeff": "jeffrey", "greg": "gregory",
    "matt": "matthew", "nick": "nicholas", "andy": "andrew", "larry": "lawrence", "jerry": "gerald",
    "ron": "ronald", "don": "donald", "tim": "timothy", "pat": "patrick", "chris": "christopher",
    "kate": "katherine", "liz": "elizabeth", "beth": "elizabeth", "sue": "susan", "debbie": "deborah",
    "barb": "barbara", "jen": "jennifer", "becky": "rebecca", "meg": "margaret", "peggy": "margaret",
    "maggie": "margaret", "fred": "frederick", "freddie": "frederick", "katie": "katherine",
    "kathy": "katherine", "kathryn": "katherine", "catherine": "katherine", "cathy": "katherine",
    "al": "albert", "alex": "alexander", "abe": "abraham", "bernie": "bernard", "doug": "douglas",
    "eddie": "edward", "gabe": "gabriel", "gene": "eugene", "geoffrey": "jeffrey", "hank": "henry",
    "jack": "john", "jenny": "jennifer", "judy": "judith", "lenny": "leonard", "lou": "louis",
    "mandy": "amanda", "marty": "martin", "mickey": "michael", "mitch": "mitchell",
    "nate": "nathan", "ned": "edward", "pam": "pamela", "patty": "patricia", "pete": "peter",
    "phil": "philip", "ray": "raymond", "reggie": "reginald", "ricky": "richard", "rod": "rodney",
    "ronnie": "ronald", "russ": "russell", "stan": "stanley", "susie": "susan", "vic": "victor",
    "vicki": "victoria", "vince": "vincent", "walt": "walter", "zach": "zachary",
}  # fmt: skip

# Each rule undoes a choice between systems of romanisation or of spelling.
_ROMANISATION: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(old), new)
    for old, new in (
        (r"sch(?=[^aeiou])|shch|sch", "sh"),
        (r"kh|gh", "h"),
        (r"tch|tsch|ch|cz|č", "c"),
        (r"ph", "f"),
        (r"dzh|dj", "j"),
        (r"ts|tz|zh", "z"),
        (r"ks", "x"),
        (r"ck|qu?|k", "k"),
        (r"th", "t"),
        (r"w", "v"),
        (r"ou|oo", "u"),
        (r"ee|ie|yy|iy|ij|ey|ei|ay|ai|y", "i"),
        (r"(?<=[aeiou])h(?![aeiou])", ""),
        (r"(.)\1+", r"\1"),
    )
)


@dataclass(frozen=True, order=True)
class PersonalName:
    """A person's name in folded parts: `given` (possibly none), `middle` parts, `surname`, `suffix`."""

    surname: str
    given: str = ""
    middle: tuple[str, ...] = ()
    suffix: str = ""

    @property
    def fullness(self) -> tuple[int, int]:
        """Sorts fuller names last: how many parts, then how many letters."""
        parts = [p for p in (self.given, *self.middle, self.surname, self.suffix) if p]
        return len(parts), sum(map(len, parts))

    @property
    def key(self) -> str:
        """All parts in one string, from which `from_key` makes the name again."""
        return "|".join((self.surname, self.given, " ".join(self.middle), self.suffix))

    @classmethod
    def from_key(cls, key: str) -> PersonalName:
        surname, given, middle, suffix = key.split("|")
        return cls(surname, given, tuple(middle.split()), suffix)

    @property
    def has_full_given(self) -> bool:
        return len(self.given) > 1


def parse_personal(name: str) -> PersonalName | None:
    """The parts of a printed name, titles and possessives left off; `None` when nothing is left."""
    text = fold(re.sub(r"['’]s?$", "", name.strip()))
    if re.match(r"^[^,]+,\s*[^,]+$", text) and not re.search(r",\s*(?:jr|sr)\b", text):
        surname, _, given = text.partition(",")
        text = f"{given} {surname}"
    # 'H.W.' is two initials, 'al-Baghdadi' two parts
    text = re.sub(r"\b(\w)\.(?=\w)", r"\1. ", text)
    parts = re.findall(r"[^\W_]+", text)
    while len(parts) > 1 and parts[0] in _TITLES:
        parts.pop(0)
    suffix = parts.pop() if len(parts) > 1 and parts[-1] in _SUFFIXES else ""
    if len(parts) > 1:
        kept = [p for p in parts[:-1] if p not in _PARTICLES] + parts[-1:]
        parts = kept if len(kept) > 1 else parts
    if not parts or (len(parts) == 1 and len(parts[0]) < 2):
        return None
    if len(parts) == 1:
        return PersonalName(parts[0], suffix=suffix)
    if len(parts) > 2 and len(parts[0]) == 1 < len(parts[1]):
        parts.pop(0)  # 'W. Mark Lund' goes by Mark
    return PersonalName(parts[-1], parts[0], tuple(parts[1:-1]), suffix)


@lru_cache(maxsize=1 << 12)
def romanised(part: str) -> str:
    """A name part with the choices of romanisation undone."""
    for pattern, new in _ROMANISATION:
        part = pattern.sub(new, part)
    return part


@lru_cache(maxsize=1 << 12)
def skeleton(part: str) -> str:
    """The first letter and the consonants after it: the block in which spellings are compared."""
    plain = romanised(_NICKNAMES.get(part, part))
    bones = plain[:1] + re.sub(r"[aeiou]", "", plain[1:])
    return bones if len(bones) > 1 else plain


def same_part(one: str, other: str) -> bool:
    """Two spellings of one given name or surname. The last letters must agree: they tell Ivanov
    from Ivanova and Mario from Maria."""
    if one == other:
        return True
    if skeleton(one) != skeleton(other) or min(len(one), len(other)) < 4:
        return False
    plain, plainer = romanised(one), romanised(other)
    if plain == plainer:
        return True
    return plain[-1] == plainer[-1] and float(JaroWinkler.similarity(plain, plainer)) >= CLOSE


def same_given(one: str, other: str) -> bool:
    """Given names that can be one person's: equal, spellings of one, a usual short form, or one
    is the other's initial."""
    if len(one) == 1 or len(other) == 1:
        return one[:1] == other[:1]
    return same_part(_NICKNAMES.get(one, one), _NICKNAMES.get(other, other))


def compatible(one: PersonalName, other: PersonalName) -> bool:
    """Nothing in the two names speaks against one person. A name of one part has no given name
    and is not compatible with fuller ones: who 'Smith' is, is the article's to tell."""
    if bool(one.given) != bool(other.given):
        return False
    if one.suffix and other.suffix and one.suffix != other.suffix:
        return False
    if not same_part(one.surname, other.surname):
        return False
    short = min(len(one.surname), len(other.surname)) < LONG
    if short and romanised(one.surname) != romanised(other.surname):
        return False
    if not one.given:
        return True
    if romanised(one.surname) != romanised(other.surname) and not _equal_given(
        one.given, other.given
    ):
        return False  # two parts that are each only nearly the same are two people's
    return same_given(one.given, other.given) and _same_middles(one.middle, other.middle)


def _equal_given(one: str, other: str) -> bool:
    return len(one) > 1 and romanised(one) == romanised(other)


def _same_middles(ones: tuple[str, ...], others: tuple[str, ...]) -> bool:
    """Middle parts that one name leaves out do not count; those that both have must agree."""
    return all(same_given(a, b) for a, b in zip(ones, others, strict=False))
