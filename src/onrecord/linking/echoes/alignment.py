"""Which passages of two articles are the same: greedy tiles of equal words, chained over small edits.

Tiles are maximal runs of equal words seeded by five-word shingles (greedy string tiling, Wise
1993), so that reordered paragraphs are found as well as kept ones. Tiles whose neighbours are
near in both texts are chained into one passage; what lies between them is an edit.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise

import numpy as np

from onrecord.linking.echoes.shingles import SHINGLE, among, shingles
from onrecord.linking.words import Words

GAP = 15
"""Words that may be edited between two tiles of one passage."""
GAP_RUN = 2
"""Equal words in a row that count inside a passage."""
EDGE = 8
"""Words before and after a passage in which it may go on beyond an edit."""
EDGE_RUN = 3
REPEATS = 8
"""Occurrences of one shingle in an article that are tried as seeds."""


@dataclass(frozen=True)
class Tile:
    """`length` equal words from word `left` of one article and word `right` of the other."""

    left: int
    right: int
    length: int


@dataclass(frozen=True)
class Passage:
    """Words `[left, left_end)` of one article and `[right, right_end)` of the other, which are
    the same but for the edits between its tiles (in order in both)."""

    tiles: tuple[Tile, ...]

    @property
    def left(self) -> int:
        return self.tiles[0].left

    @property
    def left_end(self) -> int:
        return self.tiles[-1].left + self.tiles[-1].length

    @property
    def right(self) -> int:
        return self.tiles[0].right

    @property
    def right_end(self) -> int:
        return self.tiles[-1].right + self.tiles[-1].length

    @property
    def equal(self) -> int:
        """Words that are equal in both."""
        return sum(t.length for t in self.tiles)

    def gaps(self) -> Iterator[tuple[int, int, int, int]]:
        """The edits: (left start, left end, right start, right end), in words."""
        for before, after in pairwise(self.tiles):
            yield (
                before.left + before.length,
                after.left,
                before.right + before.length,
                after.right,
            )

    def flipped(self) -> Passage:
        """The same passage with the two articles changed over."""
        tiles = tuple(Tile(t.right, t.left, t.length) for t in self.tiles)
        return Passage(tiles)


def align(left: Words, right: Words) -> list[Passage]:
    """The passages two articles share, in the order of the left one; words are used once."""
    tiles = _tiles(left, right)
    passages: list[list[Tile]] = []
    for tile in tiles:
        if passages and _near(passages[-1][-1], tile):
            passages[-1].append(tile)
        else:
            passages.append([tile])
    lefts, rights = left.hashes.tolist(), right.hashes.tolist()
    used_left = {i for t in tiles for i in range(t.left, t.left + t.length)}
    used_right = {i for t in tiles for i in range(t.right, t.right + t.length)}
    found = []
    for seeds in passages:
        kept = []
        for tile in _refined(seeds, lefts, rights):
            left_words = range(tile.left, tile.left + tile.length)
            right_words = range(tile.right, tile.right + tile.length)
            # What is not a seed may run into a neighbouring passage: words are used once.
            free = used_left.isdisjoint(left_words) and used_right.isdisjoint(right_words)
            if free or tile in seeds:
                used_left.update(left_words)
                used_right.update(right_words)
                kept.append(tile)
        found.append(Passage(tuple(kept)))
    return found


def _near(before: Tile, after: Tile) -> bool:
    left_gap = after.left - before.left - before.length
    right_gap = after.right - before.right - before.length
    return 0 <= left_gap <= GAP and 0 <= right_gap <= GAP


def _tiles(left: Words, right: Words) -> list[Tile]:
    left_shingles, right_shingles = shingles(left), shingles(right)
    common = among(left_shingles, np.sort(right_shingles))
    if not common.any():
        return []
    places: dict[int, list[int]] = defaultdict(list)
    seeds = np.sort(left_shingles[common])
    for at in np.flatnonzero(among(right_shingles, seeds)).tolist():
        places[int(right_shingles[at])].append(at)
    lefts, rights = left.hashes.tolist(), right.hashes.tolist()
    found: list[Tile] = []
    used_until = 0
    for at in np.flatnonzero(common).tolist():
        if at < used_until:
            continue
        best = Tile(at, -1, 0)
        for place in places[int(left_shingles[at])][:REPEATS]:
            length = SHINGLE
            while (
                at + length < len(lefts)
                and place + length < len(rights)
                and lefts[at + length] == rights[place + length]
            ):
                length += 1
            if length > best.length:
                best = Tile(at, place, length)
        found.append(best)
        used_until = at + best.length
    return _once(found)


def _once(tiles: list[Tile]) -> list[Tile]:
    """Without tiles that take words of the right article which a longer one has taken."""
    taken: set[int] = set()
    kept = []
    for tile in sorted(tiles, key=lambda t: (-t.length, t.left)):
        words = range(tile.right, tile.right + tile.length)
        if taken.isdisjoint(words):
            taken.update(words)
            kept.append(tile)
    return sorted(kept, key=lambda t: t.left)


def _refined(tiles: list[Tile], lefts: list[int], rights: list[int]) -> Iterator[Tile]:
    """The tiles, with the shorter runs of equal words between them and at their outer edges."""
    first, last = tiles[0], tiles[-1]
    left, right = max(0, first.left - EDGE), max(0, first.right - EDGE)
    yield from _equal(lefts, rights, (left, first.left), (right, first.right), EDGE_RUN)
    yield first
    for before, after in pairwise(tiles):
        left, right = before.left + before.length, before.right + before.length
        yield from _equal(lefts, rights, (left, after.left), (right, after.right), GAP_RUN)
        yield after
    left, right = last.left + last.length, last.right + last.length
    yield from _equal(lefts, rights, (left, left + EDGE), (right, right + EDGE), EDGE_RUN)


def _equal(
    lefts: list[int],
    rights: list[int],
    left: tuple[int, int],
    right: tuple[int, int],
    shortest: int,
) -> Iterator[Tile]:
    matcher = SequenceMatcher(None, lefts[slice(*left)], rights[slice(*right)], autojunk=False)
    for block in matcher.get_matching_blocks():
        if block.size >= shortest:
            yield Tile(left[0] + block.a, right[0] + block.b, block.size)
