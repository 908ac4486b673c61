"""Which pairs of articles are worth aligning: those that share rare runs of words.

Shingles of five words are thinned by winnowing (Schleimer, Wilkerson and Aiken, SIGMOD 2003):
of every three in a row the smallest hash is kept, so two texts with seven words in a row in
common always share a kept shingle. The kept ones of all articles are sorted, a part of all hashes
at a time; equal neighbours are shared shingles. That is n log n in words, exact, and needs no library.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable

import numpy as np
import numpy.typing as npt

from onrecord.linking.words import FURNITURE, QUOTED, Words

SHINGLE = 5
WINDOW = 3
COMMON = 40
"""A shingle in more articles than this is a phrase of the trade or a page's furniture; its
articles are still paired with their neighbours in the sorted list, so that a story which a hundred
outlets reprint stays in one piece without 4,950 pairs."""
NEIGHBOURS = 3
SHARED = 3
"""Kept shingles that a pair must share: a sentence of 15 words with one edit has them."""

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
    """The kept shingles of one article, each once, sorted, without those that touch the page's own parts;
    `IN_QUOTES` is set in those that stand wholly in quotation marks."""
    hashes = shingles(words) & ~IN_QUOTES
    if not len(hashes):
        return hashes
    quoted = np.concatenate(([0], np.cumsum((words.flags & QUOTED) > 0)))
    inside = quoted[SHINGLE:] - quoted[: len(hashes)]
    hashes |= (inside == SHINGLE).astype(np.uint64)
    page = np.concatenate(([0], np.cumsum((words.flags & FURNITURE) > 0)))
    hashes = hashes[page[SHINGLE:] == page[: len(hashes)]]
    if len(hashes) > WINDOW:
        hashes = np.lib.stride_tricks.sliding_window_view(hashes, WINDOW).min(axis=1)
    return np.unique(hashes)


def candidates(
    buckets: Iterable[tuple[npt.NDArray[np.uint64], npt.NDArray[np.int32]]],
) -> list[tuple[int, int]]:
    """Pairs of article numbers (lower first, sorted) that share `SHARED` kept shingles which are
    not in quotation marks in both: two reports of one speech share its words without copying.

    Each bucket holds kept shingles and the numbers of their articles, sorted by both; a shingle
    is in one bucket only, so that one bucket at a time need be in memory.
    """
    pairs = np.empty(0, dtype=np.int64)
    counts = np.empty(0, dtype=np.int64)
    for hashes, owners in buckets:
        more = np.frombuffer(_pairs(hashes, owners), dtype=np.int64)
        if len(more):
            both = np.concatenate((counts, np.ones(len(more), dtype=np.int64)))
            pairs, at = np.unique(np.concatenate((pairs, more)), return_inverse=True)
            counts = np.bincount(at, weights=both).astype(np.int64)
    return [divmod(pair, 1 << 32) for pair in pairs[counts >= SHARED].tolist()]


def _pairs(hashes: npt.NDArray[np.uint64], owners: npt.NDArray[np.int32]) -> array[int]:
    """The pairs of articles that share a shingle, once for each, as `lower << 32 | higher`."""
    quoted = (hashes & IN_QUOTES).astype(np.bool_)
    edges = np.flatnonzero(np.diff(hashes & ~IN_QUOTES)) + 1
    begins = np.concatenate(([0], edges))
    ends = np.concatenate((edges, [len(hashes)]))
    shared = ends - begins > 1
    found = array("q")
    for begin, end in zip(begins[shared].tolist(), ends[shared].tolist(), strict=True):
        if quoted[begin]:  # sorted by the flag: then all of them are
            continue
        group = owners[begin:end].tolist()
        plain = end - begin - int(quoted[begin:end].sum())
        reach = len(group) if len(group) <= COMMON else NEIGHBOURS
        for at, one in enumerate(group[:plain]):
            for other in group[at + 1 : at + 1 + reach]:
                if one != other:
                    found.append(min(one, other) << 32 | max(one, other))
    return found
