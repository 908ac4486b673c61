"""Which sentence of another version a line stands in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from onrecord.linking.lost_attribution.assertion_words import COMMON
from onrecord.linking.lost_attribution.sourced import Version, indices
from onrecord.linking.words import Words
from onrecord.model import Span

REWORDED = 0.6
"""Share of the words that tell, of the content and of the bare sentence, that are equal where no five
words in a row are."""
REWORDED_WORDS = 5


def by_sentence(words: Words, spans: Sequence[Span]) -> Iterator[list[int]]:
    """The words of `spans`, those of one sentence together."""
    kept: list[int] = []
    end = -1
    for at in indices(words, spans):
        if at >= end:
            if kept:
                yield kept
            kept, end = [], words.sentences(at, at + 1)[1]
        kept.append(at)
    if kept:
        yield kept


def home(words: Words, carried: Sequence[int]) -> tuple[int, int]:
    """The sentence that holds most of the words."""
    sentences = Counter(words.sentences(at, at + 1) for at in carried)
    return max(sentences, key=lambda s: (sentences[s], -s[0]))


def reworded(content: Sequence[int], said: Words, printed: Version) -> list[int]:
    """The words of `content` in the sentence that has most of its words that tell, and little else."""
    told = [int(said.hashes[i]) for i in content]
    telling = set(told) - COMMON
    best: tuple[int, int, int] = (0, 0, 0)
    for first, last, sentence in printed.sentences:
        equal = len(sentence & telling)
        if equal >= REWORDED * max(len(telling), len(sentence), 1):
            best = max(best, (equal, -first, last))
    equal, start, last = best
    if equal < REWORDED_WORDS:
        return []
    first = -start
    own = printed.words.hashes[first:last].tolist()
    matcher = SequenceMatcher(None, own, told, autojunk=False)
    blocks = matcher.get_matching_blocks()
    return [first + block.a + k for block in blocks for k in range(block.size)]
