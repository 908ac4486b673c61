"""Damage of the kinds that files suffer, drawn by hypothesis, and what must hold for any input."""

from __future__ import annotations

import gzip
import io
import random
import zipfile
from pathlib import Path

from hypothesis import strategies as st

from intake.files import FILES, tarred, zipped
from onrecord.intake import find, understand
from onrecord.model import Article, Problem

#: What breaks parsers: ends of things, other formats' marks, numbers too large, wrong charsets.
TOKENS = (
    b"", b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", b"<", b">", b"&", b"]]>", b"<![CDATA[", b"<!--", b"{",
    b"}", b"[", b"]", b'"', b"'", b"\\", b"\\u-10179?", b"\\bin999999999 ", b"\\uc9999", b"\\'zz", b"\t",
    b"\n", b"\r", b",", b";", b"%PDF-1.7", b"PK\x03\x04", b"\x1f\x8b\x08", b"WARC/1.1\r\n",
    b"Content-Length: 99999999999", b"Content-Length: -1", b"charset=utf-7", b"charset=idna",
    b"=?utf-8?B?////?=", b"boundary=", b"99999999999999999999", b"-1", b"null", b"NaN", b"1e999",
    b"<!DOCTYPE x [<!ENTITY a 'b'>]>", b"&a;", b"&#0;", b"&#x110000;", b"</p>", b"<p>" * 50,
    b"endstream", b"endobj", b"/Filter /FlateDecode", b"/Length 0", b"0 0 R", b"obj << /Kids [2 0 R] >>",
    "\u202e\ud7ff\u2028".encode(), b"\xed\xa0\x80", b"\x80\x81", b"2031-13-45", b"\x1b$B", b"~{",
)  # fmt: skip

_EDIT = st.tuples(
    st.sampled_from(("insert", "replace", "flip", "cut", "copy", "truncate")),
    st.floats(0, 1, exclude_max=True),
    st.sampled_from(TOKENS),
    st.integers(1, 400),
)


def edited(data: bytes, edits: list[tuple[str, float, bytes, int]]) -> bytes:
    """`data` with the edits made one after the other; a place is a share of the length."""
    for kind, share, token, length in edits:
        at = int(share * len(data))
        if kind == "insert":
            data = data[:at] + token + data[at:]
        elif kind == "replace":
            data = data[:at] + token + data[at + max(1, len(token)) :]
        elif kind == "flip" and data:
            data = data[:at] + bytes([data[at] ^ (1 << length % 8)]) + data[at + 1 :]
        elif kind == "cut":
            data = data[:at] + data[at + length :]
        elif kind == "copy":
            data = data[:at] + data[at : at + length] * (1 + length % 5) + data[at:]
        elif kind == "truncate":
            data = data[: max(at, 1)]
    return data


def _noise(data: bytes, seed: int) -> bytes:
    """One byte in fifty at random."""
    drawn = random.Random(seed)
    found = bytearray(data)
    for _ in range(len(found) // 50 + 1):
        found[drawn.randrange(len(found))] = drawn.randrange(256)
    return bytes(found)


def inside(data: bytes, edits: list[tuple[str, float, bytes, int]]) -> bytes:
    """The edits made within each member of a zip archive or a gzip file, which stays intact."""
    if data.startswith(b"\x1f\x8b"):
        return gzip.compress(edited(gzip.decompress(data), edits), 1)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    return zipped({name: edited(member, edits) for name, member in members.items()})


@st.composite
def inputs(draw: st.DrawFn, name: str) -> bytes:
    """The file of that name, damaged: by edits, by noise, within its members, or inside an archive."""
    data = FILES[name]
    edits = draw(st.lists(_EDIT, min_size=1, max_size=6))
    way = draw(st.sampled_from(("edits", "edits", "edits", "inside", "noise", "packed")))
    if way == "inside" and data.startswith((b"PK", b"\x1f\x8b")):
        return inside(data, edits)
    if way == "noise":
        return _noise(data, draw(st.integers(0, 2**32)))
    if way == "packed":
        pack = draw(st.sampled_from((zipped, tarred)))
        return pack({"member": edited(data, edits)})
    return edited(data, edits)


def read(data: bytes, folder: Path) -> tuple[int, int]:
    """Read the input as a run does, and count its articles and its problems. Raises for whatever
    must not be: an exception, a block out of place, an anchor that leads elsewhere."""
    path = folder / "input"
    path.write_bytes(data)
    articles = problems = 0
    keys: set[str] = set()
    for item in find([path]):
        found = item if isinstance(item, Problem) else understand(item)
        if isinstance(found, Problem):
            problems += 1
            continue
        articles += 1
        assert item.key not in keys
        keys.add(item.key)
        _is_sound(found)
    return articles, problems


def _is_sound(article: Article) -> None:
    article.text.encode()
    at = 0
    for block in article.blocks:
        assert at <= block.span.start < block.span.end <= len(article.text)
        assert not article.text[at : block.span.start].strip()
        at = block.span.end
    assert not article.text[at:].strip()
    assert article.passages()
    assert sum(anchor.length for anchor in article.anchors) <= len(article.text)
