from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.reading.time.bounds import bounds


@pytest.mark.parametrize("value", ["", "P3M", "PAST_REF", "XXXX-06-26", "2019-02-30", "2019-W60"])
def test_nothing_to_bound(value: str) -> None:
    assert bounds(value) is None


def test_a_time_is_bounded_by_its_day() -> None:
    assert bounds("2019-06-24TNI") == (date(2019, 6, 24), date(2019, 6, 24))


def test_modifiers_narrow_a_long_stretch() -> None:
    assert bounds("2019-06", "START") == (date(2019, 6, 1), date(2019, 6, 15))
    assert bounds("2019-06", "END") == (date(2019, 6, 16), date(2019, 6, 30))
    assert bounds("2019-06-24", "END") == (date(2019, 6, 24), date(2019, 6, 24))


@given(st.text(alphabet="0123456789-WQHTXSPUMONI", max_size=14))
def test_any_value_is_safe(value: str) -> None:
    found = bounds(value, "MID")
    assert found is None or found[0] <= found[1]


def test_before_and_after_have_no_end() -> None:
    assert bounds("1959", "AFTER") is None
    assert bounds("1959", "BEFORE") is None
