"""Reading attribution relations: text to windows, windows through two graphs, scores to relations.

Needs numpy, tokenizers and (for `Graphs`) onnxruntime. A backend is anything with `encode` and
`link`, so that training scores itself with this very code.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any, Protocol

import decode
import numpy as np
from decode import Floats, Relation
from pieces import Pieces
from windows import Window, stack, windows
from words import Integers, Span, Words, link_features, split


@dataclass(frozen=True)
class Settings:
    """What decoding needs besides the graphs; chosen on dev, kept in `settings.json`."""

    steps: tuple[tuple[float, ...], ...]
    start: tuple[float, ...]
    threshold: float = 0.5
    bias: tuple[float, float, float] = (0.0, 0.5, 0.5)
    candidate: float = decode.CANDIDATE
    size: int = 192
    context: int = 0
    batch: int = 8

    @staticmethod
    def load(path: Path) -> Settings:
        return Settings(**json.loads(path.read_text()))

    def save(self, path: Path) -> None:
        path.write_text(json.dumps(asdict(self), indent=1) + "\n")

    def changed(self, **values: Any) -> Settings:
        return replace(self, **values)


class Backend(Protocol):
    """Runs the two graphs."""

    def encode(self, pieces: Integers, features: Integers, first: Integers) -> tuple[Any, Floats]:
        """Hidden states (opaque) and cue scores [B, W, 3]."""

    def link(
        self,
        hidden: Any,
        row: Integers,
        place: Integers,
        cue: Integers,
        bucket: Integers,
        relation: Integers,
        real: Integers,
    ) -> tuple[Floats, Floats]:
        """Tag scores [K, R, 5] and validity logits [K]."""


class Graphs:
    """The two ONNX graphs on onnxruntime."""

    def __init__(self, folder: Path, threads: int = 1) -> None:
        import onnxruntime  # type: ignore[import-untyped]  # it has none

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        self._encoder, self._links = (
            onnxruntime.InferenceSession(
                str(folder / name), options, providers=["CPUExecutionProvider"]
            )
            for name in ("encoder.onnx", "links.onnx")
        )

    def encode(self, pieces: Integers, features: Integers, first: Integers) -> tuple[Any, Floats]:
        words, centres, cues = self._encoder.run(
            None, {"pieces": pieces, "features": features, "first": first}
        )
        return (words, centres), cues

    def link(
        self,
        hidden: Any,
        row: Integers,
        place: Integers,
        cue: Integers,
        bucket: Integers,
        relation: Integers,
        real: Integers,
    ) -> tuple[Floats, Floats]:
        words, centres = hidden
        tags, valid = self._links.run(
            None,
            {
                "words": words,
                "centres": centres,
                "row": row,
                "place": place,
                "cue": cue,
                "bucket": bucket,
                "relation": relation,
                "real": real,
            },
        )
        return tags, valid


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
        windows(words, pieces, settings.size, settings.context), key=lambda w: len(w.pieces)
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


def spans(words: Words, runs: Sequence[Span]) -> list[list[int]]:
    """Runs of words as spans of the text."""
    return [[words.starts[a], words.ends[b - 1]] for a, b in runs]


def rows(words: Words, found: Sequence[Relation]) -> list[dict[str, Any]]:
    """Relations as rows of an annotation file: spans in code points, end exclusive."""
    return [
        {
            "source": spans(words, r.source),
            "cue": spans(words, [r.cue]),
            "content": spans(words, r.content),
            "confidence": round(r.confidence, 4),
        }
        for r in found
    ]


def read(
    text: str,
    pieces: Pieces,
    backend: Backend,
    settings: Settings,
    passages: Sequence[Span] | None = None,
) -> list[dict[str, Any]]:
    """The attribution relations of a text, of its `passages` (paragraphs) if these are given."""
    words = split(text, passages)
    found = candidates(words, pieces(words.strings), backend, settings)
    return rows(words, keep(found, settings))
