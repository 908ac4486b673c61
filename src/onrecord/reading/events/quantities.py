"""Which figures belong to which event: the number of those who did it, of those it befell, of what it
carried."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from onrecord.reading.events.ground import Ground
from onrecord.reading.tree import Tree

_UP = 10  # steps from a number's noun to its event


def figures(ground: Ground, taking: Mapping[int, Iterable[int]]) -> dict[int, list[int]]:
    """Indices of figures by trigger; `taking` holds each trigger's participants by their heads.

    A figure goes to the nearest event above its noun, and to the event that the noun takes part in.
    From a relative clause behind a comma, which tells more of the same happening ('two planes, which
    brought 35 tonnes'), it goes on to the event that the clause's noun belongs to.
    """
    tree = ground.tree
    heads: dict[int, list[int]] = {}
    for place, figure in enumerate(ground.draft.figures):
        head = _head(tree, tree.inside(figure.span))
        if head is not None:
            heads.setdefault(head, []).append(place)
    found: dict[int, set[int]] = {}
    for head, places in heads.items():
        for trigger in _events(ground, head, taking):
            found.setdefault(trigger, set()).update(places)
    for trigger, participants in taking.items():
        for head in participants:
            if head in heads:
                found.setdefault(trigger, set()).update(heads[head])
    return {trigger: sorted(places) for trigger, places in found.items()}


def _head(tree: Tree, inside: range) -> int | None:
    for index in inside:
        above = tree.tokens[index].head
        if above not in inside or above == index:
            return index
    return None


def _events(ground: Ground, head: int, taking: Mapping[int, Iterable[int]]) -> list[int]:
    tree = ground.tree
    found: list[int] = []
    index = head
    for _ in range(_UP):
        if index in taking and index != head:
            place = ground.cues.get(index)
            if place is not None and ground.teller[head] == place:
                break
            found.append(index)
            if not _tells_more(tree, index):
                break
        token = tree.tokens[index]
        if token.lemma == "accord":
            break  # 'according to two officials'
        if token.head == index or (not found and token.dep in ("relcl", "advcl", "ccomp")):
            break
        index = token.head
    return found


def _tells_more(tree: Tree, verb: int) -> bool:
    if tree.tokens[verb].dep != "relcl":
        return False
    first = verb
    while first - 1 > tree.tokens[verb].head and tree.tokens[first - 1].text != ",":
        first -= 1
    return tree.tokens[first - 1].text == ","
