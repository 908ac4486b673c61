"""Which pairs of articles are worth aligning: those that share rare runs of words.

Shingles of five words are thinned by winnowing (Schleimer, Wilkerson and Aiken, SIGMOD 2003):
of every four in a row the smallest hash is kept, so two texts with eight words in a row in
common always share a kept shingle. The kept ones of all articles are sorted once; equal
neighbours are shared shingles. That is n log n in words, exact, and needs no library.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from onrecord.linking.words import QUOTED, Words

SHINGLE = 5
WINDOW = 4
COMMON = 40
"""A shingle in more articles than this is a phrase of the trade or a page's furniture; its
articles are still paired with their neighbours in the sorted list, so that a story which a hundred
outlets reprint stays in one piece without 4,950 pairs."""
NEIGHBOURS = 3
SHARED = 3
"""Kept shingles that a pair must share."""

_MULTIPLIER = np.uint64(0x9E3779B97F4A7C15)
_SHIFT = np.uint64(29)
IN_QUOTES = np.uint64(1)
"""The bit of a kept shingle that says it stands wholly in quotation marks."""


def shingles(words: Words, size: int = SHINGLE) -> npt.NDArray[np.uint64]:
    """The hash of every `size` words in a row; entry i starts at word i."""
    count = len(words) - size + 1
    if count <= 0:
        return np.empty(0, dtype=np.uint64)
    mixed = np.zeros(count, dtype=np.uint64)
    for offset in range(size):
        mixed = (mixed ^ words.hashes[offset : offset + count]) * _MULTIPLIER
        mixed ^= mixed >> _SHIFT
    return mixed


def winnow(words: Words) -> npt.NDArray[np.uint64]:
    """The kept shingles of one article, each once, sorted; `IN_QUOTES` is set in those that stand
    wholly in quotation marks."""
    hashes = shingles(words) & ~IN_QUOTES
    if not len(hashes):
        return hashes
    quoted = np.concatenate(([0], np.cumsum((words.flags & QUOTED) > 0)))
    inside = quoted[SHINGLE:] - quoted[: len(hashes)]
    hashes |= (inside == SHINGLE).astype(np.uint64)
    if len(hashes) > WINDOW:
        hashes = np.lib.stride_tricks.sliding_window_view(hashes, WINDOW).min(axis=1)
    return np.unique(hashes)


def candidates(kept: Sequence[npt.NDArray[np.uint64]]) -> list[tuple[int, int]]:
    """Pairs of indexes into `kept` (lower first, sorted) whose articles share `SHARED` kept
    shingles that are not in quotation marks in both: two reports of one speech share its words
    without copying."""
    if not kept:
        return []
    hashes = np.concatenate(kept)
    owners = np.repeat(
        np.arange(len(kept), dtype=np.int32), np.array([len(k) for k in kept], dtype=np.int64)
    )
    order = np.argsort(hashes, kind="stable")  # stable: owners ascend within one hash
    hashes, owners = hashes[order], owners[order]
    quoted = (hashes & IN_QUOTES).astype(np.bool_)
    edges = np.flatnonzero(np.diff(hashes & ~IN_QUOTES)) + 1
    begins = np.concatenate(([0], edges))
    ends = np.concatenate((edges, [len(hashes)]))
    shared = ends - begins > 1
    tally: Counter[tuple[int, int]] = Counter()
    for begin, end in zip(begins[shared].tolist(), ends[shared].tolist(), strict=True):
        if quoted[begin]:  # sorted by the flag: then all of them are
            continue
        group = owners[begin:end].tolist()
        plain = end - begin - int(quoted[begin:end].sum())
        reach = len(group) if len(group) <= COMMON else NEIGHBOURS
        for at, one in enumerate(group[:plain]):
            for other in group[at + 1 : at + 1 + reach]:
                if one != other:
                    tally[min(one, other), max(one, other)] += 1
    return sorted(pair for pair, count in tally.items() if count >= SHARED)
