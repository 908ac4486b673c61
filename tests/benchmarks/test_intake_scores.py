from __future__ import annotations

import pytest
from benchmarks.intake import Dump, Page, overlap, placed
from hypothesis import given
from hypothesis import strategies as st

from onrecord.model import Span

WANTED = "The northern ferry will sail again, the minister said. Nobody was hurt."


def test_text_is_placed_among_furniture() -> None:
    text = f"Home Sea\nMore on the ferry\n{WANTED}\nShare this story"
    spans, found = placed(WANTED, text)
    assert [span.of(text) for span in spans] == [WANTED.rstrip(".")]
    assert found == 1


def test_what_is_not_shown_is_not_found() -> None:
    assert placed(WANTED, "Home Sea Contact us") == ([], 0)
    assert placed("", "Home") == ([], 0)


def test_overlap_counts_letters_alone() -> None:
    dump = Dump("menu, body body, foot", (Span(6, 15),))
    assert overlap(dump, [Span(5, 16)]) == 1
    assert overlap(dump, [Span(0, 10)]) == pytest.approx(2 * 4 / (8 + 8))
    assert overlap(dump, []) == 0


@given(st.text(), st.integers(0, 30), st.integers(0, 30))
def test_overlap_lies_between_nothing_and_all(text: str, one: int, other: int) -> None:
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    spans = [Span(start, end)] if end > start else []
    assert 0 <= overlap(Dump(text, (Span(0, len(text)),) if text else ()), spans) <= 1


def test_an_outlet_is_in_one_part() -> None:
    parts = {
        Page({"url": f"https://{host}vask.example/{path}"}, b"").part
        for host in ("", "www.")
        for path in ("a", "b")
    }
    assert len(parts) == 1
