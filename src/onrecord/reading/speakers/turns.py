"""Whose turn it is: labels of interviews and transcripts resolved to who speaks.

'VOSS' is whom the article names in full, or another label does ('ANA VOSS, HOST'); 'Q' is the outlet
that asks, 'A' the one whom the text before the first question is about.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.model import Span
from onrecord.reading.attribution.candidate import Candidate
from onrecord.reading.attribution.layouts import bare_name, is_unnamed
from onrecord.reading.names.identity import Chain
from onrecord.reading.names.mentions import fold
from onrecord.reading.names.words import TITLES
from onrecord.reading.speakers.descriptions import described
from onrecord.reading.speakers.scene import Scene
from onrecord.reading.speakers.speaker import NOBODY, Speaker

_TALKS = frozenset("interview speak talk sit chat ask answer discuss question meet".split())
_QUESTION, _ANSWER = "rule:turn-question", "rule:turn-answer"


def turn(scene: Scene, candidate: Candidate) -> Speaker:
    """The speaker of a candidate whose source is a label."""
    spans = scene.span(candidate.source)
    if candidate.by == _QUESTION:
        return _asker(scene, candidate, spans)
    if candidate.by == _ANSWER:
        found = _interviewee(scene)
        return Speaker(
            found.name, found.type, (*spans, *found.spans), found.chain, found.confidence
        )
    return _labelled(scene, candidate.source)


def _labelled(scene: Scene, label: list[int]) -> Speaker:
    printed = scene.words(label)
    words = bare_name(printed)
    spans = scene.span(label)
    if words[:1] == ["the"] or not words:
        known = described(scene, label[-1], label)
        return known if known.chain else Speaker(printed, "unnamed", spans, None, 0.8)
    if is_unnamed(printed) or words[0] in ("a", "an"):
        return Speaker(printed, "unnamed", spans, None, 0.8)
    if scene.outlet and fold(printed) == _initials(scene.outlet):
        return Speaker(scene.outlet, "media", spans, None, 0.9)
    chain = _chain(scene, words)
    fuller = _fullest(scene, words)
    if chain is not None and (chain.type == "person" or fuller is None):
        outside = [m for m in chain.mentions if m.first not in label]
        found = scene.speaker(chain, outside[0] if outside else chain.mentions[0])
        name, name_spans = found.name, found.spans
        plain = " " in chain.key and chain.key.split()[0] not in TITLES and not chain.name.isupper()
        if fuller and not plain:
            name, name_spans = fuller[0], (fuller[1],)
        return Speaker(name, found.type, (*spans, *name_spans), chain, 0.95)
    if fuller is not None:
        return Speaker(fuller[0], "person", (*spans, fuller[1]), None, 0.9)
    return Speaker(printed, "person", spans, None, 0.7)


def _chain(scene: Scene, words: Sequence[str]) -> Chain | None:
    """The chain with all words of the label, or all of whose words the label has ('Republican Jim
    Keene'); a person's before any other."""
    fits = [chain for chain in scene.chains if _alike(chain, words) or chain.key == " ".join(words)]
    ranked = [(chain.type == "person", len(chain.key.split()), -chain.mentions[0].first) for chain in fits]  # fmt: skip
    return fits[ranked.index(max(ranked))] if fits else None


def _alike(chain: Chain, words: Sequence[str]) -> bool:
    name = chain.key.split()
    if chain.type != "person" or not name or name[-1] != words[-1]:
        return False
    return set(words) <= set(name) or (len(name) > 1 and set(name) <= set(words))


def _fullest(scene: Scene, words: Sequence[str]) -> tuple[str, Span] | None:
    """The fullest label of the same one, printed in mixed case elsewhere if it is."""
    full = [
        (kept, label)
        for label in scene.labels
        if (kept := [i for i in label if fold(scene.tree.tokens[i].text) not in TITLES])
        and [fold(w) for w in scene.words(kept).split()][-len(words) :] == list(words)
    ]
    if not full:
        return None
    kept, _ = max(full, key=lambda item: (len(item[0]), -item[0][0]))
    name = scene.words(kept)
    if len(kept) < 2:
        return None
    for mixed in re.finditer(rf"(?i:\b{re.escape(name)}\b)", scene.tree.text):
        if not mixed.group().isupper() and not mixed.group().islower():
            return mixed.group(), Span(*mixed.span())
    return name, scene.tree.span(kept[0], kept[-1])


def _asker(scene: Scene, candidate: Candidate, spans: tuple[Span, ...]) -> Speaker:
    """Who asks: the article's outlet, or the one who is said to have talked with somebody."""
    if scene.outlet:
        return Speaker(scene.outlet, "media", spans, None, 0.8)
    tree = scene.tree
    for at in range(_first_label(scene)):
        if scene.lemma(at) in _TALKS and (subject := tree.child(at, "nsubj")) is not None:
            known = scene.named.get(subject)
            other = _partner(scene, at)
            if known and other and known[0] is not other:
                return scene.speaker(*known, 0.7)
            if known and known[0].type == "organisation":
                return scene.speaker(*known, 0.6)
    printed = scene.words(candidate.source)
    return Speaker(printed, "unnamed", spans, None, 0.5) if len(printed) > 1 else NOBODY


def _interviewee(scene: Scene) -> Speaker:
    """Whom the text before the first label is about: named oftenest, before all as whom one talked with."""
    first = _first_label(scene)
    scores: dict[int, float] = {}
    for place, chain in enumerate(scene.chains):
        before = [m for m in chain.mentions if m.first < first]
        if chain.type == "person" and before:
            scores[place] = len(before) - 0.001 * before[0].first
    for at in range(first):
        other = _partner(scene, at) if scene.lemma(at) in _TALKS else None
        if other is None:
            continue
        subject = scene.named.get(scene.tree.child(at, "nsubj") or -1)
        for place in scores:
            scores[place] += 3 * (scene.chains[place] is other)
            scores[place] -= 3 * (subject is not None and scene.chains[place] is subject[0])
    if not scores:
        return NOBODY
    best = scene.chains[max(scores, key=lambda place: scores[place])]
    return scene.speaker(best, best.mentions[0], 0.75)


def _partner(scene: Scene, verb: int) -> Chain | None:
    """'spoke with X', 'interviewed X', 'an interview with X'."""
    tree = scene.tree
    heads = tree.children_by(verb, "dobj")
    heads += [h for p in tree.children_by(verb, "prep") if tree.tokens[p].lemma in ("with", "to") for h in tree.children_by(p, "pobj")]  # fmt: skip
    for head in heads:
        for index in tree.subtree(head):
            if index in scene.named and scene.named[index][0].type == "person":
                return scene.named[index][0]
    return None


def _first_label(scene: Scene) -> int:
    return min((label[0] for label in scene.labels), default=0)


def _initials(name: str) -> str:
    words = [word for word in fold(name).split() if word not in ("the", "of", "and")]
    return "".join(word[0] for word in words)
