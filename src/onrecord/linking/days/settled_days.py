"""From pieces of evidence to the days on which an undated article can have been published.

Each piece puts the publication within `reach` days of another article's. What all of them allow, and
the article's own words and bounds with them, is the outcome; where they leave no day, nothing is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

import msgspec

from onrecord.linking.days.day_mentions import WIDE, Mention, calendar_days
from onrecord.model import Published, Settled, SettledTime, Span

STRONG = 24.0
"""How alike two sentences on one day are (summed idf) where one piece is enough: of one wording."""
REACH = 60
"""Days between two publications that tell the same of one day, where the first tells it as news; what
is still told long after the day may be told as long again."""
COPY_REACH = 180
"""The same where the words are copied: background is printed again for months."""
PLAIN = 92
"""Days from the publication to a date without a year and without a word on its direction, up to which
it is the nearest."""
FRAME = 14
"""Days between a day that the article tells as past and one that it tells as ahead, up to which they
are taken for the days around its publication."""

Days = tuple[date, date]
_YEARLESS = re.compile(r"XXXX-(\d\d(?:-\d\d)?)")


class Piece(msgspec.Struct, frozen=True):
    """One reason: the article `of`, which was published on a day known for sure. `mention` is
    where the undated article tells of the `days` that the two have in common (`None` for an echo), `score`
    how alike they tell it; pieces with one `origin` hang on one another."""

    of: str
    published: date
    because: str
    reach: int
    strong: bool = False
    mention: int | None = None
    days: Days | None = None
    score: float = 0.0
    origin: str = ""


def settle(
    article: str, published: Published, own: Sequence[Mention], pieces: Sequence[Piece]
) -> Settled | None:
    """What the pieces say together; `own` are the article's mentions of days."""
    told = _told(own, pieces)
    if told is None or not _enough(pieces):
        return None
    bounds = _meeting(published, own, pieces)
    bounds = bounds and _stated(published.value, bounds)
    if bounds is None:
        return None
    bounds = _between(bounds, own, told)
    if (bounds[1] - bounds[0]).days > WIDE:
        return None
    return Settled(
        article=article,
        published=_value(bounds),
        earliest=bounds[0].isoformat(),
        latest=bounds[1].isoformat(),
        articles=tuple(sorted({piece.of for piece in pieces})),
        because=tuple(sorted({piece.because for piece in pieces})),
        times=tuple(_times(bounds, own, told)),
    )


def _told(own: Sequence[Mention], pieces: Iterable[Piece]) -> dict[int, Days] | None:
    """The days that the pieces give to the article's mentions; `None` where they disagree, or a
    weekday is printed with it that the day is not."""
    weekdays = {mention.start: mention.weekday for mention in own}
    found: dict[int, Days] = {}
    for piece in pieces:
        if piece.mention is not None and piece.days is not None:
            if found.setdefault(piece.mention, piece.days) != piece.days:
                return None
            if weekdays[piece.mention] not in (None, piece.days[0].weekday()):
                return None
    return found


def _enough(pieces: Sequence[Piece]) -> bool:
    """One very strong piece, or two that hang on different articles or days."""
    if any(piece.strong or piece.score >= STRONG for piece in pieces):
        return True
    days = {piece.days for piece in pieces if piece.days is not None}
    return len({piece.origin for piece in pieces}) > 1 or len(days) > 1


def _meeting(published: Published, own: Iterable[Mention], pieces: Iterable[Piece]) -> Days | None:
    """The days within reach of every piece, within the bounds that reading gave, and not before a
    full date that the article tells as past."""
    first = [piece.published - timedelta(piece.reach) for piece in pieces]
    last = [piece.published + timedelta(piece.reach) for piece in pieces]
    first += [date.fromisoformat(published.earliest)] if published.earliest else []
    last += [date.fromisoformat(published.latest)] if published.latest else []
    for mention in own:
        days = mention.days
        if days and days[0] == days[1] and mention.direction == "past":
            first.append(days[0])
    return (max(first), min(last)) if max(first) <= min(last) else None


def _stated(value: str, bounds: Days) -> Days | None:
    """The one day, or the days of the one month, that a value without a year names within bounds."""
    match = _YEARLESS.match(value)
    if match is None:
        return bounds
    found = list(_within(match[1], bounds))
    if len(found) != 1:
        return None
    return max(bounds[0], found[0][0]), min(bounds[1], found[0][1])


def _between(bounds: Days, own: Iterable[Mention], told: dict[int, Days]) -> Days:
    """`bounds` narrowed to between the last day that the article tells as past and the first that it
    tells as ahead, where these are near each other and in that order."""
    past: list[date] = []
    ahead: list[date] = []
    for mention in own:
        if mention.year is None and len(mention.key) > len("06"):
            near = list(_within(mention.key, bounds))
            days = told.get(mention.start) or (near[0] if len(near) == 1 else None)
            if days and bounds[0] <= days[0] <= bounds[1] and mention.direction:
                (past if mention.direction == "past" else ahead).append(days[0])
    if past and ahead and 0 < (min(ahead) - max(past)).days <= FRAME:
        return max(past), min(ahead)
    return bounds


def _times(bounds: Days, own: Iterable[Mention], told: dict[int, Days]) -> Iterable[SettledTime]:
    """The mentions without a year that have the same one on whichever of the days."""
    for mention in own:
        if mention.year is not None:
            continue
        days = told.get(mention.start)
        if days is None:
            early, late = (_nearest(mention, day) for day in bounds)
            days = early if early == late else None
        if days and mention.weekday in (None, days[0].weekday()):
            yield SettledTime(
                span=Span(mention.start, mention.end),
                value=f"{days[0].year:04d}{mention.value[4:]}",
                earliest=days[0].isoformat(),
                latest=days[1].isoformat(),
            )


def _nearest(mention: Mention, published: date) -> Days | None:
    """What a mention means on a day of publication: the last one before it, the next one after it, or
    one that is near."""
    years = range(published.year - 1, published.year + 2)
    every = [days for year in years if (days := calendar_days(year, mention.key))]
    if mention.direction == "past":
        return max((days for days in every if days[0] <= published), default=None)
    if mention.direction == "ahead":
        return min((days for days in every if days[1] >= published), default=None)
    nearest = min(every, key=lambda days: abs(days[0] - published), default=None)
    return nearest if nearest and abs(nearest[0] - published).days <= PLAIN else None


def _within(key: str, bounds: Days) -> Iterable[Days]:
    for year in range(bounds[0].year, bounds[1].year + 1):
        days = calendar_days(year, key)
        if days and days[0] <= bounds[1] and bounds[0] <= days[1]:
            yield days


def _value(bounds: Days) -> str:
    first, last = (day.isoformat() for day in bounds)
    return next((first[:n] for n in (10, 7, 4) if first[:n] == last[:n]), "")
