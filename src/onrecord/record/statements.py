"""Attributions given their place in the record. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from onrecord.model import Article, Attribution, Reading, Span, Statement
from onrecord.reading.quotes import inner, quotations
from onrecord.record.identifiers import content_id


def statements_of(article: Article, reading: Reading) -> list[Statement]:
    """One statement for each attribution of `reading`, in its order.

    Identity and claim are left open: they hold across articles and are linking's to find.
    """
    ids = _ids(article.id, reading.attributions)
    quoted = _quoted_words(article)
    statements = []
    for identifier, attribution in zip(ids, reading.attributions, strict=True):
        earliest, latest = said(attribution, article)
        statements.append(
            Statement(
                id=identifier,
                article=article.id,
                attribution=attribution,
                text=" … ".join(span.of(article.text) for span in attribution.content),
                quoted=tuple(_within(quoted, attribution.content)),
                said_earliest=earliest,
                said_latest=latest,
                parent=None if attribution.parent is None else ids[attribution.parent],
            )
        )
    return statements


def said(attribution: Attribution, article: Article) -> tuple[str | None, str | None]:
    """The ISO days that bound the saying: as stated, else no later than publication.

    An article reports what was said before it was out, and does not say how long before; so
    without a stated day there is no first day.
    """
    published = article.published.latest
    if attribution.said_earliest is None and attribution.said_latest is None:
        return None, published
    return attribution.said_earliest, attribution.said_latest or published


def _ids(article: str, attributions: Sequence[Attribution]) -> list[str]:
    """Ids of the article and the spans alone, so that a later reading version that finds the
    same words keeps the id, whatever it now thinks of stance or speaker."""
    seen: dict[str, int] = {}
    ids = []
    for attribution in attributions:
        spans = "|".join(
            ",".join(f"{span.start}-{span.end}" for span in part)
            for part in (attribution.source, attribution.cue, attribution.content)
        )
        # Two attributions over the very same words stay two; the second is told by its turn.
        turn = seen[spans] = seen.get(spans, -1) + 1
        ids.append(content_id(article, spans, *([turn] if turn else [])))
    return ids


def _quoted_words(article: Article) -> list[Span]:
    return [
        inner(article.text, part)
        for quotation in quotations(article.text, article.passages())
        for part in quotation.parts
    ]


def _within(quoted: Iterable[Span], content: Sequence[Span]) -> Iterable[Span]:
    for quotation in quoted:
        for span in content:
            start, end = max(quotation.start, span.start), min(quotation.end, span.end)
            if start < end:
                yield Span(start, end)
