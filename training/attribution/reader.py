"""What training adds to the package's reader: whole texts in, rows of an annotation file out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from onrecord.reading.relations.candidates import candidates, keep
from onrecord.reading.relations.decode import Relation
from onrecord.reading.relations.graphs import Backend
from onrecord.reading.relations.pieces import Pieces
from onrecord.reading.relations.settings import Settings
from onrecord.reading.relations.words import Span, Words, split


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
