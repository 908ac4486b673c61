"""What a file is, by its content: names lie, and saved pages often have none."""

from __future__ import annotations

import json
import re
from collections.abc import Collection
from typing import Literal

from onrecord.intake.compressed import inflated

Content = Literal[
    "html", "text", "warc", "jsonl", "json", "mhtml", "feed", "newsml", "xml", "table", "gkg",
    "rtf", "pdf", "zip", "tar", "compressed", "empty", "binary",
]  # fmt: skip

#: How much of a file decides. A page's doctype, a WARC's version line and a row's braces all stand
#: at the very beginning; the rest is to see whether the bytes are text at all.
SAMPLE = 65_536

_MAGIC = (
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"\x7fELF",
    b"Rar!",
    b"7z\xbc\xaf",
    b"\x28\xb5\x2f\xfd",
    b"\xd0\xcf\x11\xe0",
    b"OggS",
    b"ID3",
    b"RIFF",
    b"SQLite format 3\0",
)
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_OPENING = re.compile(
    r"^\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|meta|title|div|"
    r"p|article|section|main|table|h[1-6]|span|header|script|link|center|font|a|b|br|ul)\b",
    re.IGNORECASE | re.DOTALL,
)
_EARLY = re.compile(r"<(?:!doctype\s+html|html|body)\b", re.IGNORECASE)
_XML = re.compile(
    r"^\s*<(?:\?xml|!DOCTYPE|rss|feed|rdf:RDF|urlset|newsItem|newsMessage|nitf)\b", re.IGNORECASE
)
_PROLOG = re.compile(
    r"\s*(?:<\?[^>]*>\s*|<!--.*?-->\s*|<!DOCTYPE[^>\[]*(?:\[.*?\])?\s*>\s*)*", re.S
)
_ROOT = re.compile(r"<(?:[\w.-]+:)?(\w+)")
_FEEDS = frozenset(("rss", "feed", "RDF"))
_NEWSML = frozenset(("newsItem", "newsMessage", "packageItem", "nitf"))
_HEADERS = re.compile(r"(?:[A-Za-z][A-Za-z0-9-]{0,60}:[^\n]*\n(?:[ \t][^\n]*\n)*){2,}")
_MIME = re.compile(r"^content-type:\s*(?:multipart/|text/html)", re.IGNORECASE | re.MULTILINE)
_CONTROLS = bytes(byte for byte in range(0x20) if byte not in b"\t\n\r\f\x1b")


def content_of(head: bytes, columns: Collection[str] = ()) -> Content:
    """What a file is whose first `SAMPLE` bytes (or all of them, if fewer) are `head`.

    `columns` are the names of columns by which the user knows a table.
    """
    if not head.strip():
        return "empty"
    inner = inflated(head, 64)
    if inner is not None:
        return "warc" if inner.startswith(b"WARC/") and head[:1] == b"\x1f" else "compressed"
    if head.startswith(b"WARC/"):
        return "warc"
    if head.startswith(_ZIP):
        return "zip"
    if head.lstrip()[:5] == b"%PDF-":
        return "pdf"
    if head[257:262] == b"ustar":
        return "tar"
    if head.startswith(_MAGIC) or not is_text(head):
        return "binary"
    from onrecord.intake.decode import decode

    if head.lstrip().startswith(b"{\\rtf"):
        return "rtf"
    whole = len(head) <= 8192
    return _text_kind(decode(head[:8192]).lstrip("\ufeff"), whole, columns)


def _text_kind(text: str, whole: bool, columns: Collection[str]) -> Content:
    if text.lstrip().startswith(("{", "[")):
        return _json_kind(text, whole)
    if _is_mime(text):
        return "mhtml"
    if _XML.match(text) and (kind := _xml_kind(text)) != "xml":
        return kind
    if _OPENING.match(text) or _EARLY.search(text[:2048]):
        return "html"
    if _XML.match(text):
        return "xml"
    from onrecord.intake.formats import gkg, table

    if gkg.is_gkg(text):
        return "gkg"
    return "table" if table.dialect_of(text, columns) else "text"


def is_text(head: bytes) -> bool:
    """Whether the bytes could be text in any charset: few control characters, or UTF-16/32.

    Text has next to none; compressed or random bytes have about one in ten. A few NULs, as broken
    scrapers leave them, do no harm.
    """
    from onrecord.intake.decode import bare_utf16

    if head.startswith((b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")) or bare_utf16(head):
        return True
    controls = len(head) - len(head.translate(None, _CONTROLS))
    return controls <= max(8, 0.02 * len(head)) and controls <= 0.3 * len(head)


def _is_mime(text: str) -> bool:
    """Whether the text opens with the headers of a MIME message that holds a page."""
    headers = _HEADERS.match(text.lstrip().replace("\r\n", "\n"))
    return headers is not None and _MIME.search(headers.group()) is not None


def _xml_kind(text: str) -> Content:
    prolog = _PROLOG.match(text)
    root = _ROOT.match(text, prolog.end() if prolog else 0)
    if root is None:
        return "xml"
    name = root.group(1)
    return "feed" if name in _FEEDS else "newsml" if name in _NEWSML else "xml"


def _json_kind(text: str, whole: bool) -> Content:
    """JSON lines if one of the first lines is an object by itself; a row may exceed the sample."""
    lines = [line for line in text.splitlines() if line.strip()][:10]
    for line in lines:
        try:
            row = json.loads(line)
        except (ValueError, RecursionError):
            continue
        if isinstance(row, dict):
            return "jsonl"
    if len(lines) == 1 and not whole and text.lstrip().startswith("{"):
        return "jsonl"
    if re.match(r"\s*(?:\{\s*\"|\[\s*[\{\"\d\]])", text):
        return "json"
    return "text"
