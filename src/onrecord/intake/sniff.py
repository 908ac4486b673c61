"""What a file is, by its content: names lie, and saved pages often have none."""

from __future__ import annotations

import json
import re
import zlib
from typing import Literal

Content = Literal["html", "text", "warc", "jsonl", "empty", "binary", "xml", "json"]

#: How much of a file decides. A page's doctype, a WARC's version line and a row's braces all stand
#: at the very beginning; the rest is to see whether the bytes are text at all.
SAMPLE = 65_536

_MAGIC = (
    b"%PDF-",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"PK\x03\x04",
    b"\x7fELF",
    b"Rar!",
    b"7z\xbc\xaf",
    b"BZh",
    b"\xfd7zXZ",
    b"\x28\xb5\x2f\xfd",
    b"\xd0\xcf\x11\xe0",
    b"OggS",
    b"ID3",
    b"RIFF",
    b"SQLite format 3\0",
)
_OPENING = re.compile(
    r"^\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|meta|title|div|"
    r"p|article|section|main|table|h[1-6]|span|header|script|link|center|font|a|b|br|ul)\b",
    re.IGNORECASE | re.DOTALL,
)
_EARLY = re.compile(r"<(?:!doctype\s+html|html|body)\b", re.IGNORECASE)
_XML = re.compile(r"^\s*<(?:\?xml|rss|feed|urlset)\b", re.IGNORECASE)
_TEXT_CONTROLS = frozenset(b"\t\n\r\f\x1b\x85")


def content_of(head: bytes) -> Content:
    """What a file is whose first `SAMPLE` bytes (or all of them, if fewer) are `head`."""
    if not head.strip():
        return "empty"
    if head.startswith(b"\x1f\x8b"):
        return "warc" if _inflated(head).startswith(b"WARC/") else "binary"
    if head.startswith(b"WARC/"):
        return "warc"
    if head.startswith(_MAGIC) or not is_text(head):
        return "binary"
    from onrecord.intake.decode import decode

    text = decode(head[:8192]).lstrip("\ufeff")
    if text.lstrip().startswith(("{", "[")):
        return _json_kind(text, whole=len(head) <= 8192)
    if _OPENING.match(text) or _EARLY.search(text[:2048]):
        return "html"
    return "xml" if _XML.match(text) else "text"


def is_text(head: bytes) -> bool:
    """Whether the bytes could be text in any charset: few control characters, or UTF-16/32.

    Text has next to none; compressed or random bytes have about one in ten. A few NULs, as broken
    scrapers leave them, do no harm.
    """
    from onrecord.intake.decode import bare_utf16

    if head.startswith((b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")) or bare_utf16(head):
        return True
    controls = sum(1 for byte in head if byte < 0x20 and byte not in _TEXT_CONTROLS)
    return controls <= max(8, 0.02 * len(head)) and controls <= 0.3 * len(head)


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


def _inflated(head: bytes) -> bytes:
    """The first bytes of a gzip stream, `b""` if it is damaged."""
    try:
        return zlib.decompressobj(31).decompress(head, 64)
    except zlib.error:
        return b""
