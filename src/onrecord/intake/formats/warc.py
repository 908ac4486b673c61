"""WARC files (ISO 28500), compressed or not: the pages that a crawl brought home.

HTML and plain-text responses with status 200 become documents; redirects, errors, pictures,
requests and metadata records are no documents and are passed over. A revisit record says that a
page was fetched again and found unchanged: it points at the page where it was stored first.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, BinaryIO

from onrecord.intake.pointers import Pointer
from onrecord.intake.sniff import SAMPLE, content_of
from onrecord.model import Problem, RawDocument

_HTML = ("text/html", "application/xhtml+xml")


def documents(stream: BinaryIO, name: str, limit: int) -> Iterator[RawDocument | Problem | Pointer]:
    """A document a response, keyed `name#url`, `captured` from WARC-Date.

    A file that ends within a record, or is damaged in the middle, gives its intact records and
    then one `truncated` Problem. Responses over `limit` bytes give a `too_large` Problem each.
    """
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    whole = 0
    try:
        records = ArchiveIterator(stream, record_types=WarcRecordType.any_type, parse_http=False)
        for record in records:
            declared = record.headers.get("Content-Length") or ""
            url = (record.headers.get("WARC-Target-URI") or "").strip("<>")
            if declared.isdigit() and int(declared) > limit:
                if record.record_type == WarcRecordType.response:
                    yield Problem(
                        name,
                        f"{name}#{url}",
                        "too_large",
                        f"over {limit:,} bytes, which no article is",
                    )
                continue
            record.freeze()
            if not declared.isdigit() or record.content_length != int(declared):
                yield _truncated(name, whole, "the file ends within a record")
                return
            whole += 1
            if record.record_type == WarcRecordType.response:
                document = _document(record, name, url)
                if document is not None:
                    yield document
            elif record.record_type == WarcRecordType.revisit:
                pointer = _revisit(record, name, url)
                if pointer is not None:
                    yield pointer
        if _cut_short(stream):
            yield _truncated(name, whole, "the file ends within a record")
    except (OSError, ValueError) as error:
        yield _truncated(name, whole, f"the file is damaged ({str(error)[:80]})")


def _revisit(record: Any, name: str, url: str) -> Pointer | None:
    """A pointer at the page that the record says is unchanged; None where it was no page."""
    try:
        record.parse_http(auto_decode="none")
        status = record.http_headers.status_code if record.http_headers else None
        kind = (record.http_content_type or "").lower()
    except (OSError, ValueError):
        status, kind = None, ""
    first = (record.headers.get("WARC-Refers-To-Target-URI") or url).strip("<>")
    if not first or status not in (None, 200, 304) or (kind and kind not in (*_HTML, "text/plain")):
        return None
    date = record.headers.get("WARC-Refers-To-Date") or "an earlier day"
    why = (
        f"fetched again unchanged; the page {first[:200]} is in the WARC of {date[:40]}, which is "
        "not among the files: read it too"
    )
    return Pointer(name, f"{name}#{url}", first, {}, why, is_late=True)


def _truncated(name: str, whole: int, why: str) -> Problem:
    return Problem(
        name,
        name,
        "truncated",
        f"{why}; its {whole} intact records were read; fetch the file again for the rest",
    )


def _cut_short(stream: BinaryIO) -> bool:
    """Whether a compressed file ends within a gzip member so early that no record came of it.

    The reader takes such an end for the end of the file. An intact member ends with the length of
    its content, so the last 16 kB must hold a member that inflates to its end.
    """
    import zlib

    stream.seek(0)
    if stream.read(2) != b"\x1f\x8b":
        return False
    size = stream.seek(0, 2)
    stream.seek(max(0, size - 16_384))
    tail = stream.read()
    start = tail.rfind(b"\x1f\x8b\x08")
    while start >= 0:
        inflater = zlib.decompressobj(31)
        try:
            inflater.decompress(tail[start:])
        except zlib.error:
            start = tail.rfind(b"\x1f\x8b\x08", 0, start)  # the three bytes stood within a member
            continue
        return not inflater.eof
    return False


def _document(record: Any, name: str, url: str) -> RawDocument | Problem | None:
    try:
        record.parse_http(auto_decode="all")
        data = bytes(record.reader.read())
    except (OSError, ValueError):
        return Problem(name, f"{name}#{url}", "unreadable", "the HTTP response is malformed")
    if record.http_headers is None or record.http_headers.status_code != 200:
        return None
    kind = (record.http_content_type or "").lower()
    if kind and kind not in _HTML and kind != "text/plain":
        return None
    content = content_of(data[:SAMPLE])
    if content == "empty":
        return Problem(name, f"{name}#{url}", "empty", "the response has no content")
    if content in ("binary", "warc", "zip", "tar", "compressed", "pdf"):
        return (
            None
            if not kind
            else Problem(
                name, f"{name}#{url}", "not_text", f"served as {kind}, but the content is binary"
            )
        )
    charset = record.http_charset
    html = kind in _HTML or (not kind and content == "html")
    return RawDocument(
        path=name,
        key=f"{name}#{url}",
        data=data,
        media_type="text/html" if html else "text/plain",
        url=url or None,
        captured=record.headers.get("WARC-Date"),
        given={"charset": charset} if charset else {},
    )
