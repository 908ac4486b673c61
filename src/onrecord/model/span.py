"""A stretch of text."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec


class Span(msgspec.Struct, frozen=True, array_like=True, order=True):
    """`[start, end)` in code points; written as the pair `[start, end]` in JSON."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The words themselves."""
        return text[self.start : self.end]

    def shift(self, by: int) -> Span:
        """The same stretch, counted from an origin `by` code points earlier."""
        return Span(self.start + by, self.end + by)

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end

    def covers(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end


def cover(spans: Iterable[Span]) -> Span:
    """The smallest span that covers all of `spans`, which must not be empty."""
    items = list(spans)
    return Span(min(s.start for s in items), max(s.end for s in items))


def trim(span: Span, text: str, strip: str = " \t\r\n\u00a0") -> Span:
    """`span` without the characters of `strip` at its edges; may come out empty."""
    start, end = span.start, span.end
    while start < end and text[start] in strip:
        start += 1
    while end > start and text[end - 1] in strip:
        end -= 1
    return Span(start, end)
