"""Dates told from another: 'last week', 'two days later', 'that year', 'a year ago'."""

from __future__ import annotations

import re

from onrecord.reading.time.calendar import Unit
from onrecord.reading.time.feasts import FEAST, feast_name
from onrecord.reading.time.grammar import (
    DAY_PARTS,
    SEASONS,
    month_number,
    rule,
    unit_of,
    weekday_number,
)
from onrecord.reading.time.meaning import Base, Calendar, Clock, Fixed, Meaning, Relation, Shift
from onrecord.reading.time.numerals import count, ordinal
from onrecord.reading.time.triggers import DIGIT, UNIT, WEEKDAY, words

_LAST = r"(?:(?:the |this )?(?:last|past))"
_THIS = r"(?:this|(?:the )?current)"
_NEXT = r"(?:(?:the |this )?(?:next|coming|upcoming))"
_WHICH = rf"(?:(?P<last>{_LAST})|(?P<this>{_THIS})|(?P<next>{_NEXT}))"
_COUNT = r"(?P<count>{number}|{vague}|an?)"
_ALONE = r"(?= ?[.,;:)]|$)"
_STEPS: dict[Relation, int] = {"last": -1, "this": 0, "next": 1}
_DEICTIC = {"yesterday": -1, "today": 0, "tomorrow": 1}


def _which(found: re.Match[str]) -> Relation:
    return "last" if found["last"] else "this" if found["this"] else "next"


def _unit(found: re.Match[str]) -> Meaning:
    unit, years = unit_of(found["unit"]), {"decade": 10, "century": 100}
    if unit in years and not found["this"]:
        return Fixed("DURATION", f"P{years[unit]}Y", None, "past" if found["last"] else "future")
    if (found["last"] or "").lower() in ("the past", "past"):
        # 'the past year' is the twelve months before; 'last year' is a year of the calendar.
        return Fixed("DURATION", f"P1{unit[0].upper()}", None, "past")
    return Shift(unit_of(found["unit"]), _STEPS[_which(found)], "document")


def _named(found: re.Match[str]) -> Meaning:
    relation = _which(found)
    if found["weekday"]:
        return Calendar(weekday=weekday_number(found["weekday"]), relation=relation)
    if found["season"]:
        return Calendar(part=SEASONS[found["season"].lower()], relation=relation)
    if found["feast"]:
        return Calendar(feast=feast_name(found["feast"]), relation=relation)
    day = int(re.sub(r"\D", "", found["day"])) if found["day"] else None
    return Calendar(month=month_number(found["anymonth"]), day=day, relation=relation)


def _neighbour(found: re.Match[str]) -> Meaning:
    steps = -1 if found["before"] else 1
    return Shift(unit_of(found["unit"]), steps, "context")


def _neighbour_weekday(found: re.Match[str]) -> Meaning:
    relation: Relation = "last" if found["before"] else "next"
    return Calendar(weekday=weekday_number(found["weekday"]), relation=relation, base="context")


def _steps(text: str, unit: Unit, sign: int, base: Base) -> Shift:
    number = count(text)
    if number is not None and unit in ("decade", "century"):
        number, unit = number * (10 if unit == "decade" else 100), "year"
    if number is None:
        return Shift(unit, None, base, ahead=sign > 0)
    if number.denominator != 1 and unit == "year":
        return Shift("month", sign * int(number * 12), base)
    return Shift(unit, sign * int(number), base)


def _ago(found: re.Match[str]) -> Meaning:
    future = found["future"] is not None
    return _steps(found["count"], unit_of(found["units"]), 1 if future else -1, "document")


def _from_context(found: re.Match[str]) -> Meaning:
    sign = -1 if found["before"] else 1
    return _steps(found["count"], unit_of(found["units"]), sign, "context")


def _year_before(found: re.Match[str]) -> Meaning:
    return Shift("year", -1, "context")


def _vague_ago(found: re.Match[str]) -> Meaning:
    return Fixed("DATE", "PAST_REF")


RULES = (
    rule(
        "deictic-day",
        words("today yesterday tomorrow"),
        r"(?:the )?(?P<word>today|yesterday|tomorrow)",
        lambda found: Shift("day", _DEICTIC[found["word"].lower()], "document"),
    ),
    rule(
        "day-before-yesterday",
        words("yesterday"),
        r"the day before yesterday",
        lambda _: Shift("day", -2, "document"),
    ),
    rule(
        "day-after-tomorrow",
        words("tomorrow"),
        r"the day after tomorrow",
        lambda _: Shift("day", 2, "document"),
    ),
    rule(
        "tonight", words("tonight"), r"tonight", lambda _: Clock("TNI", Shift("day", 0, "document"))
    ),
    rule(
        "last-night",
        words("night"),
        r"last night",
        lambda _: Clock("TNI", Shift("day", -1, "document")),
    ),
    rule(
        "next-day", words("next"), r"the (?:very )?next day", lambda _: Shift("day", 1, "context")
    ),
    rule(
        "next-morning",
        words("next following previous before after"),
        rf"the (?:(?:next|following|(?P<before>previous)) {{daypart}}|{{daypart:other}} (?:(?P<earlier>before)|after){_ALONE})",
        lambda found: Clock(
            DAY_PARTS[(found["daypart"] or found["other"]).lower()],
            Shift("day", -1 if found["before"] or found["earlier"] else 1, "context"),
        ),
    ),
    rule(
        "last-unit",
        words("last past this current next coming upcoming"),
        rf"{_WHICH} (?:(?:fiscal|financial) )?{{unit}}",
        _unit,
    ),
    rule(
        "last-named",
        words("last past this current next coming upcoming"),
        rf"{_WHICH} (?:{{weekday}}|{{anymonth}}(?: {{day}})?|{{season}}|(?P<feast>{FEAST}))(?<!\.)",
        _named,
    ),
    rule(
        "next-unit-of-text",
        words("previous preceding prior following subsequent"),
        r"(?:the )?(?:(?P<before>previous|preceding|prior)|following|subsequent) {unit}",
        _neighbour,
    ),
    rule(
        "day-before",
        words("before previously earlier after later"),
        rf"the {{unit}} (?:(?P<before>before{_ALONE}|previously|earlier)|after{_ALONE}|later)",
        _neighbour,
    ),
    # Before the next rule: in 'later in the day before the vote' the day is the one at hand.
    rule(
        "the-day",
        words("later earlier"),
        r"(?:(?<=earlier[ ]in[ ])|(?<=later[ ]in[ ]))the day",
        lambda _: Shift("day", 0, "context"),
    ),
    # 'the day before the vote' is told from the vote, which no rule here can date.
    rule(
        "day-of-event",
        words("before after"),
        r"the {unit}(?= (?:before|after) )",
        lambda found: Shift(unit_of(found["unit"]), None, "event"),
    ),
    # 'the week of the accident'; kept only where the accident has a day, or where a day follows.
    rule(
        "unit-of-event",
        words("day week month"),
        r"the (?P<unit>day|week|month)(?= of )",
        lambda found: Shift(unit_of(found["unit"]), 0, "event"),
    ),
    rule(
        "same-unit",
        words("same that"),
        r"(?:the |that )(?:very )?same {unit}|that {unit:only}",
        lambda found: Shift(unit_of(found["unit"] or found["only"]), 0, "context"),
    ),
    rule(
        "that-named",
        words("that same"),
        r"(?:that|that same|the same) (?:{anymonth}|{season})(?<!\.)(?! \d)",
        lambda found: Calendar(
            month=month_number(found["anymonth"]) if found["anymonth"] else None,
            part=SEASONS[found["season"].lower()] if found["season"] else None,
            year_of=Shift("year", 0, "context"),
        ),
    ),
    rule(
        "year-ended",
        words("ended ending"),
        r"the (?:fiscal )?year(?= end(?:ed|ing)\b)",
        lambda _: Fixed("DURATION", "P1Y"),
    ),
    rule(
        "the-unit",
        UNIT,
        r"the (?:full |current )?(?:fiscal )?(?P<unit>week|weekend|month|quarter|year)(?!-)",
        lambda found: Shift(
            unit_of(found["unit"]),
            0,
            "context" if found["unit"].lower() == "quarter" else "document",
        ),
    ),
    rule(
        "the-decade",
        words("decade century"),
        r"(?:(?<=end[ ]of[ ])|(?<=so[ ]far[ ]))(?:the|this) (?P<unit>decade|century)",
        lambda found: Shift(unit_of(found["unit"]), 0, "document"),
    ),
    rule(
        "latest-quarter",
        words("latest recent"),
        r"the (?:latest|most recent) quarter",
        lambda _: Shift("quarter", -1, "document"),
    ),
    rule(
        "year-end",
        words("end"),
        r"(?:the )?year(?:[ -]|['’]s[ ])end",
        lambda _: Shift("year", 0, "document", mod="END"),
    ),
    rule(
        "period-of-year",
        DIGIT,
        r"the {year} (?:period|quarter)",
        lambda found: Calendar(year=int(found["year"])),
    ),
    rule("year-ago", words("ago earlier"), r"year-(?:ago|earlier)", _year_before),
    rule(
        "year-ago-period",
        words("ago earlier"),
        r"(?:the |a )?(?:comparable )?year-(?:ago|earlier)(?: {ordinal})? (?:quarter|period)",
        lambda found: (
            Calendar(part=f"Q{ordinal(found['ordinal'])}", year_of=Shift("year", -1, "document"))
            if found["ordinal"]
            else _year_before(found)
        ),
    ),
    rule(
        "same-period",
        words("last ago earlier before previous prior"),
        r"the (?:same|corresponding|comparable|like|equivalent) (?:{ordinal} )?(?:quarter|period|time|(?P<month>month)|week) (?:last year|(?:of |in )?the (?:previous|prior) year|a year (?:ago|earlier|before))",
        lambda found: Shift("month", -12, "context") if found["month"] else _year_before(found),
    ),
    rule(
        "latest-period",
        words("latest recent"),
        r"the (?:latest|most recent) period",
        lambda _: Shift("quarter", 0, "context"),
    ),
    rule(
        "year-earlier",
        words("ago earlier before"),
        r"an? year (?:ago|earlier|before)",
        _year_before,
    ),
    rule(
        "neighbour-weekday",
        WEEKDAY,
        r"(?:the )?(?:(?P<before>previous|preceding)|following|next) {weekday}",
        _neighbour_weekday,
    ),
    rule(
        "ago",
        words("ago now hence"),
        rf"{_COUNT}[ -]{{units}}(?: or (?:so|two|more))? (?:ago|(?P<future>from now|hence))",
        _ago,
    ),
    rule(
        "vague-ago",
        words("ago"),
        r"(?:some time|years|months|weeks|days|decades|centuries|long|not (?:so|too|that) long) ago",
        _vague_ago,
    ),
    rule(
        "vague-later",
        words("earlier later"),
        r"(?P<units>days|weeks|months|years|decades) (?:(?P<before>earlier)|later)",
        lambda found: Shift(
            unit_of(found["units"]), None, "context", ahead=found["before"] is None
        ),
    ),
    rule(
        "later",
        words("earlier before previously prior later after afterward afterwards"),
        rf"{_COUNT} {{units}} (?:(?P<before>earlier|(?:before|previously|prior){_ALONE})|later|afterwards?{_ALONE}|after{_ALONE})",
        _from_context,
    ),
)
