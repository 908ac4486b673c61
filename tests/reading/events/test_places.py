from __future__ import annotations

from collections.abc import Callable

import pytest

from reading.events.words import event
from reading.words import Read

Reads = Callable[..., Read]


@pytest.mark.parametrize(
    ("text", "trigger", "words"),
    [
        ("A ship arrived in London.", "arrived", "London"),
        ("The ministers held talks in Paris.", "talks", "Paris"),
        ("The ship sailed from London to Paris.", "sailed", "Paris"),
        ("Two men fought in the street.", "fought", "the street"),
        ("They met in April.", "met", None),
        ("The council agreed in principle.", "agreed", None),
    ],
)
def test_place(reads: Reads, text: str, trigger: str, words: str | None) -> None:
    read = reads(text)
    found = event(read, trigger).place
    assert (None if found is None else found.of(read.text)) == words
