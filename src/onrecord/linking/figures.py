"""Figures that cannot both hold: two speakers, one day, one thing counted, two numbers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from onrecord.linking.similarity import Pair
from onrecord.linking.terms import Said, stemmed
from onrecord.linking.words import fold
from onrecord.model import Article, Reading, Span

SAME_TIME = 1
"""Days apart up to which two counts are of one moment: tolls, polls and prices move."""
MARGIN = 0.15
"""Relative difference that a rounded or approximate number allows."""


@dataclass(frozen=True, slots=True)
class Count:
    """One figure of an article: where it stands, and what it counts, as the counted noun's stem."""

    span: Span
    value: float
    counts: str
    unit: str
    approximate: bool
    printed: str


def counts_of(article: Article, reading: Reading) -> list[Count]:
    """The article's figures that count something nameable."""
    found = []
    for figure in reading.figures:
        nouns = fold(figure.counts).split()
        if nouns or figure.unit:
            found.append(
                Count(
                    figure.span,
                    figure.value,
                    stemmed(nouns[-1]) if nouns else "",
                    figure.unit or "",
                    figure.approximate,
                    figure.span.of(article.text),
                )
            )
    return found


def conflicts(
    pairs: Iterable[Pair], statements: Mapping[str, Said], counts: Mapping[str, Sequence[Count]]
) -> Iterator[tuple[Said, Said, Count, Count]]:
    """The pairs of statements, alike but for a number, whose figures cannot both hold.

    Two counts by one speaker, or by nobody named, are a correction or an update and no dispute; so
    are counts of different days.
    """
    for pair in pairs:
        one, other = statements[pair.one], statements[pair.other]
        if not one.speaker or not other.speaker or one.speaker == other.speaker:
            continue
        if one.denies != other.denies or not _same_time(one.day, other.day):
            continue
        for count in _within(one, counts):
            rival = next((c for c in _within(other, counts) if _same_thing(count, c)), None)
            if rival is not None and apart(count, rival):
                yield one, other, count, rival
                break


def apart(one: Count, other: Count) -> bool:
    """The two numbers cannot be one number, rounded or rough."""
    low, high = sorted((abs(one.value), abs(other.value)))
    if low == high:
        return False
    rough = one.approximate or other.approximate or any(c.value % 10 == 0 for c in (one, other))
    return not rough or high - low > MARGIN * high


def _within(statement: Said, counts: Mapping[str, Sequence[Count]]) -> list[Count]:
    return [c for c in counts.get(statement.article, ()) if statement.cover.covers(c.span)]


def _same_thing(one: Count, other: Count) -> bool:
    return one.counts == other.counts and one.unit == other.unit


def _same_time(one: str | None, other: str | None) -> bool:
    if one is None or other is None:
        return False
    return abs((date.fromisoformat(one) - date.fromisoformat(other)).days) <= SAME_TIME
