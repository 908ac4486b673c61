"""Which words name an event: verbs that are no states, nouns of the lexicon, and 'dead' ('was found dead').

The definition is TimeML's (Pustejovsky et al. 2003) less its states: something that happens, at a
time, whether it did or not.
"""

from __future__ import annotations

from onrecord.reading.events.ground import Ground
from onrecord.reading.events.nominals import DOUBTFUL, OF
from onrecord.reading.events.words import LEADING, OCCURS, STATES, SUPPORTS
from onrecord.reading.tree import Tree

_HELPING = frozenset({"aux", "auxpass"})
_BARE = frozenset({"amod", "compound", "case", "mark", "prep", "cc", "advmod", "punct", "nmod"})
_SAID_OF = frozenset({"acomp", "oprd", "ROOT", "ccomp"})
_OWNERS = frozenset({"poss", "agent"})
_OWNING = frozenset({"of", "by", "against", "between", "on", "with", "from"})


def triggers(ground: Ground) -> list[int]:
    """Token indices in text order. The cue of an attribution of speech is an event whatever its
    verb; a doubtful noun is one where a temporal expression hangs on it."""
    tree = ground.tree
    cues = ground.cues.keys()
    barred = _barred(ground)
    timed = _timed(ground)
    nouns = {
        index
        for index, token in enumerate(tree.tokens)
        if token.tag[:2] == "NN"
        and token.lemma.lower() in OF
        and index not in cues
        and index not in barred
        and _noun(tree, index, timed)
    }
    verbs = [
        index
        for index, token in enumerate(tree.tokens)
        if token.tag[:2] == "VB" and index not in cues and _verb(tree, index, nouns)
    ]
    dead = [
        index
        for index, token in enumerate(tree.tokens)
        if token.pos == "ADJ" and token.lemma.lower() == "dead" and token.dep in _SAID_OF
    ]
    return sorted([*nouns, *verbs, *dead, *(cue for cue in cues if _speaks(tree, cue))])


def _barred(ground: Ground) -> set[int]:
    """Words of temporal expressions: 'March', 'the first quarter'."""
    return {index for timex in ground.draft.timexes for index in ground.tree.inside(timex.span)}


def _timed(ground: Ground) -> set[int]:
    """Tokens on which a temporal expression hangs, by a preposition or not."""
    tree = ground.tree
    found = set()
    for head in ground.timed:
        above = tree.tokens[head].head
        found.add(tree.tokens[above].head if tree.tokens[above].dep == "prep" else above)
    return found


def _speaks(tree: Tree, cue: int) -> bool:
    """'according to' and 'is sure that' say who holds it; nobody does anything."""
    token = tree.tokens[cue]
    return token.tag[:2] in ("VB", "NN") and token.lemma not in ("accord", "be", "have")


def _verb(tree: Tree, index: int, nouns: set[int]) -> bool:
    token = tree.tokens[index]
    if token.dep in _HELPING or token.dep in _BARE or token.lemma in STATES:
        return False
    if token.lemma == "accord" or not token.text[0].isalpha() or "/" in token.text:
        return False
    if token.lemma in SUPPORTS:
        # 'held a meeting': the meeting is the event.
        part = taken_part_in(tree, index)
        return part not in nouns and not _child(tree, index, nouns, "dobj", "nsubjpass")
    if token.lemma in OCCURS and _child(tree, index, nouns, "nsubj"):
        return False
    if token.lemma in LEADING and _leads(tree, index, nouns):
        return False
    return len(token.lemma) > 1


def taken_part_in(tree: Tree, verb: int) -> int | None:
    """What somebody took part or played a role in."""
    share = tree.child(verb, "dobj")
    if share is None or tree.tokens[share].lemma not in ("part", "role"):
        return None
    for above in (verb, share):
        for prep in tree.children_by(above, "prep"):
            if tree.tokens[prep].lemma == "in":
                return tree.child(prep, "pobj")
    return None


def _child(tree: Tree, index: int, among: set[int], *deps: str) -> bool:
    return any(child in among and tree.tokens[child].dep in deps for child in tree.children[index])


def _leads(tree: Tree, index: int, nouns: set[int]) -> bool:
    return _child(tree, index, nouns, "dobj") or any(
        tree.tokens[child].dep == "xcomp" and tree.tokens[child].tag[:2] == "VB"
        for child in tree.children[index]
    )


def _noun(tree: Tree, index: int, timed: set[int]) -> bool:
    token = tree.tokens[index]
    if token.dep in ("compound", "nmod") and token.head > index:
        return False
    doubtful = token.lemma.lower() in DOUBTFUL
    if token.tag[:3] == "NNP":
        # In a headline every word has a capital.
        return not doubtful
    if not doubtful or index in timed:
        return True
    head = tree.tokens[token.head]
    if token.dep == "dobj" and head.lemma in SUPPORTS:
        return True
    if token.dep in ("nsubj", "nsubjpass") and (head.lemma in OCCURS or head.lemma in SUPPORTS):
        return True
    for child in tree.children[index]:
        dep = tree.tokens[child].dep
        if dep in _OWNERS or (dep == "prep" and tree.tokens[child].lemma in _OWNING):
            return True
    return False
