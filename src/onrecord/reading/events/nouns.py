"""What the words around a noun say of whether its event came about."""

from __future__ import annotations

from typing import Literal

from onrecord.model import Factuality
from onrecord.reading.attribution.cues import NOUNS as SAYINGS
from onrecord.reading.events import auxiliaries, predicates
from onrecord.reading.events.words import OCCURS, SUPPORTS
from onrecord.reading.tree import Tree

# What is said of the noun; `shared`: whatever is true of the verb above it is true of it.
Said = Factuality | Literal["shared"]

_DEFINITE = frozenset({"the", "this", "that", "these", "those", "both", "each", "every"})
# Nouns under which a definite noun is not taken for granted: 'denied reports of the strike'.
TOLD = frozenset(
    "report claim rumour rumor allegation accusation suggestion charge notion idea story talk".split()
)
_ATTENDED = frozenset("attend host join visit open resume chair address contest".split())


def own(tree: Tree, noun: int) -> Factuality | None:
    """'no attack', 'an alleged attack', 'next week's talks' by their own words."""
    for child in tree.children[noun]:
        if child > noun:
            break
        below = tree.tokens[child]
        if below.dep in ("det", "neg") and below.lemma in ("no", "neither"):
            return "not_happened"
        if below.dep in ("amod", "compound", "nmod") and below.lemma in predicates.MODIFIERS:
            return predicates.MODIFIERS[below.lemma]
        if below.text.lower() in predicates.MODIFIERS and below.dep == "amod":
            return predicates.MODIFIERS[below.text.lower()]
    return None


def indefinite(tree: Tree, noun: int) -> bool:
    """Without an article of the known, an owner or a name before it."""
    return not any(
        (tree.tokens[c].dep == "det" and tree.tokens[c].lemma.lower() in _DEFINITE)
        or tree.tokens[c].dep == "poss"
        for c in tree.children[noun]
    )


def under_verb(tree: Tree, noun: int, verb: int) -> Said:
    """Subjects and objects: 'feared an attack', 'the visit was called off', 'will hold talks'."""
    lemma = auxiliaries.phrasal(tree, verb)
    dep = tree.tokens[noun].dep
    if dep != "nsubj" and lemma in predicates.OF_NOUNS:
        kind = predicates.VERBS.get(lemma, "happened")
        # What is denied of a report is what it says.
        return "happened" if kind == "denied" and tree.tokens[noun].lemma in SAYINGS else kind
    if dep == "nsubj":
        return "shared" if lemma in OCCURS or _place(tree, verb) else "happened"
    if lemma in SUPPORTS or lemma in _ATTENDED or (dep == "attr" and lemma == "be"):
        return "shared"
    return "shared" if indefinite(tree, noun) else "happened"


def _place(tree: Tree, verb: int) -> bool:
    return any(tree.tokens[c].lemma == "place" for c in tree.children[verb])


def under_preposition(tree: Tree, noun: int, prep: int) -> Said:
    """'without a fight', 'fears of an attack', 'called for talks', 'will speak at the meeting'."""
    word = tree.tokens[prep].lemma
    above = tree.tokens[tree.tokens[prep].head]
    if word == "without":
        return "not_happened"
    if above.tag[:2] == "NN":
        if word in ("of", "for", "to", "about", "on"):
            above_kind = predicates.NOUNS.get(above.lemma, "happened")
            granted = word == "about" or (above_kind == "planned" and word in ("of", "to"))
            if granted and not indefinite(tree, noun):
                return "happened"
            return above_kind if word != "on" or above_kind == "not_happened" else "happened"
        return "happened"
    if above.tag[:2] != "VB":
        return "happened"
    kind = auxiliaries.after_preposition(above.lemma, word)
    if kind is not None:
        return kind
    if word in ("in", "at", "during", "into") or (
        word in ("with", "on", "to") and indefinite(tree, noun)
    ):
        return "shared"
    return "happened"
