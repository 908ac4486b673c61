"""Candidates for the publication date that stand in the article's text, by what block they are in."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from onrecord.intake.cleaning.kinds import clock_text
from onrecord.intake.cleaning.vocabulary import PUBLISHED, UPDATED
from onrecord.intake.dateline import Dateline
from onrecord.intake.dating.dates import PrintedDate, dates_in
from onrecord.intake.dating.weigh import Candidate
from onrecord.intake.layout import words as words_of
from onrecord.model import Block, Evidence, Span

_UPDATE = re.compile(rf"\b(?:{UPDATED})\b", re.IGNORECASE)
_SAYS_SO = re.compile(rf"\b(?:{PUBLISHED})\b", re.IGNORECASE)
# Days of somebody or something else: a forum's member, its clock, an offer.
_OF_OTHERS = re.compile(
    r"\b(?:registered|registriert|joined|member since|mitglied seit|beigetreten|inscrit|miembro desde|"
    r"current time|aktuelle zeit|last visit|letzter besuch|expires|valid|gültig)\b",
    re.IGNORECASE,
)
# '(21 March 2031) …', '21.03.2031 – …', '21.03.2031 10:16 …': a report that opens with its day.
_OPENS = re.compile(r"[\W_]{0,3}(?:[^\W\d]{2,10},? )?$")
_OPENED = re.compile(r"\s*(?:$|\n|[-)\]–—|•·:/„“”\"«]|,? ?(?:um |at |à )?\d{1,2}[:.h]\d\d)")
_OPENING = 3
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
# Of the first lines of date on 455 pages those above the text or in its first blocks were right on 394
# of 414, those farther down on 32 of 41; of the lines after the first 33 of 84.
_BESIDE, _APART = 3, 0.75
_NEAR = 8
SENTENCE = re.compile(r"[^.!?\n]*(?:[.!?](?!\s|$)[^.!?\n]*)*[.!?\n]?")


def article_candidates(
    text: str,
    blocks: Sequence[Block],
    datelines: Sequence[tuple[Span, Dateline]],
    language: str | None = None,
) -> list[Candidate]:
    """What the visible lines of date, name and place say; a page clock as an upper bound; and, as
    a lower bound, the last full day that the text reports in the past tense. `language` (a BCP 47
    tag) tells in which order day and month are printed."""
    found = _lines(text, blocks)
    for span, dateline in datelines[:1]:
        for kind, dates in (("credit", dateline.credit_dates), ("dateline", dateline.dates)):
            found += [_candidate(kind, text, date, span.start) for date in dates]
    found += _openings(text, blocks)
    if not any(c.evidence.kind in ("visible", "updated", "credit", "dateline") for c in found):
        found += _nearby(text, blocks)
    found += _reported(text, [b.span for b in blocks if b.label == "body"])
    return [_ordered(c, language) for c in found]


def _ordered(c: Candidate, language: str | None) -> Candidate:
    """A date with two readings, the one that the language prints first: only the United States
    put the month before the day, and plain English leaves it open."""
    tag = (language or "").lower().replace("_", "-")
    if len(c.values) < 2 or tag in ("", "en"):
        return c
    values = c.values[::-1] if tag.startswith("en-us") else c.values
    return msgspec.structs.replace(c, values=values, likely=True)


def _lines(text: str, blocks: Sequence[Block]) -> list[Candidate]:
    """What the lines of date and name say, the first on the page first."""
    body = [i for i, block in enumerate(blocks) if block.label == "body"] or [len(blocks)]
    first = body[0]
    clocks = sum(1 for block in blocks if block.label == "clock")
    shown: list[Candidate] = []
    others: list[Candidate] = []
    for index, block in enumerate(blocks):
        # A page has one clock; many such lines are a list of other things' days.
        if block.label in ("published", "byline") or (block.label == "clock" and clocks <= 2):
            beside = index <= first + _BESIDE
            for c in _visible(text, block, _over(text, blocks, index), 1.0 if beside else _APART):
                (shown if c.evidence.kind == "visible" else others).append(c)
    # The same holds for lines of publication.
    days = shown[0].values if shown else ()
    return [
        c if c.values == days else msgspec.structs.replace(c, factor=min(c.factor, _APART))
        for c in shown[:_MOST_VISIBLE]
    ] + others


def _over(text: str, blocks: Sequence[Block], index: int) -> str:
    """The few words on the line above, where they say what the date below them is."""
    said = blocks[index - 1].span.of(text) if index else ""
    return said if len(said) <= 40 and not dates_in(said) else ""


def _visible(text: str, block: Block, above: str, scale: float) -> list[Candidate]:
    """The first date of a line; where the line says both, the published one and the updated one.
    `above` is what is said of it on the line above, `scale` how far its place is believed."""
    words = block.span.of(text)
    seams = clock_text(words)
    found: list[Candidate] = []
    for date in dates_in(seams):
        said = seams[max(0, date.span.start - 40) : date.span.start]
        said = said if words_of(said) else above
        if _OF_OTHERS.search(said):
            continue
        kind = "clock" if block.label == "clock" else "visible"
        mark = _UPDATE.search(said)
        told = _SAYS_SO.search(said)
        if kind == "visible" and mark and not (told and told.start() > mark.start()):
            kind = "updated"
        if kind in {c.evidence.kind for c in found} or (kind != "visible" and not date.full):
            continue
        printed = _printed(words, seams, date)
        factor = 1.0 if told or block.label == "byline" or block.by != "bare date" else 0.8
        found.append(
            _candidate(kind, text, printed, block.span.start, 1.0 if told else factor * scale)
        )
    return found


def _openings(text: str, blocks: Sequence[Block]) -> list[Candidate]:
    """The full day with which one of the first paragraphs opens, set off from its words."""
    body = [block for block in blocks if block.label == "body"]
    for block in body[:_OPENING]:
        words = block.span.of(text)
        for date in dates_in(words[:60])[:1]:
            before, after = words[: date.span.start], words[date.span.end :]
            if date.full and _OPENS.fullmatch(before) and _OPENED.match(after):
                return [_candidate("dateline", text, date, block.span.start, 0.8)]
    return []


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
    first, last = body[0], body[-1]
    around = [*range(max(0, first - _NEAR), first), *range(last + 1, min(last + 4, len(blocks)))]
    outside = [i for i, block in enumerate(blocks) if block.label not in ("body", "clock")]
    for group, factor, single in ((around, 0.6, False), (outside, 0.5, True)):
        shown = [
            (index, date)
            for index in group
            for words in (blocks[index].span.of(text)[:300],)
            for date in dates_in(words)
            if date.full and blocks[index].label != "clock" and not _of_others(words, date)
        ]
        if shown and (not single or len({date.values for _, date in shown}) == 1):
            index, date = shown[0]
            over = 0 < first - index <= _BESIDE and blocks[index].label != "headline"
            start = blocks[index].span.start
            return [_candidate("visible", text, date, start, 0.8 if over else factor)]
    return []


def _of_others(words: str, date: PrintedDate) -> bool:
    return bool(_OF_OTHERS.search(words[max(0, date.span.start - 40) : date.span.start]))


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
