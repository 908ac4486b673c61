from __future__ import annotations

from datetime import date
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.reading.time.bounds import bounds, stretch
from onrecord.reading.time.calendar import Unit, add_months, period, shift

DAYS = st.dates(date(1000, 1, 10), date(2999, 12, 1))
UNITS = st.sampled_from(get_args(Unit))
# A day is not always within the weekend of its week.
WHOLE = st.sampled_from([unit for unit in get_args(Unit) if unit != "weekend"])


@given(WHOLE, DAYS)
def test_a_period_holds_its_day(unit: Unit, day: date) -> None:
    found = period(unit, day)
    assert found.start <= day <= found.end


@given(UNITS, DAYS)
def test_a_value_is_bounded_by_the_days_of_its_period(unit: Unit, day: date) -> None:
    found = period(unit, day)
    assert bounds(found.value) == (found.start, found.end)
    assert stretch(found.value) == found


@given(UNITS, DAYS, st.integers(-9, 9))
def test_steps_there_and_back(unit: Unit, day: date, steps: int) -> None:
    found = period(unit, day)
    assert shift(shift(found, unit, steps), unit, -steps) == found


def test_months_end_where_they_end() -> None:
    assert add_months(date(2019, 3, 31), -1) == date(2019, 2, 28)
    assert add_months(date(2020, 1, 31), 1) == date(2020, 2, 29)


@pytest.mark.parametrize(
    ("unit", "value"),
    [
        ("day", "2018-12-31"),
        ("week", "2019-W01"),
        ("weekend", "2019-W01-WE"),
        ("month", "2018-12"),
        ("quarter", "2018-Q4"),
        ("half", "2018-H2"),
        ("season", "2018-WI"),
        ("year", "2018"),
        ("decade", "201"),
        ("century", "20"),
    ],
)
def test_values(unit: Unit, value: str) -> None:
    assert period(unit, date(2018, 12, 31)).value == value


def test_january_is_of_the_winter_before() -> None:
    assert period("season", date(2019, 1, 15)).value == "2018-WI"


def test_a_stand_in_year_is_never_written() -> None:
    first_of_march = period("day", date(2000, 3, 1), year_known=False)
    assert first_of_march.value == "XXXX-03-01"
    # Whether the day before is the 28th or the 29th, nobody knows.
    assert shift(first_of_march, "day", -1).value == "XXXX-02"
    assert shift(first_of_march, "day", 1).value == "XXXX-03-02"
