"""Pairs of statements that say the same thing, or the opposite, found through their rare words.

An inverted index on each statement's rarest content words gives candidates; the overlap of all
content words, weighted by rarity (idf), decides; numbers, days and names must not contradict it.
"""

from __future__ import annotations

import math
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from onrecord.linking.sayings import Sayings, Terms, Weights, term_number
from onrecord.linking.terms import Said

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


def alike(sayings: Sayings, numbers: Sequence[int], weights: Weights) -> Iterator[Pair]:
    """All pairs of the statements `numbers` (sorted) that say the same thing or the opposite of
    it, in no particular order."""
    fit = array("l", (n for n in numbers if len(sayings.terms(n)) >= MIN_TERMS))
    terms, owners = _looked_up(sayings, fit, weights)
    order = np.argsort(terms, kind="stable")  # owners ascend within a term
    sorted_terms, sorted_owners = terms[order], owners[order]
    del order
    begin = 0
    for at in range(len(fit)):
        end = begin
        while end < len(owners) and owners[end] == at:
            end += 1
        own = terms[begin:end]
        begin = end
        if len(own) < MET:
            continue
        starts = np.searchsorted(sorted_terms, own, side="left")
        ends = np.searchsorted(sorted_terms, own, side="right")
        there = [sorted_owners[s:e] for s, e in zip(starts.tolist(), ends.tolist(), strict=True)]
        earlier, met = np.unique(np.concatenate(there), return_counts=True)
        for other in earlier[(met >= MET) & (earlier < at)].tolist():
            one, two = fit[other], fit[at]
            if _overlap(sayings.terms(one), sayings.terms(two), weights) is None:
                continue
            pair = compare(one, sayings[one], two, sayings[two], weights)
            if pair:
                yield pair


def _looked_up(
    sayings: Sayings, fit: Sequence[int], weights: Weights
) -> tuple[npt.NDArray[np.uint32], npt.NDArray[np.int32]]:
    """(terms, places in `fit`): the words each statement is looked up by, places ascending."""
    rarest = array("I")
    ends = array("I", [0])
    for number in fit:
        terms = sayings.terms(number)
        best = terms[np.lexsort((terms, -weights.of(terms)))][: 2 * RARE]
        rarest.frombytes(best.tobytes())
        ends.append(len(rarest))
    every = np.frombuffer(rarest, dtype=np.uint32)
    known, counts = np.unique(every, return_counts=True)
    kept = array("I")
    owners = array("i")
    for at in range(len(fit)):
        terms = every[ends[at] : ends[at + 1]]
        spread = counts[np.searchsorted(known, terms)]
        useful = np.flatnonzero((spread > 1) & (spread <= POSTINGS))
        best = terms[useful[np.lexsort((terms[useful], spread[useful]))]][:RARE]
        kept.frombytes(best.tobytes())
        owners.extend([at] * len(best))
    return np.array(kept, dtype=np.uint32), np.array(owners, dtype=np.int32)


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


def compare(first: int, one: Said, second: int, other: Said, weights: Weights) -> Pair | None:
    """How alike two statements are; `None` when they do not say the same thing."""
    if force(one.stance) != force(other.stance) or one.negations != other.negations:
        return None
    if one.article == other.article and one.cover.overlaps(other.cover):
        return None  # one is nested in the other, or is another reading of it
    jaccard = _overlap(_numbered(one), _numbered(other), weights)
    if jaccard is None:
        return None
    if one.when and other.when and not one.when & other.when:
        return None
    if not _same_names(one, other):
        return None
    differ = bool(one.numbers - other.numbers and other.numbers - one.numbers)
    return Pair(min(first, second), max(first, second), round(jaccard, 6), differ)


def _numbered(statement: Said) -> Terms:
    return np.array(sorted({term_number(t) for t in statement.terms}), dtype=np.uint32)


def _same_names(one: Said, other: Said) -> bool:
    """Neither names somebody whom the other replaces, and names come in the same order: 'A beat
    B' is not 'B beat A'."""
    ones, others = set(one.names), set(other.names)
    if (ones - other.terms) and (others - one.terms):
        return False
    kept = [n for n in one.names if n in others]
    return len(kept) != 2 or kept == [n for n in other.names if n in ones]
