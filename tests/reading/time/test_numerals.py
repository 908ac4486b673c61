from __future__ import annotations

from fractions import Fraction

import pytest

from onrecord.reading.time.numerals import count, ordinal, spelt_year


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("seven", 7),
        ("twenty-four", 24),
        ("a hundred and thirty", 130),
        ("two thousand", 2000),
        ("1,250", 1250),
        ("2 1/2", Fraction(5, 2)),
        ("three and a half", Fraction(7, 2)),
        ("a couple of", 2),
        ("several", None),
        ("a few", None),
    ],
)
def test_count(text: str, number: Fraction | int | None) -> None:
    assert count(text) == number


def test_ordinals_in_words_and_digits() -> None:
    assert [ordinal(text) for text in ("third", "21st", "Twenty first", "many")] == [
        3,
        21,
        21,
        None,
    ]


def test_spelt_years() -> None:
    assert spelt_year("nineteen ninety-six") == 1996
    assert spelt_year("two thousand and one") == 2001
