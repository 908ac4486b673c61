#!/usr/bin/env python3
"""Write articles/freight.warc.gz from the pages in warc_src/: one gzip member a record, the same bytes every time.

usage: python examples/demo/make_warc.py [--check]

The members hold stored (uncompressed) deflate blocks, so the bytes do not depend on the version of zlib.
--check writes nothing and exits with 1 when the file on disk differs.
"""

import base64
import hashlib
import struct
import sys
import uuid
import zlib
from pathlib import Path

HERE = Path(__file__).resolve().parent
TARGET = HERE / "articles" / "freight.warc.gz"
# url, file in warc_src, content type, capture time, server's Last-Modified
CAPTURES = [
    (
        "https://portandfreight.example/2024/06/brava-berths-shut-to-kessaran-cargo",
        "brava-shut.html",
        "text/html; charset=UTF-8",
        "2024-11-18T09:14:02Z",
        None,
    ),
    (
        "https://portandfreight.example/style.css",
        "style.css",
        "text/css",
        "2024-11-18T09:14:03Z",
        "Mon, 05 Feb 2024 08:00:00 GMT",
    ),
    (
        "https://portandfreight.example/uploads/silos.png",
        "silos.png",
        "image/png",
        "2024-11-18T09:14:04Z",
        "Tue, 12 Apr 2022 10:21:37 GMT",
    ),
    (
        "https://callowaytribune.example/world/ambassador-recall-clouds-dam-talks",
        "ambassador-recall.html",
        "text/html; charset=utf-8",
        "2024-11-18T09:15:40Z",
        "Sun, 17 Nov 2024 22:05:31 GMT",
    ),
    (
        "https://northbankradio.example/news/kessara-engineers-dam",
        "engineers-dam.html",
        "text/html",
        "2024-11-18T09:17:11Z",
        "Tue, 12 Nov 2024 00:00:10 GMT",
    ),
    (
        "https://portandfreight.example/2024/07/first-bulkers-in-at-brava",
        "first-bulkers.html",
        "text/html; charset=UTF-8",
        "2024-11-18T09:18:26Z",
        None,
    ),
]


def member(data: bytes) -> bytes:
    """One gzip member of stored blocks, without a name or a time."""
    out = [b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\xff"]
    pieces = [data[i : i + 65535] for i in range(0, len(data), 65535)] or [b""]
    for n, piece in enumerate(pieces):
        out.append(
            struct.pack("<BHH", n == len(pieces) - 1, len(piece), len(piece) ^ 0xFFFF) + piece
        )
    out.append(struct.pack("<II", zlib.crc32(data), len(data) & 0xFFFFFFFF))
    return b"".join(out)


def digest(data: bytes) -> str:
    return "sha1:" + base64.b32encode(hashlib.sha1(data).digest()).decode()


def record(
    kind: str,
    date: str,
    content_type: str,
    block: bytes,
    *,
    name: str,
    url: str | None = None,
    payload: bytes | None = None,
    about: str | None = None,
) -> bytes:
    head = [("WARC-Type", kind), ("WARC-Record-ID", record_id(name)), ("WARC-Date", date)]
    if url:
        head.append(("WARC-Target-URI", url))
    if about:
        head.append(("WARC-Concurrent-To", about))
    if payload is not None:
        head.append(("WARC-Payload-Digest", digest(payload)))
    if kind == "warcinfo":
        head.append(("WARC-Filename", TARGET.name))
    head += [
        ("WARC-Block-Digest", digest(block)),
        ("Content-Type", content_type),
        ("Content-Length", str(len(block))),
    ]
    lines = "WARC/1.1\r\n" + "".join(f"{k}: {v}\r\n" for k, v in head) + "\r\n"
    return member(lines.encode() + block + b"\r\n\r\n")


def record_id(name: str) -> str:
    return f"<urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, 'onrecord-demo/' + name)}>"


def build() -> bytes:
    out = [
        record(
            "warcinfo",
            "2024-11-18T09:14:00Z",
            "application/warc-fields",
            b"software: make_warc.py\r\nformat: WARC File Format 1.1\r\ndescription: demo capture, pages are fiction\r\n",
            name="warcinfo",
        )
    ]
    for url, file, content_type, date, modified in CAPTURES:
        host, _, path = url.removeprefix("https://").partition("/")
        request = f"GET /{path} HTTP/1.1\r\nHost: {host}\r\nUser-Agent: demo-crawler/1.0\r\nAccept: */*\r\n\r\n".encode()
        body = (HERE / "warc_src" / file).read_bytes()
        http = f"HTTP/1.1 200 OK\r\nServer: demo\r\nContent-Type: {content_type}\r\nContent-Length: {len(body)}\r\n"
        if modified:
            http += f"Last-Modified: {modified}\r\n"
        response = http.encode() + b"\r\n" + body
        out.append(
            record(
                "request",
                date,
                "application/http; msgtype=request",
                request,
                name="request " + url,
                url=url,
                about=record_id("response " + url),
            )
        )
        out.append(
            record(
                "response",
                date,
                "application/http; msgtype=response",
                response,
                name="response " + url,
                url=url,
                payload=body,
            )
        )
    url, _, _, date, _ = CAPTURES[0]
    out.append(
        record(
            "metadata",
            date,
            "application/warc-fields",
            b"fetchTimeMs: 311\r\nvia: https://portandfreight.example/\r\n",
            name="metadata " + url,
            url=url,
            about=record_id("response " + url),
        )
    )
    return b"".join(out)


def main() -> int:
    data = build()
    if "--check" in sys.argv[1:]:
        same = TARGET.exists() and TARGET.read_bytes() == data
        print("same" if same else f"{TARGET} differs from what warc_src gives")
        return 0 if same else 1
    TARGET.write_bytes(data)
    print(f"{TARGET.name}: {len(data)} bytes, sha256 {hashlib.sha256(data).hexdigest()}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
