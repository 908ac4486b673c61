"""Passages that two articles share, and which of them are reuse: not a shared quotation, not a commonplace."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
import numpy.typing as npt

from onrecord.linking.echoes.alignment import Passage, align
from onrecord.linking.echoes.lineage import house
from onrecord.linking.words import FURNITURE, QUOTED, SENTENCE_END, Words, word_hash

# Set like those of `echoes`, on the labelled pairs of the development part.
PASSAGE = 18
"""Equal unquoted words of one passage that are reuse and no commonplace."""
BORROWED = 70
"""Equal words of one passage that one article prints as its own and the other in quotation marks:
then the one quotes the other's prose; below this it is mostly a speaker's words, set off in one."""

ONE_SIDED = 0.9
"""Share of the words that only one of two articles has in quotation marks which is the same one's: then
that one has them from the other."""

SENTENCE = 13
"""Equal unquoted words of one passage that are reuse where they are most of their sentences in both
articles: a commonplace is a part of a sentence, background that somebody prints again is one."""
SENTENCE_SHARE = 0.6
"""Share of a sentence's words, in each article, that are equal; who said it may have been left off."""

OWN_PASSAGE = 25
"""Like `PASSAGE`, for an outlet that repeats itself: captions and credits recur for days."""


_ANY_WORD = frozenset(
    "time reason hill week nation independent sun mirror star mail post people salon slate mic".split()
)


@dataclass(frozen=True)
class Shared:
    """A passage two articles share, in equal words. `plain`: in quotation marks in neither;
    `half`: in one of them only; `quoting` of these are so in the left one. `whole`: in sentences of which
    most is equal in both, where `plain` alone does not tell."""

    passage: Passage
    plain: int
    half: int
    whole: int = 0
    quoting: int = 0

    @property
    def reused(self) -> bool:
        """The passage by itself is reuse."""
        return self.plain >= PASSAGE or self.plain + self.half >= BORROWED or self.sentences

    @property
    def sentences(self) -> bool:
        """It is nearly whole sentences in both."""
        return min(self.plain, self.whole) >= SENTENCE


def shared_passages(left: Words, right: Words) -> list[Shared]:
    """Aligned passages with at least one word that is not in quotation marks in both."""
    found = []
    for passage in align(left, right):
        plain, half, quoting = 0, 0, 0
        for tile in passage.tiles:
            in_left = left.flags[tile.left : tile.left + tile.length]
            in_right = right.flags[tile.right : tile.right + tile.length]
            own = ((in_left | in_right) & FURNITURE) == 0
            plain += int(np.count_nonzero(own & (((in_left | in_right) & QUOTED) == 0)))
            half += int(np.count_nonzero(own & (((in_left ^ in_right) & QUOTED) > 0)))
            quoting += int(np.count_nonzero(own & ((in_left & ~in_right & QUOTED) > 0)))
        if plain or half:
            short = SENTENCE <= plain < OWN_PASSAGE  # of longer ones nobody asks
            whole = _whole(left, right, passage) if short else 0
            found.append(Shared(passage, plain, half, whole, quoting))
    return found


def _whole(left: Words, right: Words, passage: Passage) -> int:
    """The equal words that stand in sentences of which, in both articles, most are equal."""
    return int(
        np.count_nonzero(
            _in_whole_sentences(left, [(t.left, t.length) for t in passage.tiles])
            & _in_whole_sentences(right, [(t.right, t.length) for t in passage.tiles])
        )
    )


def _in_whole_sentences(words: Words, runs: Sequence[tuple[int, int]]) -> npt.NDArray[np.bool_]:
    """For each word of the runs (start, length), whether most of its sentence is in them."""
    equal = np.concatenate([np.arange(at, at + length) for at, length in runs])
    ends = np.flatnonzero(words.flags & SENTENCE_END) + 1
    sentence = np.searchsorted(ends, equal, side="right")
    inside = np.bincount(sentence, minlength=len(ends))
    return np.asarray((inside >= SENTENCE_SHARE * np.diff(ends, prepend=0))[sentence])


def quoter(passages: Sequence[Shared]) -> Literal["left", "right"] | None:
    """Which of the two prints nearly all that they share as a quotation, and the other as its own."""
    plain, half = sum(p.plain for p in passages), sum(p.half for p in passages)
    quoting = sum(p.quoting for p in passages)
    if plain >= PASSAGE or half < BORROWED:
        return None
    if quoting >= ONE_SIDED * half:
        return "left"
    return "right" if half - quoting >= ONE_SIDED * half else None


def names(words: Words, outlet: str | None) -> bool:
    """The text names the outlet, by more than a word that is any word."""
    called = house(outlet) if outlet else ()
    if not called or (len(called) == 1 and called[0] in _ANY_WORD):
        return False
    wanted = [word_hash(word) for word in called]
    found = words.hashes.tolist()
    return any(found[at : at + len(wanted)] == wanted for at in range(len(found) - len(wanted) + 1))
