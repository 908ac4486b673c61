"""GDELT Global Knowledge Graph 2.1: a row a document, which points at its text by URL.

27 tab-separated fields without a line of names (codebook of 2015-02-19): 0 the record's id, 1 when
GDELT saw the document, 3 the source's common name, 4 the document's identifier, 26 XML extras,
among them PAGE_TITLE, PAGE_AUTHORS and PAGE_PRECISEPUBTIMESTAMP, which is the page's own word on
its publication.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import BinaryIO

from onrecord.intake.pointers import Pointer
from onrecord.model import Problem

_FIELDS = 27
_LONGEST_ROW = 5_000_000
_FIRST = re.compile(r"\d{14}-T?\d+\t\d{14}\t\d\t[^\t\n]*\t[^\t\n]+\t")
_STAMP = re.compile(r"(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)\Z")
_EXTRA = re.compile(r"<(PAGE_[A-Z]+)>(.*?)</\1>", re.DOTALL)


def is_gkg(text: str) -> bool:
    """Whether the text begins with a GKG 2.1 record."""
    return _FIRST.match(text) is not None


def rows(stream: BinaryIO, name: str) -> Iterator[Pointer | Problem]:
    """A pointer a row, keyed `name#record id`; a row of another form gives a `bad_row` Problem."""
    number = 0
    while line := stream.readline(_LONGEST_ROW + 1):
        number += 1
        rest = line
        while rest and not rest.endswith(b"\n"):  # an overlong row is read to its end
            rest = stream.readline(_LONGEST_ROW + 1)
        text = line.decode("utf-8", "replace").rstrip("\r\n")
        if not text.strip():
            continue
        cells = text.split("\t")
        if len(cells) != _FIELDS or not cells[4].strip():
            why = f"row {number}: {len(cells)} fields where GKG 2.1 has {_FIELDS}, or no document"
            yield Problem(name, f"{name}#{number}", "bad_row", why)
            continue
        yield _pointer(cells, name, number)


def _pointer(cells: list[str], name: str, number: int) -> Pointer:
    extras = {m[1]: " ".join(html.unescape(m[2]).split()) for m in _EXTRA.finditer(cells[26])}
    url = cells[4].strip()
    given = {
        "title": extras.get("PAGE_TITLE", ""),
        "byline": extras.get("PAGE_AUTHORS", "").replace(";", ", "),
        "published": _stamp(extras.get("PAGE_PRECISEPUBTIMESTAMP", "")),
        "outlet": cells[3].strip(),
        "url": url,
    }
    given = {field: value for field, value in given.items() if value}
    why = f"a row of a GDELT list; the text is held elsewhere: save the page {url[:200]} beside it"
    seen = _stamp(cells[1]) or None
    return Pointer(name, f"{name}#{cells[0] or number}", url, given, why, seen)


def _stamp(digits: str) -> str:
    found = _STAMP.match(digits.strip())
    return "{}-{}-{}T{}:{}:{}Z".format(*found.groups()) if found else ""
