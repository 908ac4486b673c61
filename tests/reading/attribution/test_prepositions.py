from __future__ import annotations

from collections.abc import Callable

import pytest

from reading.words import Read

Reads = Callable[..., Read]


@pytest.mark.parametrize(
    ("text", "source", "cue", "content", "source_type"),
    [
        ("According to Peter Hallam, the ferry carried forty passengers.", "Peter Hallam",
         "According to", "the ferry carried forty passengers", "person"),
        ("The ferry carried forty passengers, according to the police.", "the police",
         "according to", "The ferry carried forty passengers", "organisation"),
        ("The ferry carried, according to the police, forty passengers.", "the police",
         "according to", "The ferry carried … forty passengers", "organisation"),
        ("According to local media, the dam had failed.", "local media", "According to",
         "the dam had failed", "media"),
        ("According to a statement by the ministry, the dam was safe.",
         "a statement by the ministry", "According to", "the dam was safe", "document"),
        ("According to two officials, the dam had failed.", "two officials", "According to",
         "the dam had failed", "unnamed"),
    ],
)  # fmt: skip
def test_according_to(
    reads: Reads, text: str, source: str, cue: str, content: str, source_type: str
) -> None:
    said = reads(text).only
    assert (said.source, said.cue, said.content) == (source, cue, content)
    assert (said.kind, said.stance, said.source_type) == ("indirect", "assert", source_type)


@pytest.mark.parametrize(
    "text",
    [
        "Per Peter Hallam, the ferry carried forty passengers.",
        "The ferry carried forty passengers, per Peter Hallam.",
    ],
)
def test_per_somebody(reads: Reads, text: str) -> None:
    said = reads(text).only
    assert (said.source, said.cue.lower()) == ("Peter Hallam", "per")
    assert said.content.lower() == "the ferry carried forty passengers"


def test_per_head_is_no_source(reads: Reads) -> None:
    assert not reads("The fare is four crowns per Person.").said


def test_according_to_plan_is_said_by_nobody_else(reads: Reads) -> None:
    """The sentence before it stays out of the content."""
    text = "The ferry sank. According to the police, nobody was hurt. Boats came."
    assert reads(text).only.content == "nobody was hurt"
