"""Pairs of statements that say the same thing, or the opposite, found through their rare words.

An inverted index on each statement's rarest content words gives candidates; the overlap of all
content words, weighted by rarity (idf), decides; numbers, days and names must not contradict it.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from onrecord.linking.claims.sayings import Sayings, Terms, Weights
from onrecord.linking.claims.terms import Said

RARE = 6
"""Words of a statement that are looked up."""
POSTINGS = 100
"""Statements a word may stand in to be looked up: beyond that it is a topic, not a statement."""
MET = 2
"""Rare words that two statements must share to be compared."""
MIN_TERMS = 4
"""Content words that a statement needs to be compared, and that two must share."""
SAME = 0.5
"""Weighted Jaccard similarity from which two statements say the same thing. Set by reading 22
claims across articles among 928 US articles of 2019: about 20 were one claim; the rest shared a
topic in few words ('his business dealings'). A sample, not a benchmark."""
WITHIN = 0.85
"""Weighted share of the shorter statement's words in the longer, where the longer is not more
than twice as heavy."""

AT_ONCE = 1 << 20
"""Pairs that are counted at a time, in some 50 MB."""

Numbers = npt.NDArray[np.int32]

_FORCE = {"demand": "demand", "question": "question", "decline": "decline"}


@dataclass(frozen=True, slots=True)
class Pair:
    """Two statements (numbers in order) and how alike they are. `figures`: alike but for a number."""

    one: int
    other: int
    score: float
    figures: bool = False


def force(stance: str) -> str:
    """What is done in saying it: a demand that X is not a report that X."""
    return _FORCE.get(stance, "state")


def alike(sayings: Sayings, numbers: npt.NDArray[np.int32], weights: Weights) -> Iterator[Pair]:
    """All pairs of the statements `numbers` (sorted) that say the same thing or the opposite of
    it, in no particular order."""
    terms, owners = _looked_up(sayings, numbers, weights)
    for one, other in _met(terms, owners):
        jaccard = _overlap(sayings.terms(one), sayings.terms(other), weights)
        if jaccard is not None:
            pair = compare(one, sayings[one], other, sayings[other], jaccard)
            if pair:
                yield pair


def _looked_up(
    sayings: Sayings, numbers: npt.NDArray[np.int32], weights: Weights
) -> tuple[Terms, Numbers]:
    """(terms, numbers of their statements): the words each statement is looked up by, sorted by word,
    then number."""
    terms, owners = sayings.every_term()
    lengths = np.bincount(owners, minlength=len(sayings))
    fit = np.zeros(len(sayings), dtype=np.bool_)
    fit[numbers] = True
    fit &= lengths >= MIN_TERMS
    terms, owners = terms[fit[owners]], owners[fit[owners]]
    terms, owners = _first(2 * RARE, terms, owners, -weights.of(terms))
    _, at, counts = np.unique(terms, return_inverse=True, return_counts=True)
    spread = counts[at]
    useful = (spread > 1) & (spread <= POSTINGS)
    terms, owners = _first(RARE, terms[useful], owners[useful], spread[useful])
    order = np.lexsort((owners, terms))
    return terms[order], owners[order]


def _first(
    count: int, terms: Terms, owners: Numbers, rank: npt.NDArray[np.float64] | npt.NDArray[np.int64]
) -> tuple[Terms, Numbers]:
    """Of the terms of every owner the `count` of lowest rank, of equals the lower."""
    order = np.lexsort((terms, rank, owners))
    terms, owners = terms[order], owners[order]
    begins = np.searchsorted(owners, owners)  # of the owner's run
    kept = np.arange(len(owners)) - begins < count
    return terms[kept], owners[kept]


def _met(terms: Terms, owners: Numbers) -> Iterator[tuple[int, int]]:
    """Pairs of owners (lower first) that share `MET` terms, from terms sorted with their owners."""
    ends = np.searchsorted(terms, terms, side="right")
    after = ends - np.arange(len(terms)) - 1  # owners of the same term that come later
    # By the lower owner, so that all that a pair shares is in hand at once.
    order = np.argsort(owners, kind="stable")
    total = np.cumsum(after[order])
    begin = 0
    while begin < len(order):
        reached = total[begin - 1] if begin else 0
        end = max(begin + 1, int(np.searchsorted(total, reached + AT_ONCE)))
        while end < len(order) and owners[order[end]] == owners[order[end - 1]]:
            end += 1
        some = order[begin:end]
        begin = end
        lower = np.repeat(some, after[some])
        steps = np.arange(len(lower)) - np.repeat(np.cumsum(after[some]) - after[some], after[some])
        pairs = owners[lower].astype(np.int64) << 32 | owners[lower + 1 + steps]
        found, met = np.unique(pairs, return_counts=True)
        for pair in found[met >= MET].tolist():
            yield pair >> 32, pair & 0xFFFFFFFF


def _overlap(ones: Terms, others: Terms, weights: Weights) -> float | None:
    """The weighted Jaccard similarity of two sets of terms; `None` when they differ too much."""
    shared = np.intersect1d(ones, others, assume_unique=True)
    if len(shared) < MIN_TERMS:
        return None
    # fsum: the order of terms must not show in the last digit
    common, one, other = (math.fsum(weights.of(t).tolist()) for t in (shared, ones, others))
    jaccard = common / max(1e-9, one + other - common)
    within = common / max(1e-9, min(one, other))
    if jaccard < SAME and not (within >= WITHIN and max(one, other) <= 2 * min(one, other)):
        return None
    return jaccard


def compare(first: int, one: Said, second: int, other: Said, jaccard: float) -> Pair | None:
    """Two statements of that similarity as a pair; `None` when they do not say the same thing."""
    if force(one.stance) != force(other.stance) or one.negations != other.negations:
        return None
    if one.article == other.article and one.cover.overlaps(other.cover):
        return None  # one is nested in the other, or is another reading of it
    if one.when and other.when and not one.when & other.when:
        return None
    if not _same_names(one, other):
        return None
    differ = bool(one.numbers - other.numbers and other.numbers - one.numbers)
    return Pair(min(first, second), max(first, second), round(jaccard, 6), differ)


def _same_names(one: Said, other: Said) -> bool:
    """Neither names somebody whom the other replaces, and names come in the same order: 'A beat
    B' is not 'B beat A'."""
    ones, others = set(one.names), set(other.names)
    if (ones - other.terms) and (others - one.terms):
        return False
    kept = [n for n in one.names if n in others]
    return len(kept) != 2 or kept == [n for n in other.names if n in ones]
