"""The contract every layer of reading keeps.

A layer says its name and version, what it must find done before it (`requires`) and what it adds
(`provides`). It works on a `Draft`: the article, its tree, and what the layers before it have
found. Layers are pure: the same draft gives the same result.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from onrecord.model import Article, Attribution, Event, Figure, Name, Parse, Span, Timex
from onrecord.reading.attribution.candidate import Candidate
from onrecord.reading.names.identity import Chain
from onrecord.reading.quotes import Quotation
from onrecord.reading.speakers.speaker import Speaker
from onrecord.reading.tree import Tree


@dataclass
class Draft:
    """A reading in the making. Spans count in `article.text`.

    `quotes`, `chains`, `candidates` and `speakers` (one for each candidate) are passed between layers and are
    not part of the reading.
    """

    article: Article
    passages: list[Span]
    parses: Sequence[Parse]
    tree: Tree
    quotes: list[Quotation] = field(default_factory=list)
    chains: list[Chain] = field(default_factory=list)
    candidates: list[Candidate] = field(default_factory=list)
    speakers: list[Speaker] = field(default_factory=list)
    names: list[Name] = field(default_factory=list)
    timexes: list[Timex] = field(default_factory=list)
    attributions: list[Attribution] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)


@dataclass(frozen=True)
class Layer:
    """`requires` and `provides` are names of fields of `Draft`; `run` fills the latter."""

    name: str
    version: str
    requires: tuple[str, ...]
    provides: tuple[str, ...]
    run: Callable[[Draft], None]


def check_order(layers: Sequence[Layer]) -> None:
    """Raise ValueError unless every layer finds what it requires provided before it."""
    done = {"article", "passages", "parses", "tree", "quotes"}
    for layer in layers:
        missing = set(layer.requires) - done
        if missing:
            raise ValueError(f"layer '{layer.name}' needs {sorted(missing)} before it")
        done |= set(layer.provides)
