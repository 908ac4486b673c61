"""Hedges that one version of a line has and the other has not: 'allegedly', 'is thought to', 'may'."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher

from onrecord.linking.lost_attribution.assertion_words import (
    BEFORE_MONTH,
    CONDITIONS,
    HEDGE_NAMES,
    HEDGES,
    HEDGES_TO,
    IDLE_AFTER,
    MAY,
    MODALS,
    NOT,
    NUMBERS,
    REPORTING,
    STILL_OPEN,
    TO,
)
from onrecord.linking.words import FURNITURE, QUOTED, Words

GAP = 5
"""Words that may stand in the place of a hedge and its verb ('is expected to meet', 'met')."""
BESIDE = 6
"""Words on either side of that place in which most must be equal."""
EQUAL = 0.7
"""Share of those words, and of the bare sentence's, that are equal."""
SIDE = 2
"""Equal words in a row on each side, where the sentence has as many."""
CONDITION_REACH = 4
"""Words before a modal in which a condition takes it in."""
REST = 8
"""Equal words of the sentence, lest a phrase stand for it."""


@dataclass(frozen=True, slots=True)
class Dropped:
    """Words `[first, last)` of the bare article, `[of_first, of_last)` of the hedged one, and the hedge."""

    first: int
    last: int
    of_first: int
    of_last: int
    hedge: str


def dropped_hedges(bare: Words, hedged: Words, there: Mapping[int, int]) -> Iterator[Dropped]:
    """The hedges of `hedged` that `bare` leaves out of the same sentence, one a sentence. `there` leads
    from words of `hedged` to the equal words of `bare`."""
    said, printed = hedged.hashes.tolist(), bare.hashes.tolist()
    done = -1
    for at, word in enumerate(said):
        if at < done or (word not in HEDGES and word not in HEDGES_TO) or at in there:
            continue
        if hedged.flags[at] & (QUOTED | FURNITURE) or not _hedging(said, at):
            continue
        of_first, of_last = hedged.sentences(at, at + 1)
        home = Counter(
            bare.sentences(there[i], there[i] + 1) for i in range(of_first, of_last) if i in there
        )
        if not home:
            continue
        first, last = max(home, key=lambda s: (home[s], -s[0]))
        sentence, other = said[of_first:of_last], printed[first:last]
        if (bare.flags[first:last] & QUOTED).all():
            continue
        equal = _left_out(sentence, other, at - of_first)
        if equal is None:
            continue
        done = of_last
        ours = [first + j for j in equal.values()]
        theirs = [of_first + i for i in (*equal, at - of_first)]
        yield Dropped(min(ours), max(ours) + 1, min(theirs), max(theirs) + 1, HEDGE_NAMES[word])


def _left_out(hedged: list[int], bare: list[int], at: int) -> dict[int, int] | None:
    """The equal words of two sentences, when the hedge at `at` of the one is left out of the other, where
    little else is changed around it and nothing else takes its place."""
    matcher = SequenceMatcher(None, hedged, bare, autojunk=False)
    equal = {
        block.a + k: block.b + k
        for block in matcher.get_matching_blocks()
        for k in range(block.size)
    }
    if at in equal or len(equal) < REST or len(equal) < EQUAL * len(bare):
        return None
    place = next(
        (op for op in matcher.get_opcodes() if op[0] != "equal" and op[1] <= at < op[2]), None
    )
    if place is None:
        return None
    _, start, end, put_start, put_end = place
    if end - start > GAP or put_end - put_start > end - start or end == len(hedged):
        return None
    left = range(max(0, start - BESIDE), start)
    right = range(end, min(len(hedged), end + BESIDE))
    for side in (left, right):
        if sum(i in equal for i in side) < EQUAL * len(side):
            return None
    if not all(i in equal for i in (*left[-SIDE:], *right[:SIDE])) or len(right) < SIDE:
        return None
    kept = set(equal.values())
    new = {word for j, word in enumerate(bare) if j not in kept}
    return None if new & (HEDGES | HEDGES_TO | REPORTING | STILL_OPEN) else equal


def _hedging(words: list[int], at: int) -> bool:
    """The word is a hedge where it stands: not the month, not 'as soon as possible'."""
    word = words[at]
    before = words[at - 1] if at else 0
    after = words[at + 1] if at + 1 < len(words) else 0
    if word in HEDGES_TO and after != TO:
        return False
    if before in IDLE_AFTER or after in NOT:
        return False
    if word in MODALS and CONDITIONS.intersection(words[max(0, at - CONDITION_REACH) : at]):
        return False
    return not (word == MAY and (before in BEFORE_MONTH or after in NUMBERS or before in NUMBERS))
