"""What stands on which day in articles whose publication other articles settled."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from onrecord.linking.days.timeline import Dated, dated_content, dated_statement
from onrecord.linking.readable import Readable
from onrecord.model import Settled


def redated(record: Readable, settled: Iterable[Settled]) -> Iterator[tuple[str, list[Dated]]]:
    """By article, with the year filled in where its statements and expressions lacked it."""
    for one in settled:
        article, reading = record.article(one.article), record.reading(one.article)
        assert article is not None
        assert reading is not None
        own = [one.statement(made) for made in record.statements(article=one.article)]
        bounds = (one.earliest, one.latest)
        placed = [dated for made in own if (dated := dated_statement(made, bounds))]
        yield one.article, [*placed, *dated_content(article, one.reading(reading), own)]
