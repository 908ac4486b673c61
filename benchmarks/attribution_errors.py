"""What goes wrong with attributions, by kind: counted, not looked at one by one.

A relation of the gold is right where one found has half of the longer content's words in common and
the same words for source (the joint measure). Everything else falls under one kind of error.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from benchmarks.overlap import ENOUGH, Wording, Words, common, pairs
from onrecord.model import Attribution

# In the order they are shown.
MISSED = (
    "missed: nothing found there",
    "missed: content too long",
    "missed: content too short",
    "missed: content shifted",
)
SOURCES = (
    "source: none found",
    "source: none is right",
    "source: too long",
    "source: too short",
    "source: another",
)
FALSE = (
    "false: nested in a content",
    "false: a second one on the same words",
    "false: attitude",
    "false: speech",
)
RIGHT = "right"


def kinds(
    wording: Wording,
    found: Sequence[Attribution],
    wanted: Sequence[tuple[Words, Words]],
) -> Counter[str]:
    """How often each kind of error stands in one article; `wanted` are contents and sources."""
    contents = [wording.within(a.content) for a in found]
    sources = [wording.within(a.source) for a in found]
    gold_contents = [content for content, _ in wanted]
    gold_sources = [source for _, source in wanted]
    matched = pairs(contents, gold_contents, sources, gold_sources)
    counted: Counter[str] = Counter()
    for i, j in matched:
        counted[_source(sources[i], gold_sources[j])] += 1
    hit = {j for _, j in matched}
    for j, content in enumerate(gold_contents):
        if j not in hit:
            counted[_missed(content, contents)] += 1
    used = {i for i, _ in matched}
    for i, attribution in enumerate(found):
        if i not in used:
            counted[_false(attribution, contents[i], gold_contents)] += 1
    return counted


def _source(found: Words, wanted: Words) -> str:
    if found == wanted:
        return RIGHT
    if not found:
        return SOURCES[0]
    if not wanted:
        return SOURCES[1]
    if found > wanted:
        return SOURCES[2]
    return SOURCES[3] if found < wanted else SOURCES[4]


def _missed(content: Words, found: Iterable[Words]) -> str:
    best = max(found, key=lambda words: common(words, content), default=frozenset())
    if not best & content:
        return MISSED[0]
    if best > content:
        return MISSED[1]
    return MISSED[2] if best < content else MISSED[3]


def _false(found: Attribution, content: Words, wanted: Iterable[Words]) -> str:
    if found.parent is not None:
        return FALSE[0]
    if any(common(content, other) >= ENOUGH for other in wanted):
        return FALSE[1]
    return FALSE[2] if found.act == "attitude" else FALSE[3]


def table(counted: Counter[str], relations: int) -> list[str]:
    """One line a kind: count, and count a hundred relations of the gold."""
    lines = [f"{'kind':42} {'count':>6} {'per 100':>8}"]
    lines += [
        f"{kind:42} {counted[kind]:6} {100 * counted[kind] / max(1, relations):8.1f}"
        for kind in (RIGHT, *SOURCES, *MISSED, *FALSE)
    ]
    return lines
