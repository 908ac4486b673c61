"""Words through the graphs to every relation that is thought of, each with its confidence."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from onrecord.reading.relations import decode
from onrecord.reading.relations.decode import Relation
from onrecord.reading.relations.graphs import Backend
from onrecord.reading.relations.settings import Settings
from onrecord.reading.relations.windows import Window, stack, windows
from onrecord.reading.relations.words import Integers, Span, Words, link_features


def reach(words: Words, window: Window, cue: Span) -> Span:
    """The words a cue's source and content are looked for in: its paragraph, within the window.

    Where that paragraph ends with a colon, the next one ('He wrote:' and the text) is in reach too.
    99.2 % of PolNeAR's relations lie in one paragraph.
    """
    own = words.paragraph[cue[0]]
    low, high = cue
    while low > window.start and words.paragraph[low - 1] == own:
        low -= 1
    while high < window.end and words.paragraph[high] == own:
        high += 1
    if high < window.end and words.strings[high - 1] == ":":
        following = words.paragraph[high]
        while high < window.end and words.paragraph[high] == following:
            high += 1
    return low, high


def links(
    words: Words, cues: Sequence[tuple[Window, Span]]
) -> tuple[list[Span], tuple[Integers, Integers, Integers, Integers, Integers]]:
    """Reaches (words of the text), and arrays [K, R] for cues (words of the text).

    The arrays are place (in the window), cue, bucket, relation, real.
    """
    reaches = [reach(words, window, cue) for window, cue in cues]
    shape = (len(cues), max(high - low for low, high in reaches))
    place, cue = np.zeros(shape, np.int64), np.zeros(shape, np.int64)
    bucket, relation = np.zeros(shape, np.int64), np.zeros(shape, np.int64)
    real = np.zeros(shape, np.int64)
    for k, ((window, span), (low, high)) in enumerate(zip(cues, reaches, strict=True)):
        count = high - low
        place[k, :count] = np.arange(low - window.start, high - window.start)
        bucket[k, :count], relation[k, :count] = link_features(words, span, low, high)
        real[k, :count] = 1
        cue[k, span[0] - low : span[1] - low] = 1
    return reaches, (place, cue, bucket, relation, real)


def candidates(
    words: Words, pieces: Sequence[list[int]], backend: Backend, settings: Settings
) -> list[Relation]:
    """Every relation thought of, with its confidence, before the threshold."""
    found: list[Relation] = []
    steps = np.asarray(settings.steps, np.float32)
    start = np.asarray(settings.start, np.float32)
    made = sorted(
        windows(words, pieces, settings.size, settings.context, settings.apart),
        key=lambda w: len(w.pieces),
    )
    for at in range(0, len(made), settings.batch):
        group = made[at : at + settings.batch]
        arrays = stack(group)
        hidden, scores = backend.encode(*arrays)
        rows: list[int] = []
        cues: list[tuple[Window, Span]] = []
        chances: list[float] = []
        for row, window in enumerate(group):
            own = scores[row, : window.end - window.start]
            core = window.core - window.start
            for (a, b), chance in decode.cue_candidates(own, core, settings.candidate):
                rows.append(row)
                cues.append((window, (a + window.start, b + window.start)))
                chances.append(chance)
        if not cues:
            continue
        reaches, shapes = links(words, cues)
        tags, valid = backend.link(hidden, np.asarray(rows), *shapes)
        # Beyond a reach there is padding: it carries no run.
        tags[shapes[-1] == 0] = [0.0, -1e4, -1e4, -1e4, -1e4]
        paths = decode.viterbi(tags, steps, start)
        for k, (_, span) in enumerate(cues):
            low, high = reaches[k]
            count = high - low
            source, content = decode.choose(tags[k, :count], paths[k, :count].tolist(), low)
            content = decode.grow(words, content, [span, *source])
            if content:
                sure = decode.confidence(chances[k], float(valid[k]), settings.bias)
                inner = {"cue": chances[k], "valid": float(valid[k])}
                found.append(Relation(span, source, content, sure, inner))
    return sorted(found, key=lambda r: r.cue)


def keep(found: Sequence[Relation], settings: Settings) -> list[Relation]:
    """The relations above the threshold, each content once."""
    return decode.exclusive([r for r in found if r.confidence >= settings.threshold])
