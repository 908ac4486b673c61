"""Statements with a source, as what looks for lost ones needs them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

import msgspec

from onrecord.linking.echoes.lineage import Imprint
from onrecord.linking.lost_attribution.assertion_words import BELIEVING, COMMON
from onrecord.linking.words import Words
from onrecord.model import Span, Statement
from onrecord.model.reading import SourceType

SURE = 0.6
"""Confidence from which an attribution is taken for one."""


class Sourced(msgspec.Struct, frozen=True):
    """A statement with a source, as this module needs it. Spans count in its article's text."""

    id: str
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    sourced: bool
    """The source is in words, and it reports: only then can it be lost."""
    source_type: SourceType = "none"
    believes: bool = False
    """What its source thinks, not what it says."""
    denies: bool = False
    speaker: str = ""


def sourced(statement: Statement) -> Sourced:
    attribution = statement.attribution
    return Sourced(
        id=statement.id,
        source=attribution.source,
        cue=attribution.cue,
        content=attribution.content,
        sourced=bool(attribution.source)
        and attribution.stance in {"assert", "accuse", "predict", "deny", "agree"}
        and attribution.source_type != "none"
        and attribution.confidence >= SURE,
        source_type=attribution.source_type,
        believes=attribution.act != "speech",
        denies=attribution.stance == "deny",
        speaker=attribution.speaker or "",
    )


@dataclass(frozen=True)
class Version:
    """One article of an echo."""

    imprint: Imprint
    words: Words
    statements: Sequence[Sourced]

    @cached_property
    def sentences(self) -> list[tuple[int, int, set[int]]]:
        """The words `[first, last)` of each sentence, and its words that tell."""
        hashes = self.words.hashes.tolist()
        return [(a, b, set(hashes[a:b]) - COMMON) for a, b in self.words.all_sentences()]


def reports(statement: Sourced, words: Words) -> bool:
    """It says something in words (no transcript's 'Name:'), or believes what could be taken for fact."""
    cue = hashes(statement.cue, words)
    return bool(cue & BELIEVING) if statement.believes else bool(cue)


def called(statement: Sourced) -> str:
    return statement.speaker or "its source"


def indices(words: Words, spans: Iterable[Span]) -> list[int]:
    return sorted({i for span in spans for i in range(*words.inside(span))})


def hashes(spans: Iterable[Span], words: Words) -> set[int]:
    return {int(words.hashes[i]) for i in indices(words, spans)}


def cover(spans: Sequence[Span]) -> Span:
    return Span(min(s.start for s in spans), max(s.end for s in spans))
