"""Rules together: what is nested in what, and what stands by itself."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reading.words import Read

Reads = Callable[..., Read]


@pytest.mark.parametrize(
    ("text", "speakers", "contents"),
    [
        ("Robert Keene said that Helen Marsh had denied the report.",
         ["Robert Keene", "Helen Marsh"],
         ["that Helen Marsh had denied the report", "the report"]),
        ("Robert Keene said that Helen Marsh had promised that the bridge would be rebuilt.",
         ["Robert Keene", "Helen Marsh"],
         ["that Helen Marsh had promised that the bridge would be rebuilt",
          "that the bridge would be rebuilt"]),
        ("The newspaper said that Helen Marsh had accused the ministry of hiding the letter.",
         ["The newspaper", "Helen Marsh"],
         ["that Helen Marsh had accused the ministry of hiding the letter",
          "the ministry of hiding the letter"]),
        ("“Helen Marsh told the council that the dam was safe,” Robert Keene said.",
         ["Robert Keene", "Helen Marsh"],
         ["“Helen Marsh told the council that the dam was safe,”", "that the dam was safe"]),
    ],
)  # fmt: skip
def test_nested(reads: Reads, text: str, speakers: list[str], contents: list[str]) -> None:
    outer, inner = reads(text).said
    assert [outer.speaker, inner.speaker] == speakers
    assert [outer.content, inner.content] == contents
    assert (outer.at.parent, inner.at.parent) == (None, 0)


def test_nested_twice(reads: Reads) -> None:
    text = (
        "The ministry said that witnesses had told the police that Helen Marsh denied the report."
    )
    said = reads(text).said
    assert [one.cue for one in said] == ["said", "had told", "denied"]
    assert [one.at.parent for one in said] == [None, 0, 1]


def test_neighbours_are_not_nested(reads: Reads) -> None:
    text = "Robert Keene said the dam was safe. Helen Marsh denied the report.\n\nIt rained."
    said = reads(text).said
    assert [one.speaker for one in said] == ["Robert Keene", "Helen Marsh"]
    assert [one.at.parent for one in said] == [None, None]


def test_they_come_in_text_order(reads: Reads) -> None:
    text = (
        "According to the police, nobody was hurt. Robert Keene denied the report. "
        "“The dam is safe and sound,” Helen Marsh said."
    )
    said = reads(text).said
    assert [one.cue for one in said] == ["According to", "denied", "said"]
    assert all(one.at.by and 0 < one.at.confidence <= 1 for one in said)
