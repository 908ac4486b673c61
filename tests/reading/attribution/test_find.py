"""Rules together: what is nested in what, and what stands by itself."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.model import Parse, Span, Token
from onrecord.reading.attribution.candidate import Candidate
from onrecord.reading.attribution.find import nest
from onrecord.reading.tree import Tree
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


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9), st.integers(1, 6)), max_size=6))
def test_nothing_is_nested_in_itself(drawn: list[tuple[int, int, int]]) -> None:
    """Contents that overlap, each with its cue anywhere; the first is a relay of the last."""
    text = "a " * 16
    tokens = [Token(2 * at, 2 * at + 1, "a", "a", "X", "FW", "dep", 0) for at in range(16)]
    tree = Tree(text, [Span(0, len(text))], [Parse(tokens, [(0, 16)], [], [])])
    found = [
        Candidate(
            anchor=anchor, source=[], cue=[anchor], content=[Span(2 * start, 2 * (start + length))],
            stance="assert", act="speech", by="rule:test",
        )
        for anchor, start, length in drawn
    ]  # fmt: skip
    if len(found) > 1:
        found[0].parent = found[-1]
    nest(tree, found)
    for candidate in found:
        seen: set[int] = set()
        above: Candidate | None = candidate
        while above is not None:
            assert id(above) not in seen
            seen.add(id(above))
            above = above.parent


def test_what_is_added_to_an_apology(reads: Reads) -> None:
    text = (
        "At a rally in Harrow on Thursday, he apologized -- his second apology in as many days -- and"
        " added that “Painting the pier is always wrong because of the sad history of piers. I should"
        " have understood that then, and I never should have done it.”"
    )
    assert any("Painting the pier" in one.content for one in reads(text).said)
