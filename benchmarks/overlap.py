"""Which found relation is which wanted one, by the words their contents share.

The definition of PARC's and PolNeAR's partial match: words are runs of letters and digits with
inner apostrophes and hyphens, so whether a span takes in its quotation marks or full stop does
not matter; two contents match when they have half of the longer one's words in common; matches
are one to one, best first.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence

from onrecord.model import Span

_WORD = re.compile(r"\w+(?:['’\-]\w+)*")
ENOUGH = 0.5

Words = frozenset[int]


class Wording:
    """The words of one text, numbered."""

    def __init__(self, text: str) -> None:
        self._spans = [match.span() for match in _WORD.finditer(text)]
        self._starts = [start for start, _ in self._spans]

    def within(self, spans: Iterable[Span]) -> Words:
        """The numbers of the words that lie in `spans` by more than half."""
        found: set[int] = set()
        for span in spans:
            at = bisect_left(self._starts, span.start)
            if at and self._spans[at - 1][1] > span.start:
                at -= 1
            while at < len(self._spans) and self._starts[at] < span.end:
                start, end = self._spans[at]
                if min(end, span.end) - max(start, span.start) > (end - start) / 2:
                    found.add(at)
                at += 1
        return frozenset(found)


def common(a: Words, b: Words) -> float:
    """The share of the longer one's words that both have."""
    return len(a & b) / max(len(a), len(b)) if a and b else 0.0


def pairs(
    found: Sequence[Words],
    wanted: Sequence[Words],
    found_sources: Sequence[Words],
    wanted_sources: Sequence[Words],
) -> list[tuple[int, int]]:
    """(found, wanted) by index. Of equally good matches the one with the same source comes first:
    a relay and what it relays have the same content."""
    ranked = sorted(
        (-overlap, found_sources[i] != wanted_sources[j], i, j)
        for i, a in enumerate(found)
        for j, b in enumerate(wanted)
        if (overlap := common(a, b)) >= ENOUGH
    )
    return one_to_one((i, j) for _, _, i, j in ranked)


def one_to_one(ranked: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Of pairs, best first, those whose two sides no better pair has taken."""
    used_found: set[int] = set()
    used_wanted: set[int] = set()
    matched = []
    for i, j in ranked:
        if i not in used_found and j not in used_wanted:
            used_found.add(i)
            used_wanted.add(j)
            matched.append((i, j))
    return matched
