"""Reads a pile of news and keeps the record: who said what, when, to whom, and who denies it.

    onrecord.annotate("'No,' the mayor said.") -> Reading
    onrecord.read(["articles/"], into="case.record") -> Record

Importing this package loads nothing heavy; the parser is loaded when something is read.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from onrecord.errors import OnrecordError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from onrecord.model import Reading
    from onrecord.record import Record

__all__ = ["OnrecordError", "Record", "annotate", "read"]


def annotate(
    text: str,
    *,
    published: str | None = None,
    title: str | None = None,
    outlet: str | None = None,
) -> Reading:
    """Read one text, without a record. Spans count code points of exactly that `text`.

    `published` is an ISO day, or as much of one as is known: what 'Wednesday' is counted from.
    """
    from onrecord import annotation

    return annotation.annotate(text, published=published, title=title, outlet=outlet)


def read(
    paths: Iterable[str | Path] | str | Path,
    into: str | Path,
    *,
    jobs: int = 1,
    engine: str = "local",
    columns: Mapping[str, str] | None = None,
) -> Record:
    """Read all files under `paths` into the record `into`, and open it.

    `columns` says which column of a table or field of a row holds the `text`, `title`, `published`
    and so on, where their names do not. What cannot be read is in `Record.problems()`. What was read before is not read again. With
    `jobs` other than 1 (0 is one for each processor) a script needs its `if __name__ == "__main__":`. Raises `OnrecordError`.
    """
    from onrecord import pipeline, record

    given = [paths] if isinstance(paths, str | Path) else list(paths)
    pipeline.run(given, into, jobs=jobs, engine_name=engine, columns=columns)
    return record.Record.open(into)


def __getattr__(name: str) -> object:
    if name == "Record":
        from onrecord.record import Record

        return Record
    raise AttributeError(f"module 'onrecord' has no attribute '{name}'")
