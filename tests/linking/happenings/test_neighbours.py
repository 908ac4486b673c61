"""How far two articles have the same neighbours."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.linking.happenings.neighbours import circle, shared

NEAREST = st.dictionaries(st.integers(2, 12), st.floats(0.15, 1.0), max_size=10)


def test_two_that_are_near_each_other_and_nobody_else() -> None:
    assert shared(circle(0, {1: 0.6}), circle(1, {0: 0.6})) > 0.9


def test_whom_one_has_and_the_other_has_not_parts() -> None:
    one = circle(0, {1: 0.4, 2: 0.6, 3: 0.6})
    of_one_story = circle(1, {0: 0.4, 2: 0.6, 3: 0.6})
    of_another = circle(1, {0: 0.4, 4: 0.6, 5: 0.6})
    assert shared(one, of_one_story) > 0.5 > shared(one, of_another) > 0


def test_nothing_in_common() -> None:
    assert shared(circle(0, {}), circle(1, {})) == 0


@given(NEAREST, NEAREST)
def test_a_cosine(one: dict[int, float], other: dict[int, float]) -> None:
    first, second = circle(0, one), circle(1, other)
    assert -1e-9 <= shared(first, second) <= 1 + 1e-9
    assert shared(first, second) == shared(second, first)
    assert abs(shared(first, first) - 1) < 1e-9
