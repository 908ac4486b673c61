from __future__ import annotations

from collections.abc import Callable

import pytest

from reading.words import Read

Reads = Callable[..., Read]


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        ("The ministry declined to comment on the report.", "declined", "to comment on the report"),
        ("The ministry refused to comment.", "refused", "to comment"),
        ("The mayor declined to say who had signed the letter.", "declined to say",
         "who had signed the letter"),
        ("The spokesman would not say who had signed the order.", "would not say",
         "who had signed the order"),
        ("Robert Keene did not deny that the letter existed.", "did not deny",
         "that the letter existed"),
    ],
)  # fmt: skip
def test_keeping_it_back(reads: Reads, text: str, cue: str, content: str) -> None:
    said = reads(text).only
    assert (said.cue, said.content, said.stance) == (cue, content, "decline")


@pytest.mark.parametrize(
    "text",
    [
        "“There was no such order,” the ministry said.",
        "“That is not true,” Robert Keene said.",
        "Robert Keene said the report was false.",
        "Robert Keene said the claims were baseless.",
    ],
)
def test_a_denial_in_the_words_that_are_said(reads: Reads, text: str) -> None:
    assert reads(text).only.stance == "deny"


@pytest.mark.parametrize(
    "text",
    [
        "“No doubt the harbour will open,” Robert Keene said.",
        "Robert Keene said the harbour was open.",
        "Robert Keene said that nobody had asked the fishermen.",
    ],
)
def test_what_denies_nothing(reads: Reads, text: str) -> None:
    assert reads(text).only.stance != "deny"


def test_praise(reads: Reads) -> None:
    said = reads("Robert Keene praised the fire crews for their courage.").only
    assert said.stance == "praise"
    assert said.content.startswith("the fire crews")


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Helen Marsh warned that the dam could fail.", "predict"),
        ("Helen Marsh warned that she would close the border.", "threaten"),
        ("Helen Marsh warned against a march on the harbour.", "demand"),
    ],
)
def test_warnings(reads: Reads, text: str, stance: str) -> None:
    assert reads(text).said[0].stance == stance


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Robert Keene did not rule out a second vote.", "assert"),
        ("Robert Keene refused to rule out a second vote.", "decline"),
        ("Robert Keene ruled out a second vote.", "deny"),
        ("Robert Keene asked for a second vote.", "demand"),
        ("Robert Keene asked whether there had been a vote.", "question"),
        ("Robert Keene insisted that the dam had not failed.", "deny"),
        ("Robert Keene spoke out against the raid on the village.", "accuse"),
    ],
)
def test_by_what_stands_with_the_cue(reads: Reads, text: str, stance: str) -> None:
    assert reads(text).said[0].stance == stance


def test_a_question_and_nothing_else(reads: Reads) -> None:
    assert reads("“Who closed the gates of the dam?” Robert Keene said.").only.stance == "question"
