"""The layer of speakers: one `Speaker` for each candidate, in text order."""

from __future__ import annotations

from onrecord.reading.attribution.candidate import Candidate
from onrecord.reading.layer import Draft, Layer
from onrecord.reading.names import fold
from onrecord.reading.speakers.resolve import resolve
from onrecord.reading.speakers.scene import Scene
from onrecord.reading.speakers.speaker import NOBODY, Speaker


def run(draft: Draft) -> None:
    article = draft.article
    media = frozenset(fold(c) for c in (article.agency, article.outlet) if c)
    labels = [candidate.source for candidate in draft.candidates if candidate.frame == "turn"]
    scene = Scene(draft.tree, draft.chains, media, article.outlet, labels)
    scene.quotes = tuple(part for quotation in draft.quotes for part in quotation.parts)
    found: dict[int, Speaker] = {}
    # Sources are resolved in the order of their words, so that 'he' finds who spoke before.
    for candidate in sorted(draft.candidates, key=_position):
        outer = found.get(id(candidate.parent)) if candidate.parent else None
        if candidate.parent is not None and outer is None:
            outer = resolve(scene, candidate.parent, None)
        speaker = resolve(scene, candidate, outer)
        found[id(candidate)] = speaker
        if speaker.name is not None:
            scene.spoken.append((_position(candidate), speaker))
            if candidate.parent is not None:
                scene.inner.add(_position(candidate))
    draft.speakers = [found.get(id(candidate), NOBODY) for candidate in draft.candidates]


def _position(candidate: Candidate) -> int:
    return candidate.source[0] if candidate.source else candidate.anchor


LAYER = Layer("speakers", "2", ("tree", "chains", "candidates"), ("speakers",), run)
