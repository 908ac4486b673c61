"""Neighbours that are one expression: '10 p.m. Wednesday', 'Monday, Oct. 26', 'June last year'."""

from __future__ import annotations

import re

import msgspec

from onrecord.model.span import Span
from onrecord.reading.time.grammar import DAY_PARTS
from onrecord.reading.time.meaning import Beside, Calendar, Clock, Meaning, Shift
from onrecord.reading.time.mention import Mention

_PLAIN = re.compile(r"(?:\s|\s?,\s?|\s\()")
_OF = re.compile(r"(?:\s|\s?,\s?|\s(?:of|in)\s(?:the\s)?)")
_ON = re.compile(r"(?:\s|\s?,\s?|\s(?:on|of)\s|,\son\s)")
_POSSESSIVE = re.compile(r"\s?['’]s\s")
# What joins 'the week' to 'March 6', or 'the day' to 'last Tuesday'.
_TOWARD = re.compile(r"\s(?:(?P<of>of)|(?P<before>before)|after)\s(?:the\s)?", re.IGNORECASE)
_DAY_PART = re.compile(
    r"(?:\s|['’]s\s)(?:(?P<edge>early|late)\s)?(?P<word>morning|afternoon|evening|night)\b(?!\s+(?:Live|school|shift))",
    re.IGNORECASE,
)


def is_day(meaning: Meaning) -> bool:
    """Whether the meaning is a single day, without a time of day."""
    if isinstance(meaning, Calendar):
        return meaning.day is not None or meaning.weekday is not None or meaning.feast is not None
    return isinstance(meaning, Shift) and meaning.unit == "day"


def _is_year(meaning: Meaning) -> bool:
    if isinstance(meaning, Calendar):
        return meaning == Calendar(year=meaning.year)
    return isinstance(meaning, Shift) and meaning.unit == "year" and meaning.steps is not None


def _wants_year(meaning: Meaning) -> bool:
    return (
        isinstance(meaning, Calendar)
        and meaning.year is None
        and meaning.year_of is None
        and meaning.weekday is None
        and meaning.relation is None
    )


def _in_year(part: Calendar, year: Meaning) -> Meaning:
    if isinstance(year, Calendar):
        return msgspec.structs.replace(part, year=year.year)
    assert isinstance(year, Shift)
    return msgspec.structs.replace(part, year_of=year)


def _beside(first: Mention, gap: str, second: Mention) -> Meaning | None:
    """'The week of March 6', 'the day before last Tuesday': a stretch told from a day that has a date."""
    toward, one, day = _TOWARD.fullmatch(gap), first.meaning, second.meaning
    if toward is None or not isinstance(one, Shift) or one.base != "event" or not is_day(day):
        return None
    assert isinstance(day, Calendar | Shift)
    if toward["of"]:
        return Beside(day, one.unit, 0) if one.unit == "week" else None
    return Beside(day, one.unit, -1 if toward["before"] else 1)


def _joined(first: Mention, gap: str, second: Mention) -> Meaning | None:
    one, two = first.meaning, second.meaning
    if (beside := _beside(first, gap, second)) is not None:
        return beside
    if isinstance(one, Clock) and one.of is None and is_day(two) and _ON.fullmatch(gap):
        assert isinstance(two, Calendar | Shift)
        return msgspec.structs.replace(one, of=two)
    if (
        isinstance(one, Calendar)
        and one == Calendar(weekday=one.weekday)
        and isinstance(two, Calendar)
    ):
        if two.day is None or _PLAIN.fullmatch(gap) is None:
            return None
        return msgspec.structs.replace(two, weekday=one.weekday)
    if (
        isinstance(one, Clock)
        and isinstance(one.of, Calendar)
        and one.of == Calendar(weekday=one.of.weekday)
        and isinstance(two, Calendar)
        and two.day is not None
        and _PLAIN.fullmatch(gap)
    ):
        # 'the night of Friday, Oct. 23'
        return msgspec.structs.replace(one, of=msgspec.structs.replace(two, weekday=one.of.weekday))
    if isinstance(one, Calendar) and _wants_year(one) and _is_year(two) and _OF.fullmatch(gap):
        return _in_year(one, two)
    if (
        isinstance(two, Calendar)
        and _is_year(one)
        and _wants_year(two)
        and _POSSESSIVE.fullmatch(gap)
    ):
        return _in_year(two, one)
    return None


def join(text: str, mentions: list[Mention]) -> list[Mention]:
    """Mentions in text order with neighbours made one where they say one thing."""
    joined: list[Mention] = []
    for mention in mentions:
        meaning = mention.meaning
        if is_day(meaning) and (part := _DAY_PART.match(text, mention.span.end)) is not None:
            assert isinstance(meaning, Calendar | Shift)
            mention = Mention(
                Span(mention.span.start, part.end()),
                "day+part",
                Clock(DAY_PARTS[part["word"].lower()], meaning),
            )
        while joined:
            gap = text[joined[-1].span.end : mention.span.start]
            if len(gap) > 8:
                break
            together = _joined(joined[-1], gap, mention)
            if together is None:
                break
            previous = joined.pop()
            mention = Mention(
                Span(previous.span.start, mention.span.end),
                f"{previous.rule}+{mention.rule}",
                together,
            )
        if joined and mention.span.start < joined[-1].span.end:
            continue
        if joined:
            joined[-1] = _beside_clock(
                joined[-1], text[joined[-1].span.end : mention.span.start], mention
            )
        joined.append(mention)
    return joined


def _beside_clock(first: Mention, gap: str, second: Mention) -> Mention:
    """'9 a.m. (1300 GMT) Saturday': both times are of the one day."""
    one, two = first.meaning, second.meaning
    if not isinstance(one, Clock) or not isinstance(two, Clock) or gap.strip() not in ("(", "/"):
        return first
    if one.of is not None or two.of is None:
        return first
    return Mention(first.span, first.rule, msgspec.structs.replace(one, of=two.of))
