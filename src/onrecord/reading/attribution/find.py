"""All that finds attributions together: the rules, the trained reader, and quotations left over."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.reading.attribution.candidate import Candidate
from onrecord.reading.attribution.dialogue import dialogue
from onrecord.reading.attribution.learned import learned
from onrecord.reading.attribution.nouns import nominal
from onrecord.reading.attribution.prepositions import prepositional
from onrecord.reading.attribution.quoted import attach, continued, floating
from onrecord.reading.attribution.relays import relayed
from onrecord.reading.attribution.union import union
from onrecord.reading.attribution.verbs import verbal
from onrecord.reading.quotes import Quotation
from onrecord.reading.tree import Tree

# How often a rule's content is right (half of the words or more in common with the gold's), by the
# rules alone on PolNeAR's dev part, before the trained reader stood beside them; what stood there
# less than ten times is taken for right every second time. PolNeAR marks no nested attributions, so
# the rules that find those come off worse here than they are.
PRECISION = {
    "rule:verb-clause": 0.76,
    "rule:verb-quote": 0.84,
    "rule:verb-object": 0.47,
    "rule:verb-own": 0.34,
    "rule:verb-for": 0.61,
    "rule:verb-other": 0.46,
    "rule:verb-naming": 0.57,
    "rule:verb-of": 0.39,
    "rule:verb-as": 0.56,
    "rule:verb-clause-passive": 0.45,
    "rule:according-to": 0.92,
    "rule:noun": 0.59,
    "rule:floating": 0.54,
}
_UNCOUNTED = 0.5


def candidates(tree: Tree, quotations: Sequence[Quotation]) -> list[Candidate]:
    """The attributions of an article, in text order, each nested one knowing its parent."""
    rules = ruled(tree, quotations)
    found = union(tree, learned(tree, rules), rules) if tree.relations else rules
    found = dialogue(tree, found)
    loose = continued(found, quotations)
    alone = floating(tree, found, loose)
    for candidate in alone:
        candidate.confidence = _precision(candidate)
    found += alone
    found.sort(key=lambda c: (min(s.start for s in c.content), c.anchor))
    nest(tree, found)
    return found


def ruled(tree: Tree, quotations: Sequence[Quotation]) -> list[Candidate]:
    """What the rules find by themselves, each with its rule's precision for confidence."""
    verbs = [c for c in verbal(tree) if not _performs(tree, c, quotations)]
    found = [*refusals(tree, verbs), *prepositional(tree), *nominal(tree)]
    attach(tree, found, quotations)
    found += relayed(tree, found)
    found = _distinct([c for c in found if c.content])
    for candidate in found:
        candidate.confidence = _precision(candidate)
    return found


def _performs(tree: Tree, candidate: Candidate, quotations: Sequence[Quotation]) -> bool:
    """'We ask for patience', quoted: the quoted speaker asks by saying so; it is no second saying."""
    spot = tree.tokens[candidate.anchor]
    if candidate.subject is None or spot.tag not in ("VBP", "VB"):
        return False
    first_person = tree.tokens[candidate.subject].text.lower() in ("i", "we")
    inside = any(part.start <= spot.start < part.end for q in quotations for part in q.parts)
    return first_person and inside


def refusals(tree: Tree, found: list[Candidate]) -> list[Candidate]:
    """'declined to say why' is one attribution: what was declined is the saying, of 'why'."""
    by_anchor = {candidate.anchor: candidate for candidate in found}
    dropped: set[int] = set()
    for candidate in found:
        if candidate.stance != "decline" or candidate.frame != "own":
            continue
        for child in tree.children_by(candidate.anchor, "xcomp"):
            inner = by_anchor.get(child)
            if inner is not None and inner.content and inner.act == "speech":
                inner.cue = sorted({*candidate.cue, *inner.cue})
                inner.source, inner.subject = candidate.source, candidate.subject
                inner.stance, inner.frame, inner.by = "decline", "own", candidate.by
                dropped.add(candidate.anchor)
    return [candidate for candidate in found if candidate.anchor not in dropped]


def _distinct(found: list[Candidate]) -> list[Candidate]:
    """Of candidates with the same content and the same cue, the one of the surer rule."""
    best: dict[tuple[object, ...], Candidate] = {}
    for candidate in found:
        key = (tuple(candidate.content), tuple(candidate.cue))
        if key not in best or _precision(best[key]) < _precision(candidate):
            best[key] = candidate
    return list(best.values())


def _precision(candidate: Candidate) -> float:
    return PRECISION.get(candidate.by, _UNCOUNTED)


def nest(tree: Tree, found: list[Candidate]) -> None:
    """The parent of a candidate is the smallest other one whose content holds its cue.

    One that has a parent already (a relay's) keeps it, and is no parent of that one. A free-standing quotation
    has no cue: it is nested where its words are.
    """
    for candidate in found:
        spot = tree.tokens[candidate.anchor].start
        holders = [
            c
            for c in found
            if c is not candidate
            and any(s.start <= spot < s.end for s in c.content)
            and not any(s.start <= tree.tokens[c.anchor].start < s.end for s in candidate.content)
            and not _within(c, candidate)
        ]
        if holders and candidate.parent is None:
            candidate.parent = min(holders, key=lambda c: sum(len(s) for s in c.content))


def _within(candidate: Candidate, other: Candidate) -> bool:
    above = candidate.parent
    while above is not None and above is not other:
        above = above.parent
    return above is other
