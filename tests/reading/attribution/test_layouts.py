"""Whose labels are speakers, and whose are kickers."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.model import Span
from onrecord.reading.attribution.layouts import labels, quoting


def passages(text: str) -> list[Span]:
    return [Span(m.start(), m.end()) for m in re.finditer(r"[^\n]+(?:\n[^\n]+)*", text)]


def found(text: str) -> list[str]:
    return [label.span.of(text) for label in labels(text, passages(text))[0]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Q: Why now?\n\nA: It was time.", ["Q", "A"]),
        ("Q. Why now?\n\nA. It was time.", ["Q", "A"]),
        ("Question: Why now?\nAnswer: It was time.", ["Question", "Answer"]),
        ("**Q:** Why now?\n\n**A:** It was time.", ["Q", "A"]),
        ("Interviewer: Why now?\n\nHallam: It was time.\n\nPeter Hallam is mayor.",
         ["Interviewer", "Hallam"]),
        ("ANA NORD, HOST: Good morning.\n\nSCOTT DELL, BYLINE: Good morning.\n\nNORD: What now?",
         ["ANA NORD", "SCOTT DELL", "NORD"]),
        ("Ana Voss met Peter Hallam.\n\nVOSS: It is over. HALLAM: No. VOSS: It is.",
         ["VOSS", "HALLAM", "VOSS"]),
        ("ana voss\n\nGood day.\n\npeter hallam\n\nGood day.\n\nana voss\n\nWho are you?\n\n"
         "peter hallam\n\nI am Peter Hallam.\n\n Here is Ana Voss too.",
         ["ana voss", "peter hallam"] * 2),
        ("Ana Voss Why did you go?\n\nPeter Hallam I was asked to.\n\nAna Voss Who asked?\n\n"
         "Peter Hallam The mayor did.\n\nThe Courier met Peter Hallam and Councillor Ana Voss.",
         ["Ana Voss", "Peter Hallam"] * 2),
    ],
)  # fmt: skip
def test_they_take_turns(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "READ MORE: What the dam cost\n\nThe dam is old.\n\nREAD MORE: Who built it",
        "Note: The story was mended.\n\nPhoto: The dam at dawn.\n\nNote: And again.",
        "WASHINGTON: The senator left.\n\nPeter Hallam stayed.",
        # Topics: each of them once, and spoken of.
        "VOSS: Mayor Ana Voss leads.\n\nHALLAM: Senator Peter Hallam is behind her.",
        "CLAIM: The dam is safe.\n\nTHE FACTS: It is not.\n\nCLAIM: It is new.\n\nTHE FACTS: It is not.",
        "On Monday: The gate closed.\n\nOn Tuesday: It opened.\n\nOn Monday: It closed again.",
        "British Prime Minister Ana Voss left.\n\nNorland President Peter Hall left.\n\n"
        "British Prime Minister Ana Voss came.\n\nNorland President Peter Hall came.",
        "",
    ],
)
def test_kickers(text: str) -> None:
    assert found(text) == []


def test_what_looks_like_a_label_ends_a_turn() -> None:
    text = (
        "VOSS: It is new.\n\nHALLAM: It is old.\n\nTHE FACTS: It is of 1950.\n\nVOSS: No.\n\n"
        "Ana Voss and Peter Hallam spoke."
    )
    known, every = labels(text, passages(text))
    assert [label.key for label in known] == ["voss", "hallam", "voss"]
    assert [label.key for label in every] == ["voss", "hallam", "facts", "voss"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Senator Jim Keene: “The dam is safe.”\n\nJim Keene left.", ["Senator Jim Keene"]),
        ("On Monday: “The dam is safe.”", []),
        ("The Guild, Keene's club, said in a statement: “It is over.”\n\nThe Guild left.", []),
        ("Said Ms. Voss: “The dam is safe.”\n\nAna Voss left.", []),
    ],
)
def test_a_label_before_a_quotation(text: str, expected: list[str]) -> None:
    assert [label.span.of(text) for label in quoting(text, passages(text))] == expected


_line = st.sampled_from(
    [
        "Q: Why?",
        "A: So.",
        "VOSS: I do.",
        "Ana Voss: No?",
        "Ana Voss",
        "READ: it",
        ":",
        "A.",
        "“Q:",
        "x",
    ]
)


@given(st.lists(_line, max_size=12).map("\n\n".join))
def test_labels_lie_in_their_passages(text: str) -> None:
    where = passages(text)
    known, every = labels(text, where)
    for label in [*every, *quoting(text, where)]:
        assert where[label.passage].covers(Span(label.start, label.end))
        assert label.start <= label.span.start < label.span.end <= label.end
        assert label.colon is None or label.colon.of(text) == ":"
    assert set(known) <= set(every)
