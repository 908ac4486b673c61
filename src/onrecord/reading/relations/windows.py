"""Windows over the words: what the encoder sees at once.

A window holds whole paragraphs, as many as fit, after the tail of the paragraph before (context: read,
not decided on). A paragraph too long for a window is cut at a sentence's end.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from onrecord.reading.relations.words import Integers, Words, shape

CLS, SEP, PAD = 101, 102, 0
SHAPES, STATES = 5, 4
FEATURES = 1 + SHAPES * STATES
Pieces = Callable[[list[str]], list[list[int]]]


@dataclass(slots=True)
class Window:
    """Words [start, end) of a text, of which [core, end) are decided here.

    `pieces` and `features` are what the encoder reads, [CLS] and [SEP] included; `first` gives
    for each word of the window the place of its first piece.
    """

    start: int
    core: int
    end: int
    pieces: list[int]
    features: list[int]
    first: list[int]


def _blocks(found: Words, lengths: Sequence[int], room: int) -> list[tuple[int, int]]:
    """Word ranges that must stay whole: paragraphs, or runs of sentences where one is too long."""
    blocks: list[tuple[int, int]] = []
    start = 0
    count = len(found.strings)
    while start < count:
        end = start
        while end < count and found.paragraph[end] == found.paragraph[start]:
            end += 1
        while sum(lengths[start:end]) > room:
            stop, size = start, 0
            cut = 0
            while size + lengths[stop] <= room:
                size += lengths[stop]
                stop += 1
                if found.sentence[stop] != found.sentence[stop - 1]:
                    cut = stop
            cut = cut or max(stop, start + 1)
            blocks.append((start, cut))
            start = cut
        blocks.append((start, end))
        start = end
    return blocks


def windows(
    found: Words,
    pieces: Sequence[list[int]],
    size: int = 192,
    context: int = 32,
    apart: bool = False,
) -> list[Window]:
    """Cut a text into windows of at most `size` pieces with at most `context` pieces before.

    With `apart` no window holds more than one paragraph.
    """
    pieces = [p[:24] for p in pieces]
    lengths = [len(p) for p in pieces]
    room = size - context - 4
    made: list[Window] = []
    group: list[tuple[int, int]] = []
    used = 0
    for block in _blocks(found, lengths, room):
        length = sum(lengths[block[0] : block[1]]) + 1
        strange = apart and group and found.paragraph[group[-1][0]] != found.paragraph[block[0]]
        if group and (strange or used + length > room + 1):
            made.append(_window(found, pieces, lengths, group, 0 if apart else context))
            group, used = [], 0
        group.append(block)
        used += length
    if group:
        made.append(_window(found, pieces, lengths, group, 0 if apart else context))
    return made


def _window(
    found: Words,
    pieces: Sequence[list[int]],
    lengths: Sequence[int],
    group: list[tuple[int, int]],
    context: int,
) -> Window:
    core, end = group[0][0], group[-1][1]
    start, size = core, 0
    while start > 0:
        # A separator stands between paragraphs.
        break_ = int(start < end and found.paragraph[start - 1] != found.paragraph[start])
        if size + lengths[start - 1] + break_ > context:
            break
        start -= 1
        size += lengths[start] + break_
    window = Window(start, core, end, [CLS], [0], [])
    for i in range(start, end):
        if i > start and found.paragraph[i] != found.paragraph[i - 1]:
            window.pieces.append(SEP)
            window.features.append(0)
        window.first.append(len(window.pieces))
        feature = 1 + shape(found.strings[i]) * STATES + found.state[i]
        window.pieces.extend(pieces[i])
        window.features.extend([feature] * len(pieces[i]))
    window.pieces.append(SEP)
    window.features.append(0)
    return window


def stack(group: Sequence[Window]) -> tuple[Integers, Integers, Integers]:
    """Pad windows into arrays: pieces [B, T], features [B, T], first pieces [B, W]."""
    length = max(len(w.pieces) for w in group)
    count = max(len(w.first) for w in group)
    pieces = np.full((len(group), length), PAD, np.int64)
    features = np.zeros((len(group), length), np.int64)
    first = np.zeros((len(group), count), np.int64)
    for row, window in enumerate(group):
        pieces[row, : len(window.pieces)] = window.pieces
        features[row, : len(window.features)] = window.features
        first[row, : len(window.first)] = window.first
    return pieces, features, first
