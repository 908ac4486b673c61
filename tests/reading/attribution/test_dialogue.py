"""Interviews and transcripts as attributions."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from onrecord.model import Span
from onrecord.reading.attribution.dialogue import turns
from reading.words import Read

Reads = Callable[..., Read]

INTERVIEW = """Ana Voss has run the port of Vask for ten years. The Courier spoke to her about the dam.

Q: Why was the gate closed?

A: The seals were worn. The ministry said that they would be replaced in May.

We have waited since.

Q: Who is to blame?

A: (Laughs) It is an old gate.

The interview was shortened."""

TRANSCRIPT = """RACHEL NORD, HOST:

There is another storm today. Our correspondent Scott Dell is here.

SCOTT DELL, BYLINE: Good morning.

NORD: What is the weather?

DELL: It is raining. I have asked the mayor.

(SOUNDBITE OF RECORDING)

MAYOR HELEN MARSH: We closed it at dawn.

DELL: So there you are."""


def test_question_and_answer(reads: Reads) -> None:
    read = reads(INTERVIEW, outlet="Courier")
    said = [(s.source, s.cue, s.content, s.kind, s.stance) for s in read.said if s.cue == ":"]
    assert said == [
        ("Q", ":", "Why was the gate closed?", "direct", "question"),
        ("A", ":", "The seals were worn. The ministry said that they would be replaced in May."
         " … We have waited since.", "direct", "assert"),
        ("Q", ":", "Who is to blame?", "direct", "question"),
        ("A", ":", "It is an old gate.", "direct", "assert"),
    ]  # fmt: skip


def test_what_is_reported_in_an_answer_is_nested_in_it(reads: Reads) -> None:
    read = reads(INTERVIEW, outlet="Courier")
    inner = read.by("said")
    assert inner.at.parent is not None
    assert read.said[inner.at.parent].source == "A"


def test_a_transcript(reads: Reads) -> None:
    said = [(s.source, s.speaker, s.stance) for s in reads(TRANSCRIPT).said if s.cue == ":"]
    assert said == [
        ("RACHEL NORD", "RACHEL NORD", "assert"),
        ("SCOTT DELL", "Scott Dell", "assert"),
        ("NORD", "RACHEL NORD", "question"),
        ("DELL", "Scott Dell", "assert"),
        ("MAYOR HELEN MARSH", "HELEN MARSH", "assert"),
        ("DELL", "Scott Dell", "assert"),
    ]


def test_paragraphs_about_the_speaker_are_not_the_speakers() -> None:
    text = (
        "Ana Voss met Peter Hallam.\n\nVOSS: Is it safe?\n\nHALLAM: It is.\n\n"
        "Hallam has been mayor since May.\n\nVOSS: And the bridge?\n\nHALLAM: It is old."
    )
    said = [[span.of(text) for span in turn.content] for turn in turns(text, _passages(text))]
    assert said == [["Is it safe?"], ["It is."], ["And the bridge?"], ["It is old."]]


def test_only_the_quotation_of_a_lone_label(reads: Reads) -> None:
    read = reads(
        "KEENE: “Nobody paid for the dam.” It was said at a rally.\n\nJim Keene is a senator."
    )
    said = read.by(":")
    assert (said.content, said.speaker) == ("“Nobody paid for the dam.”", "Jim Keene")


def _passages(text: str) -> list[Span]:
    return [Span(m.start(), m.end()) for m in re.finditer(r"[^\n]+", text)]


_line = st.sampled_from(
    [
        "Q: Why?",
        "A: So.",
        "A: (Laughs)",
        "VOSS:",
        "We go on.",
        "Ana Voss: “No.” He left.",
        "x",
        "Q:",
    ]
)


@given(st.lists(_line, max_size=12).map("\n\n".join))
def test_turns_are_in_order_and_apart(text: str) -> None:
    spans = [span for turn in turns(text, _passages(text)) for span in turn.content]
    assert all(len(span) and span.of(text).strip() == span.of(text) for span in spans)
    assert all(a.end <= b.start for a, b in pairwise(spans))
