"""Descriptions as sources: 'the minister', 'a diplomatic source', 'critics', 'the ministry'."""

from __future__ import annotations

import re

from onrecord.model import SourceType
from onrecord.reading.names.identity import Chain
from onrecord.reading.names.mentions import Mention, fold
from onrecord.reading.source_words import (
    CALLED,
    COLLECTIVES,
    COMPANY,
    DEFINITE,
    INSIDERS,
    KIN,
    LESSER,
    MEDIA,
    ORGANISATIONS,
    PAPERS,
    UNNAMED,
)
from onrecord.reading.speakers.scene import Scene
from onrecord.reading.speakers.speaker import Speaker

_NEW = frozenset(["new", "top", "senior"])  # said of whoever holds an office


def described(scene: Scene, head: int, words: list[int]) -> Speaker:
    """Whoever before holds that office or name; else the description as printed, with its type."""
    plural = scene.tree.tokens[head].tag in ("NNS", "NNPS")
    owned = any(scene.tree.tokens[c].dep == "poss" for c in scene.tree.children[head])
    if (scene.lemma(words[0]) in DEFINITE or owned) and not plural:
        known = _holder(scene, head, words) or _described_before(scene, head, words)
        if known is not None:
            return known
    return Speaker(
        scene.words(words), _type(scene, head, words, plural), scene.span(words), None, 0.9
    )


def jointly(scene: Scene, partners: list[int], words: list[int]) -> Speaker:
    """Several who say it together keep the phrase as printed; no one of them is the speaker."""
    types = [scene.named[i][0].type for i in partners if i in scene.named]
    lemma = scene.lemma(partners[0])
    kind: SourceType = "collective"
    if types and all(type == "person" for type in types):
        kind = "person"
    elif types or lemma in ORGANISATIONS:
        kind = "organisation"
    elif lemma in UNNAMED:
        kind = "unnamed"
    return Speaker(scene.words(words), kind, scene.span(words), None, 0.9)


def partners(scene: Scene, head: int, words: list[int]) -> list[int]:
    """The heads of a coordinated source ('the ministry and the army'); one where it is none."""
    tree = scene.tree
    found, queue = [head], [head]
    while queue:
        for child in tree.children[queue.pop()]:
            if tree.tokens[child].dep == "conj" and child in words:
                found.append(child)
                queue.append(child)
    chains = {id(scene.named[i][0]) for i in found if i in scene.named}
    if len(chains) == 1 and len(found) == 2 and all(i in scene.named for i in found):
        return found[:1]  # one name that the parser cut in two
    return found


def _type(scene: Scene, head: int, words: list[int], plural: bool) -> SourceType:
    lemma = scene.lemma(head)
    lemmas = {scene.lemma(i) for i in words}
    if lemmas & {"%", "percent", "cent"}:
        return "collective"
    if lemmas & MEDIA and lemma not in UNNAMED:
        return "media"
    if lemma in UNNAMED or lemmas & INSIDERS:
        return "unnamed"
    if head in scene.named and scene.named[head][0].type == "group":
        return "collective"
    if lemma in ORGANISATIONS or head in scene.named:
        return "organisation"
    if plural or lemma in COLLECTIVES:
        return "collective"
    return "unnamed"


def _holder(scene: Scene, head: int, words: list[int]) -> Speaker | None:
    """'the minister', 'the Norland ministry': the nearest name before that the noun describes; in
    a first paragraph also one that follows ('Norland's premier', and later 'Prime Minister Voss')."""
    lemma = _office(scene, head)
    if lemma in KIN:
        return None
    modifiers = {
        scene.lemma(i)
        for i in words
        if i < head and scene.tree.tokens[i].pos in ("ADJ", "NOUN", "PROPN")
    }
    best: tuple[float, Chain, Mention] | None = None
    for chain in scene.chains:
        before = [m for m in chain.mentions if m.last < words[0]]
        after = [m for m in chain.mentions if m.first > words[-1]]
        if not before and not (chain.type == "person" and after and modifiers):
            continue
        shared = _fits(scene, chain, lemma, modifiers, head)
        if shared is None or (not before and shared < 1):
            continue
        nearest = before[-1] if before else after[0]
        gap = abs(scene.passages_between(nearest.first, head))
        score = 3.0 * shared - 0.5 * gap - 0.001 * abs(head - nearest.first)
        score -= 0.0 if before else 4.0
        score += 0.2 * min(3, sum(lemma in fold(role).split() for role in chain.roles.values()))
        if best is None or score > best[0]:
            best = (score, chain, nearest)
    if best is None or (best[2].first > head and scene.passages_between(head, best[2].first) > 3):
        return None
    found = scene.speaker(best[1], best[2])
    return Speaker(found.name, found.type, (*scene.span(words), *found.spans), found.chain, 0.8)


def _office(scene: Scene, head: int) -> str:
    """The lemma of the noun; of 'head of state' what that is."""
    lemma = scene.lemma(head)
    for prep in scene.tree.children_by(head, "prep"):
        below = scene.tree.child(prep, "pobj")
        if lemma == "head" and below is not None:
            return {"state": "president", "government": "premier"}.get(scene.lemma(below), lemma)
    return lemma


def _described_before(scene: Scene, head: int, words: list[int]) -> Speaker | None:
    """'the official' is the official who spoke before, by the same noun."""
    lemma = scene.lemma(head)
    if len(words) > 3:
        return None
    for at, speaker in reversed(scene.spoken):
        if at < head and speaker.spans and lemma in _heads(scene, speaker):
            return speaker.less_sure(0.8)
    return None


def _heads(scene: Scene, speaker: Speaker) -> set[str]:
    """The lemmas of the nouns that the words of a speaker hang on."""
    inside = scene.tree.inside(speaker.spans[0])
    return {scene.lemma(i) for i in inside if scene.tree.tokens[i].head not in inside}


def _fits(scene: Scene, chain: Chain, lemma: str, modifiers: set[str], head: int) -> float | None:
    """How many modifiers agree, or None where the noun does not describe the chain."""
    if chain.type == "person":
        return _fits_person(chain, lemma, modifiers)
    if chain.type != "organisation":
        return None
    name = set(chain.key.split())
    shared = len(modifiers & name)
    if lemma in name:
        return None if modifiers and not shared else shared
    if scene.tree.tokens[head].pos == "PROPN":
        return None
    if lemma in COMPANY and not modifiers - name and _acted(scene, chain, head):
        return shared
    paper = bool(name) and chain.key.split()[-1] in PAPERS
    if lemma in ("newspaper", "paper", "daily") and paper and not modifiers - name:
        return shared
    return None


def _fits_person(chain: Chain, lemma: str, modifiers: set[str]) -> float | None:
    held = set(fold(chain.described()).split())
    offices = _offices(chain)
    agreed = len(modifiers & held)
    exact = lemma in offices
    # 'the Norland leader' for the president of Norland; less sure than the office itself.
    if not exact and not offices & CALLED.get(lemma, frozenset()):
        return None
    shared = agreed - 0.3 * (not exact)
    if modifiers - _NEW and not agreed:
        if len(modifiers) > 1 or not exact:
            return None
        shared -= 0.5
    return shared - 0.4 * bool(held & LESSER - modifiers)


def _offices(chain: Chain) -> set[str]:
    """The head nouns of what a person is called: 'secretary' of 'the council's secretary', 'head'
    and 'minister' of 'head of the ministry'."""
    found: set[str] = set()
    for role in chain.roles.values():
        words = fold(re.split(r" (?:of|for|at|in|to|on) |,", role)[0]).split()
        found.update(words[-1:])
        if "ministry" in fold(role) and words[-1:] in (["head"], ["chief"]):
            found.add("minister")
    return found - {"man", "woman", "person"}


def _acted(scene: Scene, chain: Chain, head: int) -> bool:
    return any(at < head and speaker.chain is chain for at, speaker in scene.spoken) or any(
        scene.tree.tokens[m.last].dep in ("nsubj", "nsubjpass")
        for m in chain.mentions
        if m.first < head
    )
