"""Whether a text is news, told from the day it was published, or a narrative, told from date to date."""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.reading.time.calendar import Period
from onrecord.reading.time.meaning import Calendar, Clock, Meaning, Shift

# A narrative is dense with years of its own: WikiWars has a median of 70 explicit years and 1
# deictic expression a text, TimeBank 1 and 4.
_FAR_YEARS = 6


def narrative(meanings: Iterable[Meaning], published: Period | None) -> bool:
    """True where explicit years far from the DCT outnumber the words that count from it
    ('yesterday', 'last week')."""
    far = deictic = 0
    year_known = published is not None and published.year_known
    document_year = published.start.year if published is not None else 0
    for meaning in meanings:
        if isinstance(meaning, Clock):
            if meaning.of is None:
                continue
            meaning = meaning.of
        if isinstance(meaning, Calendar):
            if meaning.year is not None:
                far += not year_known or abs(meaning.year - document_year) > 1
            elif meaning.weekday is not None or meaning.relation is not None:
                deictic += 1
        elif isinstance(meaning, Shift) and meaning.base == "document":
            deictic += 1
    return far >= _FAR_YEARS and far > 2 * deictic
