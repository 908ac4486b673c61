"""JSON lines: one article a line, with what its collector knew of it.

`{"id", "text" | "html", "title"?, "outlet"?, "published"?, "url"?, "byline"?, "language"?, "captured"?}`
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import BinaryIO

import msgspec

from onrecord.model import Problem, RawDocument

MEDIA_TYPE = "application/x-onrecord-row"
_GIVEN = ("title", "outlet", "published", "url", "byline", "agency", "language")


class Content(msgspec.Struct, frozen=True):
    """What a row holds: the text or the page, and which field it stands in."""

    field: str
    value: str


def documents(stream: BinaryIO, name: str, limit: int) -> Iterator[RawDocument | Problem]:
    """A document a row; `data` is the row's bytes, its key `name#id` (else `name#line number`).

    A row that is no object with a text, or is longer than `limit` bytes, gives a `bad_row` (or
    `too_large`) Problem that names its line, counted from 1, and the rest goes on.
    """
    number = 0
    while line := stream.readline(limit + 1):
        number += 1
        if len(line) > limit:
            while line and not line.endswith(b"\n"):
                line = stream.readline(limit + 1)
            yield Problem(
                name, f"{name}#{number}", "too_large", f"line {number}: over {limit:,} bytes"
            )
            continue
        data = line.strip().removeprefix(b"\xef\xbb\xbf")
        if data:
            yield _document(data, name, number)


def _document(data: bytes, name: str, number: int) -> RawDocument | Problem:
    def bad(why: str) -> Problem:
        return Problem(name, f"{name}#{number}", "bad_row", f"line {number}: {why}")

    try:
        row = json.loads(data)
    except (ValueError, RecursionError) as error:
        return bad(f"not JSON ({str(error)[:80]})")
    if not isinstance(row, dict):
        return bad("not a JSON object")
    content = content_of(row)
    if content is None:
        return bad('no "text" and no "html" that is a string')
    if not content.value.strip():
        return bad(f'"{content.field}" is empty')
    given = {
        k: str(row[k]) for k in _GIVEN if isinstance(row.get(k), str | int) and str(row[k]).strip()
    }
    member = row.get("id")
    key = str(member) if isinstance(member, str | int) and str(member) else str(number)
    captured = row.get("captured")
    return RawDocument(
        path=name,
        key=f"{name}#{key}",
        data=data,
        media_type=MEDIA_TYPE,
        url=given.get("url"),
        captured=captured if isinstance(captured, str) else None,
        given=given,
    )


def content_of(row: object) -> Content | None:
    """The text of a parsed row, else its page, else None."""
    if isinstance(row, dict):
        for field in ("text", "html"):
            value = row.get(field)
            if isinstance(value, str) and (value.strip() or field == "html" or "html" not in row):
                return Content(field, value.encode("utf-8", "replace").decode("utf-8"))
    return None
