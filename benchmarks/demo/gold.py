"""The demo's gold record, its quoted substrings mapped to code points of `Article.text`.

The conventions are those of examples/demo/gold/README.md: white space is collapsed; the body is
the gold's paragraphs joined by newlines; a substring that occurs several times has a number.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.common import Row, rows
from onrecord.model import Span

TABLES = ("articles", "statements", "timexes", "identities", "echoes", "disputes", "timeline")


@dataclass(frozen=True)
class Body:
    """The gold body of one article.

    `text` is the body as the gold counts in it; `places` has, for each of its characters, the
    code point of the article's text where it stands. `paragraphs` are spans of the article's
    text; `lost` the first words of paragraphs that are not in that text.
    """

    text: str
    places: tuple[int, ...]
    paragraphs: tuple[Span, ...]
    lost: tuple[str, ...] = ()

    def find(self, quoted: str | Sequence[str | int]) -> Span | None:
        """Where a quoted substring stands in the article's text; `None` when it does not.

        `quoted` is the substring, or the substring and the number of its occurrence from 0.
        """
        words, number = (quoted, 0) if isinstance(quoted, str) else quoted
        starts = self.occurrences(str(words))
        return starts[int(number)] if int(number) < len(starts) else None

    def find_all(self, quoted: Iterable[str | Sequence[str | int]]) -> tuple[Span, ...]:
        """Where the substrings stand; those that do not are left out."""
        return tuple(span for each in quoted if (span := self.find(each)))

    def occurrences(self, words: str) -> list[Span]:
        """Every place of `words`, overlapping ones too."""
        return self._places(f"(?={re.escape(words)})", len(words))

    def named(self, name: str) -> list[Span]:
        """Every place of `name` as words of their own: 'Lomerians' is none of 'Lomeria'."""
        return self._places(rf"(?<!\w)(?={re.escape(name)}(?!\w))", len(name))

    def _places(self, pattern: str, length: int) -> list[Span]:
        return [
            Span(self.places[m.start()], self.places[m.start() + length - 1] + 1)
            for m in re.finditer(pattern, self.text)
            if length
        ]


@dataclass(frozen=True)
class Gold:
    """The tables as they are, and statements and timexes by article key."""

    articles: list[Row]
    statements: dict[str, list[Row]] = field(default_factory=dict)
    timexes: dict[str, list[Row]] = field(default_factory=dict)
    identities: list[Row] = field(default_factory=list)
    echoes: list[Row] = field(default_factory=list)
    disputes: list[Row] = field(default_factory=list)
    timeline: list[Row] = field(default_factory=list)


def load(folder: Path) -> Gold:
    """Raises `DataAbsentError` where a table is absent."""
    tables = {table: rows(folder / f"{table}.jsonl") for table in TABLES}
    return Gold(
        articles=tables["articles"],
        statements=_by_article(tables["statements"]),
        timexes=_by_article(tables["timexes"]),
        identities=tables["identities"],
        echoes=tables["echoes"],
        disputes=tables["disputes"],
        timeline=tables["timeline"],
    )


def collapse(text: str) -> tuple[str, list[int]]:
    """`text` with each run of white space as one blank and none at the ends, and the place in
    `text` of each character."""
    kept: list[str] = []
    places: list[int] = []
    for at, character in enumerate(text):
        if not character.isspace():
            kept.append(character)
            places.append(at)
        elif kept and kept[-1] != " ":
            kept.append(" ")
            places.append(at)
    if kept and kept[-1] == " ":
        kept.pop()
        places.pop()
    return "".join(kept), places


def body_of(row: Row, text: str) -> Body:
    """The body of `row` of articles.jsonl in the article's `text`."""
    seen, at = collapse(text)
    parts: list[str] = []
    places: list[int] = []
    paragraphs: list[Span] = []
    lost: list[str] = []
    after = 0
    for first, last in zip(row["body"], row["body_ends"], strict=True):
        start = seen.find(first, after)
        end = seen.find(last, start) if start >= 0 else -1
        if end < 0:
            lost.append(first)
            continue
        if parts:
            # The newline between paragraphs stands where the earlier one ends.
            places.append(at[after - 1] + 1)
        after = end + len(last)
        parts.append(seen[start:after])
        places += at[start:after]
        paragraphs.append(Span(at[start], at[after - 1] + 1))
    return Body("\n".join(parts), tuple(places), tuple(paragraphs), tuple(lost))


def _by_article(table: list[Row]) -> dict[str, list[Row]]:
    grouped: dict[str, list[Row]] = {}
    for row in table:
        grouped.setdefault(row["article"], []).append(row)
    return grouped
