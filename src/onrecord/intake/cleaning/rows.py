"""Lines that belong to an article though they are no sentences: items of lists, rows of results, calendars
and price lists, the cells of tables, of which a dump leaves one a line."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.intake.cleaning.kinds import Kind
from onrecord.intake.layout import Line, length

_ITEM = re.compile(
    r"\W{0,3}(?:\d{1,3}[.):ª]?\W|[•·*▪‣–—-] ?\S|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d)",
    re.IGNORECASE,
)
_FEWEST_ITEMS, _LONG_LIST = 3, 5
_NUMBER = re.compile(r"\d+")
_AMONG, _FEWEST_RECORDS, _RECORD = 5, 4, 6.0
_FIGURE = re.compile(r"[-+−$€£%(]{0,2}\d[\d.,]*\s?[%)]?")
_FEWEST_CELLS, _NUMBERS = 10, 0.25


def is_item(text: str) -> bool:
    """Whether the line begins as the items of lists do: with a mark, a number or a day."""
    return len(text) < 300 and _ITEM.match(text) is not None


def is_record(text: str) -> bool:
    """Whether the line could be a row of results, of a calendar or of a price list: words and two
    numbers or more."""
    return len(text) <= 300 and length(text) >= 4 and len(_NUMBER.findall(text)) >= 2


def is_cell(text: str) -> bool:
    """Whether the line could be a number in a table: digits and signs, no words."""
    return len(text) <= 12 and _FIGURE.fullmatch(text) is not None


def table_cells(texts: Sequence[str]) -> set[int]:
    """The lines of tables, of which a dump leaves one cell a line: runs of short lines, of which
    many are numbers and none has the words of a headline."""
    found: set[int] = set()
    run: list[int] = []
    for index in range(len(texts) + 1):
        if index < len(texts) and (length(texts[index]) <= 4 or (run and is_record(texts[index]))):
            run.append(index)
            continue
        numbers = sum(is_cell(texts[i]) for i in run)
        if len(run) >= _FEWEST_CELLS and numbers >= _NUMBERS * len(run):
            found.update(run)
        run = []
    return found


def list_lines(texts: Sequence[str], kinds: Sequence[Kind | None], kept: set[int]) -> set[int]:
    """The lines of lists within the article, and of one that follows it after a colon: three or
    more in a row that all begin with a mark, a number or a day."""
    found: set[int] = set()
    run: list[int] = []
    last = max(kept, default=-1)
    for index in [*range(min(kept, default=0), len(texts)), len(texts)]:
        if index < len(texts) and index not in kept and is_item(texts[index]):
            run.append(index)
            continue
        if len(run) >= _FEWEST_ITEMS:
            over = texts[run[0] - 1]
            announced = over.rstrip().endswith(":") or len(run) >= _LONG_LIST
            if run[0] < last or (run[0] <= last + 2 and announced):
                found.update(run)
                if run[0] > last and announced:
                    found.add(run[0] - 1)
        run = []
    return found


def credit_records(
    values: list[float],
    texts: Sequence[str],
    kinds: Sequence[Kind | None],
    lines: Sequence[Line],
) -> None:
    """Results, calendars and price lists are articles too: their lines hold words and two numbers or
    more, and stand among others of the sort."""
    records = [
        kinds[i] is None and lines[i].links <= 0.5 and is_record(text)
        for i, text in enumerate(texts)
    ]
    for index, record in enumerate(records):
        if record and sum(records[max(0, index - _AMONG) : index + _AMONG + 1]) >= _FEWEST_RECORDS:
            values[index] = max(values[index], _RECORD)
