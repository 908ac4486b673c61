"""The rows of what people judged."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.export.annotation import Row
from onrecord.model import NamePoint, Point
from onrecord.record import Record


def judgements(record: Record) -> Iterator[Row]:
    """In the order of judging, withdrawn ones too."""
    for judgement in record.judgements():
        who = [record.meant(point) for point in judgement.about]
        withdrawn = judgement.withdrawn
        yield {
            "id": judgement.id,
            "kind": judgement.kind,
            "verdict": judgement.verdict,
            "about": [_point(point) for point in judgement.about],
            "articles": sorted({a for point in judgement.about for a in _articles(point)}),
            "by": judgement.by,
            "at": judgement.at,
            "note": judgement.note,
            "withdrawn": withdrawn is not None,
            "withdrawn_by": withdrawn and withdrawn.by,
            "withdrawn_at": withdrawn and withdrawn.at,
            "identities": who,
            "heeded": None if None in who else (who[0] == who[1]) == (judgement.verdict == "same"),
        }


def _point(point: Point) -> Row:
    if isinstance(point, NamePoint):
        return {"words": point.name, "type": point.type, "seen": point.seen}
    return {"words": point.words, "article": point.article, "span": point.span}


def _articles(point: Point) -> set[str]:
    if isinstance(point, NamePoint):
        return {place.article for place in point.seen}
    return {point.article}
