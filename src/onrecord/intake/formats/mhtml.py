"""MHTML (RFC 2557): a web page and all it needs as one MIME message, as browsers save it."""

from __future__ import annotations

import email
from email.header import decode_header, make_header
from email.message import Message
from email.utils import parsedate_to_datetime

from onrecord.model import Problem, RawDocument


def document(data: bytes, name: str) -> RawDocument | Problem:
    """The page: the part that `start` names, else the first of HTML. Its `data` are the part's bytes
    without their transfer encoding, its URL the part's `Content-Location` or the message's
    `Snapshot-Content-Location`; `captured` is the message's date."""
    try:
        message = email.message_from_bytes(data.lstrip())
        part = _root(message)
        page = part.get_payload(decode=True) if part is not None else None
    except Exception as error:  # the standard parser fails on broken headers in many ways
        return _problem(name, "unreadable", f"the MIME message is malformed ({str(error)[:80]})")
    if part is None or not isinstance(page, bytes):
        return _problem(name, "no_article", "the MIME message holds no page; save the page again")
    if not page.strip():
        return _problem(name, "empty", "the page in the MIME message has no content")
    url = _url(part, message)
    charset = _charset(part)
    return RawDocument(
        path=name,
        key=name,
        data=page,
        media_type="text/html",
        url=url,
        captured=_date(message),
        given={"charset": charset} if charset else {},
    )


def _root(message: Message) -> Message | None:
    pages = [p for p in message.walk() if p.get_content_type() in _PAGES and not p.is_multipart()]
    start = _words(message.get_param("start"))
    for part in pages:
        if start and _words(part.get("Content-ID")) == start:
            return part
    return pages[0] if pages else None


_PAGES = ("text/html", "application/xhtml+xml")


def _charset(part: Message) -> str | None:
    try:
        return part.get_content_charset()
    except (LookupError, ValueError):
        return None


def _url(part: Message, message: Message) -> str | None:
    for value in (message.get("Snapshot-Content-Location"), part.get("Content-Location")):
        url = "".join(_words(value).split())
        if url.startswith(("http://", "https://")):
            return url
    return None


def _date(message: Message) -> str | None:
    try:
        return parsedate_to_datetime(_words(message.get("Date"))).isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _words(value: object) -> str:
    """A header's value as text; it may be encoded (RFC 2047), or not even a string."""
    text = str(value) if value is not None else ""
    try:
        return str(make_header(decode_header(text))).strip()
    except (LookupError, ValueError):
        return text.strip()


def _problem(name: str, kind: str, detail: str) -> Problem:
    return Problem(name, name, kind, detail)
