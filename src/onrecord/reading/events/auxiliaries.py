"""What a verb says of itself: by auxiliaries, negation, adverbs, mood; and what it says of what it governs."""

from __future__ import annotations

from onrecord.model import Factuality
from onrecord.reading.events import predicates
from onrecord.reading.tree import Tree

# 'would later resign': told by one who knows.
_LOOKING_BACK = frozenset({"later", "eventually", "ultimately", "subsequently"})


def own(tree: Tree, verb: int) -> Factuality | None:
    """What a verb's own auxiliaries, negation, adverbs, subject and object say."""
    token = tree.tokens[verb]
    modal = ""
    no = perhaps = condition = past = later = False
    for child in tree.children[verb]:
        below = tree.tokens[child]
        word = below.text.lower()
        dep = below.dep
        if dep == "aux":
            if word in predicates.MODALS:
                modal = word
            elif word == "have":
                past = True
        elif dep == "neg":
            no = no or not _apart(tree, child, verb)
        elif dep == "advmod":
            if word in predicates.PERHAPS:
                perhaps = True
            elif word in _LOOKING_BACK:
                later = True
            elif word in predicates.NEVER or (word in predicates.ALMOST and token.tag == "VBD"):
                no = True
        elif dep == "advcl":
            condition = condition or mark(tree, child) in ("if", "unless")
        elif dep in ("nsubj", "nsubjpass", "dobj"):
            no = no or word in predicates.NOBODY or none_of(tree, child)
        elif dep == "prep" and word in ("in", "with", "to"):
            goal = tree.child(child, "pobj")
            no = no or (
                goal is not None and token.lemma in ("result", "end") and none_of(tree, goal)
            )
    if modal:
        if no:
            return "not_happened" if modal in predicates.ABILITY else "possible"
        if later and modal == "would":
            return "happened"
        if condition or perhaps or (past and modal in ("would", "'d", "’d")):
            return "possible"
        return predicates.MODALS[modal]
    if no:
        return "not_happened"
    if perhaps:
        return "possible"
    return "planned" if imperative(tree, verb) else None


def _apart(tree: Tree, one: int, other: int) -> bool:
    """Whether a comma lies between: 'not a grain, she said' negates no saying."""
    first, last = min(one, other), max(one, other)
    return any(tree.tokens[index].text == "," for index in range(first + 1, last))


def phrasal(tree: Tree, verb: int) -> str:
    """The lemma with its particle where the two have a class of their own."""
    lemma = tree.tokens[verb].lemma
    particle = tree.child(verb, "prt")
    if particle is not None and f"{lemma}-{tree.tokens[particle].lemma}" in predicates.VERBS:
        return f"{lemma}-{tree.tokens[particle].lemma}"
    return lemma


def after_preposition(lemma: str, word: str) -> Factuality | None:
    """What verb and preposition together say of what follows: 'accused of', 'kept from', 'called for'."""
    if word == "of" and lemma in predicates.WITH_OF:
        return "possible"
    if word == "from" and lemma in predicates.WITH_FROM:
        return "not_happened"
    if word == "for" and lemma in predicates.WITH_FOR:
        return "possible" if lemma in ("hope", "wish", "look") else "planned"
    return None


def turned(tree: Tree, verb: int, kind: Factuality) -> Factuality:
    """A class under negation: what is not planned or expected does not come, what is not prevented does."""
    for child in tree.children[verb]:
        if tree.tokens[child].dep == "neg":
            return "happened" if kind == "not_happened" else "not_happened"
    return kind


def mark(tree: Tree, verb: int) -> str:
    """The word that leads a clause in, if it is of `IF` or `GRANTED`, else an empty string."""
    for child in tree.children[verb]:
        if child > verb:
            break
        if tree.tokens[child].dep in ("mark", "advmod"):
            lemma = tree.tokens[child].lemma
            if lemma in predicates.IF or lemma in predicates.GRANTED:
                return lemma
    return ""


def infinitive(tree: Tree, verb: int) -> bool:
    """Whether 'to' stands before the verb."""
    return any(tree.tokens[c].tag == "TO" for c in tree.children[verb] if c < verb)


def has_subject(tree: Tree, verb: int) -> bool:
    """Whether the verb has one of its own, not one that it shares."""
    return tree.child(verb, "nsubj", "nsubjpass", "expl") is not None


def past(tree: Tree, verb: int) -> bool:
    """Whether the verb or its auxiliary stands in the past tense."""
    return tree.tokens[verb].tag == "VBD" or any(
        tree.tokens[c].tag == "VBD" and tree.tokens[c].dep in ("aux", "auxpass")
        for c in tree.children[verb]
    )


def none_of(tree: Tree, noun: int) -> bool:
    """'no', 'neither' and 'none of' before a noun; 'no longer' and 'no fewer' are others."""
    return any(
        tree.tokens[c].dep in ("det", "neg", "preconj")
        and tree.tokens[c].lemma in ("no", "neither")
        for c in tree.children[noun]
    )


def imperative(tree: Tree, verb: int) -> bool:
    """'Stop the trains.': a bare verb without a subject at the head of a sentence or quotation."""
    token = tree.tokens[verb]
    if token.tag != "VB" or token.dep not in ("ROOT", "ccomp") or has_subject(tree, verb):
        return False
    if infinitive(tree, verb):
        return False
    start, _ = tree.sentence(verb)
    between = [tree.tokens[i] for i in range(start, verb)]
    return len(between) < 5 and all(
        t.pos in ("PUNCT", "ADV", "INTJ", "PART", "AUX") for t in between
    )


def asked(tree: Tree, verb: int) -> bool:
    """Whether the sentence asks if it is so; 'why' and 'how' ask of what is."""
    _, end = tree.sentence(verb)
    last = tree.tokens[end - 1].text
    if last in ('"', "”", "''", "'", "’") and end > 1:
        last = tree.tokens[end - 2].text
    if last != "?":
        return False
    return not any(
        tree.tokens[c].tag in ("WRB", "WP", "WDT") or tree.tokens[c].lemma in ("how", "why")
        for c in tree.children[verb]
    )
