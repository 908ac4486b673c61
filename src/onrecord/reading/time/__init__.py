"""The layer of temporal expressions: an article's passages and parses in, TIMEX3 out.

Rules find expressions and say what each means (`recognise`, `rules`); anchoring turns a meaning
into a value with the publication date, the text before and the tense of the verb; bounds give
the days that a value can mean.
"""

from __future__ import annotations

from onrecord.reading.time.layer import timexes

NAME = "time"
VERSION = "4"

__all__ = ["NAME", "VERSION", "timexes"]
