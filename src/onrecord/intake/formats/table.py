"""Tables: comma-, semicolon-, tab- or bar-separated values (RFC 4180) under a line of names.

A table with a column of texts gives an article a row. One without, such as the lists of Media
Cloud (`id, indexed_date, language, media_name, media_url, publish_date, title, url`), gives rows
that point at texts held elsewhere.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Collection, Iterator, Mapping
from typing import BinaryIO

from onrecord.intake.decode import codec_of
from onrecord.intake.formats import fields, jsonl
from onrecord.intake.limits import LARGEST_FILE
from onrecord.intake.pointers import Pointer
from onrecord.model import Problem, RawDocument

_DELIMITERS = ("\t", ",", ";", "|")
_LONGEST_NAME = 60
_SAMPLE = 65_536


def dialect_of(text: str, columns: Collection[str] = ()) -> str | None:
    """The delimiter, if `text` begins with a line of names of which one is known to hold texts, or
    URLs beside something else, or is one of `columns`, and the next line has as many cells."""
    for delimiter in _DELIMITERS:
        try:
            rows = csv.reader(io.StringIO(text), delimiter=delimiter)
            names = next(rows, [])
            second = next(rows, None)
        except csv.Error:
            continue
        if len(names) < 2 or any(len(name) > _LONGEST_NAME for name in names):
            continue
        if any(name.strip() in columns for name in names):
            return delimiter
        roles = fields.roles_of((name.strip() for name in names), {})
        told = "text" in roles or "html" in roles or "url" in roles
        if told and len(roles) >= 2 and (second is None or len(second) == len(names)):
            return delimiter
    return None


def documents(
    stream: BinaryIO, name: str, columns: Mapping[str, str]
) -> Iterator[RawDocument | Problem | Pointer]:
    """A document a row that has a text; `data` is the row as a JSON object, its key `name#id` (else
    the row's number, from 1). Rows that break the table's form give a `bad_row` each."""
    head = stream.read(_SAMPLE)
    stream.seek(0)
    codec = codec_of(head)
    errors = "onrecord-strays" if codec.startswith("utf-8") else "replace"
    csv.field_size_limit(max(csv.field_size_limit(), LARGEST_FILE))
    lines = io.TextIOWrapper(stream, codec, errors, newline="")
    try:
        start = lines.read(8192)
        lines.seek(0)
        delimiter = dialect_of(start.lstrip("\ufeff"), tuple(columns.values())) or ","
        yield from _rows(csv.reader(lines, delimiter=delimiter), name, columns)
    finally:
        lines.detach()


def _rows(
    reader: Iterator[list[str]], name: str, columns: Mapping[str, str]
) -> Iterator[RawDocument | Problem | Pointer]:
    names: list[str] | None = None
    number = 0
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            number += 1
            yield _bad(name, number, str(error)[:80])
            continue
        if names is None:
            names = [cell.strip().strip("\ufeff") for cell in cells]
            continue
        if not any(cell.strip() for cell in cells):
            continue
        number += 1
        if len(cells) > len(names):
            yield _bad(name, number, f"{len(cells)} cells under {len(names)} names")
            continue
        row: dict[str, object] = dict(zip(names, cells, strict=False))
        data = json.dumps(row, ensure_ascii=False).encode("utf-8", "replace")
        yield jsonl.document(row, data, name, number, columns, place="row", named=True)


def _bad(name: str, number: int, why: str) -> Problem:
    return Problem(name, f"{name}#{number}", "bad_row", f"row {number}: {why}")
