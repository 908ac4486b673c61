"""What an article places on which day: what was said then, and what it dates to it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from onrecord.model import Article, Reading, Span, Statement

DAYS = 31
"""Days an expression may span and still place something: a day, a week, a month."""

_DATED = re.compile(r"\d{4}-(?:\d{2}(?:-\d{2})?|W\d{2}(?:-WE)?)")
_SENTENCE_EDGE = re.compile(r"(?<=[.?!])[\"”’]?\s+(?=[\"“‘]?[A-Z0-9])")


@dataclass(frozen=True)
class Dated:
    """Something that stands on a day: `value` a TIMEX value, the bounds ISO days."""

    value: str
    earliest: str
    latest: str
    text: str
    article: str
    statement: str | None
    kind: Literal["said", "published", "event"]


def day_of(statement: Statement, published: tuple[str | None, str | None]) -> str | None:
    """The ISO day by which it was said, as stated or else by publication; `None` where the bounds
    are wider than a month, and tell nothing."""
    attribution = statement.attribution
    for earliest, latest in ((attribution.said_earliest, attribution.said_latest), published):
        if earliest and latest:
            apart = date.fromisoformat(latest) - date.fromisoformat(earliest)
            if apart.days <= DAYS:
                return latest
    return None


def dated_statement(statement: Statement, published: tuple[str | None, str | None]) -> Dated | None:
    """The day of saying where the text states it, else the day of publication where it is sure
    enough to be one (`published`: its ISO bounds); attitudes are not said on a day."""
    attribution = statement.attribution
    if attribution.act != "speech" or not statement.text:
        return None
    if attribution.said_earliest and attribution.said_latest:
        value = (attribution.said_on or "")[:10] or attribution.said_earliest
        kind: Literal["said", "published"] = "said"
        earliest, latest = attribution.said_earliest, attribution.said_latest
    elif published[0] and published[0] == published[1]:
        value, kind, earliest, latest = published[0], "published", published[0], published[0]
    else:
        return None
    return Dated(value, earliest, latest, statement.text, statement.article, statement.id, kind)


def dated_content(
    article: Article, reading: Reading, statements: Sequence[Statement]
) -> list[Dated]:
    """What the article's expressions of a day, week or month date: the statement whose content
    they stand in (the smallest), else the event that is tied to them, in its sentence."""
    found = []
    saying = {a.said_span for a in reading.attributions if a.said_span}
    events = {e.time for e in reading.events if e.factuality not in ("denied", "not_happened")}
    for at, timex in enumerate(reading.timexes):
        if timex.type not in {"DATE", "TIME"} or not timex.earliest or not timex.latest:
            continue
        if not _DATED.match(timex.value) or timex.span in saying:
            continue
        holding = [s for s in statements if _holds(s, timex.span)]
        inner = min(holding, key=lambda s: sum(map(len, s.attribution.content)), default=None)
        if inner is None and at not in events:
            continue
        text = inner.text if inner else _sentence(article, timex.span)
        found.append(
            Dated(
                timex.value[:10], timex.earliest, timex.latest, text, article.id,
                inner.id if inner else None, "event",
            )
        )  # fmt: skip
    return found


def _holds(statement: Statement, span: Span) -> bool:
    return any(content.covers(span) for content in statement.attribution.content)


def _sentence(article: Article, span: Span) -> str:
    passage = next((p for p in article.passages() if p.covers(span)), span)
    edges = [passage.start]
    edges += [m.end() for m in _SENTENCE_EDGE.finditer(article.text, passage.start, passage.end)]
    start = max(e for e in edges if e <= span.start)
    end = min((e for e in edges if e >= span.end), default=passage.end)
    return article.text[start:end].strip()
