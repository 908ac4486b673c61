"""To whom, where and when it was said: the words around the cue that are not content."""

from __future__ import annotations

from onrecord.model import Span, Timex
from onrecord.reading.attribution import phrases
from onrecord.reading.attribution.candidate import Candidate
from onrecord.reading.tree import Tree

_PLACES = frozenset(
    "statement interview conference briefing speech address call conversation letter tweet "
    "post message program programme broadcast video email e-mail report article column memo "
    "meeting session hearing debate testimony remark rally ceremony forum summit podcast show "
    "blog filing note appearance press comment release book editorial essay op-ed".split()
)


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
        if head is None or tree.tokens[head].lemma.lower() not in _PLACES:
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

    Durations and sets date nothing. Of several, the one nearest to the cue.
    """
    if not candidate.cue:
        return None
    start, end = tree.sentence(candidate.anchor)
    sentence = Span(tree.tokens[start].start, tree.tokens[end - 1].end)
    cue = tree.span(candidate.cue[0], candidate.cue[-1])
    source = tree.spans(candidate.source)
    best: tuple[int, Timex] | None = None
    for timex in timexes:
        if timex.type not in ("DATE", "TIME") or not sentence.covers(timex.span):
            continue
        if timex.value in ("PRESENT_REF", "FUTURE_REF"):
            continue
        if any(timex.span.overlaps(s) for s in (*candidate.content, *source)):
            continue
        if not _reaches(tree, timex.span, candidate):
            continue
        gap = max(cue.start - timex.span.end, timex.span.start - cue.end)
        if best is None or gap < best[0]:
            best = (gap, timex)
    return best[1] if best else None


def _reaches(tree: Tree, span: Span, candidate: Candidate) -> bool:
    """The path from the expression up to the cue crosses no other verb."""
    inside = tree.inside(span)
    if not len(inside):
        return False
    index = inside[-1]
    for _ in range(8):
        if index == candidate.anchor:
            return True
        above = tree.tokens[index].head
        if above == index:
            return False
        if index not in inside and phrases.is_verb(tree, index) and index != candidate.anchor:
            # A participle beside the cue shares its date: 'said on Monday, adding that …'.
            return False
        index = above
    # The parser often hangs 'on Monday' on the content's verb though it stands beside the cue.
    return False
