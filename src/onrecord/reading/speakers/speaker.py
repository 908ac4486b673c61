"""Who speaks, as far as the article says."""

from __future__ import annotations

from dataclasses import dataclass, replace

from onrecord.model import SourceType, Span
from onrecord.reading.names.identity import Chain


@dataclass(frozen=True)
class Speaker:
    """`name` as the record shows it; `spans` the words that give it; `chain` where it is named."""

    name: str | None
    type: SourceType
    spans: tuple[Span, ...] = ()
    chain: Chain | None = None
    confidence: float = 1.0

    def less_sure(self, confidence: float) -> Speaker:
        return replace(self, confidence=min(self.confidence, confidence))


NOBODY = Speaker(None, "none")
