"""JSON rows: one article a row, with what its collector knew of it.

A file has one row a line (JSON lines), or is one row, a list of rows, or an object that holds such
a list. A row is onrecord's own,
`{"id", "text" | "html", "title"?, "outlet"?, "published"?, "url"?, "byline"?, "language"?, "captured"?}`,
a ninjs item, a CSL item, or has fields whose names say what they hold (`fields.NAMES`).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any, BinaryIO

import msgspec

from onrecord.intake.decode import decode
from onrecord.intake.formats import csl, fields, ninjs
from onrecord.intake.pointers import Pointer
from onrecord.model import Problem, RawDocument

MEDIA_TYPE = "application/x-onrecord-row"
_GIVEN = ("title", "outlet", "published", "url", "byline", "agency", "language")
#: Where objects keep their list of rows.
_LISTS = ("items", "articles", "stories", "results", "data", "documents", "docs", "hits", "rows")
_MARKUP = re.compile(
    r"</?(?:p|br|div|span|a|b|i|em|strong|h[1-6]|ul|ol|li|section|article|html|body|blockquote|"
    r"table|figure)\b[^<>]{0,2000}>",
    re.IGNORECASE,
)


class Content(msgspec.Struct, frozen=True):
    """What a row holds: the text or the page (`field`), its value, and `node`, the field that it
    stands in, by its name or by a JSON Pointer."""

    field: str
    value: str
    node: str


def is_list(head: bytes, columns: Mapping[str, str]) -> bool:
    """Whether the first row of JSON lines that begin with `head` points at a text elsewhere."""
    try:
        row = json.loads(head.lstrip(b"\xef\xbb\xbf \t\r\n").partition(b"\n")[0])
    except (ValueError, RecursionError):
        return False
    rows = _listed(row) or [row]
    return isinstance(document(rows[0], b"", "", 1, columns), Pointer)


def documents(
    stream: BinaryIO,
    name: str,
    limit: int,
    columns: Mapping[str, str] | None = None,
    late: bool = False,
) -> Iterator[RawDocument | Problem | Pointer]:
    """A document a row; `data` is the row's bytes, its key `name#id` (else `name#line number`).

    A row that is no object with a text, or is longer than `limit` bytes, gives a `bad_row` (or
    `too_large`) Problem that names its line, counted from 1, and the rest goes on. With `late` the
    rows that point at texts elsewhere are met among the texts.
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
        if not data:
            continue
        try:
            row = json.loads(data)
        except (ValueError, RecursionError) as error:
            yield _bad(name, number, f"not JSON ({str(error)[:80]})")
            continue
        inner = _listed(row)
        if inner is None:
            yield _marked(document(row, data, name, number, columns or {}), late)
        else:
            for count, item in enumerate(inner, 1):
                yield _marked(document(item, _bytes(item), name, count, columns or {}), late)


def whole(
    data: bytes, name: str, columns: Mapping[str, str]
) -> Iterator[RawDocument | Problem | Pointer]:
    """The rows of a file that is one JSON value; keys are `name#id`, else `name#n` from 1. A file of
    one row has its bytes as `data`, and its own name as its key."""
    try:
        value = json.loads(decode(data))
    except (ValueError, RecursionError) as error:
        yield Problem(name, name, "unreadable", f"the JSON is damaged ({str(error)[:80]})")
        return
    rows = value if isinstance(value, list) else _listed(value)
    if rows is None:
        yield document(value, data, name, 1, columns)
        return
    if not rows:
        yield Problem(name, name, "empty", "the JSON holds an empty list")
    for number, row in enumerate(rows, 1):
        yield document(row, _bytes(row), name, number, columns, place="row")


def _listed(value: object) -> list[Any] | None:
    """The rows of an object that holds nothing but them, and what it says about them."""
    if not isinstance(value, dict) or content_of(value) is not None or ninjs.is_item(value):
        return None
    lists = [value[n] for n in _LISTS if isinstance(value.get(n), list)]
    found = next((rows for rows in lists if rows and isinstance(rows[0], dict)), None)
    return None if found is None or csl.is_item(value) else found


def _bytes(row: object) -> bytes:
    return json.dumps(row, ensure_ascii=False).encode("utf-8", "replace")


def _marked(found: RawDocument | Problem | Pointer, late: bool) -> RawDocument | Problem | Pointer:
    return msgspec.structs.replace(found, is_late=late) if isinstance(found, Pointer) else found


def _bad(name: str, number: int, why: str, place: str = "line") -> Problem:
    return Problem(name, f"{name}#{number}", "bad_row", f"{place} {number}: {why}")


def document(
    row: object,
    data: bytes,
    name: str,
    number: int,
    columns: Mapping[str, str],
    place: str = "line",
    named: bool = False,
) -> RawDocument | Problem | Pointer:
    """The document of one row, whose bytes are `data`; `number` is its place in the file. With
    `named` the row is of a table, and only the names of its columns say what it is."""
    if not isinstance(row, dict):
        return _bad(name, number, "not a JSON object", place)
    given, captured, member = _described(row, columns, named or bool(columns))
    content = content_of(row, given.get("field"))
    key = f"{name}#{member or number}"
    if content is None:
        if given.get("url"):
            why = (
                f"{place} {number} points at a text held elsewhere; save the page "
                f"{given['url'][:200]} beside the list"
            )
            return Pointer(name, key, given["url"], given, why, captured)
        return _bad(name, number, 'no "text" and no "html" that is a string', place)
    if not content.value.strip():
        return _bad(name, number, f'"{content.field}" is empty', place)
    return RawDocument(
        path=name,
        key=key,
        data=data,
        media_type=MEDIA_TYPE,
        url=given.get("url"),
        captured=captured,
        given=given,
    )


def _described(
    row: dict[str, Any], columns: Mapping[str, str], named: bool
) -> tuple[dict[str, str], str | None, str]:
    """What the row states, when it was captured, and its id."""
    captured: object
    member: object
    if not named and content_of(row) is not None:
        given = {
            k: str(row[k])
            for k in _GIVEN
            if isinstance(row.get(k), str | int) and str(row[k]).strip()
        }
        captured, member = row.get("captured"), row.get("id")
    elif not named and ninjs.is_item(row):
        given, captured, member = ninjs.given_of(row), None, row.get("uri")
        body = ninjs.body_of(row)
        given |= {"field": body, "body": "all"} if body else {}
    elif not named and csl.is_item(row):
        given, captured, member = csl.given_of(row), csl.captured_of(row), row.get("id")
    else:
        roles = fields.roles_of(row, columns)
        given = fields.stated(row, roles)
        captured, member = row.get(roles.get("captured", "")), row.get(roles.get("id", ""))
        filled = [n for role in ("text", "html") if _is_filled(row.get(n := roles.get(role, "")))]
        given |= {"field": fields.pointer(filled[0])} if filled else {}
    printed = member if isinstance(member, str | int) else ""
    return given, captured if isinstance(captured, str) and captured else None, str(printed)


def _is_filled(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())


def content_of(row: object, pointer: str | None = None) -> Content | None:
    """The text of a parsed row, else its page, else None. `pointer` leads to it where it is neither
    in `text` nor in `html`; whether it is a page is then told by its markup."""
    if pointer is not None:
        value = fields.pointed(row, pointer)
        if not isinstance(value, str):
            return None
        return Content("html" if _MARKUP.search(value) else "text", _clean(value), pointer)
    if isinstance(row, dict):
        for field in ("text", "html"):
            value = row.get(field)
            if isinstance(value, str) and (value.strip() or field == "html" or "html" not in row):
                return Content(field, _clean(value), field)
    return None


def _clean(value: str) -> str:
    return value.encode("utf-8", "replace").decode("utf-8")
