"""One number of an article, with what it counts."""

from __future__ import annotations

import msgspec

from onrecord.model import Span


class Count(msgspec.Struct, frozen=True):
    """One figure of an article: where it stands, and what it counts, as the counted noun's stem."""

    span: Span
    value: float
    counts: str
    unit: str
    approximate: bool
    printed: str
