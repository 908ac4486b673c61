from __future__ import annotations

from math import isclose

from onrecord.linking.happenings.circles import shared


def test_circles_share_all_half_or_nothing() -> None:
    one = frozenset({1, 2, 3, 4})
    assert isclose(shared(one, one), 1.0)
    assert isclose(shared(one, frozenset({3, 4, 5, 6})), 0.5)
    assert shared(one, frozenset({7})) == 0.0
