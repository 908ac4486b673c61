"""The main clauses of what was said: their verbs, who their subjects are, what negates and governs them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.reading.attribution.candidate import Candidate
from onrecord.reading.tree import Tree

WILL = frozenset(["will", "wo", "would", "shall", "'ll", "’ll", "'d", "’d"])
FIRST = frozenset(["i", "we"])
_FIRST_OWN = frozenset(["my", "our"])
_ONE = frozenset(["one", "name", "any"])
_BODY = frozenset(["body", "name", "any"])
_MANY = frozenset(["many", "body", "any"])
# Which pronouns take up which kind of source.
_THIRD = {"he": _ONE, "she": _ONE, "his": _ONE, "her": _ONE}
_THIRD |= {"it": _BODY, "its": _BODY, "they": _MANY, "their": _MANY}
_PRONOUNS = {"he": "one", "she": "one", "i": "one", "it": "body", "they": "many", "we": "many"}
_MARK = re.compile(r"``|''|[\"“”«»„]|(?<!\w)‘|’(?!\w)")
_OPENING = frozenset(["``", "“", "«", "„", "‘"])


@dataclass(frozen=True)
class Clause:
    """One clause of a content; token indices."""

    verb: int
    subject: int | None
    own: bool
    negated: bool
    modals: frozenset[str]


def mains(tree: Tree, inside: set[int]) -> list[int]:
    """Verbs of the content that hang on nothing in it, in text order."""
    return [
        i
        for i in sorted(inside)
        if (tree.tokens[i].head not in inside or tree.tokens[i].head == i)
        and tree.tokens[i].pos in ("VERB", "AUX")
        and tree.tokens[i].dep not in ("aux", "auxpass")
    ]


def clause_of(tree: Tree, candidate: Candidate, verb: int) -> Clause:
    subject = tree.child(verb, "nsubj", "nsubjpass", "csubj", "expl")
    auxiliaries = [tree.tokens[c] for c in tree.children_by(verb, "aux")]
    return Clause(
        verb=verb,
        subject=subject,
        own=subject is not None and is_own(tree, candidate, subject),
        negated=any(
            tree.tokens[c].dep == "neg" or tree.tokens[c].lemma == "never"
            for c in tree.children[verb]
        ),
        modals=frozenset(t.lemma.lower() for t in auxiliaries if t.tag == "MD" or t.lemma in WILL),
    )


def is_own(tree: Tree, candidate: Candidate, subject: int) -> bool:
    """Whether the subject of a content's clause is the speaker, or something of the speaker's."""
    word = tree.tokens[subject].text.lower()
    owner = tree.child(subject, "poss")
    owned = tree.tokens[owner].text.lower() if owner is not None else ""
    if word in FIRST or owned in _FIRST_OWN:
        return True
    if _quoted(tree, candidate, subject):
        return False  # in the speaker's own words 'they' are others
    for pronoun, fits in _THIRD.items():
        if pronoun in (word, owned):
            return _kind(tree, candidate) in fits
    return any(
        tree.tokens[i].text == tree.tokens[subject].text
        for i in candidate.source
        if tree.tokens[i].pos in ("PROPN", "NOUN")
    )


def _quoted(tree: Tree, candidate: Candidate, index: int) -> bool:
    """Whether a token of the content stands in quotation marks."""
    spot = tree.tokens[index].start
    start = next((s.start for s in candidate.content if s.start <= spot < s.end), spot)
    marks = _MARK.findall(tree.text[start:spot])
    if not marks:
        return False
    return len(marks) % 2 == 1 if marks[-1] == '"' else marks[-1] in _OPENING


def _kind(tree: Tree, candidate: Candidate) -> str:
    """`one` person, `many`, a `body`, or `any` where the words do not tell."""
    if candidate.subject is None:
        return "any"
    head = tree.tokens[candidate.subject]
    known = _PRONOUNS.get(head.text.lower())
    if known is not None:
        return known
    for entity in tree.entities:
        if entity.start <= candidate.subject < entity.end:
            # A surname alone is often taken for an organisation.
            alone = entity.end - entity.start == 1
            found = "one" if entity.label == "PERSON" else "name" if alone else "body"
            return "body" if entity.label in ("GPE", "NORP", "LOC") else found
    if head.tag in ("NNS", "NNPS"):
        return "many"
    return "name" if head.pos == "PROPN" else "any"


def depends(tree: Tree, verb: int) -> bool:
    """'whether it would', 'how they must': asked or told of, and not said."""
    first = tree.tokens[min(tree.subtree(verb))]
    return first.tag in ("WP", "WRB", "WDT") or any(
        tree.tokens[c].lemma in ("if", "whether") for c in tree.children_by(verb, "mark")
    )


def conditional(tree: Tree, verb: int) -> bool:
    return any(
        tree.tokens[mark].lemma == "if"
        for clause in tree.children_by(verb, "advcl")
        for mark in tree.children_by(clause, "mark")
    )


def with_to(tree: Tree, verb: int) -> bool:
    return any(tree.tokens[c].tag == "TO" for c in tree.children[verb])
