"""Datelines: the line of place, day and agency that opens a report, also when wrappers have
garbled or doubled it.

A dateline is read as a chain of elements (place, region in brackets, day, credit in brackets or
between slashes) up to a separator. It must show evidence of being one: a credit, a day after a
place, or a place in capitals before a dash. Forms as printed by the agencies:

    PORT VASK (Corvo) - …          PORT VASK, March 31 (Corvo) -- …      PORT VASK, June 5. /NORDA/. …
    Vask [Oria], Oct 15 (A/B): …   Vask, Nov 26 (PTI) On …               (Corvo) - VASK, 28 LUG - …
    (The Vask Post / Corvo - 31st March, 2019)
"""

from __future__ import annotations

import re

import msgspec

from onrecord.intake.agencies import known_agency, looks_like_agency
from onrecord.intake.dating.dates import PrintedDate, dates_in
from onrecord.intake.wordset import word_set
from onrecord.model import Span
from onrecord.model.span import trim


class Dateline(msgspec.Struct, frozen=True):
    """What opens a paragraph, `[0, end)` of it; all spans count from the paragraph's start.

    `place` is the first place named, `names` the credited agencies and outlets in the order
    printed, `credit_dates` the days that stand within a credit, `dates` the others.
    """

    end: int
    place: Span | None
    names: tuple[Span, ...]
    dates: tuple[PrintedDate, ...]
    credit_dates: tuple[PrintedDate, ...]


class _Element(msgspec.Struct, frozen=True):
    kind: str  # place, region, date, credit, comma, separator
    span: Span
    names: tuple[Span, ...] = ()
    date: PrintedDate | None = None


_CAPITAL = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪĮİĶŁĻŃŅŇŌŐŘŚŞŠŢŤŪŮŰŲŹŻŽА-ЯЁ"
_PLACE = re.compile(
    rf"(?:[a-zà-ÿ/]*)(?:(?:[{_CAPITAL}][\w.'’]*|al|el|de|la|del|of|the|am|an|der|on|upon|and|sur|les)[ /-]){{0,6}}[{_CAPITAL}][\w'’]*(?:\.[{_CAPITAL}])*\.?"
)
_BRACKETS = re.compile(r"\(([^()]{1,90})\)|\[([^\[\]]{2,60})\]")
_SLASHES = re.compile(rf"/([{_CAPITAL}][\w .&'’-]{{1,30}})/")
_SEPARATOR = re.compile(r"\.?\s?(?:--+|[-–—―‒](?!\w))|\.?\s?[–—―]|_|:(?=\s)|\.(?=\s|$)|…")
_NAME = re.compile(rf"[{_CAPITAL}a-z][\w.&'’-]*(?: [\w.&'’-]+){{0,4}}\Z")
_STARTS = re.compile(rf"[{_CAPITAL}\d\"'“‘«„($€£]|\Z")

# What is in capitals before a dash, but no place: notices of the desk.
_NOTICES = word_set(
    "UPDATE UPDATED BREAKING WATCH LIVE NEW EXCLUSIVE CORRECTED CORRECTION REFILE RPT URGENT "
    "VIDEO PHOTOS READ ANALYSIS OPINION FACTBOX INTERVIEW EXPLAINER FEATURE WRAPUP ALERT FLASH "
    "NEWS NOTE EDITORIAL COLUMN REVIEW PREVIEW RECAP FACT CHECK POLL QUIZ PODCAST STORY"
)
_REGIONS = word_set(
    "ala. alaska ariz. ark. calif. colo. conn. del. fla. ga. hawaii idaho ill. ind. iowa kan. "
    "ky. la. maine md. mass. mich. minn. miss. mo. mont. neb. nev. n.h. n.j. n.m. n.y. n.c. "
    "n.d. ohio okla. ore. pa. r.i. s.c. s.d. tenn. texas utah vt. va. wash. w.va. wis. wyo. "
    "d.c. ca ny tx fl alabama arizona arkansas california colorado connecticut delaware florida "
    "georgia illinois indiana kansas kentucky louisiana maryland massachusetts michigan "
    "minnesota mississippi missouri montana nebraska nevada oklahoma oregon pennsylvania "
    "tennessee vermont virginia washington wisconsin wyoming hp up mp uk usa u.s. u.k. russia "
    "china india germany france italy spain canada australia england scotland wales ireland "
    "ukraine turkey israel iran iraq syria japan"
)


def parse_dateline(paragraph: str) -> Dateline | None:
    """The dateline that opens `paragraph`, or None. Several in a row (a wrapper's and the
    agency's own) are taken as one."""
    elements: list[_Element] = []
    end = 0
    while end < len(paragraph):
        segment = _segment(paragraph, end)
        if segment is None or (elements and not _continues(segment, paragraph)):
            break
        elements += segment
        end = segment[-1].span.end
    if not elements:
        return None
    while end < len(paragraph) and paragraph[end] in " \t\u00a0":
        end += 1
    place = next((e.span for e in elements if e.kind == "place"), None)
    return Dateline(
        end=end,
        place=_bare_place(paragraph, place) if place else None,
        names=tuple(name for e in elements for name in e.names),
        dates=tuple(e.date for e in elements if e.date and e.kind == "date"),
        credit_dates=tuple(e.date for e in elements if e.date and e.kind == "credit"),
    )


def _bare_place(text: str, place: Span) -> Span:
    """The place without the photographer's name that often runs into it ('J. DoePORT VASK') and
    without a full stop that is no abbreviation's."""
    name = place.of(text)
    glued = re.search(rf"[a-zß-ÿ](?=[{_CAPITAL}]{{3}})", name)
    start = place.start + glued.end() if glued else place.start
    return Span(start, place.end - (name.endswith(".") and name.count(".") == 1))


def _continues(segment: list[_Element], text: str) -> bool:
    """Whether a further segment is part of the dateline, and not the first words of the report."""
    kinds = {e.kind for e in segment}
    return "place" in kinds and bool(kinds & {"credit", "date"}) and segment[-1].kind == "separator"


def _segment(text: str, start: int) -> list[_Element] | None:
    """Elements from `start` up to and with a separator, if they make a dateline."""
    elements: list[_Element] = []
    at = start
    while len(elements) < 14:
        while at < len(text) and text[at] in " \t\u00a0\n\r":
            at += 1
        element = _element(text, at, elements)
        if element is None:
            break
        elements.append(element)
        at = element.span.end
        if element.kind == "separator" and not _dot_within(text, elements):
            break
    while elements and elements[-1].kind in ("comma", "place"):
        elements.pop()
    elements = _regions_told_apart(elements, text)
    return elements if elements and _is_dateline(elements, text) else None


def _regions_told_apart(elements: list[_Element], text: str) -> list[_Element]:
    """'Vask (Orland) [Oria], Jan 13 (Corvo):': a bracket before a region, a comma or a day is a
    region; the credit is the last thing before the separator."""
    told: list[_Element] = []
    for element, following in zip(elements, [*elements[1:], None], strict=False):
        before_more = following is not None and following.kind in ("region", "comma", "date")
        if (
            element.kind == "credit"
            and element.date is None
            and text[element.span.start] == "("
            and before_more
        ):
            element = _Element("region", element.span)
        told.append(element)
    return told


def _dot_within(text: str, elements: list[_Element]) -> bool:
    """'PORT VASK, June 5. /NORDA/.': the first full stop doesn't end the dateline."""
    end = elements[-1].span.end
    return elements[-1].span.of(text) == "." and bool(_SLASHES.match(text[end : end + 40].lstrip()))


def _element(text: str, at: int, before: list[_Element]) -> _Element | None:
    if at >= len(text):
        return None
    slashes = _SLASHES.match(text, at)
    if slashes:
        return _Element("credit", Span(*slashes.span()), (Span(*slashes.span(1)),))
    brackets = _BRACKETS.match(text, at)
    if brackets:
        return _bracketed(text, brackets)
    if text[at] == ",":
        return _Element("comma", Span(at, at + 1))
    date = next((d for d in dates_in(text[at : at + 40]) if d.span.start == 0), None)
    if date is not None:
        return _Element("date", date.span.shift(at), date=_moved(date, at))
    separator = _SEPARATOR.match(text, at)
    if separator and separator.end() > at and before:
        return _Element("separator", Span(at, separator.end()))
    place = _PLACE.match(text, at)
    if place is None or (before and before[-1].kind == "place"):
        return None
    end = place.end()
    for date in dates_in(text[at : end + 12]):
        end = min(end, at + date.span.start)  # 'PORT VASK. June 26': the month is no place
    span = trim(Span(at, end), text)
    if not span or len(span) > 60:
        return None
    name = span.of(text)
    if known_agency(name) and name != "AA":
        return _Element("credit", span, (span,))
    return _Element("place", span)


def _moved(date: PrintedDate, by: int) -> PrintedDate:
    return PrintedDate(date.span.shift(by), date.values)


def _bracketed(text: str, match: re.Match[str]) -> _Element:
    """A bracket: a region, a day, or a credit of one or more names, perhaps with its day."""
    span = Span(*match.span())
    inner = match.group(1)
    if inner is None or inner.lower() in _REGIONS or re.search(r"['’]s\b", inner):
        return _Element("region", span)
    offset = match.start(1)
    dates = dates_in(inner)
    names_end = re.search(r"\s*[-–—,|]?\s*$", inner[: dates[0].span.start] if dates else inner)
    listed = inner[: names_end.start()] if names_end else inner
    names: list[Span] = []
    for part in re.finditer(r"[^/|]+", listed):
        words = part.group().strip()
        start = offset + part.start() + part.group().find(words)
        if not _NAME.match(words) or not 1 < len(words) <= 40:
            return _Element(
                "date" if dates and not listed else "region",
                span,
                date=_moved(dates[0], offset) if dates else None,
            )
        # Lower-case parts after a slash are a desk's initials: (dpa/lno).
        if words[0].isupper() or known_agency(words):
            names.append(Span(start, start + len(words)))
    kind = "credit" if names else "date" if dates else "region"
    return _Element(kind, span, tuple(names), _moved(dates[0], offset) if dates else None)


def _is_dateline(elements: list[_Element], text: str) -> bool:
    kinds = [e.kind for e in elements]
    last = elements[-1]
    mark = last.span.of(text).strip() if last.kind == "separator" else ""
    dash = bool(mark) and mark not in ":."
    after = text[last.span.end :].lstrip()
    if not _STARTS.match(after):
        return False
    credits = [e for e in elements if e.kind == "credit"]
    dated = "date" in kinds or any(e.date for e in credits)
    first = elements[0].span.of(text) if kinds[0] == "place" else ""
    if credits:
        names = [name.of(text) for e in credits for name in e.names]
        known = any(looks_like_agency(name) for name in names)
        slashed = any(text[e.span.start] == "/" for e in credits)
        if not any(text[e.span.start] in "(/" for e in credits):
            return known and dash
        if first and _initials(first, names):
            return False
        return (
            dash
            or slashed
            or (known and (bool(mark) or kinds[-1] == "credit"))
            or (dated and (bool(mark) or kinds[-1] == "credit"))
        )
    if not first or not mark:
        return False
    if first.split()[0].strip(",.:") in _NOTICES:
        return False
    if "date" in kinds:
        return dash or mark == ":"
    if not dash:
        return False
    capitals = first.split(",")[0]
    # A title in capitals before a dash is no place: places have at most three words.
    return (
        capitals.isupper()
        and len(capitals) > 3
        and len(capitals.split()) <= 3
        and re.search(r"\s|[–—]", text[elements[-2].span.end : last.span.end + 1]) is not None
    ) or mark == "--"


def _initials(place: str, names: list[str]) -> bool:
    """'World Post Union (WPU) - …' explains an acronym; it credits nobody."""
    letters = "".join(word[0] for word in re.findall(r"\w+", place) if word[0].isupper())
    return len(letters) > 1 and letters in names
