"""From tree to phrase: the words of a source, of a cue, of a clause."""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.model import Span
from onrecord.reading.attribution.cues import AUXILIARIES
from onrecord.reading.tree import Tree

_EDGE = frozenset([",", ";", ":", "-", "–", "—", "(", ")"]) | {"--", ".", "…", "..."}
VERB_TAGS = frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ"})


def is_verb(tree: Tree, index: int) -> bool:
    token = tree.tokens[index]
    return token.tag in VERB_TAGS and token.dep not in ("amod", "compound", "aux", "auxpass")


def noun_phrase(tree: Tree, head: int, without: Iterable[int] = ()) -> list[int]:
    """The phrase as printed, without relative clauses; contiguous around its head.

    Names in apposition stay ('the minister, Ana Voss'); a clause that hangs on the noun does
    not ('the minister, who resigned').
    """
    barred = set(without)
    for index in tree.subtree(head):
        token = tree.tokens[index]
        far = token.head != head
        if index != head and (
            token.dep == "relcl"
            or (token.dep in ("advcl", "ccomp", "parataxis") and not far)
            or (token.dep == "acl" and token.tag in ("VBG", "VB", "VBD", "VBZ", "VBP"))
        ):
            barred.add(index)
    kept = tree.subtree(head, barred)
    run = trim(tree, _contiguous(tree, kept, head))
    while len(run) > 1 and tree.tokens[run[0]].tag in ("WRB", "CC") and run[0] != head:
        run = trim(tree, run[1:])
    return run


def _contiguous(tree: Tree, indices: list[int], around: int) -> list[int]:
    """The part of `indices` that holds `around`, gaps of one comma bridged."""
    members = set(indices)
    left = right = around
    while left - 1 in members:
        left -= 1
    while right + 1 in members:
        right += 1
    return list(range(left, right + 1))


def trim(tree: Tree, run: list[int]) -> list[int]:
    """`run` without punctuation at its edges; brackets stay where they pair."""
    start, end = 0, len(run)
    while start < end and tree.tokens[run[start]].text in _EDGE:
        start += 1
    while end > start and tree.tokens[run[end - 1]].text in _EDGE:
        if tree.tokens[run[end - 1]].text == ")" and any(
            tree.tokens[i].text == "(" for i in run[start : end - 1]
        ):
            break
        end -= 1
    return run[start:end]


def cue_group(tree: Tree, verb: int) -> list[int]:
    """The verb with its auxiliaries, negation and particle."""
    return sorted([verb, *(c for c in tree.children[verb] if tree.tokens[c].dep in AUXILIARIES and abs(c - verb) < 8)])  # fmt: skip


def negated(tree: Tree, verb: int) -> bool:
    """By 'not', 'never', or 'neither … nor'."""
    if any(tree.tokens[c].dep == "neg" for c in tree.children[verb]):
        return True
    first = tree.tokens[verb].head if tree.tokens[verb].dep == "conj" else verb
    return any(tree.tokens[c].lemma == "neither" for c in tree.children[first])


def is_passive(tree: Tree, verb: int) -> bool:
    if any(tree.tokens[c].dep in ("auxpass", "nsubjpass") for c in tree.children[verb]):
        return True
    token = tree.tokens[verb]
    if token.tag != "VBN" or any(tree.tokens[c].dep == "aux" for c in tree.children[verb]):
        return False
    # 'a report published by', 'Asked about it, she said'
    return token.dep == "acl" or (token.dep == "advcl" and verb < token.head)


def agent(tree: Tree, verb: int) -> int | None:
    """The head of the 'by' phrase of a passive, also where a time phrase took it ('within hours by')."""
    preps = tree.children_by(verb, "agent", "prep")
    lower = [
        prep
        for outer in preps
        for noun in tree.children_by(outer, "pobj")
        for prep in tree.children_by(noun, "prep")
        if tree.tokens[outer].lemma in ("within", "after", "on", "in")
    ]
    for by in [*preps, *lower]:
        if tree.tokens[by].lemma == "by" and by > verb:
            found = tree.child(by, "pobj")
            if found is not None:
                return found
    return None


def subject(tree: Tree, verb: int, depth: int = 0) -> int | None:
    """The head of the verb's subject, looked for up the tree where the verb has none itself."""
    own = tree.child(verb, "nsubj", "csubj")
    if own is not None:
        return own
    if depth > 4:
        return None
    token = tree.tokens[verb]
    head = token.head
    if head == verb:
        return None
    if token.dep == "acl" and token.tag == "VB":
        # 'the request to confirm': who is asked is not the request.
        return None
    if token.dep == "acl" and not is_verb(tree, head):
        return head if tree.tokens[head].pos in ("NOUN", "PROPN", "PRON") else None
    if token.dep in ("conj", "advcl", "xcomp", "dep", "ccomp", "pcomp") and is_verb(tree, head):
        if token.dep == "ccomp" and token.tag not in ("VBG", "VB"):
            return None
        if is_passive(tree, head) and token.dep != "conj":
            return tree.child(head, "nsubjpass") if token.tag == "VBG" else None
        if token.dep == "xcomp":
            # 'urged the council to deny': who is to deny is the object, not the subject.
            raised = tree.child(head, "dobj", "dative")
            if raised is not None and raised < verb and tree.tokens[verb].tag == "VB":
                return raised
        return subject(tree, head, depth + 1)
    if token.dep == "pcomp" and tree.tokens[head].dep == "prep":
        above = tree.tokens[head].head
        if not is_verb(tree, above):
            return None
        if tree.tokens[head].lemma == "as":
            # 'was quoted as saying', 'the paper quoted her as saying'
            return tree.child(above, "nsubjpass") or tree.child(above, "dobj")
        return subject(tree, above, depth + 1)
    return None


def clause_span(tree: Tree, indices: list[int]) -> Span | None:
    """From the first to the last of `indices`, punctuation at the edges left out."""
    kept = trim(tree, indices)
    return tree.span(kept[0], kept[-1]) if kept else None
