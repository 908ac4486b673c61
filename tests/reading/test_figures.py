from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord.reading.figures import number
from reading.words import Read

Reads = Callable[..., Read]


@pytest.mark.parametrize(
    ("words", "value"),
    [
        (["7"], 7),
        (["1,200"], 1200),
        (["1,234,567"], 1234567),
        (["3.5", "million"], 3500000),
        (["two", "hundred"], 200),
        (["two", "hundred", "and", "six"], 206),
        (["twenty", "-", "two"], 22),
        (["twenty-two"], 22),
        (["three", "thousand", "four", "hundred"], 3400),
        (["two", "dozen"], 24),
        (["zero"], 0),
    ],
)
def test_number(words: list[str], value: float) -> None:
    assert number(words) == value


@pytest.mark.parametrize("words", [[], ["many"], ["12,34"], ["and"], ["7th"], ["1.2.3"]])
def test_no_number(words: list[str]) -> None:
    assert number(words) is None


@pytest.mark.parametrize(
    ("text", "words", "value", "counts", "unit", "approximate"),
    [
        ("The ship brought 99 soldiers.", "99 soldiers", 99, "soldiers", None, False),
        ("The ship brought 35 tonnes of cargo.", "35 tonnes of cargo", 35, "cargo", "tonne", False),
        ("More than 1,200 people fled.", "1,200 people", 1200, "people", None, True),
        ("Some 400 soldiers crossed the river.", "400 soldiers", 400, "soldiers", None, True),
        ("Twenty-two houses were lost.", "Twenty-two houses", 22, "houses", None, False),
        ("The dam cost $3.5 million.", "$3.5 million", 3500000, "", "dollar", False),
        ("About 60 percent of the wheat was lost.", "60 percent of the wheat", 60, "the wheat",
         "percent", True),
    ],
)  # fmt: skip
def test_figure(
    reads: Reads,
    text: str,
    words: str,
    value: float,
    counts: str,
    unit: str | None,
    approximate: bool,
) -> None:
    (figure,) = reads(text).reading.figures
    assert figure.span.of(text) == words
    assert (figure.value, figure.counts, figure.unit) == (value, counts, unit)
    assert figure.approximate is approximate
    assert figure.by


@pytest.mark.parametrize(
    "text",
    ["The bridge opened on 26 June 2019.", "The talks began at 10:30.", "The harbour was empty."],
)
def test_dates_and_times_are_no_figures(reads: Reads, text: str) -> None:
    assert reads(text).reading.figures == ()
