"""What linking costs."""

from __future__ import annotations

import sys

import msgspec

MORE = 10
"""Articles that are added to those that are linked already."""
UNIT = 1 if sys.platform == "darwin" else 1024
"""Bytes that the system counts memory in."""


class Cost(msgspec.Struct, frozen=True):
    """Of linking `articles`: CPU seconds, peak bytes of the process; CPU seconds of linking again with
    `MORE` articles more, and of linking those alone."""

    articles: int
    seconds: float
    peak: int
    more: float
    alone: float
