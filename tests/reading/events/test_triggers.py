from __future__ import annotations

from collections.abc import Callable

import pytest

from reading.events.words import triggers
from reading.words import Read

Reads = Callable[..., Read]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The dam collapsed and three houses were destroyed.", ["collapsed", "destroyed"]),
        ("The collapse of the dam destroyed three houses.", ["collapse", "destroyed"]),
        ("The mayor is tired and has a cold.", []),
        ("The valley contains two lakes and belongs to the county.", []),
        ("The ministers held talks in Dorval.", ["talks"]),
        ("An explosion occurred in the harbour.", ["explosion"]),
        ("The rebels began to retreat.", ["retreat"]),
        ("The building is old.", []),
        ("Two sailors were found dead in the harbour.", ["found", "dead"]),
        ("The dead were buried by the lake.", ["buried"]),
        ("The council's report was published.", ["report", "published"]),
        ("They met in March.", ["met"]),
        ("The crews took part in the raid.", ["raid"]),
    ],
)
def test_what_is_an_event(reads: Reads, text: str, words: list[str]) -> None:
    assert triggers(reads(text)) == words


def test_the_cue_of_a_statement_is_one(reads: Reads) -> None:
    assert triggers(reads("Anna Reyes denied that the bridge had burned.")) == ["denied", "burned"]


def test_according_to_is_none(reads: Reads) -> None:
    assert "According" not in triggers(reads("According to the police, the ferry sank."))
