"""From scores to relations: cues, then for each cue the best source and content (numpy only).

The cue scores are B, I, O by word; the scores of a link are none, source begins/goes on, content
begins/goes on by word and cue, with learned transitions (a linear-chain CRF; Lafferty et al. 2001).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from onrecord.reading.relations.words import CLOSING, OPENING, OUTSIDE, Span, Words

Floats = npt.NDArray[np.float32]
NONE, SOURCE_B, SOURCE_I, CONTENT_B, CONTENT_I = range(5)
TAGS = 5
MOST_FRAGMENTS = 3
# A cue below this is not looked at any further; chosen with the others in `settings.json`.
CANDIDATE = 0.15


@dataclass(slots=True)
class Relation:
    """One relation found, in words of the text, end exclusive; `confidence` lies in (0, 1)."""

    cue: Span
    source: list[Span]
    content: list[Span]
    confidence: float
    scores: dict[str, float] = field(default_factory=dict)


def softmax(scores: Floats) -> Floats:
    """Probabilities along the last axis."""
    high = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return np.asarray(high / high.sum(axis=-1, keepdims=True), np.float32)


def cue_candidates(
    scores: Floats, core: int, threshold: float = CANDIDATE
) -> list[tuple[Span, float]]:
    """Cues of one window from scores [W, 3] (O, B, I), from word `core` on, with probabilities.

    A cue starts where B is likelier than the threshold and no likelier neighbour claims the word;
    it goes on while I is likelier than O.
    """
    chance = softmax(scores)
    starts = (chance[:, 1] >= threshold).tolist()
    if True not in starts[core:]:
        return []
    found: list[tuple[Span, float]] = []
    begins: list[float] = chance[:, 1].tolist()
    goes_on = (chance[:, 2] > np.maximum(chance[:, 0], chance[:, 1])).tolist()
    count = len(starts)
    word = core
    while word < count:
        if not starts[word]:
            word += 1
            continue
        end = word + 1
        while end < count and goes_on[end]:
            end += 1
        alone = end == word + 1 and end < count
        if alone and begins[word] < 0.5 and begins[end] > begins[word]:
            word = end
            continue
        found.append(((word, end), begins[word]))
        word = end
    return found


def viterbi(scores: Floats, steps: Floats, start: Floats) -> npt.NDArray[np.int64]:
    """Best tag sequences [K, W] for scores [K, W, TAGS], transitions `steps[from, to]`."""
    count, width, _ = scores.shape
    # The cost is in the number of calls, not in their size: three a word, on views made before,
    # and the ways back for all words in one.
    along = list(np.ascontiguousarray(scores.transpose(1, 0, 2)))
    best = np.empty((width, count, TAGS), np.float32)
    to = list(best)
    of = list(best.transpose(0, 2, 1)[:, :, :, None])
    to[0][:] = along[0] + start
    moves = steps[:, None]
    ways = np.empty((TAGS, count, TAGS), np.float32)
    for word in range(1, width):
        np.add(of[word - 1], moves, ways)
        np.maximum.reduce(ways, axis=0, out=to[word])
        np.add(to[word], along[word], to[word])
    back: list[list[list[int]]] = (best[:-1, :, :, None] + steps).argmax(axis=2).tolist()
    path: list[list[int]] = []
    last: list[int] = best[-1].argmax(axis=1).tolist()
    for row, tag in enumerate(last):
        tags = [tag]
        for way in reversed(back):
            tags.append(way[row][tags[-1]])
        path.append(tags[::-1])
    return np.array(path, np.int64).reshape(count, width)


def runs(tags: Sequence[int], begin: int) -> list[Span]:
    """Runs of one role: `begin` opens one, `begin + 1` goes on."""
    found: list[Span] = []
    for i, tag in enumerate(tags):
        if tag == begin or (tag == begin + 1 and not (found and found[-1][1] == i)):
            found.append((i, i + 1))
        elif tag == begin + 1:
            found[-1] = (found[-1][0], i + 1)
    return found


def weight(scores: Floats, run: Span, begin: int) -> float:
    """How much the scores prefer a run's tags to none."""
    a, b = run
    gain = scores[a:b, begin + 1] - scores[a:b, NONE]
    gain[0] = scores[a, begin] - scores[a, NONE]
    return float(gain.sum())


def choose(scores: Floats, tags: Sequence[int], offset: int) -> tuple[list[Span], list[Span]]:
    """Source (at most one run) and content (at most three) of one cue, in words of the text."""
    source = runs(tags, SOURCE_B)
    content = runs(tags, CONTENT_B)
    if len(source) > 1:
        source = [max(source, key=lambda run: weight(scores, run, SOURCE_B))]
    if len(content) > MOST_FRAGMENTS:
        content = sorted(content, key=lambda run: -weight(scores, run, CONTENT_B))
        content = sorted(content[:MOST_FRAGMENTS])
    return moved(source, offset), moved(content, offset)


def moved(found: Sequence[Span], offset: int) -> list[Span]:
    """The same runs counted from `offset` words earlier."""
    return [(a + offset, b + offset) for a, b in found]


def grow(words: Words, content: list[Span], taken: Sequence[Span]) -> list[Span]:
    """Quotation marks as evidence: content that covers most of a quotation runs to its marks.

    It stops at words the relation uses otherwise (`taken`: its cue and its source), and content
    that ends just before a closing mark of a quotation it stands in takes the mark in.
    """
    used = {word for a, b in taken for word in range(a, b)}
    grown: list[Span] = []
    count = len(words.strings)
    for a, b in content:
        for edge in (a, b - 1):
            number = words.quotation[edge]
            if not number:
                continue
            low = edge
            while low > 0 and words.quotation[low - 1] == number and low - 1 not in used:
                low -= 1
            high = edge + 1
            while high < count and words.quotation[high] == number and high not in used:
                high += 1
            inside = min(b, high) - max(a, low)
            if 2 * inside > high - low and words.paragraph[low] == words.paragraph[high - 1]:
                a, b = min(a, low), max(b, high)
        own = words.paragraph[a]
        closes = b < count and words.paragraph[b] == own and words.state[b] == CLOSING
        if closes and words.state[b - 1] != OUTSIDE:
            b += 1
        opens = a > 0 and words.paragraph[a - 1] == own and words.state[a - 1] == OPENING
        if opens and words.state[a] != OUTSIDE:
            a -= 1
        if grown and a <= grown[-1][1]:
            grown[-1] = (grown[-1][0], max(b, grown[-1][1]))
        else:
            grown.append((a, b))
    return grown


def confidence(cue: float, valid: float, bias: Sequence[float]) -> float:
    """Probability that a relation is right, from cue probability and link logit (Platt 1999)."""
    odds = np.log(cue + 1e-6) - np.log(1 - cue + 1e-6)
    return float(1 / (1 + np.exp(-(bias[0] + bias[1] * odds + bias[2] * valid))))


def exclusive(found: list[Relation]) -> list[Relation]:
    """Two relations may nest but not share most of one content: the surer one keeps it."""
    kept: list[Relation] = []
    for relation in sorted(found, key=lambda r: -r.confidence):
        own = {w for a, b in relation.content for w in range(a, b)}
        clash = False
        for other in kept:
            theirs = {w for a, b in other.content for w in range(a, b)}
            if 2 * len(own & theirs) > max(len(own), len(theirs)):
                clash = True
        if not clash:
            kept.append(relation)
    return sorted(kept, key=lambda r: r.cue)
