"""A gazetteer that the user supplies, from its files into the record."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from onrecord.errors import OnrecordError
from onrecord.intake import gazetteer
from onrecord.model import GazetteerRow, Problem
from onrecord.record import Record

BAD_ROWS = 100
"""Bad rows that are kept as problems."""


def supply(record: Record, gazetteers: Sequence[Path]) -> tuple[int, int]:
    """Put the rows of these files in the place of the record's gazetteer; gives how many there are, and
    how many lines were none and became problems.

    Raises `OnrecordError` when a file cannot be read, or has no row at all: the record is then as before.
    """
    problems: list[Problem] = []
    bad = 0

    def rows() -> Iterator[GazetteerRow]:
        nonlocal bad
        for path in gazetteers:
            good = False
            for row in gazetteer.rows(path):
                if isinstance(row, Problem):
                    bad += 1
                    # What is no gazetteer at all would be a problem a line.
                    if len(problems) < BAD_ROWS:
                        problems.append(row)
                    continue
                good = True
                yield row
            if not good:
                why = f": {problems[-1].detail}" if problems else ""
                raise OnrecordError(f"{path} has no row of a gazetteer{why}")

    paths = {str(path) for path in gazetteers}
    with record.transaction():
        for problem in list(record.problems()):
            if problem.kind == "bad_row" and problem.path in paths:
                record.clear_problem(problem.key, problem.kind)
        count = record.replace_gazetteer(rows())
        for problem in problems:
            record.store_problem(problem)
    return count, bad
