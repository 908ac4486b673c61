from __future__ import annotations

import pytest

from onrecord.linking.claims.totals import total_in


@pytest.mark.parametrize(
    ("text", "value", "noun"),
    [
        ("the number of dead at two, both of them ferrymen", 2, "dead"),
        ("the number at four", 4, ""),
        ("that the toll of drowned sailors stood at twenty-three", 23, "drowned sailors"),
        ("the figure as 35,000", 35000, ""),
        ("the amount of grain released at 38 million bushels", 38e6, "grain released"),
    ],
)
def test_totals(text: str, value: float, noun: str) -> None:
    total = total_in(text)
    assert total is not None
    assert (total[2], total[3]) == (value, noun)
    assert text[total[0] : total[1]]


@pytest.mark.parametrize(
    "text", ["the count of 19 was read out", "a number of boats sank", "the figure that was given"]
)
def test_what_is_no_total(text: str) -> None:
    assert total_in(text) is None
