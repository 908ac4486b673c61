"""What stands on which day in articles whose publication other articles settled."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from onrecord.linking.days.dated import Dated, dated_content, dated_statement
from onrecord.linking.readable import Readable
from onrecord.model import Settled


def redated(
    record: Readable, settled: Iterable[tuple[str, Settled | None]]
) -> Iterator[tuple[str, list[Dated] | None]]:
    """By article, with the year filled in where its statements and expressions lacked it; `None`
    where nothing is settled."""
    for identifier, one in settled:
        if one is None:
            yield identifier, None
            continue
        article, reading = record.article(identifier), record.reading(identifier)
        assert article is not None
        assert reading is not None
        own = [one.statement(made) for made in record.statements(article=identifier)]
        bounds = (one.earliest, one.latest)
        placed = [dated for made in own if (dated := dated_statement(made, bounds))]
        yield identifier, [*placed, *dated_content(article, one.reading(reading), own)]
