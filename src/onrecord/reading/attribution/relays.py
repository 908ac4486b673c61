"""Those who pass it on: 'was quoted by the agency as saying', 'the paper reported, citing officials'.

A relay and the speaker it relays are two attributions of the same words; the relay's is the
parent.
"""

from __future__ import annotations

from onrecord.reading.attribution import phrases
from onrecord.reading.attribution.candidate import Candidate
from onrecord.reading.tree import Tree

_QUOTING = frozenset("quote cite".split())


def relayed(tree: Tree, found: list[Candidate]) -> list[Candidate]:
    """Candidates for relays and for those they cite, made from candidates that have content."""
    by_anchor = {candidate.anchor: candidate for candidate in found if candidate.content}
    more: list[Candidate] = []
    for index, token in enumerate(tree.tokens):
        if token.lemma not in _QUOTING or not phrases.is_verb(tree, index):
            continue
        if phrases.is_passive(tree, index):
            more += _quoted_by(tree, index, by_anchor)
        elif token.tag == "VBG" and token.dep in ("advcl", "prep", "xcomp"):
            more += _citing(tree, index, by_anchor)
    return more


def _quoted_by(tree: Tree, verb: int, by_anchor: dict[int, Candidate]) -> list[Candidate]:
    """'X was quoted by Y as saying …' and '…, said X, quoted by Y': Y relays what X says."""
    relay = phrases.agent(tree, verb)
    said = next(
        (
            by_anchor[verb_of_saying]
            for prep in tree.children_by(verb, "prep")
            for verb_of_saying in tree.children_by(prep, "pcomp")
            if verb_of_saying in by_anchor
        ),
        None,
    )
    if said is None and tree.tokens[verb].dep == "acl":
        noun = tree.tokens[verb].head
        said = next((c for c in by_anchor.values() if c.subject == noun), None)
    if relay is None or said is None:
        return []
    outer = _like(tree, said, relay, phrases.cue_group(tree, verb), verb, "rule:quoted-by")
    said.parent = outer
    return [outer]


def _citing(tree: Tree, verb: int, by_anchor: dict[int, Candidate]) -> list[Candidate]:
    """'Y reported that …, citing X': the words are X's, as Y has them."""
    cited = tree.child(verb, "dobj")
    above = tree.tokens[verb].head
    said = by_anchor.get(above) or by_anchor.get(tree.tokens[above].head)
    if cited is None or said is None:
        return []
    inner = _like(tree, said, cited, [verb], verb, "rule:citing")
    inner.parent = said
    return [inner]


def _like(
    tree: Tree, said: Candidate, subject: int, cue: list[int], anchor: int, by: str
) -> Candidate:
    return Candidate(
        anchor=anchor,
        source=phrases.noun_phrase(tree, subject),
        cue=cue,
        content=list(said.content),
        stance="assert",
        act="speech",
        by=by,
        subject=subject,
    )
