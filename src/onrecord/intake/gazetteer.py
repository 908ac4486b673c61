"""Gazetteers that users supply: extracts of Wikidata or lists of their own, row by row.

JSON lines (`{"id", "label", "aliases"?, "type"?, "description"?, "country"?, "positions"?}`, or
entities as Wikidata's JSON dumps have them, a line each, also within the dump's brackets), and CSV
with a line of column names of the same meaning, aliases and positions set apart by '|'. Plain or
compressed by gzip, bzip2 or xz.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, BinaryIO, cast

import msgspec

from onrecord.errors import OnrecordError
from onrecord.intake import compressed, wikidata
from onrecord.model import GazetteerRow, NameType, Problem

_TYPES: dict[str, NameType] = {
    "person": "person", "per": "person", "human": "person",
    "organisation": "organisation", "organization": "organisation", "org": "organisation",
    "place": "place", "location": "place", "loc": "place", "gpe": "place",
    "group": "group", "norp": "group",
}  # fmt: skip
_HEAD = 1 << 16


class BadRowError(ValueError):
    """A row that is none, with the reason."""


def rows(path: Path) -> Iterator[GazetteerRow | Problem]:
    """The rows of the file, and a problem for each line that is none.

    Raises `OnrecordError` when the file cannot be read.
    """
    try:
        with path.open("rb") as file:
            head = file.read(_HEAD)
            file.seek(0)
            packed = compressed.inflated(head, _HEAD)
            stream = file if packed is None else compressed.reader(file, head)
            first = (head if packed is None else packed).lstrip(b"\xef\xbb\xbf \t\r\n")[:1]
            lines = _json(stream) if first in (b"{", b"[") else _csv(stream)
            for number, made in lines:
                if isinstance(made, GazetteerRow):
                    yield made
                else:
                    detail = f"line {number}: {made}"
                    yield Problem(str(path), f"{path}#{number}", "bad_row", detail)
    except (OSError, EOFError, UnicodeDecodeError, csv.Error) as error:
        raise OnrecordError(f"the gazetteer {path} cannot be read: {error}") from error


def _json(stream: Any) -> Iterator[tuple[int, GazetteerRow | BadRowError]]:
    for number, line in enumerate(cast(BinaryIO, stream), 1):
        text = line.strip().removeprefix(b"\xef\xbb\xbf").rstrip(b",")
        if text in (b"", b"[", b"]"):  # the frame of a dump
            continue
        try:
            yield number, _row(msgspec.json.decode(text))
        except msgspec.DecodeError as error:
            yield number, BadRowError(f"no JSON: {error}")
        except BadRowError as error:
            yield number, error


def _csv(stream: Any) -> Iterator[tuple[int, GazetteerRow | BadRowError]]:
    text = io.TextIOWrapper(stream, "utf-8-sig", newline="")
    try:
        yield from _table(csv.DictReader(text))
    finally:
        text.detach()  # the stream is not ours to close


def _table(
    reader: csv.DictReader[str],
) -> Iterator[tuple[int, GazetteerRow | BadRowError]]:
    if not {"id", "label"} <= {name.strip().lower() for name in reader.fieldnames or ()}:
        raise csv.Error("it is neither JSON lines nor CSV with the columns id and label")
    for row in reader:
        named = {(name or "").strip().lower(): value for name, value in row.items()}
        for column in ("aliases", "positions"):
            named[column] = [v for v in (named.get(column) or "").split("|") if v.strip()]
        try:
            yield reader.line_num, _row(named)
        except BadRowError as error:
            yield reader.line_num, error


def _row(given: object) -> GazetteerRow:
    """Raises `BadRowError`."""
    if not isinstance(given, Mapping):
        raise BadRowError("a row is a JSON object")
    if wikidata.is_entity(given):
        given = wikidata.row(given)
    identifier = _text(given, "id")
    label = _text(given, "label")
    if not identifier or not label:
        raise BadRowError("it has no id" if not identifier else "it has no label")
    kind = _text(given, "type").lower()
    if kind and kind not in _TYPES:
        known = ", ".join(dict.fromkeys(_TYPES.values()))
        raise BadRowError(f"'{kind}' is no type: {known}")
    names = dict.fromkeys([label, *_texts(given, "aliases")])
    return GazetteerRow(
        identifier,
        tuple(names),
        _TYPES.get(kind),
        _text(given, "description"),
        _text(given, "country"),
        tuple(_texts(given, "positions")),
    )


def _text(row: Mapping[str, object], column: str) -> str:
    value = row.get(column)
    if value is None:
        return ""
    if not isinstance(value, str | int):
        raise BadRowError(f"{column} is no text")
    return " ".join(str(value).split())


def _texts(row: Mapping[str, object], column: str) -> Iterable[str]:
    values = row.get(column) or ()
    if isinstance(values, str) or not isinstance(values, Iterable):
        raise BadRowError(f"{column} is no list of texts")
    for value in values:
        if not isinstance(value, str):
            raise BadRowError(f"{column} is no list of texts")
        if value.strip():
            yield " ".join(value.split())
