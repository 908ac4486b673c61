"""Temporal expressions: strict, relaxed and value F1 as TempEval-3 defines them.

Matches are one to one, same spans first, then by the characters in common. Strict: the same
span. Relaxed: any overlap. Value: relaxed, and the same value. Days: relaxed, and the same first
and last day. The gold leaves out 'now', 'then' and the like: what was found as such and is not in the
gold is neither right nor wrong.
"""

from __future__ import annotations

from collections.abc import Sequence

from benchmarks.common import Counts
from benchmarks.demo.gold import Gold
from benchmarks.demo.outcome import Outcome
from benchmarks.demo.reading import Page
from benchmarks.overlap import one_to_one
from onrecord.model import Span


def score(gold: Gold, pages: dict[str, Page]) -> Outcome:
    outcome = Outcome()
    right = dict.fromkeys(("strict", "relaxed", "value", "days"), 0)
    found = wanted = 0
    for key, page in pages.items():
        rows = gold.timexes.get(key, [])
        text = page.article.text
        spans = [page.body.find([row["text"], row["nth"]]) or Span(0, 0) for row in rows]
        timexes = [
            timex
            for timex in page.reading.timexes
            if not timex.value.endswith("_REF") or any(timex.span.overlaps(s) for s in spans)
        ]
        found += len(timexes)
        wanted += len(rows)
        matched = match([timex.span for timex in timexes], spans)
        for i, j in matched:
            timex, row = timexes[i], rows[j]
            words = timex.span.of(text)
            right["relaxed"] += 1
            right["strict"] += timex.span == spans[j]
            right["value"] += timex.value == row["value"]
            days = (timex.earliest, timex.latest)
            right["days"] += days == (row["earliest"], row["latest"])
            if timex.span != spans[j]:
                outcome.mistake("timex", key, f"{words!r}, should be {row['text']!r}")
            if timex.value != row["value"]:
                wrong = f"is {timex.value}, should be {row['value']} [{timex.by}]"
                outcome.mistake("value", key, f"{words!r} {wrong}")
        for j in sorted(set(range(len(rows))) - {j for _, j in matched}):
            outcome.mistake("timex", key, f"missed: {rows[j]['text']!r} {rows[j]['value']}")
        for i in sorted(set(range(len(timexes))) - {i for i, _ in matched}):
            words = timexes[i].span.of(text)
            outcome.mistake("timex", key, f"false: {words!r} {timexes[i].value} [{timexes[i].by}]")
    for key in gold.timexes.keys() - pages.keys():
        wanted += len(gold.timexes[key])
    for name, count in right.items():
        outcome.counted(f"timexes.{name}", Counts(count, found, wanted))
    return outcome


def match(found: Sequence[Span], wanted: Sequence[Span]) -> list[tuple[int, int]]:
    ranked = sorted(
        (a != b, -(min(a.end, b.end) - max(a.start, b.start)), i, j)
        for i, a in enumerate(found)
        for j, b in enumerate(wanted)
        if a.overlaps(b)
    )
    return one_to_one((i, j) for _, _, i, j in ranked)
