"""Where a content that the trained reader found begins and ends, where the parse knows better."""

from __future__ import annotations

from onrecord.model import Span
from onrecord.model.span import trim
from onrecord.reading.attribution.candidate import Candidate
from onrecord.reading.attribution.cues import lookup
from onrecord.reading.tree import Tree

EDGE = " \t\r\n\u00a0,;:.–—-"
_MARKS = '"“”‘`«'


def bounded(tree: Tree, anchor: int, content: list[Span], rule: Candidate | None) -> list[Span]:
    """`content` of the cue whose main word is token `anchor`; `rule` is what the rules found with it."""
    if rule is not None and rule.by == "rule:according-to":
        content = _by_clause(tree, anchor, content, rule.content)
    content = _without_addressee(tree, rule, content)
    return _uncoordinated(tree, anchor, content)


def _by_clause(tree: Tree, anchor: int, content: list[Span], clause: list[Span]) -> list[Span]:
    """'X fell, according to Y, and rose': both parts, as the parse has them; and unless it is quoted
    nothing of the sentence after."""
    if len(content) < len(clause) and all(span in clause for span in content):
        return clause
    if any(mark in span.of(tree.text) for span in content for mark in _MARKS):
        return content
    start, end = tree.sentence(anchor)
    here = tree.span(start, end - 1)
    clipped = [Span(s.start, min(s.end, here.end)) for s in content if s.start < here.end]
    return [trim(span, tree.text, EDGE) for span in clipped]


def _without_addressee(tree: Tree, rule: Candidate | None, content: list[Span]) -> list[Span]:
    """'urged the ministry to publish it': the ministry is whom it was said to."""
    if rule is None or rule.addressee is None or not rule.content or not content:
        return content
    first, heard = content[0], tree.tokens[rule.addressee].start
    begins = rule.content[0].start
    if first.start <= heard < begins < first.end:
        return [Span(begins, first.end), *content[1:]]
    return content


def _uncoordinated(tree: Tree, anchor: int, content: list[Span]) -> list[Span]:
    """'told the panel that A, and warned that B': A ends where the second saying begins."""
    for verb in tree.children_by(anchor, "conj"):
        spot = tree.tokens[verb].start
        known = lookup(tree.tokens[verb].lemma)
        last = content[-1] if content else None
        if verb < anchor or known is None or last is None or not last.start < spot < last.end:
            continue
        says = known[0] == "speech" and tree.child(verb, "ccomp") is not None
        alike = tree.tokens[verb].tag == tree.tokens[anchor].tag
        if not says or not alike or tree.child(verb, "nsubj", "aux") is not None:
            continue
        first = verb
        while first > anchor + 1 and tree.tokens[first - 1].dep in ("cc", "advmod", "aux", "punct"):
            first -= 1
        if tree.tokens[first - 1].end <= last.start:
            return content
        cut = trim(Span(last.start, tree.tokens[first - 1].end), tree.text, EDGE)
        return [*content[:-1], cut] if len(cut) else content
    return content
