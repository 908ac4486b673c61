from __future__ import annotations

import pytest
from benchmarks.coreference import clusters, conll
from hypothesis import given
from hypothesis import strategies as st

chains = st.dictionaries(st.integers(0, 20), st.integers(0, 6), min_size=2)


@given(chains)
def test_what_agrees_scores_one(found: dict[int, int]) -> None:
    scores = conll(clusters(found), clusters(found))
    assert scores["b3"] == pytest.approx(1)
    assert scores["ceaf_e"] == pytest.approx(1)
    alone = len(set(found.values())) == len(found)
    assert scores["muc"] == pytest.approx(0 if alone else 1)


@given(chains, chains)
def test_scores_lie_between_nothing_and_all(one: dict[int, int], other: dict[int, int]) -> None:
    assert all(0 <= value <= 1 + 1e-9 for value in conll(clusters(one), clusters(other)).values())


def test_the_example_of_the_reference_scorer() -> None:
    # {a b c} {d e f g} against {a b} {c d} {f g h i}: worked out by hand after the definitions.
    wanted = [frozenset("abc"), frozenset("defg")]
    found = [frozenset("ab"), frozenset("cd"), frozenset("fghi")]
    scores = conll(found, wanted)
    assert scores["muc"] == pytest.approx(0.4)
    precision = (2 * 2 / 2 + 2 * (1 / 2) + 2 * 2 / 4) / 8
    recall = (2 * 2 / 3 + 1 / 3 + 1 / 4 + 2 * 2 / 4) / 7
    assert scores["b3"] == pytest.approx(2 * precision * recall / (precision + recall))
    similarity = 4 / 5 + 4 / 8
    assert scores["ceaf_e"] == pytest.approx(
        2 * (similarity / 3) * (similarity / 2) / (similarity / 3 + similarity / 2)
    )
