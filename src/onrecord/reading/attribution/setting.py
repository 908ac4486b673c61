"""To whom, where and when it was said: the words around the cue that are not content."""

from __future__ import annotations

from onrecord.model import Span, Timex
from onrecord.reading.attribution import phrases
from onrecord.reading.attribution.candidate import Candidate
from onrecord.reading.attribution.cues import SETTINGS
from onrecord.reading.tree import Tree

# Frames whose content is said; in the others it is done, wanted or feared.
_SAYING = frozenset({"clause", "quote"})


def addressee(tree: Tree, candidate: Candidate) -> Span | None:
    """The phrase of whom it was said to."""
    if candidate.addressee is None:
        return None
    words = phrases.noun_phrase(tree, candidate.addressee)
    return tree.span(words[0], words[-1]) if words else None


def setting(tree: Tree, candidate: Candidate) -> Span | None:
    """'in a statement', 'in a phone call with X', 'in the programme … aired by Y', 'at a rally'."""
    if not candidate.cue:
        return None
    for prep in tree.children_by(candidate.anchor, "prep", "agent"):
        if tree.tokens[prep].lemma not in ("in", "at", "during", "on", "after", "via", "by"):
            continue
        head = tree.child(prep, "pobj")
        if head is None or tree.tokens[head].lemma.lower() not in SETTINGS:
            continue
        below = tree.subtree(prep)
        span = tree.span(below[0], below[-1])
        if any(span.overlaps(c) for c in candidate.content):
            below = [i for i in below if not any(c.start <= tree.tokens[i].start < c.end for c in candidate.content)]  # fmt: skip
            if not below:
                continue
            span = tree.span(below[0], below[-1])
        return span
    return None


def said_on(tree: Tree, candidate: Candidate, timexes: list[Timex]) -> Timex | None:
    """The temporal expression that dates the saying: in the cue's clause, outside content and source.

    Durations and sets date nothing, nor does what follows the thing demanded, promised or
    threatened ('promised sirens by July'). Of several expressions the nearest to the cue. A
    second cue of the same subject shares the first one's date ('said on Monday …, adding that').
    """
    if not candidate.cue:
        return None
    start, end = tree.sentence(candidate.anchor)
    sentence = Span(tree.tokens[start].start, tree.tokens[end - 1].end)
    apart = (*candidate.content, *tree.spans(candidate.source))
    usable = [
        timex
        for timex in timexes
        if timex.type in ("DATE", "TIME")
        and timex.value not in ("PRESENT_REF", "FUTURE_REF")
        and sentence.covers(timex.span)
        and not any(timex.span.overlaps(span) for span in apart)
        and not (candidate.frame not in _SAYING and _behind(timex.span, candidate))
    ]
    verb = candidate.anchor
    for _ in range(3):
        dated = [timex for timex in usable if _reaches(tree, timex.span, verb)]
        if dated:
            place = tree.tokens[verb].start
            return min(dated, key=lambda timex: abs(timex.span.start - place))
        token = tree.tokens[verb]
        if token.dep not in ("conj", "advcl") or token.head == verb or verb < token.head:
            return None
        verb = token.head
    return None


def _behind(span: Span, candidate: Candidate) -> bool:
    return bool(candidate.content) and span.start >= candidate.content[0].end


def _reaches(tree: Tree, span: Span, verb: int) -> bool:
    """The path from the expression up to the verb crosses no other verb."""
    inside = tree.inside(span)
    if not len(inside):
        return False
    index = inside[-1]
    for _ in range(8):
        if index == verb:
            return True
        above = tree.tokens[index].head
        if above == index or (index not in inside and phrases.is_verb(tree, index)):
            return False
        index = above
    return False
