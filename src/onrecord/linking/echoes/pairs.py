"""The echo of two articles: which reuses whose text, passage by passage, and what was changed on the way."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Literal

import numpy as np

from onrecord.linking.echoes.alignment import Passage
from onrecord.linking.echoes.lineage import (
    Imprint,
    is_update,
    is_version,
    lineage,
    long_before,
    same_house,
)
from onrecord.linking.echoes.shared_passages import (
    OWN_PASSAGE,
    Shared,
    names,
    quoter,
    shared_passages,
)
from onrecord.linking.echoes.sheets import Sheet
from onrecord.linking.hashing import content_id
from onrecord.linking.words import FURNITURE, QUOTED, Words
from onrecord.model import Change, Echo

# The thresholds, set on the 102 labelled pairs of the development part of ../shared/bench/echo
# with `python benchmarks/echoes.py`, which prints what they reach.
COPY = 0.36
"""Share of the shorter article's unquoted words that a copy (reprint or edited) has in common."""
REPRINT = 0.9
"""Share of the echo's own unquoted words that a reprint, whole or trimmed, has from the original."""
COPY_WORDS = 40
"""Unquoted words that a copy has in common, lest a brief be all boilerplate."""
OWN_STORY = 31
"""Days within which an outlet that repeats a passage is still at the same story; beyond, what it
repeats is mostly standing text."""


def echo_between(one: Sheet, other: Sheet) -> Echo | None:
    """The echo of two articles, whichever way it went; `None` where they share nothing but
    quotations and commonplaces."""
    echo, original, way, because = lineage(one.imprint, other.imprint)
    left, right = (one, other) if echo is one.imprint else (other, one)
    passages = shared_passages(left.words, right.words)
    plain = sum(p.plain for p in passages)
    shares = [plain / max(1, _own_words(w.words)) for w in (left, right)]
    kind = _kind(passages, plain, shares)
    if kind is None:
        return None
    if way == "update_of" and is_update(echo.title):
        kind = (
            "edited" if kind == "passage" else kind
        )  # a new top may leave little of the old story
    elif same_house(echo.outlet, original.outlet) and min(shares) < COPY:
        if _months_apart(echo, original, max(shares)):
            return None
        kind, way = "passage", "copied_from"  # a version is like the other both ways; this is not
        because = f"{original.outlet} prints its own background again"
    elif way == "update_of" and not is_version(echo, original, min(shares)):
        way, because = (
            "copied_from",
            f"{original.outlet} prints much of another story of its own again",
        )
    elif (
        way in ("unknown", "shared_origin")
        and same_house(echo.outlet, original.outlet)
        and is_version(echo, original, min(shares))
    ):
        way = "update_of"
        because = f"two versions by {original.outlet}, of which neither is known to be the later"
    if kind == "passage":
        passages = [p for p in passages if p.reused]
        if same_house(echo.outlet, original.outlet):
            passages = [p for p in passages if p.plain >= OWN_PASSAGE or p.sentences]
        if not passages:
            return None
    aligned = [p.passage for p in passages]
    quoting = quoter(passages) if way in ("unknown", "copied_from") else None
    if quoting == "right":
        echo, original, left, right = original, echo, right, left
        aligned = sorted((p.flipped() for p in aligned), key=lambda p: p.left)
    if quoting is not None:
        way, because = "shared_origin", "one prints as a quotation what the other does not"
        if not long_before(echo, original) and names(left.words, original.outlet):
            way, because = "copied_from", f"it quotes {original.outlet}"
    spans = tuple(left.words.span(p.left, p.left_end) for p in aligned)
    of_spans = tuple(right.words.span(p.right, p.right_end) for p in aligned)
    inside = sum(p.left_end - p.left for p in aligned)
    return Echo(
        id=content_id(
            "echo", (echo.article, original.article, *(f"{s.start}-{s.end}" for s in spans))
        ),
        article=echo.article,
        of_article=original.article,
        spans=spans,
        of_spans=of_spans,
        kind=kind,
        similarity=round(inside / len(left.words), 4),
        lineage=way,
        because=f"{plain} equal words outside quotations, {max(shares):.0%} of the shorter; {because}",
        changes=_changes(left.words, right.words, aligned, whole=kind != "passage"),
    )


def _months_apart(one: Imprint, other: Imprint, share: float) -> bool:
    """Too far apart for an outlet's own repetition to be one story's; so are those of which nobody knows
    when they were printed, unless it is much of one of them."""
    if not one.earliest or not other.earliest:
        return share < COPY
    days = date.fromisoformat(one.earliest) - date.fromisoformat(other.earliest)
    return abs(days.days) > OWN_STORY


def _own_words(words: Words) -> int:
    """Words that are neither quoted nor standing text."""
    return int(np.count_nonzero((words.flags & (QUOTED | FURNITURE)) == 0))


def _kind(
    passages: Sequence[Shared], plain: int, shares: Sequence[float]
) -> Literal["reprint", "edited", "passage"] | None:
    if plain >= COPY_WORDS and max(shares) >= COPY:
        return "reprint" if shares[0] >= REPRINT else "edited"
    return "passage" if any(p.reused for p in passages) else None


def _changes(
    left: Words, right: Words, passages: Sequence[Passage], *, whole: bool
) -> tuple[Change, ...]:
    """The edits inside the passages and, when `whole` (of a copy), what stands outside them:
    words of the echo alone are added, words of the original alone are cut."""
    changes: list[Change] = []
    for passage in passages:
        for left_from, left_to, right_from, right_to in passage.gaps():
            span = left.span(left_from, left_to) if left_to > left_from else None
            of_span = right.span(right_from, right_to) if right_to > right_from else None
            if span and of_span:
                changes.append(Change("changed", span, of_span))
            elif span or of_span:
                changes.append(Change("added" if span else "cut", span, of_span))
    if whole:
        added = _outside(left, [(p.left, p.left_end) for p in passages])
        cut = _outside(right, [(p.right, p.right_end) for p in passages])
        changes += [Change("added", left.span(*words), None) for words in added]
        changes += [Change("cut", None, right.span(*words)) for words in cut]
    return tuple(changes)


def _outside(words: Words, covered: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The stretches of words that no passage covers, one a sentence run."""
    found = []
    at = 0
    for start, end in [*sorted(covered), (len(words), len(words))]:
        if start > at:
            found.append((at, start))
        at = max(at, end)
    return found
