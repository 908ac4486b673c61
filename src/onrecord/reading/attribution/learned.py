"""The trained reader's relations as candidates.

The encoder says which words are source, cue and content; what the cue does, and whether it speaks or
only thinks, is read off the lexicon and the parse, or off the rules' candidate with the same cue.
"""

from __future__ import annotations

from onrecord.model import Act, Relation, Span, Stance
from onrecord.model.span import trim
from onrecord.reading.attribution import phrases
from onrecord.reading.attribution.boundaries import EDGE, bounded
from onrecord.reading.attribution.candidate import Candidate
from onrecord.reading.attribution.cues import NOUNS, lookup
from onrecord.reading.attribution.verbs import addressee
from onrecord.reading.tree import Tree

# Chances from which a relation is taken: for cues of the lexicon's speech, and for others. Joint F1
# on PolNeAR's dev part by lines, and on agency_dev: .714 and .787; at .35 and .4 .714 and .784; at .4
# and .4 .711 and .781.
KNOWN, OTHER = 0.3, 0.35
# Cues that the lexicon does not know mostly think, want or support; above this, or with a
# quotation, they are taken to speak. agency_dev's joint F1: .770 at .6, .774 at .9.
SPEAKS = 0.9

RELAYS = frozenset({"rule:citing", "rule:quoted-by"})  # the rules know better who relays whom
_AVOIDING = frozenset({"avoid", "refrain", "forgo", "hesitate"})


def learned(tree: Tree, rules: list[Candidate]) -> list[Candidate]:
    """Candidates in text order, no two with most of one content."""
    by_anchor = {candidate.anchor: candidate for candidate in rules}
    for rule in rules:
        if rule.stance == "decline":  # its anchor is 'say', also where the cue is 'declined'
            by_anchor |= {index: rule for index in rule.cue if index not in by_anchor}
    found: list[Candidate] = []
    for relation in sorted(tree.relations, key=lambda r: -r.confidence):
        candidate = _candidate(tree, relation, by_anchor)
        if candidate is not None and not any(
            overlap(candidate.content, other.content) > 0.5 for other in found
        ):
            found.append(candidate)
    return sorted(found, key=lambda candidate: candidate.anchor)


def overlap(one: list[Span], other: list[Span]) -> float:
    """Shared code points, as a share of the larger content."""
    shared = sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in one for b in other)
    return shared / max(1, sum(map(len, one)), sum(map(len, other)))


def _candidate(tree: Tree, relation: Relation, by_anchor: dict[int, Candidate]) -> Candidate | None:
    cue = _tokens(tree, relation.cue)
    if not cue or not relation.content:
        return None
    rule = next((by_anchor[i] for i in cue if i in by_anchor), None)
    if rule is not None and rule.by in RELAYS:
        return None
    anchor = rule.anchor if rule else _root(tree, cue)
    relays = tree.tokens[anchor].lemma in ("quote", "cite") and phrases.is_passive(tree, anchor)
    if rule is None and relays:
        return None  # 'was quoted by': the rules know better here too
    act, stance = (rule.act, rule.stance) if rule else _reading_of(tree, cue)
    if _unsaid(tree, cue):
        act = "attitude"
    if relation.confidence < (KNOWN if act == "speech" else OTHER):
        return None
    if act is None:
        quoted = any(mark in span.of(tree.text) for span in relation.content for mark in '"“‘`«')
        act = "speech" if quoted or relation.confidence >= SPEAKS else "attitude"
    content = [trim(span, tree.text, EDGE) for span in relation.content]
    source = phrases.trim(tree, _without_clause(tree, _tokens(tree, relation.source)))
    if rule is not None and rule.by.endswith("-passive"):
        # Who was told, or urged, did not say it.
        source = rule.source
        content = rule.content or content
    if not source and rule is not None:
        source = rule.source
    if rule is not None and rule.stance == "decline" and set(cue) < set(rule.cue):
        # 'declined to say': what was declined is the saying.
        cue, content = rule.cue, rule.content or content
    content = bounded(tree, anchor, content, rule)
    content = [span for span in content if len(span)]
    if not content:
        return None  # nothing but punctuation
    return Candidate(
        anchor=anchor,
        source=source,
        cue=_plain(tree, cue, anchor),
        content=content,
        stance=stance,
        act=act,
        by="model:attribution",
        subject=_root(tree, source) if source else None,
        addressee=rule.addressee if rule else _heard(tree, anchor),
        negated=rule.negated if rule else phrases.negated(tree, anchor),
        frame=rule.frame if rule and rule.frame != "quote" else "clause",
        confidence=relation.confidence,
    )


def _without_clause(tree: Tree, source: list[int]) -> list[int]:
    """'the mayor, who was there': the source is the mayor."""
    for place, index in enumerate(source):
        if place and tree.tokens[index].tag in ("WP", "WDT") and tree.tokens[index - 1].text == ",":
            return source[:place]
    return source


def _unsaid(tree: Tree, cue: list[int]) -> bool:
    """'there was no confirmation that', 'has avoided discussing': nobody said it."""
    return any(
        tree.tokens[i].lemma in _AVOIDING
        or (
            tree.tokens[i].lemma in NOUNS
            and any(tree.tokens[c].lemma == "no" for c in tree.children_by(i, "det"))
        )
        for i in cue
    )


def _heard(tree: Tree, anchor: int) -> int | None:
    if not phrases.is_verb(tree, anchor):
        return None
    return addressee(tree, anchor, "clause", phrases.is_passive(tree, anchor))


def _plain(tree: Tree, cue: list[int], anchor: int) -> list[int]:
    """The cue without adverbs and without phrases that say where or when: 'earlier refuted', 'said
    in a statement'."""
    inside = set(cue)
    dropped: set[int] = set()
    for index in cue:
        token = tree.tokens[index]
        if index == anchor:
            continue
        if token.dep == "advmod" and token.pos == "ADV":
            dropped.add(index)
        elif token.dep in ("prep", "npadvmod"):
            object_ = tree.child(index, "pobj")
            if token.dep == "npadvmod" or (object_ is not None and object_ in inside):
                dropped |= set(tree.subtree(index)) - {anchor}
    return [index for index in cue if index not in dropped]


def _tokens(tree: Tree, spans: tuple[Span, ...]) -> list[int]:
    return [index for span in spans for index in tree.inside(span)]


def _root(tree: Tree, indices: list[int]) -> int:
    """The word that the others hang on; a verb or noun before anything else."""
    inside = set(indices)
    roots = [i for i in indices if tree.tokens[i].head not in inside or tree.tokens[i].head == i]
    strong = [i for i in roots if tree.tokens[i].pos in ("VERB", "NOUN", "PROPN", "PRON")]
    return (strong or roots or indices)[0]


def _reading_of(tree: Tree, cue: list[int]) -> tuple[Act | None, Stance]:
    """Act and stance by the last word of the cue that the lexicon knows; no act where it knows none."""
    for index in reversed(cue):
        lemma = tree.tokens[index].lemma
        known = lookup(lemma)
        if known is not None:
            frames = known[1]
            return known[0], frames["clause"] if "clause" in frames else next(iter(frames.values()))
        if lemma in NOUNS:
            return "speech", NOUNS[lemma]
        if lemma in ("accord", "according") or tree.tokens[index].text == ":":
            return "speech", "assert"
    return None, "assert"
