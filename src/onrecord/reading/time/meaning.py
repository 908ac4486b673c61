"""What an expression says before anything is known of the day on which it was printed.

Recognition yields meanings; anchoring turns them into TIMEX3 values.
"""

from __future__ import annotations

from typing import Literal

import msgspec

from onrecord.model.reading import TimexType
from onrecord.reading.time.calendar import Unit

Relation = Literal["last", "this", "next"]
Base = Literal["document", "context", "event"]


class Fixed(msgspec.Struct, frozen=True):
    """Nothing left to resolve: a duration, a set, `PRESENT_REF`, a decade with its century.

    `toward` says on which side of the publication date a duration lies, where it does ('the past
    three months').
    """

    type: TimexType
    value: str
    mod: str | None = None
    toward: Literal["past", "future"] | None = None


class Calendar(msgspec.Struct, frozen=True):
    """A place in the calendar with some of its parts: 'March 31', 'Wednesday', 'last summer'.

    `part` is a quarter, half or season (`Q3`, `H1`, `SU`), `feast` the name of a movable or
    fixed holiday. `year_of` is an expression that gives the year ('last year' in 'June last year').
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    part: str | None = None
    feast: str | None = None
    relation: Relation | None = None
    base: Base = "document"
    year_of: Shift | None = None
    mod: str | None = None


class Shift(msgspec.Struct, frozen=True):
    """`steps` units from the publication date, the date that the text is at, or an event.

    The result is as precise as the unit: 'two weeks ago' is a week. `steps` is `None` where the
    text does not say how many ('several years ago'); `ahead` is then which way.
    """

    unit: Unit
    steps: int | None
    base: Base
    mod: str | None = None
    ahead: bool = False


class Clock(msgspec.Struct, frozen=True):
    """A time of day, `T07:45` or a part such as `TMO`, `TNI`, on the day that `of` gives."""

    time: str
    of: Calendar | Shift | None = None
    mod: str | None = None


class Beside(msgspec.Struct, frozen=True):
    """`steps` units on from the stretch of kind `unit` that holds a date: 'the week of March 6' (0),
    'the day before last Tuesday' (-1)."""

    of: Calendar | Shift
    unit: Unit
    steps: int
    mod: str | None = None


Meaning = Fixed | Calendar | Shift | Clock | Beside
