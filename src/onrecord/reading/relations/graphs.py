"""The two ONNX graphs, and what may stand in for them.

A backend is anything with `encode` and `link`, so that training scores itself with this very code.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, Protocol

from onrecord.reading.relations.decode import Floats
from onrecord.reading.relations.words import Integers


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
        import onnxruntime

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
