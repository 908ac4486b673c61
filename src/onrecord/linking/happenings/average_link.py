"""Average-link clustering of a sparse graph (Sokal and Michener 1958).

Two that are nearest to each other are joined at once, wherever they are: what is joined elsewhere cannot
come between them (Bruynooghe 1977), so the outcome is that of joining the nearest two of all, one after another.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.int64]


def clustered(count: int, one: Ints, other: Ints, strength: Ints, threshold: float) -> Ints:
    """The first member of the group of each of `count`, who are in a group of one if in no other. Those are joined first
    whose members are tied most on average, as long as that is `threshold`; of equals, those with the
    first members. A pair without a tie counts 0.

    Ties are given once each, `one < other`. Strengths are whole numbers: their sums, and so the outcome, do not
    depend on the order of ties.
    """
    group = np.arange(count)
    size = np.ones(count, np.int64)
    while True:
        mean = strength / (size[one] * size[other])
        strong = mean >= threshold
        # Whoever is tied strongly to nobody now will not be either when others are joined.
        open_ = np.zeros(count, np.bool_)
        open_[one[strong]] = open_[other[strong]] = True
        kept = open_[one] & open_[other]
        if not kept.any():
            return group
        one, other, strength, mean = one[kept], other[kept], strength[kept], mean[kept]
        order = np.lexsort((other, one, -mean))
        rank = np.empty(len(order), np.int64)
        rank[order] = np.arange(len(order))
        best = np.full(count, len(order))
        np.minimum.at(best, one, rank)
        np.minimum.at(best, other, rank)
        joined = (best[one] == rank) & (best[other] == rank) & (mean >= threshold)
        into = np.arange(count)
        into[other[joined]] = one[joined]
        size[one[joined]] += size[other[joined]]
        group = into[group]
        ends = into[one], into[other]
        codes = np.minimum(*ends) * count + np.maximum(*ends)
        apart = ends[0] != ends[1]
        codes, at = np.unique(codes[apart], return_inverse=True)
        strength = np.bincount(at, strength[apart], len(codes)).astype(np.int64)
        one, other = codes // count, codes % count
