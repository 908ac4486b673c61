from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.model import Span
from onrecord.reading.quotes import inner, quotations, unstopped

PIECES = st.sampled_from(
    ['"', "“", "”", "‘", "’", "'", "``", "''", "«", "»", "„", " ", " ", "\n", ".", ",", ":", "(",
     "no", "tide", "won't", "6'2\"", "sailors'", "we went", "é"]
)  # fmt: skip
TEXTS = st.lists(PIECES, max_size=30).map("".join) | st.text(max_size=60)


def passages(text: str) -> list[Span]:
    return [Span(*match.span()) for match in re.finditer(r"[^\n]+", text)]


def quoted(text: str) -> list[list[str]]:
    return [[p.of(text) for p in found.parts] for found in quotations(text, passages(text))]


@given(TEXTS)
def test_parts_lie_inside_passages_in_order_and_apart(text: str) -> None:
    places = passages(text)
    found = quotations(text, places)
    parts = [part for quotation in found for part in quotation.parts]
    assert all(quotation.parts for quotation in found)
    for part in parts:
        assert part.start < part.end
        assert any(place.covers(part) for place in places)
    assert [q.start for q in found] == sorted(q.start for q in found)
    for quotation in found:
        assert list(quotation.parts) == sorted(quotation.parts)
    parts.sort()
    assert all(a.end <= b.start for a, b in pairwise(parts))
    assert quotations(text, places) == found


@given(TEXTS)
def test_the_words_lie_between_the_marks(text: str) -> None:
    for quotation in quotations(text, passages(text)):
        for part in quotation.parts:
            words = inner(text, part)
            assert part.start < words.start <= words.end <= part.end


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("“The tide was late,” said the pilot.", "“The tide was late,”"),
        ('"The tide was late," said the pilot.', '"The tide was late,"'),
        ("``The tide was late,'' said the pilot.", "``The tide was late,''"),
        ("«The tide was late», said the pilot.", "«The tide was late»"),
        ("„The tide was late“, said the pilot.", "„The tide was late“"),
        ("‘The tide was late,’ said the pilot.", "‘The tide was late,’"),
        ("'The tide was late,' said the pilot.", "'The tide was late,'"),
        ("'The tide wasn't late,' said the pilot.", "'The tide wasn't late,'"),
        ("‘The tide wasn’t late,’ said the pilot.", "‘The tide wasn’t late,’"),
        ('The pilot said: "The tide was late."', '"The tide was late."'),
        ("“He told me ‘never again’ and left,” she said.", "“He told me ‘never again’ and left,”"),
    ],
)
def test_styles_of_marks(text: str, quote: str) -> None:
    assert quoted(text) == [[quote]]


@pytest.mark.parametrize(
    "text",
    [
        "The sailors' wives weren't told.",
        "The boats’ owners didn’t come.",
        "Rock 'n' roll was played at the quay.",
        "The '90s were good to the port.",
        'A 6" pipe ran under the quay.',
        "The pilot came.",
        "",
    ],
)
def test_what_is_no_quotation(text: str) -> None:
    assert quoted(text) == []


def test_several_in_one_passage() -> None:
    text = "“The tide was late,” said the pilot. “We waited for it.”"
    assert quoted(text) == [["“The tide was late,”"], ["“We waited for it.”"]]


@pytest.mark.parametrize(("opening", "closing"), ["“”", '""'])
def test_several_paragraphs_are_one_quotation(opening: str, closing: str) -> None:
    text = (
        f"The pilot said: {opening}The tide was late.\n"
        f"{opening}We waited for it.\n"
        f"{opening}Then we sailed.{closing}\n"
        "The harbour was empty."
    )
    assert quoted(text) == [
        [f"{opening}The tide was late.", f"{opening}We waited for it.",
         f"{opening}Then we sailed.{closing}"]
    ]  # fmt: skip


def test_a_quotation_closed_in_a_later_paragraph() -> None:
    text = "The pilot said: “The tide was late.\nWe waited for it.”\nThe harbour was empty."
    assert quoted(text) == [["“The tide was late.", "We waited for it.”"]]


def test_a_mark_that_never_closes_quotes_to_the_end_of_its_passage() -> None:
    assert quoted("The pilot said: “The tide was late.\nIt rained.") == [["“The tide was late."]]


@pytest.mark.parametrize(
    ("quote", "words"),
    [("“late”", "late"), ("``late''", "late"), ("'late'", "late"), ("“late", "late"), ("“”", "")],
)
def test_inner(quote: str, words: str) -> None:
    assert inner(quote, Span(0, len(quote))).of(quote) == words


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("She said in the “Harbour. Court. Weather” programme that it rained.",
         "She said in the “Harbour, Court, Weather” programme that it rained."),
        ("She told the show 'Wake Up! Norland' that it rained.",
         "She told the show 'Wake Up, Norland' that it rained."),
        ("“It rained. It stopped,” she said.", "“It rained. It stopped,” she said."),
        ("She said: “It rained. It stopped.” He left.", "She said: “It rained. It stopped.” He left."),
        ("He read “Harbour” and left. She read “Court” and stayed.",
         "He read “Harbour” and left. She read “Court” and stayed."),
    ],
)  # fmt: skip
def test_stops_inside_titles(text: str, masked: str) -> None:
    assert unstopped(text) == masked


@given(st.text(alphabet="ab .!?“”\"'‘’,AB\n", max_size=60))
def test_masking_keeps_every_offset(text: str) -> None:
    masked = unstopped(text)
    assert len(masked) == len(text)
    assert all(a == b or (a in ".!?" and b == ",") for a, b in zip(text, masked, strict=True))
