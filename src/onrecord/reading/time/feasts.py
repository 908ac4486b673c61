"""Holidays that news is dated by. Each is a rule of the calendar; none is tied to a year."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta


def easter(year: int) -> date:
    """Western Easter Sunday, by the anonymous Gregorian computus (Meeus, Jones, Butcher)."""
    golden, century = year % 19, year // 100
    skipped = century - century // 4 - (8 * century + 13) // 25
    epact = (19 * golden + skipped + 15) % 30
    epact -= (epact // 28) * (1 - (29 // (epact + 1)) * ((21 - golden) // 11))
    weekday = (year + year // 4 + epact + 2 - century + century // 4) % 7
    sunday = epact - weekday
    month = 3 + (sunday + 40) // 44
    return date(year, month, sunday + 28 - 31 * (month // 4))


def _on(month: int, day: int) -> Callable[[int], date]:
    return lambda year: date(year, month, day)


def _nth(month: int, weekday: int, number: int) -> Callable[[int], date]:
    """The `number`th such weekday of the month; the last one for -1."""

    def find(year: int) -> date:
        if number < 0:
            last = date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
            return last - timedelta(days=(last.weekday() - weekday) % 7)
        first = date(year, month, 1)
        return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (number - 1))

    return find


def _from_easter(days: int) -> Callable[[int], date]:
    return lambda year: easter(year) + timedelta(days=days)


# A name's "'s" is written ' s ', so that both apostrophes fit.
FEASTS: dict[str, Callable[[int], date]] = {
    "new year s day": _on(1, 1),
    "new year s eve": _on(12, 31),
    "valentine s day": _on(2, 14),
    "st. patrick s day": _on(3, 17),
    "shrove tuesday": _from_easter(-47),
    "ash wednesday": _from_easter(-46),
    "palm sunday": _from_easter(-7),
    "maundy thursday": _from_easter(-3),
    "good friday": _from_easter(-2),
    "easter sunday": _from_easter(0),
    "easter monday": _from_easter(1),
    "easter": _from_easter(0),
    "may day": _on(5, 1),
    "whit monday": _from_easter(50),
    "earth day": _on(4, 22),
    "mother s day": _nth(5, 6, 2),
    "father s day": _nth(6, 6, 3),
    "bastille day": _on(7, 14),
    "halloween": _on(10, 31),
    "armistice day": _on(11, 11),
    "veterans day": _on(11, 11),
    "christmas eve": _on(12, 24),
    "christmas day": _on(12, 25),
    "christmas": _on(12, 25),
    "boxing day": _on(12, 26),
    "martin luther king day": _nth(1, 0, 3),
    "memorial day": _nth(5, 0, -1),
    "labor day": _nth(9, 0, 1),
    "columbus day": _nth(10, 0, 2),
    "thanksgiving day": _nth(11, 3, 4),
    "thanksgiving": _nth(11, 3, 4),
    "black friday": lambda year: _nth(11, 3, 4)(year) + timedelta(days=1),
    "cyber monday": lambda year: _nth(11, 3, 4)(year) + timedelta(days=4),
}

# The names as they are printed, for a rule's pattern.
FEAST = "|".join(
    re.escape(name).replace(r"\ s\ ", "['’]?s ").replace("\\ ", " ")
    for name in sorted(FEASTS, key=len, reverse=True)
)


def feast_name(printed: str) -> str:
    """The key of `FEASTS` for a name as printed: "new year s day" for "New Year’s Day"."""
    return (
        re.sub(r"[\s’']+", " ", printed.lower())
        .replace("years ", "year s ")
        .replace("valentines ", "valentine s ")
        .replace("mothers ", "mother s ")
        .replace("fathers ", "father s ")
    )


# Words without which no holiday is named.
FEAST_WORDS = frozenset(
    [
        "day",
        "eve",
        "halloween",
        "easter",
        "christmas",
        "thanksgiving",
        "tuesday",
        "wednesday",
        "sunday",
        "thursday",
        "friday",
        "monday",
    ]
)
