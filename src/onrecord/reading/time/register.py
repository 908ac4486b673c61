"""Whether a text is news, told from the day it was published, or a narrative, told from date to date."""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.reading.time.calendar import Period
from onrecord.reading.time.meaning import Beside, Calendar, Clock, Fixed, Meaning, Shift

# A narrative is dense with dates of its own: WikiWars has a median of 70 explicit years and 1
# deictic expression a text, TimeBank 1 and 4. Bare years alone make none: a political feature
# names 2008, 2012 and 2016 more often than a day.
_FAR_YEARS = 6
_FAR_DATES = 4


def narrative(meanings: Iterable[Meaning], published: Period | None) -> bool:
    """True where explicit years far from the DCT outnumber the words that count from it
    ('yesterday', 'last week', 'the past two years'), and enough dates have a month or a day."""
    far = dates = deictic = 0
    year_known = published is not None and published.year_known
    document_year = published.start.year if published is not None else 0
    for meaning in meanings:
        if isinstance(meaning, Clock | Beside):
            if meaning.of is None:
                continue
            meaning = meaning.of
        if isinstance(meaning, Calendar):
            if meaning.year is not None:
                away = not year_known or abs(meaning.year - document_year) > 1
                far += away
                dates += away and meaning.month is not None
            elif meaning.weekday is not None or meaning.relation is not None:
                deictic += 1
            else:
                dates += meaning.day is not None
        elif isinstance(meaning, Shift) and meaning.base == "document":
            deictic += 1
        elif isinstance(meaning, Fixed):
            deictic += meaning.toward is not None
    return far >= _FAR_YEARS and dates >= _FAR_DATES and far > 2 * deictic
