"""What the speaker does: the cue's stance, turned by negation and by what is said."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.model import Kind, Stance
from onrecord.reading.attribution.candidate import Candidate
from onrecord.reading.quotes import Quotation
from onrecord.reading.tree import Tree

# What a negated cue does. 'did not say', 'would not confirm', 'did not deny' keep a thing
# back; the rest only lose their force.
_NEGATED: dict[Stance, Stance] = {
    "deny": "decline",
    "assert": "decline",
    "agree": "deny",
    "promise": "decline",
}

_NO = re.compile(
    r"^\W*(no\b(?! doubt| one| longer| matter| more)|not true\b|nonsense\b|(this|that|it|these|those|they)"
    r" ?(is|are|was|were|'s|’s|'re|’re) (not true|untrue|false|a lie|lies|nonsense|rubbish|fabricated|baseless|fiction|fake))",
    re.I,
)  # fmt: skip
_FALSE = re.compile(
    r"\b(fabricat\w+|baseless|groundless|unfounded|untrue|nonsense|no (truth|evidence|basis|plans?|such)|"
    r"(is|are|was|were) (false|not true|untrue|fake)|(have|has|had) nothing to do|never (said|happened|met|took|did|sent|made|ordered))\b",
    re.I,
)  # fmt: skip

# 'insisted that it was not so' answers somebody who says it was.
_AGAINST = frozenset("insist maintain swear protest".split())
_NOT = re.compile(r"\b(not|never|nothing|no one|nobody)\b|n['’]t\b", re.I)
_FIRST_CLAUSE = 80  # code points

# Code points. In a longer content words of denial more often concern something else.
_SHORT = 240


def stance(tree: Tree, candidate: Candidate) -> Stance:
    """The stance of a candidate; see `onrecord.model.Stance` for the values."""
    found = candidate.stance
    words = " ".join(s.of(tree.text) for s in candidate.content)
    if tree.tokens[candidate.anchor].lemma == "ask" and candidate.frame in ("clause", "quote"):
        # 'asked whether', 'asked: "Who …?"' question; 'asked that the graves be paid for' demands.
        return "demand" if words.lower().startswith("that ") else "question"
    if candidate.negated:
        return _NEGATED.get(found, found)
    if tree.tokens[candidate.anchor].lemma in _AGAINST and _NOT.search(words[:_FIRST_CLAUSE]):
        return "deny"
    denies = _NO.search(words) or (len(words) < _SHORT and _FALSE.search(words))
    return "deny" if found == "assert" and candidate.act == "speech" and denies else found


def quotation_kind(tree: Tree, candidate: Candidate, quotations: Sequence[Quotation]) -> Kind:
    """`direct` if all content stands in quotation marks, `mixed` if some, `indirect` if none."""
    # Marks around the cue as well are another's: the content is reported by whom they quote.
    content = candidate.content
    spot = tree.tokens[candidate.anchor].start
    quotes = [
        part
        for quotation in quotations
        for part in quotation.parts
        if not candidate.cue or not part.start <= spot < part.end
    ]
    inside = [any(q.start - 1 <= s.start and s.end <= q.end + 1 for q in quotes) for s in content]
    if all(inside):
        return "direct"
    if any(q.overlaps(s) for q in quotes for s in content):
        return "mixed"
    return "indirect"
