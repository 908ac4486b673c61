"""Quotations and the cues they belong to.

A quotation that touches a cue's clause is that cue's content, whatever the parser made of the
words inside. One that follows, without a cue of its own, goes on the attribution before it in the same
passage; one that stands in a passage of its own is a free-standing (floating) quote.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.model import Span
from onrecord.reading.attribution.candidate import Candidate
from onrecord.reading.quotes import Quotation
from onrecord.reading.tree import Tree

_JOIN = re.compile(r"[\s,:;.–—-]*")
# Fewer words than this between marks are a title, a nickname or a scare quote, unless the
# marks close a sentence.
FEWEST_WORDS = 4


def is_speech(text: str, quotation: Quotation) -> bool:
    """Whether a quotation is a stretch of speech, and not a word held at arm's length."""
    words = " ".join(part.of(text) for part in quotation.parts)
    return len(words.split()) >= FEWEST_WORDS or bool(re.search(r"[.!?,]['’”\"]{1,2}$", words))


def attach(tree: Tree, candidates: list[Candidate], quotations: Sequence[Quotation]) -> None:
    """Give each quotation to the cue it touches.

    Candidates whose content overlaps a quotation take the whole of it. Cues inside a quotation
    are the quoted speaker's business and never take the quotation they stand in.
    """
    text = tree.text
    for quotation in quotations:
        takers = [
            c
            for c in candidates
            if not _holds(tree, quotation, c)
            and any(s.overlaps(part) for s in c.content for part in quotation.parts)
        ]
        for candidate in takers:
            whole = len(quotation.parts) > 1 and candidate.frame in ("clause", "quote")
            for part in quotation.parts:
                if whole or any(s.overlaps(part) for s in candidate.content):
                    candidate.content = widen([*candidate.content, part] if whole else candidate.content, part)  # fmt: skip
        if takers or not is_speech(text, quotation):
            continue
        touching = [
            (_distance(_place(tree, c.anchor), part), order, c)
            for order, c in enumerate(candidates)
            if c.act == "speech" and c.frame in ("clause", "quote") and not _holds(tree, quotation, c)
            for part in quotation.parts
            if _near(tree, c, part) and _touches(tree, c, part)
        ]  # fmt: skip
        if touching:
            nearest = min(touching)[2]
            for part in quotation.parts:
                nearest.content = widen([*nearest.content, part], part)


def _holds(tree: Tree, quotation: Quotation, candidate: Candidate) -> bool:
    return any(part.covers(_place(tree, candidate.anchor)) for part in quotation.parts)


def _place(tree: Tree, index: int) -> Span:
    return tree.span(index, index)


def _near(tree: Tree, candidate: Candidate, quote: Span) -> bool:
    passage = tree.passage_of(candidate.anchor)
    inside = tree.inside(quote)
    return bool(len(inside)) and tree.passage_of(inside[0]) == passage


def _distance(a: Span, b: Span) -> int:
    return b.start - a.end if a.end <= b.start else a.start - b.end


def _touches(tree: Tree, candidate: Candidate, quote: Span) -> bool:
    """Nothing but punctuation lies between the quotation and the cue's own words."""
    own = [*candidate.cue, *candidate.source]
    first, last = min(own), max(own)
    before = tree.text[quote.end : tree.tokens[first].start]
    after = tree.text[tree.tokens[last].end : quote.start]
    if quote.end <= tree.tokens[first].start:
        return _JOIN.fullmatch(before) is not None
    if tree.tokens[last].end <= quote.start:
        # 'said on Monday: "…"', 'told reporters in Paris, "…"'
        sentence = tree.sentence(candidate.anchor)
        end = tree.tokens[sentence[1] - 1].end
        return _JOIN.fullmatch(after) is not None or (
            quote.start <= end + 2 and "“" not in after and '"' not in after and len(after) < 80
        )
    return False


def widen(content: list[Span], quote: Span) -> list[Span]:
    """`content` with every fragment that overlaps `quote` grown to hold all of it."""
    grown = [
        Span(min(s.start, quote.start), max(s.end, quote.end)) if s.overlaps(quote) else s
        for s in content
    ]
    merged: list[Span] = []
    for span in sorted(grown):
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return merged


def continued(candidates: list[Candidate], quotations: Sequence[Quotation]) -> list[Quotation]:
    """Give quotations of several passages whole to who has their beginning; return those that
    nobody has."""
    loose: list[Quotation] = []
    for quotation in quotations:
        holders = [
            c
            for c in candidates
            if any(s.overlaps(part) for s in c.content for part in quotation.parts)
        ]
        if not holders:
            loose.append(quotation)
        elif len(quotation.parts) > 1:
            holder = max(holders, key=lambda c: sum(map(len, c.content)))
            for part in quotation.parts:
                holder.content = widen([*holder.content, part], part)
    return loose


def floating(
    tree: Tree, candidates: list[Candidate], loose: Sequence[Quotation]
) -> list[Candidate]:
    """What is left: continuations join the attribution before them, the rest stand alone."""
    found: list[Candidate] = []
    for quotation in loose:
        quote = quotation.parts[0]
        inside = tree.inside(quote)
        if not len(inside) or not is_speech(tree.text, quotation):
            continue
        if len(quote.of(tree.text).split()) < FEWEST_WORDS:
            continue
        start = tree.tokens[tree.passages[tree.passage_of(inside[0])][0]].start
        opens_sentence = tree.tokens[tree.sentence(inside[0])[0]].start >= quote.start - 1
        if not opens_sentence and tree.text[start : quote.start].strip():
            continue
        before = _goes_on_from(tree, [*candidates, *found], quote, start)
        if before is not None:
            for part in quotation.parts:
                before.content = widen([*before.content, part], part)
            continue
        found.append(
            Candidate(
                anchor=inside[0],
                source=[],
                cue=[],
                content=list(quotation.parts),
                stance="assert",
                act="speech",
                by="rule:floating",
                frame="floating",
            )
        )
    return found


def _goes_on_from(
    tree: Tree, candidates: list[Candidate], quote: Span, start: int
) -> Candidate | None:
    """The quotation's own attribution so far: quoted just before it in the same passage."""
    marks = "\"”“'’"
    earlier = [
        c
        for c in candidates
        if c.act == "speech"
        and start <= tree.tokens[c.anchor].start < quote.start
        and any(set(s.of(tree.text)) & set(marks[:3]) for s in c.content)
        and not any(s.covers(quote) for s in c.content)
    ]
    if not earlier:
        return None
    last = max(earlier, key=lambda c: max(s.end for s in c.content))
    between = tree.text[max(max(s.end for s in last.content), _end(tree, last)) : quote.start]
    return last if len(between.split()) < 8 else None


def _end(tree: Tree, candidate: Candidate) -> int:
    own = [*candidate.cue, *candidate.source]
    return max((tree.tokens[i].end for i in own), default=0)
