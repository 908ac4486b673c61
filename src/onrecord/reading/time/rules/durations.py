"""How long: 'two years', 'a six-month ban', 'the past three months', 'decades'."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Literal

from onrecord.reading.time.grammar import rule
from onrecord.reading.time.meaning import Fixed, Meaning
from onrecord.reading.time.numerals import count
from onrecord.reading.time.triggers import UNIT, words

# TimeBank writes a decade as ten years.
_LETTERS = {
    "day": ("", "D", 1),
    "weekend": ("", "W", 1),
    "week": ("", "W", 1),
    "fortnight": ("", "W", 2),
    "month": ("", "M", 1),
    "quarter": ("", "M", 3),
    "year": ("", "Y", 1),
    "decade": ("", "Y", 10),
    "century": ("", "Y", 100),
    "centurie": ("", "Y", 100),
    "hour": ("T", "H", 1),
    "minute": ("T", "M", 1),
    "second": ("T", "S", 1),
    "night": ("", "D", 1),
}
_BELOW = {"Y": ("M", 12), "H": ("M", 60), "M": ("S", 60), "W": ("D", 7), "D": ("H", 24)}
_VAGUE = {"decade": "PXE", "century": "PXC", "centurie": "PXC"}
_TOWARD = r"(?:(?P<past>(?:last|past|latest|previous|preceding))|(?P<next>next|coming|following)|first|final|same|remaining|initial|opening|closing)"


def duration(number: Fraction | None, unit: str) -> str:
    """The value of so many units: `P2Y6M` for two and a half years, `PXM` for some months."""
    unit = unit.lower()
    name = unit.removesuffix("s") if unit not in _LETTERS else unit
    time, letter, size = _LETTERS[name]
    if number is None:
        return _VAGUE.get(name, f"P{time}X{letter}")
    whole, rest = divmod(number * size, 1)
    if not rest:
        return f"P{time}{whole}{letter}"
    below, times = _BELOW.get(letter, ("", 0))
    if (letter == "M" and not time) or not below or (rest * times) % 1 or letter == "D":
        return f"P{time}{float(number * size):g}{letter}"
    return f"P{time}{f'{whole}{letter}' if whole else ''}{rest * times}{below}"


def _toward(found: re.Match[str]) -> Literal["past", "future"] | None:
    groups = found.groupdict()
    return "past" if groups.get("past") else "future" if groups.get("next") else None


def _counted(found: re.Match[str]) -> Meaning:
    number = count(found["count"])
    if found["half"]:
        number = (number or Fraction(0)) + Fraction(1, 2)
    if found["most"]:
        return Fixed("DURATION", duration(None, found["span"]), "APPROX", _toward(found))
    return Fixed("DURATION", duration(number, found["span"]), None, _toward(found))


def _vague(found: re.Match[str]) -> Meaning:
    value = duration(count(found["vague"]), found["span"])
    if (found["past"] or found["lately"]) and "X" in value and value[1] != "T":
        return Fixed("DATE", "PAST_REF")
    return Fixed("DURATION", value, None, _toward(found))


_PERSON = r"(?:\w+ )?(?:son|daughter|boy|girl|baby|babies|child|children|infant|twins?|toddler|brother|sister|grand\w+|nephew|niece|puppy|kitten)\b"
_MANY = "days|weeks|months|years|decades|centuries|hours|minutes"

RULES = (
    rule(
        "counted",
        UNIT,
        rf"(?:(?:(?:the|these|those|another|an additional|all) )?{_TOWARD} |(?:the|these|those|another|an additional) (?={{spelt:ahead}} \w+s\b|{{digits:forward}} \w+s\b))?(?P<count>{{number}})(?P<most>(?: to |-| or ){{number:upto}})?(?:[ -]+|-)(?:(?:trading|working|business|consecutive|straight|full|long|calendar|more|additional) )?{{span}}(?:-long\b|(?P<half> and a half))?",
        _counted,
    ),
    rule(
        "singular",
        UNIT,
        r"(?:an?|one) (?:(?:full|single|whole|entire|additional|further) )?(?P<span>day|week|month|year|decade|century|hour|minute|fortnight)(?P<half> and a half)?(?: or two)?",
        lambda f: Fixed(
            "DURATION", duration(Fraction(3, 2) if f["half"] else Fraction(1), f["span"])
        ),
    ),
    rule(
        "long",
        words("long daylong weeklong monthlong yearlong hourlong decadelong daylong nightlong"),
        rf"(?P<span>hour|day|week|month|year|decade|century)[- ]?long(?! ago)|(?P<many>{_MANY})-long",
        lambda f: Fixed(
            "DURATION",
            duration(None, f["many"]) if f["many"] else duration(Fraction(1), f["span"]),
        ),
    ),
    # 'an eight-month-old truce' has lasted so long; of a person it is an age.
    rule(
        "lasting-since",
        words("old"),
        rf"(?:{{number}}-(?P<span>day|week|month)|(?P<many>{_MANY}))-old(?= (?!{_PERSON})[a-z])",
        lambda f: Fixed(
            "DURATION",
            duration(None, f["many"]) if f["many"] else duration(count(f["number"]), f["span"]),
        ),
    ),
    rule(
        "half-unit",
        words("half"),
        r"half an? (?P<span>hour|day|year|century|decade)|(?:a )?half[ -](?P<other>hour|day|year|century|decade)",
        lambda f: Fixed("DURATION", duration(Fraction(1, 2), f["span"] or f["other"])),
    ),
    rule(
        "vague",
        UNIT,
        rf"(?:(?:the|these|those) )?(?:{_TOWARD} )?{{vague}}(?: more| other)?[ -](?:(?P<lately>past) )?{{span}}",
        _vague,
    ),
    rule(
        "bare",
        UNIT,
        r"(?P<span>days|weeks|months|years|decades|centuries|hours|minutes)(?: (?:and|or) (?:days|weeks|months|years|decades|centuries|hours|minutes))?",
        lambda f: Fixed("DURATION", duration(None, f["span"])),
    ),
    rule(
        "following",
        words("following ensuing intervening subsequent followed ensued since"),
        rf"the (?:following|ensuing|intervening|subsequent) (?P<span>{_MANY})|the (?P<then>{_MANY})(?= (?:that (?:followed|ensued)|since)\b)",
        lambda f: Fixed("DURATION", duration(None, f["span"] or f["then"])),
    ),
    rule(
        "the-years",
        words("years decades centuries months weeks days"),
        r"(?:(?<=\bover[ ])|(?<=\bthrough[ ])|(?<=\bthroughout[ ]))the (?P<span>years|decades|centuries|months)(?! (?:of|that|since|before|after|when)\b)|the (?P<ahead>days|weeks|months|years|decades) (?:ahead|to come)(?! of\b)",
        lambda f: Fixed(
            "DURATION",
            duration(None, f["span"] or f["ahead"]),
            None,
            "future" if f["ahead"] else "past",
        ),
    ),
    rule(
        "some-time",
        words("time while"),
        r"some time|a (?:long|short) (?:time|while)|a while",
        lambda _: Fixed("DURATION", "PXX"),
    ),
)
