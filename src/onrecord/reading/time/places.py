"""Places in the calendar and the days they mean: in a given year, in no year, in the year that fits."""

from __future__ import annotations

from datetime import date

from onrecord.reading.time.calendar import SEASON_STARTS, YEARS, Period, period
from onrecord.reading.time.feasts import FEASTS
from onrecord.reading.time.meaning import Calendar
from onrecord.reading.time.setting import Setting

# A date against the tense of its verb must be this many times nearer than the one that agrees with
# it ('the offer was extended to Nov. 20'), and one ahead somewhat nearer where no tense decides.
_AGAINST_TENSE = 5
_AHEAD = 1.5
# A narrative goes on more often than it turns back; best of 1, 1.5, 2 and 3 on WikiWars.
_BACKWARDS = 1.5


def placed(meaning: Calendar, year: int, year_known: bool = True) -> Period | None:
    """The stretch that a place in the calendar names in a given year, if there is such a day."""
    if year not in YEARS:
        return None
    try:
        if meaning.feast is not None:
            return period("day", FEASTS[meaning.feast](year), year_known)
        if meaning.part is not None:
            if meaning.part[0] == "Q":
                return period("quarter", date(year, 3 * int(meaning.part[1]) - 2, 1), year_known)
            if meaning.part[0] == "H":
                return period("half", date(year, 6 * int(meaning.part[1]) - 5, 1), year_known)
            return period("season", date(year, SEASON_STARTS[meaning.part], 1), year_known)
        if meaning.month is None:
            return period("year", date(year, 1, 1), year_known)
        if meaning.day is None:
            return period("month", date(year, meaning.month, 1), year_known)
        return period("day", date(year, meaning.month, meaning.day), year_known)
    except ValueError:
        return None


def masked(meaning: Calendar, year: str = "XXXX") -> str:
    """The value where the year is not known, or where there is no such day in it."""
    if meaning.weekday is not None and meaning.day is None:
        return f"XXXX-WXX-{meaning.weekday + 1}"
    if meaning.part is not None:
        return f"{year}-{meaning.part}"
    if meaning.month is not None:
        return f"{year}-{meaning.month:02d}" + (f"-{meaning.day:02d}" if meaning.day else "")
    if meaning.feast is not None:
        # A fixed feast has its day in any year.
        days = {FEASTS[meaning.feast](any_year).strftime("%m-%d") for any_year in (2001, 2002)}
        return f"XXXX-{days.pop()}" if len(days) == 1 else "XXXX-XX-XX"
    return year


def _is_month(meaning: Calendar) -> bool:
    return meaning.month is not None and meaning.day is None


def choose(meaning: Calendar, base: Period, setting: Setting, narrative: bool) -> Period | None:
    """Which year's 'March' or 'March 31' is meant, seen from `base`."""
    anchor_year = base.start.year
    if narrative and base.unit == "year":
        return placed(meaning, anchor_year, base.year_known)
    # Two years back, for 'last winter' said in a winter.
    earliest = anchor_year - (2 if meaning.relation == "last" else 1)
    options = [
        found
        for year in range(earliest, anchor_year + 2)
        if (found := placed(meaning, year, base.year_known))
    ]
    if not base.year_known and len({option.value for option in options}) == 1:
        return options[len(options) // 2]
    if meaning.weekday is not None:
        options = [o for o in options if o.start.weekday() == meaning.weekday] or options
    if meaning.relation == "last":
        past = [option for option in options if option.end < base.start]
        if (
            len(past) > 1
            and _is_month(meaning)
            and (base.start - past[-1].end).days <= base.start.day
        ):
            # The month before would be 'last month': said in October, 'last September' is a year back.
            return past[-2]
        return past[-1] if past else None
    if meaning.relation == "next":
        future = [option for option in options if option.start > base.end]
        return future[0] if future else None
    if meaning.relation == "this":
        return placed(meaning, anchor_year, base.year_known)

    def story(option: Period) -> float:
        """How far on, or how much farther back, a narrative would jump."""
        days = ((option.start - base.start).days + (option.end - base.start).days) / 2
        return days if days >= 0 else -days * _BACKWARDS

    if narrative:
        return min(options, key=story) if options else None
    direction = None if setting.qualifies else setting.direction
    if meaning.day is None and meaning.feast is None and (meaning.part or "S")[0] == "S":
        # Of months and seasons, unlike days, the one against the tense is never meant.
        if direction == "past":
            options = [option for option in options if option.start <= base.end] or options
        if direction == "future":
            options = [option for option in options if option.end >= base.start] or options

    def distance(option: Period) -> float:
        if option.end < base.start:
            days = (base.start - option.end).days
            return days * (_AGAINST_TENSE if direction == "future" else 1)
        days = max((option.start - base.end).days, 0)
        return days * (
            _AGAINST_TENSE if direction == "past" else 1 if direction == "future" else _AHEAD
        )

    return min(options, key=distance) if options else None
