"""Verbs that report: 'said that', 'refuted claims', 'urged X to', 'was quoted as saying'."""

from __future__ import annotations

from onrecord.reading.attribution import clauses, frames, phrases
from onrecord.reading.attribution.candidate import Candidate
from onrecord.reading.attribution.cues import NOUNS, RAISING, REFLEXIVES, Frames, lookup
from onrecord.reading.tree import Tree

_TO_PERSON = frozenset(
    "tell ask urge order inform assure warn promise advise remind notify brief direct "
    "instruct press request beg command implore invite reassure call encourage exhort caution "
    "text email write".split()
)
# What else is declined when it is speech that is declined.
_TALK = frozenset(
    "comment answer discuss speak talk respond name identify elaborate speculate address confirm "
    "disclose divulge provide give share apologise apologize testify guess".split()
)
_TOLD = frozenset("question comment interview detail information reason answer name".split())
_QUOTING = frozenset(["quote", "cite"])


def verbal(tree: Tree) -> list[Candidate]:
    """One candidate for each verb of the lexicon that stands in one of its frames.

    A candidate of a verb that takes clauses or quotations may still be without content: a
    quotation beside it may turn out to be that.
    """
    found: list[Candidate] = []
    for verb in range(len(tree)):
        if phrases.is_verb(tree, verb):
            particle = tree.child(verb, "prt", "acomp")
            known = lookup(
                tree.tokens[verb].lemma, tree.tokens[particle].lemma if particle else None
            )
            candidate = _read(tree, verb, known[1]) if known else None
            if known and candidate:
                candidate.act = "attitude" if _refuses_a_deed(tree, candidate) else known[0]
                found.append(candidate)
    return found


def _read(tree: Tree, verb: int, entry: Frames) -> Candidate | None:
    passive = phrases.is_passive(tree, verb)
    if passive:
        source = phrases.agent(tree, verb)
        frame, content = frames.passive(tree, verb, entry)
    else:
        source = phrases.subject(tree, verb)
        above = tree.tokens[verb].head
        if tree.tokens[verb].dep in ("conj", "advcl") and tree.tokens[above].dep == "ccomp":
            outer = tree.tokens[above].head
            if clauses.second_cue(tree, outer, above) == verb:
                source = phrases.subject(tree, outer)
        if source is None:
            return None
        frame, content = frames.active(tree, verb, entry, source)
        if not content and not entry.keys().isdisjoint(("clause", "quote")):
            frame = "quote"
    if not frame or (_unrealised(tree, verb) and frame not in ("clause", "quote")):
        return None
    if _asks_to_stay_unnamed(tree, verb):
        return None
    return Candidate(
        anchor=verb,
        source=[] if source is None else phrases.noun_phrase(tree, source, without=[verb]),
        cue=_cue(tree, verb),
        content=content,
        stance=entry[frame] if frame in entry else next(iter(entry.values())),
        act="speech",
        by=f"rule:verb-{frame}" + ("-passive" if passive else ""),
        subject=source,
        addressee=addressee(tree, verb, frame, passive),
        negated=phrases.negated(tree, verb),
        frame=frame,
    )


def _cue(tree: Tree, verb: int) -> list[int]:
    """The verb's group; with it what only leads up to it ('continued to insist', 'was quoted as
    saying')."""
    cue = set(phrases.cue_group(tree, verb))
    token = tree.tokens[verb]
    above = token.head
    if token.dep == "xcomp" and tree.tokens[above].lemma in RAISING:
        cue |= set(phrases.cue_group(tree, above))
    if token.dep == "pcomp" and tree.tokens[tree.tokens[above].head].lemma in _QUOTING:
        quoting = tree.tokens[above].head
        if phrases.is_passive(tree, quoting):
            cue |= {above, *phrases.cue_group(tree, quoting)}
    return sorted(cue)


def _refuses_a_deed(tree: Tree, candidate: Candidate) -> bool:
    """'refused to turn over the tape' says nothing, 'refused to answer' declines to."""
    deed = tree.child(candidate.anchor, "xcomp")
    if candidate.stance != "decline" or candidate.frame != "own" or deed is None:
        return False
    token = tree.tokens[deed]
    particle = tree.child(deed, "prt")
    known = lookup(token.lemma, None if particle is None else tree.tokens[particle].lemma)
    if token.lemma in _TALK or (known is not None and known[0] == "speech"):
        return False
    return tree.tokens[tree.child(deed, "dobj") or deed].lemma not in {*NOUNS, *_TOLD}


def _unrealised(tree: Tree, verb: int) -> bool:
    """An infinitive under anything but a raising verb: 'the courage to report', 'failed to deny'."""
    token = tree.tokens[verb]
    if token.dep == "conj" and token.tag == "VB" and tree.child(verb, "aux", "nsubj") is None:
        return _unrealised(tree, token.head)  # 'refused to confirm or deny'
    if not clauses.is_infinitive(tree, verb) or token.dep in ("ROOT", "ccomp"):
        return False
    return not (token.dep == "xcomp" and tree.tokens[token.head].lemma in RAISING)


def _asks_to_stay_unnamed(tree: Tree, verb: int) -> bool:
    """'who asked not to be named', the newsroom's formula, demands nothing that is reported."""
    return any(
        tree.tokens[c].lemma in ("name", "identify", "quote") and phrases.negated(tree, c)
        for c in tree.children_by(verb, "xcomp")
    )


def addressee(tree: Tree, verb: int, frame: str, passive: bool) -> int | None:
    """The head of whom it was said to: 'told X', 'urged X to', 'was told', 'said to X'."""
    to_person = tree.tokens[verb].lemma in _TO_PERSON
    if passive:
        return tree.child(verb, "nsubjpass") if frame in ("clause", "other") and to_person else None
    if to_person and frame in ("other", "clause", "quote", "own", "of"):
        found = tree.child(verb, "dobj", "dative")
        if found is not None and tree.tokens[found].pos in ("NOUN", "PROPN", "PRON"):
            return None if tree.tokens[found].lemma in REFLEXIVES else found
        # 'urged X to act': the parser may make X the subject of 'act'.
        for clause in tree.children_by(verb, "ccomp", "xcomp") if frame == "other" else []:
            lower = tree.child(clause, "nsubj")
            if lower is not None:
                return lower
    words = ("to", "on", "upon") if frame == "other" else ("to",)
    for to in tree.children_by(verb, "prep", "dative"):
        if tree.tokens[to].lemma in words and to > verb:
            return tree.child(to, "pobj")
    return None
