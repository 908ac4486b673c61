"""The layer of names."""

from __future__ import annotations

from onrecord.model import Name
from onrecord.reading.layer import Draft, Layer
from onrecord.reading.names.identity import chains
from onrecord.reading.names.kinds import settle
from onrecord.reading.names.mentions import mentions
from onrecord.reading.names.repeats import repeated


def run(draft: Draft) -> None:
    tree = draft.tree
    found = repeated(tree, mentions(tree))
    settle(tree, found, draft.article)
    draft.chains = chains(tree, found)
    for chain in draft.chains:
        for mention in chain.mentions:
            draft.names.append(
                Name(
                    span=tree.span(mention.first, mention.last),
                    type=chain.type,
                    identity=chain.name,
                    role=chain.roles.get(mention.first),
                    by=f"names:{mention.by}",
                    confidence=0.9 if mention.by == "parser" else 0.6,
                )
            )
    draft.names.sort(key=lambda name: name.span)


LAYER = Layer("names", "3", ("tree",), ("names", "chains"), run)
