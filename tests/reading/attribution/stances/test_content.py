from __future__ import annotations

from collections.abc import Callable

import pytest

from reading.words import Read

Reads = Callable[..., Read]


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Robert Keene said the council must publish the letter.", "demand"),
        ("Helen Marsh said the gate needs to be closed at night.", "demand"),
        ("“We have to rebuild the bridge,” Helen Marsh said.", "demand"),
        ("“Stop the ferry,” Robert Keene said.", "demand"),
        ("“I want them to leave the harbour,” Helen Marsh said.", "demand"),
        ("Robert Keene said the council should have published the letter.", "assert"),
        ("Robert Keene said that should the dam fail, the town was lost.", "assert"),
    ],
)
def test_demands_under_a_cue_that_only_says(reads: Reads, text: str, stance: str) -> None:
    assert reads(text).said[0].stance == stance


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("“I want to thank the fire crews,” Robert Keene said.", "praise"),
        ("“We reject the claims of the union,” Helen Marsh said.", "deny"),
        ("“I am grateful to the fire crews,” Robert Keene said.", "praise"),
        ("“They rejected the claims of the union,” Helen Marsh said.", "assert"),
    ],
)
def test_saying_it_does_it(reads: Reads, text: str, stance: str) -> None:
    assert reads(text).said[0].stance == stance


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("The ministry said it did not open the gates.", "deny"),
        ("Robert Keene said there was no collapse at the dam.", "deny"),
        ("Robert Keene said he had not signed the letter.", "deny"),
        ("Robert Keene said he did not know the number.", "assert"),
        ("Robert Keene said there was no doubt about the number.", "assert"),
        ("The police said the driver did not stop at the bridge.", "assert"),
        ("Robert Keene said that no boats were in the harbour.", "assert"),
    ],
)
def test_denials_without_a_word_of_denial(reads: Reads, text: str, stance: str) -> None:
    assert reads(text).only.stance == stance


def test_keeping_it_back_in_the_words_that_are_said(reads: Reads) -> None:
    assert reads("“I do not comment on letters,” Robert Keene said.").only.stance == "decline"


def test_what_a_relay_passes_on_is_not_its_own_demand(reads: Reads) -> None:
    read = reads("The newspaper reported that the council must publish the letter.")
    assert read.only.stance == "assert"
