"""Interviews and transcripts: each turn is an attribution to whom its label names.

The label is the source, its colon the cue, what follows the content, as far as the next label.
Paragraphs without a label go on the turn before them where the layout is a transcript's, or where they
speak in the first person; not where they speak of the speaker.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.model import Span
from onrecord.model.span import trim
from onrecord.reading.attribution.candidate import Candidate
from onrecord.reading.attribution.layouts import Label, labels, quoting
from onrecord.reading.names import fold
from onrecord.reading.tree import Tree

# A layout is a transcript's where this share of its passages, from first to last, open with a label.
_TRANSCRIPT = 1 / 3
_LONGEST = 8  # passages of one turn
_STAGE = re.compile(r"\s*[(\[][^)\]\n]{1,60}[)\]][.:]?")
_FIRST_PERSON = re.compile(r"\b(?:I|we|We|my|My|our|Our)\b")
_QUOTATION = re.compile(r"\s*([“\"][^”\"]+[”\"])")
_QUOTED = re.compile(r"[“\"][^”\"]*[”\"]?")
PRECISION = 0.9  # taken, not counted


@dataclass(frozen=True)
class Turn:
    """What one speaker says until the next one speaks: a span for each passage."""

    label: Label
    content: tuple[Span, ...]
    asks: bool


def dialogue(tree: Tree, found: Sequence[Candidate]) -> list[Candidate]:
    """`found`, and a candidate for each turn; what takes a label for its source is left out."""
    said = turns(tree.text, [tree.span(a, b - 1) for a, b in tree.passages if b > a])
    if not said:
        return list(found)
    labelled = [Span(turn.label.start, turn.label.end) for turn in said]
    kept = [
        candidate
        for candidate in found
        if not any(span.overlaps(tree.span(i, i)) for i in _own(candidate) for span in labelled)
    ]
    return [*kept, *(c for turn in said if (c := _candidate(tree, turn)) is not None)]


def _own(candidate: Candidate) -> list[int]:
    return [candidate.anchor, *candidate.cue, *candidate.source]


def turns(text: str, passages: Sequence[Span]) -> list[Turn]:
    """The turns of a text, in text order."""
    found, ends = labels(text, passages)
    if not found:
        return _quoted_turns(text, passages)
    opened = {label.passage for label in found}
    stretch = found[-1].passage - found[0].passage + 1
    transcript = len(opened) >= _TRANSCRIPT * stretch
    out: list[Turn] = []
    for label in found:
        following = next((other for other in ends if other.start >= label.end), None)
        passage = passages[label.passage]
        limit = following.start if following and following.passage == label.passage else passage.end
        content = [_speech(text, label.end, limit)]
        last = following.passage if following else min(len(passages), label.passage + _LONGEST)
        if not following or following.passage != label.passage:
            for number in range(label.passage + 1, min(last, label.passage + _LONGEST)):
                alone = number == label.passage + 1 and not len(content[0])
                sure = alone or (transcript and label is not found[-1])
                if not _goes_on(text, passages[number], label, sure):
                    break
                content.append(_speech(text, passages[number].start, passages[number].end))
        spans = tuple(span for span in content if len(span))
        if spans:
            asks = label.kind == "question" or text[spans[-1].start : spans[-1].end].rstrip("”\" *_").endswith("?")  # fmt: skip
            out.append(Turn(label, spans, asks))
    return out


def _quoted_turns(text: str, passages: Sequence[Span]) -> list[Turn]:
    """Labels before quotations, where nobody takes turns: the quotation is all that is said."""
    out: list[Turn] = []
    for label in quoting(text, passages):
        quotation = _QUOTATION.match(text, label.end, passages[label.passage].end)
        if quotation:
            out.append(Turn(label, (Span(*quotation.span(1)),), False))
    return out


def _speech(text: str, start: int, end: int) -> Span:
    """What is said between two places: without what is done meanwhile, '(Laughs)', at its beginning."""
    stage = _STAGE.match(text, start, end)
    while stage:
        start = stage.end()
        stage = _STAGE.match(text, start, end)
    return trim(Span(start, end), text, " \t\r\n\u00a0*_")


def _goes_on(text: str, passage: Span, label: Label, sure: bool) -> bool:
    words = passage.of(text)
    if label.kind == "name" and re.search(rf"\b{re.escape(label.key)}\b", fold(words)):
        return False
    return sure or bool(_FIRST_PERSON.search(_QUOTED.sub("", words)))


def _candidate(tree: Tree, turn: Turn) -> Candidate | None:
    source = list(tree.inside(turn.label.span))
    cue = list(tree.inside(turn.label.colon)) if turn.label.colon else []
    inside = tree.inside(turn.content[0])
    if not source or not len(inside):
        return None
    return Candidate(
        anchor=(cue or source)[-1],
        source=source,
        cue=cue,
        content=list(turn.content),
        stance="question" if turn.asks else "assert",
        act="speech",
        by=f"rule:turn-{turn.label.kind}",
        subject=source[-1],
        frame="turn",
        confidence=PRECISION,
    )
