"""Where an expression stands in its text."""

from __future__ import annotations

import msgspec

from onrecord.reading.time.sentences import Direction


class Setting(msgspec.Struct, frozen=True):
    """Where an expression stands: its verb's direction, whether it qualifies a noun, the earliest
    index among the expressions of its own sentence and of its passage, whether the passage is one of
    the first of its text, and whether 'and', 'to' or the like joins it to the expression before."""

    direction: Direction | None
    qualifies: bool
    sentence: int
    passage: int
    lead: bool = False
    joined: bool = False
