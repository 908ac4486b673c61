"""The rules, one module a kind of expression. Order settles ties between matches of equal length."""

from __future__ import annotations

from onrecord.reading.time.grammar import Rule
from onrecord.reading.time.rules import clocks, dates, durations, references, relative, sets

RULES: tuple[Rule, ...] = (
    *dates.RULES,
    *relative.RULES,
    *clocks.RULES,
    *sets.RULES,
    *durations.RULES,
    *references.RULES,
)
