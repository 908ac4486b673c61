"""The main events: whether the timeline has the gold's statements on the gold's days."""

from __future__ import annotations

from collections.abc import Mapping

from benchmarks.demo.gold import Gold
from benchmarks.demo.outcome import Outcome
from onrecord.model import TimelineEntry


def score(
    gold: Gold, timeline: list[TimelineEntry], known: Mapping[str, tuple[str, int]]
) -> Outcome:
    """An event is found when an entry of its day (parts of the day do not count) holds one of its
    statements. The gold has the main events only, so what else is there is not counted."""
    outcome = Outcome()
    placed: dict[tuple[str, int], set[str]] = {}
    for entry in timeline:
        for statement in entry.statements:
            if statement in known:
                placed.setdefault(known[statement], set()).add(entry.date)
    hits = 0
    for row in gold.timeline:
        dates = [placed.get((key, n), set()) for key, n in row["statements"]]
        if any(_day(date) == _day(row["date"]) for some in dates for date in some):
            hits += 1
        else:
            elsewhere = sorted({date for some in dates for date in some})
            words = (
                f"{row['date']} {row['what']}: statements at {', '.join(elsewhere) or 'no date'}"
            )
            outcome.mistake("timeline", "all", words)
    outcome.shared("timeline.events", hits, len(gold.timeline))
    return outcome


def _day(value: str) -> str:
    return value.split("T")[0]
