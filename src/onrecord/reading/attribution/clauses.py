"""Where a cue's clause ends and its content begins: complements, infinitives, parentheses."""

from __future__ import annotations

from onrecord.model import Span
from onrecord.reading.attribution import phrases
from onrecord.reading.attribution.cues import SETTINGS, lookup
from onrecord.reading.tree import Tree

_BREAKS = frozenset({",", "-", "--", "–", "—", ";", ":"})


def is_complement(tree: Tree, verb: int, clause: int) -> bool:
    """Whether a dependent clause is what the verb reports, and not why, when or how it does."""
    token = tree.tokens[clause]
    if token.dep == "advcl":
        first = tree.tokens[min(tree.subtree(clause))]
        heard = tree.child(verb, "dobj", "dative")
        edge = verb if heard is None or heard < verb else max(tree.subtree(heard))
        beside = 0 < first.start - tree.tokens[edge].end < 3
        return first.lemma in ("that", "whether", "if") and beside
    if token.dep == "oprd":
        return token.pos in ("VERB", "AUX")
    return not (token.dep == "xcomp" and token.tag == "VBG")


def is_infinitive(tree: Tree, clause: int) -> bool:
    return any(
        tree.tokens[c].tag == "TO" for c in tree.children[clause] if tree.tokens[c].dep == "aux"
    )


def infinitive(tree: Tree, verb: int, clause: int) -> list[Span]:
    """From 'to' on, without the infinitive's own subject."""
    inside = [i for i in tree.subtree(clause, tree.children_by(clause, "nsubj")) if i > verb]
    to = [c for c in tree.children[clause] if tree.tokens[c].tag == "TO"]
    return whole(tree, [i for i in inside if not to or i >= to[0]] + _trailing(tree, verb, clause))


def finite(tree: Tree, verb: int, clause: int) -> list[Span]:
    """A clause on its side of the verb, with what the parser hung on the verb behind it."""
    right = clause > verb
    apart = second_cue(tree, verb, clause) if right else None
    if apart is not None:
        return whole(tree, [i for i in tree.subtree(clause, [apart]) if verb < i < apart])
    inside = [i for i in tree.subtree(clause) if (i > verb) == right]
    return whole(tree, inside + _trailing(tree, verb, clause))


def second_cue(tree: Tree, verb: int, clause: int) -> int | None:
    """'said the plan was sound and promised an audit': the parser may hang the second cue on the
    content though the speaker is its subject.

    It is taken for the speaker's where both cues are in the simple past and the content's own
    verb is not, or has a subject that cannot speak.
    """
    first = tree.tokens[verb]
    for child in tree.children_by(clause, "advcl"):
        if _cue_behind_comma(tree, child, clause):
            return child
    if first.tag != "VBD":
        return None
    for child in tree.children_by(clause, "conj"):
        if tree.child(child, "nsubj", "nsubjpass") is not None or not phrases.is_verb(tree, child):
            continue
        known = lookup(tree.tokens[child].lemma)
        past = tree.tokens[child].tag == "VBD" or any(
            tree.tokens[c].lemma == "do" and tree.tokens[c].tag == "VBD"
            for c in tree.children[child]
        )
        if known is None or known[0] != "speech" or not past:
            continue
        own = tree.child(clause, "nsubj", "nsubjpass", "expl")
        speaks = own is not None and tree.tokens[own].pos in ("PROPN", "PRON")
        if tree.tokens[clause].tag != "VBD" or not speaks:
            return child
    return None


def _cue_behind_comma(tree: Tree, participle: int, clause: int) -> bool:
    """'reported that the bridge held, citing the police': the participle goes with the first cue,
    unless the content's own verb is one that speaks."""
    token = tree.tokens[participle]
    start = min(tree.subtree(participle))
    known = lookup(token.lemma)
    return (
        token.tag == "VBG"
        and (
            token.lemma == "cite"
            or (known is not None and known[0] == "speech" and "clause" in known[1])
        )
        and start == participle
        and start > clause
        and tree.tokens[start - 1].text == ","
        and lookup(tree.tokens[clause].lemma) is None
    )


_MODIFIERS = ("prep", "advcl", "npadvmod", "advmod")


def _trailing(tree: Tree, verb: int, clause: int, kinds: tuple[str, ...] = _MODIFIERS) -> list[int]:
    """Modifiers behind the clause belong to it unless a comma sets them off."""
    more: list[int] = []
    for child in tree.children[verb]:
        token = tree.tokens[child]
        if child <= clause or token.dep not in kinds:
            continue
        below = tree.subtree(child)
        if tree.tokens[below[0] - 1].text in _BREAKS:
            break
        more += below
    return more


def whole(tree: Tree, indices: list[int]) -> list[Span]:
    """From the first to the last of `indices` as one span; none for none."""
    if not indices:
        return []
    span = phrases.clause_span(tree, list(range(min(indices), max(indices) + 1)))
    return [span] if span else []


def joined(tree: Tree, spans: list[Span]) -> list[Span]:
    """In text order, neighbours made one."""
    out: list[Span] = []
    for span in sorted(spans):
        if out and not tree.text[out[-1].end : span.start].strip():
            out[-1] = Span(out[-1].start, max(out[-1].end, span.end))
        else:
            out.append(span)
    return out


def preposition(tree: Tree, head: int, words: tuple[str, ...]) -> list[Span]:
    """The prepositional phrase to the right of `head` that begins with one of `words`."""
    for prep in tree.children_by(head, "prep", "prt"):
        if prep > head and tree.tokens[prep].lemma in words:
            below = [i for i in tree.subtree(prep) if i >= prep]
            if len(below) > 1:
                return whole(tree, below + _places(tree, head, prep))
    return []


def _places(tree: Tree, head: int, prep: int) -> list[int]:
    """'warned of floods in the valley': where it is stands behind what it is."""
    more = _trailing(tree, head, prep, ("prep",))
    return more if more and tree.tokens[more[0]].lemma in ("in", "at", "near") else []


def through_setting(tree: Tree, verb: int) -> list[int]:
    """'said in a statement that …': the parser hangs the clause on the statement."""
    found: list[int] = []
    for prep in tree.children_by(verb, "prep"):
        noun = tree.child(prep, "pobj")
        if noun is None or prep < verb or tree.tokens[noun].lemma not in SETTINGS:
            continue
        for clause in tree.children_by(noun, "acl", "ccomp", "relcl"):
            first = tree.tokens[min(tree.subtree(clause))]
            if first.lemma == "that" and clause > noun:
                found.append(clause)
    return found


def surrounding(tree: Tree, verb: int, source: int, left: list[int]) -> list[Span]:
    """The content around a parenthetical cue: '…, X said, …' or '…, said X.'

    `left` are the complement clauses to the left of the verb; without one the cue is taken for
    a parenthesis in the clause that its head governs.
    """
    start, end = tree.sentence(verb)
    own = set(phrases.cue_group(tree, verb)) | set(phrases.noun_phrase(tree, source, [verb]))
    governed = left or [tree.tokens[verb].head]
    for child in tree.children[verb]:
        if child in governed or child in own or tree.tokens[child].dep in ("ccomp", "punct"):
            continue
        below = tree.subtree(child)
        if below[0] > verb or below[0] >= min(own):
            own |= set(below)
    first = min(own)
    last = max(own | {i for i in tree.subtree(source) if i < end})
    spans = [s for s in (phrases.clause_span(tree, list(range(start, first))),) if s and len(s) > 1]
    # Content goes on behind the cue only where the parser holds it to be of the same clause.
    behind = [i for clause in governed for i in tree.subtree(clause, [verb]) if last < i < end]
    return spans + [s for s in whole(tree, behind) if len(s) > 3]
