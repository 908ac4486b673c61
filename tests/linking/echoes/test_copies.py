"""Reprints and edits are of one origin."""

from __future__ import annotations

from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.linking.echoes.copies import origin_of
from onrecord.model import Echo, Span

NAMES = st.sampled_from("abcdefx")


def count(echoes: list[Echo]) -> int:
    find = origin_of("abcdef", echoes)
    return len({find(article) for article in "abcdef"})


@given(st.lists(st.tuples(NAMES, NAMES)))
def test_origins_do_not_depend_on_the_order_of_echoes(edges: list[tuple[str, str]]) -> None:
    echoes = [
        Echo("e", a, b, (Span(0, 1),), (Span(0, 1),), "reprint", 1.0, "unknown") for a, b in edges
    ]
    # What the record does not hold ('x') joins nothing.
    known = {frozenset(edge) for edge in edges if edge[0] != edge[1] and "x" not in edge}
    assert count(echoes) == count(echoes[::-1])
    assert 6 - len(known) <= count(echoes) <= 6


@pytest.mark.parametrize(("kind", "left"), [("reprint", 5), ("edited", 5), ("passage", 6)])
def test_a_shared_passage_is_no_reprint(
    kind: Literal["reprint", "edited", "passage"], left: int
) -> None:
    echo = Echo("e", "a", "b", (), (), kind, 0.3, "unknown")
    assert count([echo]) == left
