"""Where an event took place: the phrase of place that hangs on it, named or called by its kind."""

from __future__ import annotations

from onrecord.model import Span
from onrecord.reading.events.ground import Ground
from onrecord.reading.events.words import SUPPORTS

# In the order in which they are believed: where it was, where it went, whence.
_WHERE = {
    **dict.fromkeys("in at near outside inside within across around along off aboard".split(), 0),
    **dict.fromkeys("to into toward towards onto over through on".split(), 1),
    **dict.fromkeys("from out".split(), 2),
}
_KINDS = frozenset(
    """
    country city town village province region capital airport port harbour harbor street square border
    coast island district area county neighbourhood neighborhood suburb camp base building hospital
    school university church mosque temple stadium station prison jail embassy consulate market mall
    hotel restaurant bar club home house apartment office headquarters factory plant mine farm field
    forest mountain valley river lake sea ocean bay strait road highway motorway bridge tunnel park zone site
    scene palace court courthouse courtroom parliament theatre theater museum cemetery checkpoint crossing
    territory state mission downtown south north east west
    """.split()
)


def place(ground: Ground, trigger: int) -> Span | None:
    """The phrase of place of a trigger, or of the verb that only supports it; `None` where the sentence
    gives none (a dateline says where it was written, not where it happened)."""
    found = _below(ground, trigger)
    if found is None:
        token = ground.tree.tokens[trigger]
        above = ground.tree.tokens[token.head]
        if token.tag[:2] == "NN" and above.tag[:2] == "VB" and above.lemma in SUPPORTS:
            found = _below(ground, token.head)
    return None if found is None else ground.phrase(found)


def _below(ground: Ground, index: int) -> int | None:
    tree = ground.tree
    best: tuple[int, int] | None = None
    for child in tree.children[index]:
        token = tree.tokens[child]
        if token.dep == "prep":
            rank = _WHERE.get(token.lemma)
            head = tree.child(child, "pobj")
            if rank is None:
                continue
            if head is None:
                inner = tree.child(child, "prep")  # 'out of Caracas'
                head = None if inner is None else tree.child(inner, "pobj")
            if head is None or not _locative(ground, head, rank):
                continue
            if best is None or rank < best[0]:
                best = (rank, head)
        elif token.dep in ("compound", "nmod", "amod") and child < index and best is None:
            name = ground.named.get(child)
            if name is not None and name.type == "place":
                best = (3, child)
    return None if best is None else best[1]


def _locative(ground: Ground, head: int, rank: int) -> bool:
    if head in ground.timed:
        return False
    tree = ground.tree
    name = ground.named.get(head)
    if name is not None:
        # 'called on Norland' is no place of the call.
        return name.type == "place" and tree.tokens[tree.tokens[head].head].lemma != "on"
    if tree.tokens[head].lemma in _KINDS:
        return rank < 2 or any(child in ground.named for child in tree.children[head])
    return False
