"""The alphabet of the rules: named pieces of pattern, and how a template becomes a rule.

A template is a regular expression in which `{month}` stands for the piece `month`, captured
under its name, `{month:first}` for the same captured as `first`, and a space for any white space.
"""

from __future__ import annotations

import re
from collections.abc import Callable

import msgspec

from onrecord.reading.time.calendar import Unit
from onrecord.reading.time.meaning import Meaning
from onrecord.reading.time.numerals import DIGITS, NUMBER, ORDINAL, SPELT, SPELT_YEAR, VAGUE

MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
UNITS: dict[str, Unit] = {
    "day": "day",
    "week": "week",
    "weekend": "weekend",
    "month": "month",
    "quarter": "quarter",
    "year": "year",
    "decade": "decade",
    "century": "century",
    "centurie": "century",
}
DAY_PARTS = {
    "morning": "TMO",
    "afternoon": "TAF",
    "evening": "TEV",
    "night": "TNI",
    "overnight": "TNI",
    "dawn": "TMO",
    "daybreak": "TMO",
    "dusk": "TEV",
    "noon": "T12:00",
    "midday": "T12:00",
    "midnight": "T24:00",
}

PIECES: dict[str, str] = {
    "month": r"(?:January|February|March|April|May|June|July|August|September|October|November|December)",
    "anymonth": (
        r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
        r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?)"
    ),
    "weekday": r"(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|(?:Mon|Tues?|Wed|Thurs?|Fri|Sat|Sun)\.)",
    "season": r"(?:spring|summer|autumn|fall|winter)",
    "day": r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?",
    "year": r"(?:1[0-9]\d\d|20\d\d)",
    "spelt_year": SPELT_YEAR,
    "number": NUMBER,
    "digits": DIGITS,
    "spelt": SPELT,
    "vague": VAGUE,
    "ordinal": ORDINAL,
    "unit": r"(?:day|weekend|week|month|quarter|year|decade|century)",
    "units": r"(?:days?|weekends?|weeks?|months?|quarters?|years?|decades?|century|centuries)",
    "span": r"(?:days?|weekends?|weeks?|months?|quarters?|years?|decades?|century|centuries|hours?|minutes?|seconds?|nights?)",
    "daypart": r"(?:morning|afternoon|evening|night)",
}


class Rule(msgspec.Struct, frozen=True):
    """`needs` are triggers, one of which a passage must hold; `build` gives, for a match, meanings and the group that holds each (0: all of it)."""

    name: str
    needs: frozenset[str]
    pattern: re.Pattern[str]
    build: Callable[[re.Match[str]], list[tuple[int | str, Meaning]]]


def expand(template: str) -> str:
    """The regular expression of a template."""

    def piece(found: re.Match[str]) -> str:
        return f"(?P<{found[2] or found[1]}>{PIECES[found[1]]})"

    # Spaces inside pieces are spaces too, so they are opened after the pieces are in.
    source = re.sub(r"\{([a-z_]+)(?::(\w+))?\}", piece, template)
    parts = re.split(r"(\[[^\]]*\])", source)
    return "".join(
        part.replace(" ", r"\s" if part.startswith("[") else r"(?:\s+)") for part in parts
    )


def rule(
    name: str,
    needs: frozenset[str],
    template: str,
    build: Callable[[re.Match[str]], Meaning | None],
    *,
    case: bool = False,
) -> Rule:
    """A rule whose whole match has one meaning. `build` may refuse with `None`."""

    def one(found: re.Match[str]) -> list[tuple[int | str, Meaning]]:
        meaning = build(found)
        return [] if meaning is None else [(0, meaning)]

    return rule_of_parts(name, needs, template, one, case=case)


def rule_of_parts(
    name: str,
    needs: frozenset[str],
    template: str,
    build: Callable[[re.Match[str]], list[tuple[int | str, Meaning]]],
    *,
    case: bool = False,
) -> Rule:
    """A rule some of whose groups are expressions of their own: 'June 3-5' is 'June 3' and '5'."""
    flags = re.NOFLAG if case else re.IGNORECASE
    return Rule(name, needs, re.compile(rf"(?<![\w$])(?:{expand(template)})(?!\w)", flags), build)


def month_number(text: str) -> int:
    """3 for 'March', 'Mar.' or 'mar'."""
    return next(
        i for i, m in enumerate(MONTHS, start=1) if m.startswith(text.lower().rstrip(".")[:3])
    )


def weekday_number(text: str) -> int:
    """0 for 'Monday', as `date.weekday` counts."""
    return next(i for i, day in enumerate(WEEKDAYS) if day.startswith(text.lower().rstrip(".")[:3]))


def unit_of(text: str) -> Unit:
    """The unit that 'weeks' or 'week' names."""
    return UNITS[text.lower().removesuffix("s")]
