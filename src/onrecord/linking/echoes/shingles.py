"""Shingles: hashes of a few words in a row, by which articles that share text are found.

Shingles of five words are thinned by winnowing (Schleimer, Wilkerson and Aiken, SIGMOD 2003):
of every three in a row the smallest hash is kept, so two texts with seven words in a row in
common always share a kept shingle.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from onrecord.linking.distinct import distinct
from onrecord.linking.words import FURNITURE, QUOTED, Words

SHINGLE = 5
WINDOW = 3

Hashes = npt.NDArray[np.uint64]
Owners = npt.NDArray[np.int32]

_MULTIPLIER = np.uint64(0x9E3779B97F4A7C15)
_SHIFT = np.uint64(29)
IN_QUOTES = np.uint64(1)
"""The bit of a kept shingle that says it stands wholly in quotation marks."""


def shingles(words: Words, size: int = SHINGLE) -> Hashes:
    """The hash of every `size` words in a row; entry i starts at word i."""
    count = len(words) - size + 1
    if count <= 0:
        return np.empty(0, dtype=np.uint64)
    mixed = np.zeros(count, dtype=np.uint64)
    for offset in range(size):
        mixed = (mixed ^ words.hashes[offset : offset + count]) * _MULTIPLIER
        mixed ^= mixed >> _SHIFT
    return mixed


def winnow(words: Words) -> Hashes:
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
    return distinct(hashes)


def among(hashes: Hashes, wanted: Hashes) -> npt.NDArray[np.bool_]:
    """Which of `hashes` are in `wanted`, which is sorted."""
    if not len(wanted):
        return np.zeros(len(hashes), dtype=np.bool_)
    at = np.searchsorted(wanted, hashes)
    return np.asarray(wanted[np.minimum(at, len(wanted) - 1)] == hashes)


def groups(hashes: Hashes) -> npt.NDArray[np.intp]:
    """Where the groups of equal shingles (flagged or not) begin among sorted ones, and their number last."""
    edges = np.flatnonzero(np.diff(hashes & ~IN_QUOTES)) + 1
    return np.concatenate(([0], edges, [len(hashes)])) if len(hashes) else np.zeros(1, np.intp)
