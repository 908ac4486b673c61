"""A record out, in a format for other tools.

A format is a module of this folder with `export(record, path)`, and its name in `FORMATS`.
`rows` makes the rows that formats write; `annotation` the shape of `onrecord annotate`.
"""

from __future__ import annotations

import importlib
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from onrecord.errors import OnrecordError

if TYPE_CHECKING:
    from onrecord.record import Record

# Name to what it writes, as the help shows it.
FORMATS = {"jsonl": "a folder of JSON lines files, one a table"}


class Export(Protocol):
    def __call__(self, record: Record, path: Path) -> None: ...


def format_named(name: str) -> Export:
    """`export` of the format called `name`. Raises `OnrecordError` when there is none."""
    if name not in FORMATS:
        raise OnrecordError(f"there is no format '{name}'; there are: {', '.join(FORMATS)}")
    export: Export = importlib.import_module(f"onrecord.export.{name}").export
    return export


__all__ = ["FORMATS", "Export", "format_named"]
