"""Candidates for the publication date that stand in the article's text, by what block they are in."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.intake.cleaning.kinds import clock_text
from onrecord.intake.dateline import Dateline
from onrecord.intake.dating.dates import PrintedDate, dates_in
from onrecord.intake.dating.weigh import Candidate
from onrecord.model import Block, Evidence, Span

_UPDATE = re.compile(r"\b(?:updat|modif|edited|revised|aktualisiert)", re.IGNORECASE)
_SAYS_SO = re.compile(
    r"\b(?:publish|posted|veröffentlicht|publi|issued|released|erstellt)", re.IGNORECASE
)
# What may lie ahead of the day it is printed: plans, deadlines, conditions, and quoted words.
AHEAD = re.compile(
    r"\b(?:will|would|shall|could|may|might|should|if|until|till|by|due|plan(?:s|ned)?|schedul\w*|expect\w*|set|"
    r"next|future|upcoming|deadline|expir\w*|aim\w*|hope\w*|propos\w*|forecast\w*|valid|from|through|ahead|before|to be)\b|[\"“”]",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"\b(?:was|were|had|said|told|did|took|began|became|came|went|made|held|met|died|killed|\w{3,}ed)\b",
    re.IGNORECASE,
)
_MOST_VISIBLE = 3
_NEAR = 8
SENTENCE = re.compile(r"[^.!?\n]*(?:[.!?](?!\s|$)[^.!?\n]*)*[.!?\n]?")


def article_candidates(
    text: str, blocks: Sequence[Block], datelines: Sequence[tuple[Span, Dateline]]
) -> list[Candidate]:
    """What the visible lines of date, name and place say; a page clock as an upper bound; and, as
    a lower bound, the last full day that the text reports in the past tense."""
    found: list[Candidate] = []
    clocks = sum(1 for block in blocks if block.label == "clock")
    for block in blocks:
        # A page has one clock; many such lines are a list of other things' days.
        if block.label in ("published", "byline") or (block.label == "clock" and clocks <= 2):
            found += _visible(text, block)
    # The same holds for lines of publication: those next to the headline come first.
    extra = [c for c in found if c.evidence.kind == "visible"][_MOST_VISIBLE:]
    found = [c for c in found if c not in extra]
    for span, dateline in datelines[:1]:
        for kind, dates in (("credit", dateline.credit_dates), ("dateline", dateline.dates)):
            found += [_candidate(kind, text, date, span.start) for date in dates]
    if not any(c.evidence.kind in ("visible", "updated", "credit", "dateline") for c in found):
        found += _nearby(text, blocks)
    found += _reported(text, [b.span for b in blocks if b.label == "body"])
    return found


def _visible(text: str, block: Block) -> list[Candidate]:
    """The first date of a line; where the line says both, the published one and the updated one."""
    words = block.span.of(text)
    seams = clock_text(words)
    found: list[Candidate] = []
    for date in dates_in(seams):
        said = seams[max(0, date.span.start - 40) : date.span.start]
        kind = "clock" if block.label == "clock" else "visible"
        mark = _UPDATE.search(said)
        told = _SAYS_SO.search(said)
        if kind == "visible" and mark and not (told and told.start() > mark.start()):
            kind = "updated"
        if kind in {c.evidence.kind for c in found} or (kind != "visible" and not date.full):
            continue
        printed = _printed(words, seams, date)
        factor = 1.0 if told or block.label == "byline" or block.by != "bare date" else 0.8
        found.append(_candidate(kind, text, printed, block.span.start, factor))
    return found


def _printed(words: str, seams: str, date: PrintedDate) -> PrintedDate:
    """A date found in `seams`, which has spaces that `words` lacks, placed in `words` itself."""
    if seams == words:
        return date
    at, places = 0, []
    for char in seams:
        places.append(at)
        at += at < len(words) and words[at] == char
    return PrintedDate(Span(places[date.span.start], places[date.span.end - 1] + 1), date.values)


def _candidate(
    kind: str, text: str, date: PrintedDate, start: int, factor: float = 1.0
) -> Candidate:
    span = date.span.shift(start)
    value = date.values[0] if len(date.values) == 1 else ""
    return Candidate(Evidence(kind, value, span.of(text), span), date.values, factor)


def _nearby(text: str, blocks: Sequence[Block]) -> list[Candidate]:
    """The first full day in the lines around the article, where no line of its own dates it; else
    the only day that the page shows outside the article."""
    body = [i for i, block in enumerate(blocks) if block.label == "body"]
    if not body:
        return []
    around = [*blocks[max(0, body[0] - _NEAR) : body[0]], *blocks[body[-1] + 1 : body[-1] + 4]]
    outside = [block for block in blocks if block.label not in ("body", "clock")]
    for group, factor, single in ((around, 0.6, False), (outside, 0.5, True)):
        shown = [
            (block, date)
            for block in group
            for date in dates_in(block.span.of(text)[:300])
            if date.full and block.label != "clock"
        ]
        if shown and (not single or len({date.values for _, date in shown}) == 1):
            block, date = shown[0]
            return [_candidate("visible", text, date, block.span.start, factor)]
    return []


def _reported(text: str, passages: Sequence[Span]) -> list[Candidate]:
    latest: Candidate | None = None
    for passage in passages:
        words = passage.of(text)
        for sentence in SENTENCE.finditer(words):
            said = sentence.group()
            if len(said) < 12 or not re.search(r"(?:19|20)\d\d", said):
                continue
            if AHEAD.search(said) or not _PAST.search(said):
                continue
            for date in dates_in(said):
                if (
                    date.full
                    and len(date.values) == 1
                    and (latest is None or date.values[0] > latest.values[0])
                ):
                    latest = _candidate("text", text, date, passage.start + sentence.start())
    return [latest] if latest else []
