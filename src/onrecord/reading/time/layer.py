"""The layer: an article's passages and their parses in, its temporal expressions out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

import msgspec

from onrecord.model.article import Article, Published
from onrecord.model.parse import Parse
from onrecord.model.reading import Timex
from onrecord.model.span import Span
from onrecord.reading.time.anchoring import Anchored, Anchoring
from onrecord.reading.time.bounds import bounds, stretch
from onrecord.reading.time.calendar import Period, period, shift
from onrecord.reading.time.meaning import Fixed, Meaning, Shift
from onrecord.reading.time.mention import Mention
from onrecord.reading.time.occasions import Occasions
from onrecord.reading.time.recognise import recognise
from onrecord.reading.time.register import narrative
from onrecord.reading.time.sentences import Surroundings
from onrecord.reading.time.setting import Setting
from onrecord.reading.time.surnames import without_surnames

# The end of a sentence, where the parser may have seen none.
_STOP = re.compile(r"[.!?][\"'”’)]*\s+[\"'“‘(]?[A-Z]")
# What stands between the parts of one list or range: 'in May and June', 'May 3 to May 9'.
_JOINS = re.compile(r"\s*(?:,?\s(?:and|or|to|through|until|till)(?:\s(?:in|on|from))?\s|[-–—])\s*")
# Passages in which an agency's report says when what it reports took place.
_LEAD = 3
# A leap year, so that 29 February has a place in it.
_STAND_IN = 2000


def document_time(published: Published) -> Period | None:
    """The DCT as a stretch of the calendar; `None` where nothing is known of it."""
    value = published.value.split("T")[0]
    if not value and published.earliest and published.earliest == published.latest:
        value = published.earliest
    if value.startswith("XXXX-"):
        same = (
            published.earliest
            and published.latest
            and published.earliest[:4] == published.latest[:4]
        )
        if same and published.earliest:
            return stretch(published.earliest[:4] + value[4:])
        found = stretch(f"{_STAND_IN}{value[4:]}")
        return None if found is None else Period(found.unit, found.start, year_known=False)
    return stretch(value)


def timexes(article: Article, passages: Sequence[Span], parses: Sequence[Parse]) -> list[Timex]:
    """The temporal expressions of an article, in text order, as TIMEX3 (ISO-TimeML).

    `passages` are spans of `article.text`, `parses` one for each, counted from the passage's
    start. Spans of the result count in `article.text`; `anchor` is `DCT`, `self`, or the
    index of another item of the result.
    """
    published = document_time(article.published)
    surroundings = [Surroundings(parse) for parse in parses]
    recognised = [
        recognise(passage.of(article.text), around)
        for passage, around in zip(passages, surroundings, strict=True)
    ]
    recognised = without_surnames(article, passages, parses, recognised)
    told = narrative((mention.meaning for found in recognised for mention in found), published)
    anchoring, occasions = Anchoring(published, told), Occasions()
    result: list[Timex] = []
    for number, (passage, around, mentions) in enumerate(
        zip(passages, surroundings, recognised, strict=True)
    ):
        first_in_passage = first_in_sentence = len(result)
        sentence, previous = -1, 0
        found: Anchored | None = None
        words = passage.of(article.text)
        for mention in mentions:
            start, end = mention.span.start, mention.span.end
            if (now := around.sentence(start)) != sentence or _STOP.search(words, previous, start):
                sentence, first_in_sentence = now, len(result)
            setting = Setting(
                around.direction(start, end),
                around.modifies_noun(start, end),
                first_in_sentence,
                first_in_passage,
                number < _LEAD,
                len(result) > first_in_sentence
                and _JOINS.fullmatch(words, previous, start) is not None,
            )
            beside = (previous, found) if found is not None else None
            occasion = occasions.resolve(words, around, mention, beside)
            if occasion is None and len(result) == first_in_sentence:
                occasion = occasions.hour(around, mention)
            previous = end
            if occasion is None and mention.rule == "unit-of-event":
                continue
            if occasion is None:
                found = anchoring.resolve(mention.meaning, setting)
            else:
                found = occasion
                # A duration's day is not a day that the text is at.
                lasts = found.type == "DURATION"
                anchoring.settle(msgspec.structs.replace(found, stretch=None) if lasts else found)
            occasions.note(around, mention, found, len(result))
            result.append(_timex(mention, found, passage.start, published))
    return result


def _timex(mention: Mention, found: Anchored, origin: int, published: Period | None) -> Timex:
    earliest, latest = _days(mention.meaning, found, published)
    return Timex(
        span=mention.span.shift(origin),
        type=found.type,
        value=found.value,
        earliest=earliest,
        latest=latest,
        mod=found.mod,
        anchor=found.anchor,
        by=f"time:{mention.rule}",
    )


def _days(
    meaning: Meaning, found: Anchored, published: Period | None
) -> tuple[str | None, str | None]:
    """First and last ISO day. 'Earlier this month' ends, and 'later this month' begins, on the
    day of publication; 'the past three months' lie just before it; 'ten days after the vote' is
    a duration, and its days are the day that it leads to."""
    if published is not None and published.unit == "day" and published.year_known:
        if isinstance(meaning, Fixed) and meaning.toward:
            return _run(meaning, published)
        if (
            isinstance(meaning, Shift)
            and not meaning.steps
            and found.stretch is not None
            and found.anchor == "DCT"
            and found.mod in ("START", "END")
            and found.stretch.start <= published.start <= found.stretch.end
        ):
            first, last = found.stretch.start, found.stretch.end
            if found.mod == "START":
                last = published.start
            else:
                first = published.start
            return first.isoformat(), last.isoformat()
    if found.type == "DURATION" and found.stretch is not None and found.stretch.year_known:
        return found.stretch.start.isoformat(), found.stretch.end.isoformat()
    limits = None
    if found.stretch is None or found.stretch.year_known:
        limits = bounds(found.value, found.mod)
    return (None, None) if limits is None else (limits[0].isoformat(), limits[1].isoformat())


_RUNS = {"D": "day", "W": "week", "M": "month", "Y": "year"}


def _run(meaning: Fixed, published: Period) -> tuple[str | None, str | None]:
    count, letter = meaning.value[1:-1], meaning.value[-1]
    if not count.isdigit() or int(count) > 2000:
        return None, None
    sign = -1 if meaning.toward == "past" else 1
    day: date = published.start
    unit = _RUNS.get(letter)
    if unit == "day" or unit == "week":
        other = shift(published, "day", sign * int(count) * (7 if unit == "week" else 1)).start
    elif unit is not None:
        other = shift(
            period("day", day), "month" if unit == "month" else "year", sign * int(count), "day"
        ).start
    else:
        return None, None
    return min(day, other).isoformat(), max(day, other).isoformat()
