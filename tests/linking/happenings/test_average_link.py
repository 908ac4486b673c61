from __future__ import annotations

import random

from onrecord.linking.happenings.average_link import clustered


def test_the_strongest_ties_join_first() -> None:
    ties = [(1, 2, 0.9), (2, 3, 0.5), (3, 4, 0.8)]
    assert clustered(ties, 0.3) == [[1, 2], [3, 4]]


def test_pairs_without_a_tie_weigh_a_group_down() -> None:
    chain = [(1, 2, 0.5), (2, 3, 0.5)]
    assert clustered(chain, 0.3) == [[1, 2]]
    assert clustered(chain, 0.25) == [[1, 2, 3]]


def test_below_the_threshold_nothing_is_joined() -> None:
    assert clustered([(1, 2, 0.1)], 0.2) == []
    assert clustered([], 0.2) == []


def test_everybody_is_in_one_group_at_most() -> None:
    chance = random.Random(7)
    for _ in range(20):
        pairs = {tuple(sorted(chance.sample(range(30), 2))) for _ in range(80)}
        ties = [(a, b, chance.random()) for a, b in sorted(pairs)]
        groups = clustered(ties, 0.2)
        members = [one for group in groups for one in group]
        assert len(members) == len(set(members))
        assert groups == sorted(groups)
        assert all(group == sorted(group) and len(group) > 1 for group in groups)
