"""Average-link clustering of a sparse graph (Sokal and Michener 1958)."""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Iterable


def clustered(ties: Iterable[tuple[int, int, float]], threshold: float) -> list[list[int]]:
    """Groups of two and more, each sorted, sorted by their first member. Those are joined first whose
    members are tied most on average, as long as that is `threshold`; a pair without a tie counts 0.

    Takes n log n in ties for groups of bounded size. The order of `ties` does not matter as long as
    their sums do not depend on it: give them sorted.
    """
    sums: dict[int, dict[int, float]] = defaultdict(dict)
    for one, other, strength in ties:
        sums[one][other] = sums[other][one] = strength
    members = {one: [one] for one in sums}

    def mean(one: int, other: int) -> float:
        return sums[one][other] / (len(members[one]) * len(members[other]))

    heap = [
        (-strength, one, other)
        for one, ties_of in sums.items()
        for other, strength in ties_of.items()
        if one < other and strength >= threshold
    ]
    heapq.heapify(heap)
    while heap:
        weighed, one, other = heapq.heappop(heap)
        if one not in members or other not in members or mean(one, other) != -weighed:
            continue  # one of them has been joined to something since
        members[one] += members.pop(other)
        del sums[one][other]
        for third, strength in sums.pop(other).items():
            if third != one:
                del sums[third][other]
                sums[one][third] = sums[third][one] = sums[one].get(third, 0.0) + strength
        for third in sums[one]:
            tied = mean(one, third)
            if tied >= threshold:
                heapq.heappush(heap, (-tied, min(one, third), max(one, third)))
    return sorted(sorted(group) for group in members.values() if len(group) > 1)
