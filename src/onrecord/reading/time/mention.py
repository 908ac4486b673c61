"""An expression as recognised, before anchoring."""

from __future__ import annotations

import msgspec

from onrecord.model.span import Span
from onrecord.reading.time.meaning import Meaning


class Mention(msgspec.Struct, frozen=True):
    """Its span in the passage, the rule that found it, and what it says."""

    span: Span
    rule: str
    meaning: Meaning
