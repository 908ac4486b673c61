"""The first and last day that a TIMEX3 value can mean."""

from __future__ import annotations

import re
from datetime import date, timedelta

from onrecord.reading.time.calendar import SEASON_STARTS, YEARS, Period, period

Bounds = tuple[date, date]

_VALUE = re.compile(
    r"(?P<year>\d{4})(?:-(?:(?P<month>\d\d)(?:-(?P<day>\d\d)(?:T.*)?)?|W(?P<week>\d\d)(?P<weekend>-WE)?"
    r"|Q(?P<quarter>[1-4])|H(?P<half>[12])|(?P<season>SP|SU|FA|WI)))?"
)


def stretch(value: str) -> Period | None:
    """The stretch of the calendar that a date or time value names; `None` where it names none
    (an unknown year, a duration, `PAST_REF`, a day that does not exist)."""
    try:
        if re.fullmatch(r"\d\d", value):
            return period("century", date(max(int(value) * 100, 1), 1, 1))
        if re.fullmatch(r"\d{3}", value):
            return period("decade", date(max(int(value) * 10, 1), 1, 1))
        found = _VALUE.fullmatch(value)
        if found is None:
            return None
        year = int(found["year"])
        if year not in YEARS:
            return None
        if found["day"]:
            return period("day", date(year, int(found["month"]), int(found["day"])))
        if found["month"]:
            return period("month", date(year, int(found["month"]), 1))
        if found["week"]:
            monday = date.fromisocalendar(year, int(found["week"]), 1)
            return period("weekend" if found["weekend"] else "week", monday)
        if found["quarter"]:
            return period("quarter", date(year, 3 * int(found["quarter"]) - 2, 1))
        if found["half"]:
            return period("half", date(year, 6 * int(found["half"]) - 5, 1))
        if found["season"]:
            return period("season", date(year, SEASON_STARTS[found["season"]], 1))
        return period("year", date(year, 1, 1))
    except ValueError:
        return None


def bounds(value: str, mod: str | None = None) -> Bounds | None:
    """First and last day of a value. `START` and `END` halve a stretch longer than a day, `MID`
    leaves its middle half, `BEFORE` and `AFTER` lie outside of it without an end; other modifiers, being vague, leave none but the stretch itself."""
    found = stretch(value)
    if found is None or mod in ("BEFORE", "AFTER"):
        return None
    first, last = found.start, found.end
    length = (last - first).days
    if mod == "START":
        return first, first + timedelta(days=length // 2)
    if mod == "END":
        return last - timedelta(days=length // 2), last
    if mod == "MID":
        return first + timedelta(days=length // 4), last - timedelta(days=length // 4)
    return first, last
