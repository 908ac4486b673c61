"""An attribution in the making: token indices and spans, before speakers are resolved."""

from __future__ import annotations

from dataclasses import dataclass, field

from onrecord.model import Act, Span, Stance


@dataclass
class Candidate:
    """`cue` and `source` are token indices in text order; `content` spans in code points.

    `subject` is the head token of the source, None where there is none. `addressee` is the
    head token of whom it was said to. `anchor` is the token the relation hangs on: the cue's
    main word, or the first token of a free-standing quotation.
    """

    anchor: int
    source: list[int]
    cue: list[int]
    content: list[Span]
    stance: Stance
    act: Act
    by: str
    subject: int | None = None
    addressee: int | None = None
    negated: bool = False
    frame: str = "clause"
    confidence: float = 0.0
    parent: Candidate | None = field(default=None, repr=False)
