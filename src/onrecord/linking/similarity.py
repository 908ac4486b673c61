"""Pairs of statements that say the same thing, or the opposite, found through their rare words.

An inverted index on each statement's rarest content words gives candidates; the overlap of all
content words, weighted by rarity (idf), decides; numbers, days and names must not contradict it.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

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


@dataclass(frozen=True)
class Pair:
    """Two statements (ids in order) and how alike they are. `figures`: alike but for a number."""

    one: str
    other: str
    score: float
    figures: bool = False


def force(stance: str) -> str:
    """What is done in saying it: a demand that X is not a report that X."""
    return _FORCE.get(stance, "state")


def weights(statements: Sequence[Said]) -> dict[str, float]:
    """The idf of every term, over distinct statements (a story's reprints count once)."""
    distinct = {s.terms for s in statements}
    df: Counter[str] = Counter()
    for terms in distinct:
        df.update(terms)
    return {term: math.log((1 + len(distinct)) / n) for term, n in df.items()}


def alike(statements: Sequence[Said], weight: Mapping[str, float]) -> Iterator[Pair]:
    """All pairs that say the same thing or the opposite of it, in no particular order."""
    fit = [s for s in statements if len(s.terms) >= MIN_TERMS]
    postings: dict[str, list[int]] = defaultdict(list)
    for at, statement in enumerate(fit):
        ranked = sorted(statement.terms, key=lambda t: (-weight[t], t))
        for term in ranked[: 2 * RARE]:
            postings[term].append(at)
    looked_up: dict[int, list[str]] = defaultdict(list)
    for term, places in sorted(postings.items(), key=lambda p: (len(p[1]), p[0])):
        if 1 < len(places) <= POSTINGS:
            for at in places:
                if len(looked_up[at]) < RARE:
                    looked_up[at].append(term)
    index: dict[str, list[int]] = defaultdict(list)
    for at in range(len(fit)):
        met: Counter[int] = Counter()
        for term in looked_up.get(at, ()):
            met.update(index[term])
            index[term].append(at)
        for earlier, count in met.items():
            if count >= MET:
                pair = compare(fit[earlier], fit[at], weight)
                if pair:
                    yield pair


def compare(one: Said, other: Said, weight: Mapping[str, float]) -> Pair | None:
    """How alike two statements are; `None` when they do not say the same thing."""
    if force(one.stance) != force(other.stance) or one.negations != other.negations:
        return None
    if one.article == other.article and one.cover.overlaps(other.cover):
        return None  # one is nested in the other, or is another reading of it
    shared = one.terms & other.terms
    if len(shared) < MIN_TERMS:
        return None
    # fsum: the order in which sets give their members must not show in the last digit
    common = math.fsum(weight[t] for t in shared)
    ones, others = (math.fsum(weight[t] for t in s.terms) for s in (one, other))
    jaccard = common / max(1e-9, ones + others - common)
    within = common / max(1e-9, min(ones, others))
    if jaccard < SAME and not (within >= WITHIN and max(ones, others) <= 2 * min(ones, others)):
        return None
    if one.when and other.when and not one.when & other.when:
        return None
    if not _same_names(one, other):
        return None
    differ = bool(one.numbers - other.numbers and other.numbers - one.numbers)
    first, second = sorted((one.id, other.id))
    return Pair(first, second, round(jaccard, 6), differ)


def _same_names(one: Said, other: Said) -> bool:
    """Neither names somebody whom the other replaces, and names come in the same order: 'A beat
    B' is not 'B beat A'."""
    ones, others = set(one.names), set(other.names)
    if (ones - other.terms) and (others - one.terms):
        return False
    kept = [n for n in one.names if n in others]
    return len(kept) != 2 or kept == [n for n in other.names if n in ones]
