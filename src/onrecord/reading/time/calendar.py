"""Stretches of the calendar (a day, an ISO week, a quarter, a decade) and steps between them.

Values are written as TIMEX3 writes them (ISO-TimeML; TIDES 2005 for the codes of seasons,
quarters and weekends).
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Literal

import msgspec

Unit = Literal[
    "day", "weekend", "week", "month", "quarter", "season", "half", "year", "decade", "century"
]

# Northern meteorological seasons; a winter bears the year in which it begins.
SEASON_STARTS: dict[str, int] = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_MONTHS: dict[Unit, int] = {
    "month": 1,
    "quarter": 3,
    "season": 3,
    "half": 6,
    "year": 12,
    "decade": 120,
    "century": 1200,
}
# From fine to coarse, to tell which of two stretches says more.
_ORDER: tuple[Unit, ...] = (
    "day",
    "weekend",
    "week",
    "month",
    "quarter",
    "season",
    "half",
    "year",
    "decade",
    "century",
)


# Away from the ends of `datetime.date`, so that no stretch that begins in them reaches past.
YEARS = range(1, 9800)


class Period(msgspec.Struct, frozen=True):
    """The stretch of kind `unit` that begins on `start`. `year_known` is false where the year of
    `start` is only a stand-in, as when the publication date is '26 June'."""

    unit: Unit
    start: date
    year_known: bool = True

    @property
    def value(self) -> str:
        """The TIMEX3 value: `2019-03-31`, `2019-W13`, `2019-Q1`, `2019-SU`, `199`; `XXXX` for an unknown year."""
        day = self.start
        year = f"{day.year:04d}" if self.year_known else "XXXX"
        match self.unit:
            case "day":
                return f"{year}-{day.month:02d}-{day.day:02d}"
            case "week" | "weekend":
                iso = day.isocalendar()
                week = f"{iso.year:04d}-W{iso.week:02d}" if self.year_known else "XXXX-WXX"
                return week + ("-WE" if self.unit == "weekend" else "")
            case "month":
                return f"{year}-{day.month:02d}"
            case "quarter":
                return f"{year}-Q{(day.month - 1) // 3 + 1}"
            case "half":
                return f"{year}-H{1 if day.month < 7 else 2}"
            case "season":
                code = next(code for code, month in SEASON_STARTS.items() if month == day.month)
                return f"{year}-{code}"
            case "year":
                return year
            case "decade":
                return year[:3]
            case "century":
                return year[:2]

    @property
    def end(self) -> date:
        """The last day."""
        match self.unit:
            case "day":
                return self.start
            case "weekend":
                return self.start + timedelta(days=1)
            case "week":
                return self.start + timedelta(days=6)
            case _:
                return add_months(self.start, _MONTHS[self.unit]) - timedelta(days=1)


def add_months(day: date, months: int) -> date:
    """The same day of the month, or the month's last day, `months` later, held within the years of `date`."""
    index = min(max(day.year * 12 + day.month - 1 + months, 12), 9999 * 12 + 11)
    year, month = divmod(index, 12)
    for last in (day.day, 30, 29, 28):
        try:
            return date(year, month + 1, last)
        except ValueError:
            continue
    raise AssertionError("every month has 28 days")


def period(unit: Unit, day: date, year_known: bool = True) -> Period:
    """The stretch of kind `unit` that holds `day`."""
    match unit:
        case "day":
            start = day
        case "week":
            start = day - timedelta(days=min(day.weekday(), day.toordinal() - 1))
        case "weekend":
            start = (
                day - timedelta(days=min(day.weekday(), day.toordinal() - 1)) + timedelta(days=5)
            )
        case "month":
            start = day.replace(day=1)
        case "quarter":
            start = date(day.year, (day.month - 1) // 3 * 3 + 1, 1)
        case "half":
            start = date(day.year, 1 if day.month < 7 else 7, 1)
        case "season":
            start = add_months(day.replace(day=1), -(day.month % 3))
        case "year":
            start = date(day.year, 1, 1)
        case "decade":
            start = date(max(day.year // 10 * 10, 1), 1, 1)
        case "century":
            start = date(max(day.year // 100 * 100, 1), 1, 1)
    return Period(unit, start, year_known)


def shift(of: Period, unit: Unit, steps: int, grain: Unit | None = None) -> Period:
    """`of` moved by `steps` units, seen as a stretch of kind `grain` (by default `unit`).

    Where the year is a stand-in and days were counted across the end of February, only the
    month can be told, since nobody knows whether it had 29 days. What would leave `YEARS`
    stays where it was.
    """
    grain = grain or unit
    if unit in ("day", "week", "weekend"):
        days = steps * (1 if unit == "day" else 7)
        try:
            moved = of.start + timedelta(days=days)
        except OverflowError:
            moved = of.start
        if not of.year_known and (moved.month < 3) != (of.start.month < 3) and grain == "day":
            grain = "month"
    else:
        moved = add_months(of.start, steps * _MONTHS[unit])
    if moved.year not in YEARS:
        moved = of.start
    return period(grain, moved, of.year_known)


def finer(one: Unit, other: Unit) -> bool:
    """Whether stretches of kind `one` are shorter than those of kind `other`."""
    return _ORDER.index(one) < _ORDER.index(other)
