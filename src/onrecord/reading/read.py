"""All layers in order: an article and the parses of its passages in, a `Reading` out."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.model import Article, Parse, Reading
from onrecord.reading.attribution.layer import LAYER as ATTRIBUTION
from onrecord.reading.events.layer import LAYER as EVENTS
from onrecord.reading.figures import LAYER as FIGURES
from onrecord.reading.layer import Draft, Layer, check_order
from onrecord.reading.names.layer import LAYER as NAMES
from onrecord.reading.parse import PARSE_VERSION
from onrecord.reading.quotes import quotations
from onrecord.reading.speakers.layer import LAYER as SPEAKERS
from onrecord.reading.statements import LAYER as STATEMENTS
from onrecord.reading.time import VERSION as TIME_VERSION
from onrecord.reading.time import timexes
from onrecord.reading.tree import Tree


def _time(draft: Draft) -> None:
    draft.timexes = timexes(draft.article, draft.passages, draft.parses)


TIME = Layer("time", TIME_VERSION, ("tree",), ("timexes",), _time)
LAYERS: tuple[Layer, ...] = (NAMES, TIME, FIGURES, ATTRIBUTION, SPEAKERS, STATEMENTS, EVENTS)
check_order(LAYERS)

# What a stored reading was made with; one made with another version is read again.
READING_VERSION = " ".join(
    [f"parse/{PARSE_VERSION}", *(f"{layer.name}/{layer.version}" for layer in LAYERS)]
)


def read(article: Article, parses: Sequence[Parse]) -> Reading:
    """The reading of `article`, given one parse for each of `article.passages()`.

    Pure: the same article and parses give the same reading.

    Raises ValueError when the number of parses is not the number of passages.
    """
    passages = article.passages()
    draft = Draft(
        article=article,
        passages=passages,
        parses=parses,
        tree=Tree(article.text, passages, parses),
        quotes=quotations(article.text, passages),
    )
    for layer in LAYERS:
        layer.run(draft)
    return Reading(
        names=tuple(draft.names),
        attributions=tuple(draft.attributions),
        timexes=tuple(draft.timexes),
        events=tuple(draft.events),
        figures=tuple(draft.figures),
        versions={layer.name: layer.version for layer in LAYERS},
    )
