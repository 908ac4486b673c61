"""PolNeAR as words with labels: gold spans aligned to words, windows with targets, batches."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np

from onrecord.reading.relations.windows import Window, windows
from onrecord.reading.relations.words import Integers, Span, Words, split

NONE, SOURCE_B, SOURCE_I, CONTENT_B, CONTENT_I = range(5)


@dataclass(slots=True)
class Relation:
    """One gold relation in words: cue, source (or none) and content fragments, end exclusive."""

    cue: Span
    source: Span | None
    content: list[Span]


@dataclass(slots=True)
class Document:
    """One labelled article."""

    words: Words
    relations: list[Relation]
    pieces: list[list[int]] = field(default_factory=list)


def align(words: Words, span: Sequence[int]) -> Span | None:
    """The words of which more than half lies in a span of the text; None where there is none."""
    start, end = span
    inside = (
        [
            i
            for i in range(int(np.searchsorted(words.ends, start, "right")), len(words.starts))
            if words.starts[i] < end
            and 2 * (min(end, words.ends[i]) - max(start, words.starts[i]))
            > words.ends[i] - words.starts[i]
        ]
        if words.starts
        else []
    )
    return (inside[0], inside[-1] + 1) if inside else None


def document(row: dict[str, Any]) -> Document:
    """One line of a gold file as a labelled document; relations without a cue are left out."""
    words = split(row["text"])
    relations = []
    for gold in row["attributions"]:
        cue = align(words, (gold["cue"][0][0], gold["cue"][-1][1])) if gold["cue"] else None
        content = [a for a in (align(words, s) for s in gold["content"]) if a]
        if cue is None or not content:
            continue
        source = gold["source"]
        found = align(words, (source[0][0], source[-1][1])) if source else None
        relations.append(Relation(cue, found, content))
    return Document(words, relations)


def rows(path: Path) -> list[dict[str, Any]]:
    """The lines of a JSON lines file."""
    with path.open(encoding="utf8") as lines:
        return [json.loads(line) for line in lines]


@dataclass(slots=True)
class Example:
    """One window with its targets, in words of the window.

    `cue` and `plain` (BIO of any source and content) are -100 on the context; `links` are the
    gold cues of the core with the tag of each word.
    """

    words: Words
    window: Window
    cue: Integers
    plain: Integers
    links: list[tuple[Span, Integers]]


def tags(relation: Relation, start: int, end: int) -> Integers:
    """The tag of each word of [start, end) for one relation."""
    made = np.zeros(end - start, np.int64)
    runs = [(relation.source, SOURCE_B)] if relation.source else []
    runs += [(span, CONTENT_B) for span in relation.content]
    for span, tag in runs:
        assert span is not None
        a, b = max(span[0], start) - start, min(span[1], end) - start
        if a < b:
            made[a:b] = tag + 1
            made[a] = tag
    return made


def examples(doc: Document, size: int, context: int, apart: bool = False) -> list[Example]:
    """The windows of a document with their targets; with `apart` each paragraph is its own."""
    made = []
    for window in windows(doc.words, doc.pieces, size, context, apart):
        count = window.end - window.start
        cue = np.zeros(count, np.int64)
        plain = np.zeros(count, np.int64)
        links = []
        for relation in doc.relations:
            if relation.content[-1][1] <= window.start or relation.content[0][0] >= window.end:
                continue
            tag = tags(relation, window.start, window.end)
            plain = np.where(tag > 0, tag, plain)
            a, b = relation.cue
            if a >= window.core and b <= window.end:
                a, b = a - window.start, b - window.start
                cue[a], cue[a + 1 : b] = 1, 2
                tag[a:b] = NONE
                links.append(((a, b), tag))
        cue[: window.core - window.start] = -100
        plain[: window.core - window.start] = -100
        made.append(Example(doc.words, window, cue, plain, links))
    return made


def batches(found: list[Example], size: int, chance: random.Random) -> Iterator[list[Example]]:
    """Batches of windows of like length, in random order."""
    found = sorted(found, key=lambda e: len(e.window.pieces) + chance.uniform(-8, 8))
    groups = [found[i : i + size] for i in range(0, len(found), size)]
    chance.shuffle(groups)
    yield from groups
