"""A folder of JSON lines (UTF-8), one file a table, one row a line."""

from __future__ import annotations

import os
from pathlib import Path

import msgspec

from onrecord.errors import OnrecordError
from onrecord.export.rows import TABLES
from onrecord.record import Record

_BUFFER_BYTES = 1_000_000


def export(record: Record, path: Path) -> None:
    """Write every table of `record` into the folder `path`, which is made if need be.

    Files of an earlier export are replaced, each when its successor is whole. Raises
    `OnrecordError` when the folder cannot be written.
    """
    encoder = msgspec.json.Encoder()
    try:
        path.mkdir(parents=True, exist_ok=True)
        for table, rows in TABLES.items():
            partial = path / f".{table}.jsonl.partial"
            with partial.open("wb", buffering=_BUFFER_BYTES) as file:
                for row in rows(record):
                    file.write(encoder.encode(row))
                    file.write(b"\n")
            os.replace(partial, path / f"{table}.jsonl")
    except OSError as error:
        raise OnrecordError(f"{path} cannot be written: {error}") from error
