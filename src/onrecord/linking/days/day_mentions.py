"""What an article tells of days and months of the calendar, and in which words.

An article whose publication is sure has full dates ('on Wednesday' is 2031-06-26 in it); one that
nobody dated has '26 June' of whichever year. Both are kept by month and day, so that they meet.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Literal

import msgspec

from onrecord.linking.stems import stems
from onrecord.model import Article, Name, Published, Reading, Span, Timex

WIDE = 366
"""Days that the bounds of a publication may lie apart; where they are wider, its year is not known."""
NEWS = 100
"""Days between a date and the publication that tells of it, up to which it is news there: an
anniversary and the history of a quarrel date nothing."""

Direction = Literal["past", "ahead", ""]

_CALENDAR = re.compile(r"(?P<year>\d{4}|XXXX)-(?P<key>\d\d(?:-\d\d)?)(?:T.*)?")
_EDGE = re.compile(r"(?<=[.?!])[\"”’']*\s+(?=[\"“‘]?[A-Z0-9])|\n")
_WORD = re.compile(r"[^\W_]+")
_WEEKDAY = re.compile(r"\b(mon|tue|wed|thu|fri|sat|sun)", re.IGNORECASE)
_RELATIVE = re.compile(r"\b(?:last|next|this|previous|coming)\b", re.IGNORECASE)
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
# They name dates, which agree already.
_DATE_WORDS = frozenset(
    stem
    for word in """
    January February March April May June July August September October November December Jan Feb Mar
    Apr Jun Jul Aug Sep Sept Oct Nov Dec Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mon
    Tue Tues Wed Thu Thurs Fri Sat Sun EDT EST GMT UTC year month week day
    """.split()
    for stem in stems(word)
)


class Mention(msgspec.Struct, frozen=True, array_like=True):
    """One day or month of an article: its TIMEX `value`, and its span in the text.

    `words` are the stems of its sentence, `named` those of them that are of names, for a month of
    persons' names: what bodies and places report of a month comes back in the same words next year.
    `direction` tells whether what it dates is told as past or ahead of the publication, `weekday` is the
    one printed with it (Monday is 0). `forms` are the words as printed, kept where the year is unknown.
    """

    value: str
    start: int
    end: int
    words: tuple[str, ...]
    named: tuple[str, ...]
    direction: Direction
    weekday: int | None
    forms: dict[str, str] = {}

    @property
    def year(self) -> int | None:
        """`None` where unknown."""
        return None if self.value.startswith("XXXX") else int(self.value[:4])

    @property
    def key(self) -> str:
        """Month and day ('06-26'), or month ('06')."""
        return self.value[5:].partition("T")[0]

    @property
    def days(self) -> tuple[date, date] | None:
        """First and last day; `None` without a year."""
        return None if self.year is None else calendar_days(self.year, self.key)


def calendar_days(year: int, key: str) -> tuple[date, date] | None:
    """First and last day of a key in a year; `None` where it has none (29 February)."""
    month = int(key[:2])
    try:
        if len(key) > 2:
            day = date(year, month, int(key[3:]))
            return day, day
        after = date(year + month // 12, month % 12 + 1, 1)
        return date(year, month, 1), date.fromordinal(after.toordinal() - 1)
    except ValueError:
        return None


def is_undated(published: Published) -> bool:
    """Whether the year of publication is unknown, or its bounds are wider than one."""
    if published.earliest is None or published.latest is None:
        return True
    apart = date.fromisoformat(published.latest) - date.fromisoformat(published.earliest)
    return apart.days > WIDE


def mentions(article: Article, reading: Reading) -> list[Mention]:
    """Those of the article's dates that may settle something: where the day of publication is
    sure, full dates that are news there; where its year is unknown, all dates; else none."""
    published = article.published
    undated = is_undated(published)
    if not undated and not (published.sure and published.earliest == published.latest):
        return []
    persons = _stems_of_names(article, [n for n in reading.names if n.type == "person"])
    names = _stems_of_names(article, reading.names)
    sentences = _Sentences(article)
    found = []
    for at, timex in enumerate(reading.timexes):
        match = _CALENDAR.fullmatch(timex.value)
        if match is None or timex.type not in ("DATE", "TIME"):
            continue
        year = match["year"].replace("XXXX", "")
        if not undated and not (year and _is_news(int(year), match["key"], published)):
            continue
        sentence = sentences.of(timex.span)
        if sentence is None:
            continue
        printed = timex.span.of(article.text)
        if not year and _RELATIVE.search(printed):
            continue
        own = set(stems(printed)) | _DATE_WORDS
        forms = {
            stem: word
            for word in _WORD.findall(sentence.of(article.text))
            for stem in stems(word)
            if stem not in own and not stem[0].isdigit()
        }
        weekday = _WEEKDAY.search(printed)
        found.append(
            Mention(
                value=timex.value,
                start=timex.span.start,
                end=timex.span.end,
                words=tuple(sorted(forms)),
                named=tuple(sorted(forms.keys() & (names if len(match["key"]) > 2 else persons))),
                direction=_direction(at, timex, reading),
                weekday=_WEEKDAYS.index(weekday[1].lower()) if weekday else None,
                forms={} if year else forms,
            )
        )
    return found


def _stems_of_names(article: Article, names: Iterable[Name]) -> set[str]:
    return {stem for name in names for stem in stems(name.span.of(article.text))}


def _is_news(year: int, key: str, published: Published) -> bool:
    days = calendar_days(year, key)
    if days is None or published.earliest is None:
        return False
    day = date.fromisoformat(published.earliest)
    return (day - days[1]).days <= NEWS and (days[0] - day).days <= NEWS


def _direction(at: int, timex: Timex, reading: Reading) -> Direction:
    if any(a.said_span == timex.span for a in reading.attributions):
        return "past"
    told = {event.factuality for event in reading.events if event.time == at}
    return "ahead" if told == {"planned"} else ""


class _Sentences:
    """The sentences of an article's body."""

    def __init__(self, article: Article) -> None:
        self._spans = list(_sentences(article.text, article.passages()))
        self._starts = [span.start for span in self._spans]

    def of(self, span: Span) -> Span | None:
        """The one that the span begins in."""
        at = bisect_right(self._starts, span.start) - 1
        return self._spans[at] if at >= 0 and span.start < self._spans[at].end else None


def _sentences(text: str, passages: Sequence[Span]) -> Iterable[Span]:
    for passage in passages:
        edges = list(_EDGE.finditer(text, passage.start, passage.end))
        starts = [passage.start, *(m.end() for m in edges)]
        ends = [*(m.start() for m in edges), passage.end]
        yield from (Span(a, b) for a, b in zip(starts, ends, strict=True) if a < b)
