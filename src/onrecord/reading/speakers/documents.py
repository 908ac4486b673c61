"""Documents as sources: a statement speaks for whoever issued it."""

from __future__ import annotations

from collections.abc import Callable

from onrecord.reading.source_words import DEFINITE, MEDIA, POLLS
from onrecord.reading.speakers.scene import Scene
from onrecord.reading.speakers.speaker import Speaker

Party = Callable[[int], Speaker | None]
_ISSUE = frozenset(
    "issue release publish write sign circulate send post file launch air run".split()
)


def document(scene: Scene, head: int, words: list[int], party: Party) -> Speaker:
    """The issuer with source type `document`, if the article says who; else the document itself.

    `party` resolves the head of another phrase to a speaker.
    """
    lemma = scene.lemma(head)
    spans = scene.span(words)
    itself = scene.words(words)
    if lemma in POLLS:
        issuer = _issuer(scene, head, party)
        return Speaker(issuer.name if issuer else itself, "collective", spans)
    relayed = lemma == "report" and len(words) == 1 and scene.tree.tokens[head].tag == "NNS"
    issuer = _issuer(scene, head, party)
    if relayed or ((issuer is None or issuer.type == "media") and any(scene.lemma(i) in MEDIA for i in words)):  # fmt: skip
        return Speaker(itself, "media", spans)
    if issuer is None and scene.lemma(words[0]) in DEFINITE:
        issuer = _issued_before(scene, head, lemma, party)
    if issuer is not None:
        return Speaker(issuer.name, "document", (*spans, *issuer.spans), issuer.chain, 0.85)
    return Speaker(itself, "document", spans, None, 0.8)


def _issuer(scene: Scene, head: int, party: Party) -> Speaker | None:
    """'a report by the court', 'the ministry's statement', 'a statement from her office'."""
    tree = scene.tree
    for child in tree.children[head]:
        token = tree.tokens[child]
        if token.dep == "poss":
            return party(child)
        if token.dep in ("prep", "agent") and token.lemma in ("by", "from", "of"):
            below = tree.child(child, "pobj")
            if below is not None and (token.lemma != "of" or below in scene.named):
                return party(below)
        if token.dep == "prep" and token.lemma == "on":
            site = tree.child(child, "pobj")
            owner = tree.child(site, "poss") if site is not None else None
            if owner is not None:  # 'a notice on the authority's website'
                return party(owner)
        if token.dep == "acl" and token.lemma in _ISSUE:
            for by in tree.children_by(child, "agent", "prep"):
                below = tree.child(by, "pobj")
                if below is not None and tree.tokens[by].lemma == "by":
                    return party(below)
        named = scene.named[child][0].type if child in scene.named else None
        if token.dep in ("compound", "nmod", "amod") and named == "organisation":
            return party(child)
    return None


def _issued_before(scene: Scene, head: int, lemma: str, party: Party) -> Speaker | None:
    """Who put out the last document of that kind: 'X said in a statement', 'X released a report'."""
    tree = scene.tree
    for index in range(head - 1, -1, -1):
        if scene.lemma(index) != lemma:
            continue
        own = _issuer(scene, index, party)
        if own is not None:
            return own
        for at, speaker in reversed(scene.spoken):
            if at <= index and tree.sentence(at) == tree.sentence(index) and speaker.chain:
                return speaker
        above = tree.tokens[index].head
        verb = tree.tokens[above].head if tree.tokens[index].dep == "pobj" else above
        subject = tree.child(verb, "nsubj", "agent")
        if subject is not None and subject != index:
            found = party(subject)
            if found is not None and found.type in ("organisation", "person"):
                return found
    for at, speaker in reversed(scene.spoken):
        near = at < head and scene.passages_between(at, head) <= 3
        if near and speaker.type in ("organisation", "person") and speaker.chain:
            return speaker
    return None
