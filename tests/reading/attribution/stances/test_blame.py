from __future__ import annotations

from collections.abc import Callable

import pytest

from reading.words import Read

Reads = Callable[..., Read]


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Robert Keene called the raid a disgrace.", "accuse"),
        ("Robert Keene called the report a hoax.", "deny"),
        ("Robert Keene described the fire crews as heroic.", "praise"),
        ("Robert Keene called the harbour a small town.", "assert"),
    ],
)
def test_what_a_thing_is_called(reads: Reads, text: str, stance: str) -> None:
    assert reads(text).only.stance == stance


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Robert Keene said the council had lied about the dam.", "accuse"),
        ("“The raid was an effort to sabotage the harbour,” Robert Keene said.", "accuse"),
        ("“The mayor is a hypocrite,” Robert Keene said.", "accuse"),
        ("“The fire crews were heroic,” Robert Keene said.", "praise"),
        ("Robert Keene said the fire crews had acted bravely.", "praise"),
        ("“The mayor is not a hypocrite,” Robert Keene said.", "assert"),
        ("“It is wrong to swim here,” Robert Keene said.", "assert"),
        ("Robert Keene said the court would hear a case of fraud.", "assert"),
    ],
)
def test_what_is_said_of_others(reads: Reads, text: str, stance: str) -> None:
    assert reads(text).said[0].stance == stance
