"""Which frame of its lexicon entry a verb stands in, and the content it takes there.

`active` and `passive` return the frame's name and the content spans; an empty name means that the
verb reports nothing here.
"""

from __future__ import annotations

from onrecord.model import Span
from onrecord.reading.attribution import clauses, phrases
from onrecord.reading.attribution.cues import REFLEXIVES, Frames
from onrecord.reading.tree import Tree

Found = tuple[str, list[Span]]
NOTHING: Found = ("", [])
_TOLD = frozenset(["tell", "ask", "inform", "warn", "order", "urge"])


def active(tree: Tree, verb: int, frames: Frames, source: int) -> Found:
    """The first frame that fits; clauses before phrases, since they leave less doubt."""
    complements = [
        c
        for c in tree.children_by(verb, "ccomp", "xcomp", "advcl", "oprd")
        if c != source and clauses.is_complement(tree, verb, c)
    ]
    plain = tree.child(verb, "acomp")
    if plain is not None and plain > verb and tree.tokens[verb].lemma == "make":
        complements += tree.children_by(plain, "ccomp")  # 'made clear that'
    right = [c for c in complements if c > verb]
    left = [c for c in complements if c < verb]
    dobj = _last_object(tree, verb)
    found = _clausal(tree, verb, frames, right, dobj)
    if found == NOTHING and "clause" in frames and (left or tree.tokens[verb].dep == "parataxis"):
        around = clauses.surrounding(tree, verb, source, left)
        found = ("clause", around) if around else NOTHING
    return found if found != NOTHING else _phrasal(tree, verb, frames, dobj)


def _clausal(tree: Tree, verb: int, frames: Frames, right: list[int], dobj: int | None) -> Found:
    infinitives = [c for c in right if clauses.is_infinitive(tree, c)]
    if infinitives:
        clause = infinitives[0]
        addressed = dobj is not None or tree.child(clause, "nsubj") is not None
        addressed |= bool(clauses.preposition(tree, verb, ("on", "upon", "to")))
        if "other" in frames and addressed:
            return "other", clauses.infinitive(tree, verb, clause)
        if "own" in frames:
            return "own", clauses.infinitive(tree, verb, clause)
    finite = [c for c in right if c not in infinitives]
    if "clause" in frames and not finite:
        finite = clauses.through_setting(tree, verb)
    if finite and "clause" in frames:
        return "clause", clauses.finite(tree, verb, finite[0])
    return NOTHING


def _phrasal(tree: Tree, verb: int, frames: Frames, dobj: int | None) -> Found:
    """Content that is a noun phrase or hangs on a preposition."""
    target = [] if dobj is None else clauses.whole(tree, phrases.noun_phrase(tree, dobj))
    if "of" in frames:
        if tree.tokens[verb].lemma == "accuse" and dobj is not None:
            tail = clauses.preposition(tree, verb, ("of",)) or clauses.preposition(tree, dobj, ("of",))  # fmt: skip
            if tail:
                return "of", clauses.joined(tree, target + tail)
        warns = frames["of"] != "assert"
        against = ("against", "over") if warns else ()
        tail = clauses.preposition(tree, verb, ("of", "about", *against))
        if tail:
            return "of", tail
    if "for" in frames:
        tail = clauses.preposition(tree, verb, ("for",))
        if tail:
            return "for", clauses.joined(tree, target + tail)
    if "at" in frames and dobj is not None:
        tail = clauses.preposition(tree, verb, ("at",)) or clauses.preposition(tree, dobj, ("at",))
        if tail and any(tree.tokens[i].tag == "CD" for i in tree.inside(tail[0])):
            return "at", clauses.joined(tree, clauses.whole(tree, _object(tree, verb, dobj)) + tail)
    if dobj is not None and "as" in frames:
        tail = clauses.preposition(tree, verb, ("as",)) or clauses.preposition(tree, dobj, ("as",))
        if tail:
            return "as", clauses.joined(tree, clauses.whole(tree, _object(tree, verb, dobj)) + tail)
    if "naming" in frames:
        found = _naming(tree, verb, target)
        if found != NOTHING:
            return found
    if "against" in frames:
        tail = clauses.preposition(tree, verb, ("against", "at"))
        if tail:
            return "against", tail
    doing = tree.child(verb, "xcomp")
    done = doing is not None and doing > verb and tree.tokens[doing].tag == "VBG"
    if "object" in frames and dobj is None and doing is not None and done:
        # 'denied taking it', 'ruled out going'
        return "object", clauses.whole(tree, tree.subtree(doing))
    if "object" in frames and dobj is not None and dobj > verb:
        if tree.tokens[dobj].lemma in REFLEXIVES:
            return NOTHING
        return "object", clauses.whole(tree, _object(tree, verb, dobj))
    return NOTHING


def _naming(tree: Tree, verb: int, target: list[Span]) -> Found:
    """'called it a lie': what is named and its name, one fragment where they touch."""
    name = tree.child(verb, "oprd")
    if name is not None and name > verb:
        return "naming", clauses.joined(tree, target + clauses.whole(tree, tree.subtree(name)))
    small = tree.child(verb, "ccomp", "xcomp")
    if small is not None and small > verb and tree.child(small, "nsubj") is not None:
        return "naming", clauses.finite(tree, verb, small)
    return NOTHING


def passive(tree: Tree, verb: int, frames: Frames) -> Found:
    """What is reported is the subject, or a clause beside it."""
    subject = tree.child(verb, "nsubjpass")
    clause = tree.child(verb, "ccomp", "xcomp", "oprd")
    if tree.tokens[verb].lemma in _TOLD:
        if clause is None:
            asked = clauses.preposition(tree, verb, ("about", "on", "whether", "of"))
            return ("clause", asked) if asked else NOTHING
        frame = "other" if tree.tokens[clause].dep == "xcomp" else "clause"
        return frame, clauses.finite(tree, verb, clause)
    if subject is None:
        if tree.tokens[verb].dep == "acl" and "object" in frames and phrases.agent(tree, verb):
            noun = tree.tokens[verb].head
            return "object", clauses.whole(tree, phrases.noun_phrase(tree, noun, [verb]))
        return NOTHING
    named = clauses.whole(tree, phrases.noun_phrase(tree, subject))
    expletive = tree.tokens[subject].lemma in ("it", "that")
    if clause is not None and ("clause" in frames or "own" in frames):
        # 'it was reported that …'; 'he is said to have fled': subject and infinitive together.
        spans = clauses.finite(tree, verb, clause)
        if not expletive and tree.tokens[clause].dep != "ccomp":
            spans = named + spans
        return "clause", spans
    # Without an agent only a denial is surely somebody's: 'the account was disputed'.
    if "object" in frames and not expletive:
        if frames["object"] == "deny" or phrases.agent(tree, verb) is not None:
            return "object", named
        return NOTHING
    for frame in ("of", "as") if phrases.agent(tree, verb) is not None else ("of",):
        tail = clauses.preposition(tree, verb, (frame,)) if frame in frames else []
        if tail:
            return frame, clauses.joined(tree, named + tail)
    return NOTHING


def _last_object(tree: Tree, verb: int) -> int | None:
    """The object; the last word of one that the parser left in pieces ('re', '-', 'election')."""
    found = tree.children_by(verb, "dobj")
    if not found:
        return None
    last = found[0]
    for other in found[1:]:
        if other == last + 1:
            last = other
    return last


def _object(tree: Tree, verb: int, dobj: int) -> list[int]:
    """An object phrase keeps all that hangs on it: the content is what was said, whole."""
    below = [
        i for other in tree.children_by(verb, "dobj") if other <= dobj for i in tree.subtree(other)
    ]
    return phrases.trim(tree, sorted(i for i in below if i > verb))
