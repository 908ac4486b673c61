"""The year of a day that is printed without one: 'PORT VASK, June 17.', 'Wednesday, July 10'.

A year is inferred only where the document holds the year itself and nothing speaks against it:
the address of the page names the month ('/2031/07/'); or a year in the text puts the day on the
weekday that is printed beside it or that the report opens with ('… said on Monday'). One year in
seven or so fits a weekday by chance; so the latest year the text names must be the one that fits.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence

from onrecord.intake.dating.article import AHEAD, SENTENCE
from onrecord.intake.dating.dates import iso_day
from onrecord.intake.dating.weigh import Candidate, candidate
from onrecord.model import Block

_URL_MONTH = re.compile(r"(?<!\d)((?:19|20)\d\d)[/_.-](\d{1,2})(?!\d)")
_YEAR = re.compile(r"(?<![\d.,/#$€£-])(?:19|20)\d\d(?![\d%/-]|[.,]\d)")
_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_WEEKDAY = re.compile(
    r"\b(?P<before>last |next |previous |following |every |since |until |by )?(?P<day>mon|tues|wednes|thurs|fri|satur|sun)day\b",
    re.IGNORECASE,
)
# A report tells of its own day or of the day before.
_LAG = (0, 1)
_OPENING = 3


def dated_years(
    candidates: Sequence[Candidate], text: str, blocks: Sequence[Block], url: str | None
) -> list[Candidate]:
    """For the days without a year among `candidates`, the same day with the year that the document
    supports; empty where none of them is full or none can be completed."""
    if any(not c.values[0].startswith("XXXX") and c.weight > 0 for c in candidates):
        return []
    found: list[Candidate] = []
    for c in candidates:
        if c.values[0].startswith("XXXX") and c.weight > 0:
            day = _of_url(c.values[0], url) or _of_text(c, text, blocks)
            if day:
                found.append(candidate(c.evidence.kind, day, c.evidence.words, factor=0.8))
    return found


def _of_url(value: str, url: str | None) -> str:
    for year, month in _URL_MONTH.findall(url or ""):
        if int(month) == int(value[5:7]):
            return iso_day(year, value[5:7], value[8:10])
    return ""


def _of_text(c: Candidate, text: str, blocks: Sequence[Block]) -> str:
    body = [block.span.of(text) for block in blocks if block.label == "body"]
    outside = [b.span.of(text) for b in blocks if b.label in ("footer", "headline", "standfirst")]
    told = [s.group() for words in body for s in SENTENCE.finditer(words)]
    told = [words for words in told if not AHEAD.search(words)]
    years = {int(year) for words in (*told, *outside) for year in _YEAR.findall(words)}
    if not years:
        return ""
    day = iso_day(max(years), c.values[0][5:7], c.values[0][8:10])
    if not day:
        return ""
    own = datetime.date.fromisoformat(day).weekday()
    beside = _line_of(c, text)
    printed = _first_weekday(beside)
    if printed is not None:
        return day if printed == own else ""
    opening = next(
        (d for words in body[:_OPENING] if (d := _first_weekday(words)) is not None), None
    )
    return day if opening is not None and (own - opening) % 7 in _LAG else ""


def _line_of(c: Candidate, text: str) -> str:
    """The words around the date, on its own line."""
    if c.evidence.span is None:
        return c.evidence.words
    start, end = c.evidence.span.start, c.evidence.span.end
    return (
        text[max(0, start - 15) : start].rpartition("\n")[2]
        + text[start:end]
        + text[end : end + 15].partition("\n")[0]
    )


def _first_weekday(words: str) -> int | None:
    for match in _WEEKDAY.finditer(words):
        if not match["before"]:
            return _DAYS.index(match["day"][:3].lower())
    return None
