"""Whoever shares a shingle with a changed owner is found, however the runs were written and merged."""

from __future__ import annotations

from collections import Counter
from unittest.mock import patch

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.linking.echoes import runs
from onrecord.linking.echoes.runs import Runs
from onrecord.linking.echoes.shingles import IN_QUOTES, Hashes
from onrecord.linking.scratch import scratch

OWNERS = 12
# Two parts of the hashes, a few shingles in each, some of them in quotation marks.
SHINGLE = st.builds(
    lambda part, shingle, quoted: part << 63 | shingle << 1 | quoted,
    st.integers(0, 1), st.integers(0, 9), st.integers(0, 1),
)  # fmt: skip
OWN = st.frozensets(SHINGLE, max_size=6)
Round = tuple[list[frozenset[int]], frozenset[int]]
"""The shingles of new owners, and who goes."""
ROUND = st.tuples(st.lists(OWN, max_size=3), st.frozensets(st.integers(0, OWNERS - 1), max_size=4))


def marks(owners: frozenset[int]) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    found = np.zeros(OWNERS, dtype=np.bool_)
    found[list(owners)] = True
    return found


def hashes(own: frozenset[int]) -> Hashes:
    return np.array(sorted(own), dtype=np.uint64)


@given(st.lists(ROUND, max_size=4), st.integers(1, 9))
@settings(deadline=None)
def test_whoever_shares_with_one_that_came_or_went_is_found(
    rounds: list[Round], waiting: int
) -> None:
    held: dict[int, frozenset[int]] = {}
    were: frozenset[int] = frozenset()
    with patch.multiple(runs, BUCKETS=4, WAITING=waiting, FEW=2), scratch() as connection:
        kept = Runs(connection)
        for added, go in rounds:
            came = frozenset(range(len(held), len(held) + len(added)))
            for owner, own in zip(sorted(came), added, strict=True):
                held[owner] = own
                kept.add(hashes(own), owner)
            are = were - go | came
            touched = {s >> 1 for o in were ^ are for s in held[o]}
            found = Counter(
                (int(shingle), int(owner))
                for parts in kept.touched(marks(were), marks(are))
                for shingle, owner in zip(*parts, strict=True)
            )
            entries = Counter((s, o) for o in were | are for s in held[o])
            assert found <= entries  # each once
            assert {entry for entry in entries if entry[0] >> 1 in touched} <= found.keys()
            whole = {s >> 1 for s, _ in found}
            assert found.keys() == {entry for entry in entries if entry[0] >> 1 in whole}
            were = are


def test_runs_are_few_and_mostly_of_those_that_are_there() -> None:
    def sizes() -> list[int]:
        rows = connection.execute("SELECT length(owners) / 4 FROM shingles ORDER BY run")
        return [size for (size,) in rows]

    with patch.multiple(runs, WAITING=500), scratch() as connection:
        kept = Runs(connection)
        were: frozenset[int] = frozenset()
        for owner in range(OWNERS):
            kept.add(np.arange(100, dtype=np.uint64) << IN_QUOTES, owner)
            if owner % 5 == 4:
                are = frozenset(range(owner + 1))
                list(kept.touched(marks(were), marks(are)))
                assert all(size >= 2 * sum(sizes()[at + 1 :]) for at, size in enumerate(sizes()))
                were = are
        assert sum(sizes()) == 1000
        list(kept.touched(marks(were), marks(frozenset(range(6)))))
        assert sum(sizes()) in (600, 1000)
        list(kept.touched(marks(frozenset(range(6))), marks(frozenset({0}))))
        assert sizes() == [100]
