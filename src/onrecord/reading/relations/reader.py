"""Passages in, their relations out, batched; the weights come with the package."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.resources import as_file, files

from onrecord.model import Relation, Span
from onrecord.reading.relations.candidates import candidates
from onrecord.reading.relations.graphs import Graphs
from onrecord.reading.relations.pieces import Pieces
from onrecord.reading.relations.settings import Settings
from onrecord.reading.relations.words import Words, split

RELATIONS_VERSION = "attribution-2"


class RelationReader:
    """Holds the graphs; make one a process."""

    def __init__(self) -> None:
        with as_file(files("onrecord.weights") / "attribution") as folder:
            self._pieces = Pieces(folder / "tokenizer.json")
            self._graphs = Graphs(folder)
            self._settings = Settings.load(folder / "settings.json")

    def read(self, passages: Sequence[str]) -> list[tuple[Relation, ...]]:
        """For each passage every relation that is thought of, above the settings' candidate
        chance; offsets are code points of the passage. Which of them hold is for the caller, who
        sees the whole article."""
        starts: list[int] = []
        at = 0
        for passage in passages:
            starts.append(at)
            at += len(passage) + 1
        spans = [(start, start + len(p)) for start, p in zip(starts, passages, strict=True)]
        words = split("\n".join(passages), spans)
        found: list[list[Relation]] = [[] for _ in passages]
        for one in candidates(words, self._pieces(words.strings), self._graphs, self._settings):
            number = words.paragraph[one.cue[0]]
            base = starts[number]
            found[number].append(
                Relation(
                    _spans(words, one.source, base),
                    _spans(words, [one.cue], base),
                    _spans(words, one.content, base),
                    round(one.confidence, 4),
                )
            )
        return [tuple(relations) for relations in found]


def _spans(words: Words, runs: Sequence[tuple[int, int]], base: int) -> tuple[Span, ...]:
    return tuple(Span(words.starts[a] - base, words.ends[b - 1] - base) for a, b in runs)
