"""The layer of attribution: candidates, before anybody knows who speaks."""

from __future__ import annotations

from onrecord.reading.attribution.find import candidates
from onrecord.reading.layer import Draft, Layer


def run(draft: Draft) -> None:
    draft.candidates = candidates(draft.tree, draft.quotes)


LAYER = Layer("attribution", "2", ("tree", "quotes"), ("candidates",), run)
