"""Who stands near whom in sorted lists, and how that changes when something is put in or taken out."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from onrecord.linking.distinct import distinct

REACH = 50
"""Places in a list within which two meet."""

Entries = Sequence[tuple[int, int]]
"""A list's 32-bit number, and the number of what stands in it, by which lists are sorted."""
Pairs = list[tuple[int, int]]
Ints = npt.NDArray[np.int64]
Truths = npt.NDArray[np.bool_]
_BITS = 31
_LOW = (1 << _BITS) - 1


def moved(stood: Entries, came: Entries, went: Entries) -> tuple[Pairs, Pairs]:
    """Pairs (lower, higher) that stand within `REACH` of each other in a list now and did not before, or of
    which one has come; and those of which neither came nor went, that stood so and do no more.
    What was taken out and put in again both came and went. All entries of what came or went are to
    be given. A pair that parts in these lists may stand in reach in another."""
    known = distinct(np.array([number for of in (stood, came, went) for _, number in of], np.int64))
    before, new, old = (_coded(of, known) for of in (stood, came, went))
    after = _union(np.setdiff1d(before, old, assume_unique=True), new)
    changed = _union(new, old)
    every = _union(before, new)
    every = every[_near(every, changed)]
    now = _within_reach(every[np.isin(every, after)])
    once = _within_reach(every[np.isin(every, before)])
    touched = np.zeros(len(known), np.bool_)
    touched[changed & _LOW] = True
    met = now[touched[now >> _BITS] | touched[now & _LOW] | ~np.isin(now, once)]
    parted = np.setdiff1d(once, now, assume_unique=True)
    parted = parted[~(touched[parted >> _BITS] | touched[parted & _LOW])]
    return _pairs(met, known), _pairs(parted, known)


def _coded(entries: Entries, known: Ints) -> Ints:
    """Ascending, a list's number and the place among `known` in one."""
    if not entries:
        return np.zeros(0, np.int64)
    lists, numbers = np.array(entries, np.int64).T
    return distinct(lists << _BITS | np.searchsorted(known, numbers))


def _union(some: Ints, others: Ints) -> Ints:
    return distinct(np.concatenate((some, others)))


def _near(every: Ints, changed: Ints) -> Truths:
    """Where so little stands between an entry and a change in its list that pairs of it may have met or parted."""
    is_changed = np.isin(every, changed)
    place = np.arange(len(every))
    staying = np.cumsum(~is_changed)
    near = is_changed.copy()
    last = np.maximum.accumulate(np.where(is_changed, place, -1))
    following = np.minimum.accumulate(np.where(is_changed, place, len(place))[::-1])[::-1]
    for nearest, there in ((last, last >= 0), (following, following < len(place))):
        at = np.where(there, nearest, 0)
        same = there & (every[at] >> _BITS == every >> _BITS)
        near |= same & (np.abs(staying[at] - staying) <= REACH + 1)
    return near


def _within_reach(entries: Ints) -> Ints:
    """The pairs, ascending, the places of both among all numbers in one."""
    lists, items = entries >> _BITS, entries & _LOW
    found = [np.zeros(0, np.int64)]
    for ahead in range(1, min(REACH, len(entries) - 1) + 1):
        both = np.flatnonzero(lists[:-ahead] == lists[ahead:])
        if not len(both):
            break
        found.append(items[both] << _BITS | items[both + ahead])
    return distinct(np.concatenate(found))


def _pairs(codes: Ints, known: Ints) -> Pairs:
    return list(zip(known[codes >> _BITS].tolist(), known[codes & _LOW].tolist(), strict=True))
