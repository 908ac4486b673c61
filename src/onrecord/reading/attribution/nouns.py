"""Nouns that report: 'claims that …', 'his warning that …', 'a report by the court that …'."""

from __future__ import annotations

from onrecord.model import Span
from onrecord.reading.attribution import phrases
from onrecord.reading.attribution.candidate import Candidate
from onrecord.reading.attribution.cues import NOUNS, lookup
from onrecord.reading.tree import Tree

# Nouns that also take 'of' or 'about', where they are many or somebody's.
ABOUT = frozenset("report rumour rumor claim allegation accusation warning threat".split())

# 'made the claim that', 'issued a warning that': who does it is who says it.
LIGHT = frozenset("make issue give release repeat put voice".split())


def nominal(tree: Tree) -> list[Candidate]:
    """One candidate for each reporting noun that has a clause for content."""
    found: list[Candidate] = []
    for noun, token in enumerate(tree.tokens):
        if token.pos != "NOUN" or token.lemma not in NOUNS:
            continue
        if token.lemma == "order" and noun and tree.tokens[noun - 1].lemma == "in":
            continue  # 'in order to' orders nothing
        above = tree.tokens[noun].head
        if tree.tokens[noun].dep == "pobj" and noun_of_setting(tree, above):
            continue
        content = _content(tree, noun)
        if content is None:
            continue
        source, subject = _source(tree, noun)
        found.append(
            Candidate(
                anchor=noun,
                source=source,
                cue=[noun],
                content=[content],
                stance=NOUNS[token.lemma],
                act="speech",
                by="rule:noun",
                subject=subject,
            )
        )
    return found


def noun_of_setting(tree: Tree, prep: int) -> bool:
    """'said in a statement that …' is the verb's, not the noun's."""
    verb = tree.tokens[prep].head
    known = lookup(tree.tokens[verb].lemma)
    return tree.tokens[prep].lemma == "in" and known is not None and "clause" in known[1]


def _content(tree: Tree, noun: int) -> Span | None:
    for clause in tree.children_by(noun, "acl", "ccomp", "relcl"):
        if clause < noun:
            continue
        below = [i for i in tree.subtree(clause) if i > noun]
        first = tree.tokens[below[0]] if below else None
        if first is None or below[0] > noun + 4:
            continue
        that = first.lemma == "that" and first.dep in ("mark", "det", "advmod")
        infinitive = first.tag == "TO" and NOUNS[tree.tokens[noun].lemma] in (
            "demand",
            "promise",
            "threaten",
            "decline",
        )
        if that or infinitive:
            return phrases.clause_span(tree, list(range(below[0], below[-1] + 1)))
    return _about(tree, noun)


def _about(tree: Tree, noun: int) -> Span | None:
    """'reports of a deployment', 'her warning about the gates': a phrase for content."""
    token = tree.tokens[noun]
    owned = tree.child(noun, "poss") is not None
    if token.lemma not in ABOUT or not (owned or token.tag == "NNS"):
        return None
    for prep in tree.children_by(noun, "prep"):
        if tree.tokens[prep].lemma in ("of", "about") and prep == noun + 1:
            below = tree.subtree(prep)
            return phrases.clause_span(tree, list(range(below[0], below[-1] + 1)))
    return None


def _source(tree: Tree, noun: int) -> tuple[list[int], int | None]:
    owner = tree.child(noun, "poss")
    if owner is not None and owner < noun:
        return phrases.noun_phrase(tree, owner), owner
    for prep in tree.children_by(noun, "prep", "agent"):
        if tree.tokens[prep].lemma in ("by", "from"):
            head = tree.child(prep, "pobj")
            if head is not None:
                return phrases.noun_phrase(tree, head), head
    verb = tree.tokens[noun].head
    if tree.tokens[noun].dep == "dobj" and tree.tokens[verb].lemma in LIGHT:
        maker = phrases.subject(tree, verb)
        if maker is not None:
            return phrases.noun_phrase(tree, maker, [verb]), maker
    return [], None
