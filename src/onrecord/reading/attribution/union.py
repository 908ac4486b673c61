"""The trained reader and the rules together.

The trained reader goes first; it was taught on articles whose nested attributions are not marked, so
of what lies inside its contents the rules have the say. Elsewhere only those rules add to it that find
what it misses: relays, plain cues, denials and refusals.
"""

from __future__ import annotations

from onrecord.reading.attribution.candidate import Candidate
from onrecord.reading.attribution.learned import RELAYS, overlap
from onrecord.reading.tree import Tree

_OUTSIDE = frozenset({"rule:verb-clause", "rule:verb-quote", "rule:according-to"})
# A nested candidate needs a rule that is right more often than this, unless it denies or accuses, which
# is seldom anything but speech. Joint F1 on PolNeAR's dev part by lines, which marks no nested ones, and
# on agency_dev, which does: .718 and .786 so; .718 and .782 at .6, .726 and .780 at .75 with denials
# alone, .714 and .787 with demands and refusals beside them.
NESTED_PRECISION = 0.55
_FIRM = frozenset({"deny", "accuse"})


def union(tree: Tree, learned: list[Candidate], rules: list[Candidate]) -> list[Candidate]:
    """`learned`, and those of `rules` that add to it."""
    by_cue = {index: candidate for candidate in learned for index in candidate.cue}
    instead = {id(rule): by_cue[index] for rule in rules for index in rule.cue if index in by_cue}
    added = [rule for rule in rules if id(rule) not in instead and _adds(tree, rule, learned)]
    for rule in added:
        if rule.parent is not None:
            rule.parent = instead.get(id(rule.parent), rule.parent)
    kept = [*learned, *added]
    there = {id(candidate) for candidate in kept}
    for candidate in kept:
        if candidate.parent is not None and id(candidate.parent) not in there:
            candidate.parent = None
    return kept


def _adds(tree: Tree, rule: Candidate, learned: list[Candidate]) -> bool:
    if rule.by in RELAYS:
        return True
    spot = tree.tokens[rule.anchor].start
    holders = [other for other in learned if any(s.start <= spot < s.end for s in other.content)]
    rivals = [other for other in learned if other not in holders]
    if any(overlap(rule.content, other.content) >= 0.5 for other in rivals):
        return False
    if holders:
        sure = rule.confidence >= NESTED_PRECISION or rule.stance in _FIRM
        return rule.act == "speech" and sure
    return rule.by in _OUTSIDE or rule.stance in ("deny", "decline")
