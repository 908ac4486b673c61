from __future__ import annotations

import random

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from onrecord.linking.happenings.average_link import clustered

Ties = list[tuple[int, int, int]]


def groups(ties: Ties, threshold: float) -> list[list[int]]:
    """Of two and more."""
    one, other, strength = np.array(ties, np.int64).reshape(-1, 3).T
    count = int(max([0, *one, *other])) + 1
    first = clustered(count, one, other, strength, threshold).tolist()
    found = [[m for m in range(count) if first[m] == f] for f in sorted(set(first))]
    assert all(group[0] == first[group[0]] for group in found)
    return [group for group in found if len(group) > 1]


def one_after_another(ties: Ties, threshold: float) -> list[list[int]]:
    """The nearest two of all are joined first: slow."""
    known = {frozenset((a, b)): s for a, b, s in ties}
    found = [[m] for m in sorted({m for a, b, _ in ties for m in (a, b)})]

    def mean(one: list[int], other: list[int]) -> float:
        total = sum(known.get(frozenset((a, b)), 0) for a in one for b in other)
        return total / (len(one) * len(other))

    while True:
        pairs = [(-mean(a, b), a[0], b[0]) for a in found for b in found if a[0] < b[0]]
        if not pairs or -min(pairs)[0] < threshold:
            return [group for group in found if len(group) > 1]
        _, first, second = min(pairs)
        one, other = (next(g for g in found if g[0] == f) for f in (first, second))
        found = sorted([sorted(one + other), *(g for g in found if g[0] not in (first, second))])


def test_the_strongest_ties_join_first() -> None:
    assert groups([(1, 2, 90), (2, 3, 50), (3, 4, 80)], 30) == [[1, 2], [3, 4]]


def test_pairs_without_a_tie_weigh_a_group_down() -> None:
    chain = [(1, 2, 50), (2, 3, 50)]
    assert groups(chain, 30) == [[1, 2]]
    assert groups(chain, 25) == [[1, 2, 3]]


def test_below_the_threshold_nothing_is_joined() -> None:
    assert groups([(1, 2, 10)], 20) == []
    assert groups([], 20) == []


@given(st.integers(0, 10**6), st.integers(2, 14), st.integers(10, 700))
def test_as_if_the_nearest_two_were_joined_one_after_another(
    seed: int, count: int, threshold: int
) -> None:
    chance = random.Random(seed)
    pairs = [(a, b) for a in range(count) for b in range(a + 1, count) if chance.random() < 0.6]
    # Far apart, so that hardly two means are equal.
    ties = [(a, b, chance.randrange(1, 10**9)) for a, b in pairs]
    assert groups(ties, threshold * 10**6) == one_after_another(ties, threshold * 10**6)
