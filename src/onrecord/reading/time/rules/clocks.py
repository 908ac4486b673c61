"""Times of day: '7:45 GMT', '10 a.m.', 'noon', 'this morning'."""

from __future__ import annotations

import re

from onrecord.reading.time.grammar import DAY_PARTS, rule
from onrecord.reading.time.meaning import Clock, Meaning, Shift
from onrecord.reading.time.numerals import WORDS
from onrecord.reading.time.triggers import DAY_PART, DIGIT, words

_ZONE = r"(?: ?\(?(?:GMT|UTC|BST|CET|CEST|EST|EDT|ET|CST|CDT|CT|MST|MDT|PST|PDT|PT|MSK|local time|Eastern time|Moscow time)\)?)"
_HALF = r"(?P<half>[ap])\.? ?m(?:\.|\b)"
_AT = r"(?<=\bat[ ])|(?<=\bby[ ])|(?<=\bto[ ])|(?<=\bfrom[ ])|(?<=\buntil[ ])|(?<=\baround[ ])|(?<=\babout[ ])|(?<=\bbefore[ ])|(?<=\bafter[ ])|(?<=\bsince[ ])"


def _time(found: re.Match[str]) -> Meaning | None:
    groups = found.groupdict()
    hour = int(groups["hour"]) if groups["hour"].isdigit() else WORDS[groups["hour"].lower()]
    minute = int(groups.get("minute") or 0)
    if (half := (groups.get("half") or "").lower()) and hour > 12:
        return None
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    return Clock(f"T{hour:02d}:{minute:02d}") if hour <= 24 and minute < 60 else None


def _time_of_part(found: re.Match[str]) -> Meaning:
    hour = int(found["hour"]) if found["hour"].isdigit() else WORDS[found["hour"].lower()]
    part = (found["part"] or "night").lower()
    later = part in ("afternoon", "evening") or (part == "night" and 5 < hour < 12)
    hour = hour % 12 + (12 if later else 0)
    return Clock(f"T{hour:02d}:{int(found['minute'] or 0):02d}")


def _part(found: re.Match[str]) -> Meaning:
    of = Shift("day", 0, "document") if found["this"] else None
    word = found["word"].lower()
    return Clock(DAY_PARTS[word], of, mod="MID" if found["mid"] else None)


_HOURS = "|".join(list(WORDS)[1:13])

RULES = (
    rule(
        "clock-half",
        words("m am pm"),
        rf"(?P<hour>1[0-2]|0?[1-9]|{_HOURS})(?:[:.](?P<minute>[0-5]\d))? ?{_HALF}{_ZONE}?",
        _time,
    ),
    rule(
        "clock-zone",
        DIGIT,
        rf"(?P<hour>[01]?\d|2[0-4])[:.]?(?P<minute>[0-5]\d)(?: ?hours| ?hrs)?{_ZONE}",
        _time,
    ),
    rule("clock-bare", DIGIT, rf"(?:{_AT})(?P<hour>[01]?\d|2[0-3]):(?P<minute>[0-5]\d)", _time),
    rule("oclock", words("clock"), rf"(?P<hour>\d{{1,2}}|{_HOURS}) o['’]clock", _time),
    rule(
        "clock-part",
        DAY_PART | words("night"),
        rf"(?P<hour>1[0-2]|0?[1-9]|{_HOURS})(?:[:.](?P<minute>[0-5]\d))?(?: o['’]clock)? (?:in the (?P<part>morning|afternoon|evening)|at (?P<night>night))",
        _time_of_part,
    ),
    rule(
        "day-part",
        DAY_PART,
        r"(?:(?P<this>this) |the |that |early |late )?(?P<mid>mid-?)? ?(?P<word>morning|afternoon|evening)",
        _part,
    ),
    rule(
        "noon",
        words("noon midday midnight overnight dawn daybreak dusk"),
        r"(?:pre-)?(?P<word>noon|midday|midnight|overnight|dawn|daybreak|dusk)(?P<this>)(?P<mid>)",
        _part,
    ),
    rule("the-night", words("night"), r"(?:the|that) (?P<word>night)(?P<this>)(?P<mid>)", _part),
)
