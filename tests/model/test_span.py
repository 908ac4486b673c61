from __future__ import annotations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.model import Span
from onrecord.model.span import cover, trim

SPANS = st.tuples(st.integers(0, 50), st.integers(0, 50)).map(lambda ends: Span(*sorted(ends)))


def test_a_span_is_a_pair() -> None:
    assert msgspec.json.encode(Span(3, 7)) == b"[3,7]"
    assert msgspec.json.decode(b"[3,7]", type=Span) == Span(3, 7)
    assert len(Span(3, 7)) == 4
    assert Span(3, 7).of("The tide") == " tid"
    assert Span(3, 7).shift(2) == Span(5, 9)
    assert Span(1, 2) < Span(1, 3) < Span(2, 2)


@given(SPANS, SPANS)
def test_overlap_and_cover(one: Span, other: Span) -> None:
    inside, outside = set(range(one.start, one.end)), set(range(other.start, other.end))
    if inside and outside:
        assert one.overlaps(other) == other.overlaps(one) == bool(inside & outside)
        assert one.covers(other) == (outside <= inside)
    both = cover([one, other])
    assert both.covers(one)
    assert both.covers(other)
    assert {both.start, both.end} <= {one.start, one.end, other.start, other.end}


@given(st.text(" \n\u00a0ab", max_size=12), SPANS)
def test_trim(text: str, span: Span) -> None:
    span = Span(min(span.start, len(text)), min(span.end, len(text)))
    kept = trim(span, text)
    assert span.covers(kept)
    assert kept.of(text) == span.of(text).strip(" \n\u00a0")


def test_cover_of_nothing() -> None:
    with pytest.raises(ValueError, match="empty"):
        cover([])
