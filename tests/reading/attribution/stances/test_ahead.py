from __future__ import annotations

from collections.abc import Callable

import pytest

from reading.words import Read

Reads = Callable[..., Read]


@pytest.mark.parametrize(
    "text",
    [
        "Robert Keene said prices would rise in winter.",
        "Robert Keene said it would lead to an end of the strike.",
        "“The repair is going to take two years,” Robert Keene said.",
        "“I think the harbour will become an island,” Robert Keene said.",
        "Robert Keene said the harbour is likely to freeze.",
        "Robert Keene said the dispute would be settled by summer.",
    ],
)
def test_forecasts(reads: Reads, text: str) -> None:
    assert reads(text).said[0].stance == "predict"


@pytest.mark.parametrize(
    "text",
    [
        "Helen Marsh said she would rebuild the bridge.",
        "The ministry said it would publish the letter.",
        "“We will rebuild the bridge,” Helen Marsh said.",
        "“We are going to rebuild the bridge,” Helen Marsh said.",
        "Helen Marsh said she was ready to meet the fishermen.",
    ],
)
def test_promises(reads: Reads, text: str) -> None:
    assert reads(text).only.stance == "promise"


@pytest.mark.parametrize(
    "text",
    [
        "Helen Marsh said she would like a smaller bridge.",
        "Helen Marsh said that would depend on the weather.",
        "Helen Marsh said she would not go to the harbour.",
        "Helen Marsh said the fishermen would have drowned.",
        "The ministry announced that it would sell the ferry.",
        "Helen Marsh said officials would meet in the harbour on Friday.",
    ],
)
def test_what_is_neither(reads: Reads, text: str) -> None:
    assert reads(text).said[0].stance == "assert"
