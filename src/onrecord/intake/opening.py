"""From one file to its documents: what it is, and through its containers, however they nest."""

from __future__ import annotations

import lzma
import struct
import tarfile
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from typing import BinaryIO

import msgspec

from onrecord.intake import compressed
from onrecord.intake.formats import (
    archive,
    docx,
    exports,
    feed,
    gkg,
    jsonl,
    mhtml,
    newsml,
    pdf,
    rtf,
    table,
    warc,
)
from onrecord.intake.limits import (
    DEEPEST,
    LARGEST_BUNDLE,
    LARGEST_FILE,
    Budget,
    head_of,
    metered,
    rejoined,
    rewound,
)
from onrecord.intake.pointers import Pointer
from onrecord.intake.sniff import SAMPLE, Content, content_of
from onrecord.model import Problem, RawDocument

Found = RawDocument | Problem | Pointer

_NOT_TEXT = {
    "binary": "the content is binary, not a page or a text; convert it to HTML or plain text first",
    "xml": "the content is XML, but no feed, NewsML-G2 or NITF; save the pages themselves",
}
#: What may hold rows that point at texts elsewhere.
_LISTS = frozenset(("table", "gkg", "feed", "json"))
_CONTAINERS = frozenset(("zip", "tar", "compressed"))
# What the readers of archives raise for damaged, encrypted or unknown ones.
_BROKEN = (
    OSError,
    EOFError,
    RuntimeError,
    ValueError,
    KeyError,
    struct.error,
    zlib.error,
    lzma.LZMAError,
    zipfile.BadZipFile,
    tarfile.TarError,
)


class Wanted(msgspec.Struct, frozen=True):
    """What the caller asks for. `columns` names the columns of tables and the fields of rows, by
    what they hold; with `lists` only the rows come that point at texts elsewhere."""

    columns: Mapping[str, str] = {}
    lists: bool = False


def opened(
    stream: BinaryIO, name: str, budget: Budget, wanted: Wanted, depth: int = 0
) -> Iterator[Found]:
    """The documents in `stream`, keyed `name` or `name#member`; what can't be read is a Problem.

    Raises `OSError` for the stream itself, and `OverflowingError` when an archive in it expands
    beyond the budget.
    """
    head = head_of(stream, SAMPLE, _BROKEN)
    content = content_of(head, tuple(wanted.columns.values()))
    listed = content == "jsonl" and jsonl.is_list(head, wanted.columns)
    if wanted.lists and not listed and content not in _LISTS and content not in _CONTAINERS:
        return
    if content in _CONTAINERS and depth >= DEEPEST:
        yield _problem(
            name, "too_large", f"archives nested more than {DEEPEST} deep; unpack it by hand"
        )
    elif content == "empty" and len(head) < SAMPLE and not stream.read(1):
        yield _problem(name, "empty", "the file has no content")
    elif content in _NOT_TEXT:
        yield _problem(name, "not_text", _NOT_TEXT[content])
    elif content in _CONTAINERS:
        yield from _container(content, stream, head, name, budget, wanted, depth)
    elif content == "jsonl":
        rows = rejoined(stream, head)
        yield from jsonl.documents(rows, name, LARGEST_FILE, wanted.columns, late=not listed)
    elif content == "gkg":
        yield from gkg.rows(rejoined(stream, head), name)
    elif content in ("warc", "table"):
        with rewound(stream, head) as seekable:
            if content == "warc":
                yield from warc.documents(seekable, name, LARGEST_FILE)
            else:
                yield from table.documents(seekable, name, wanted.columns)
    else:
        most = LARGEST_FILE if content in ("html", "text", "rtf", "empty") else LARGEST_BUNDLE
        data = head + stream.read(most + 1 - len(head))
        if len(data) > most:
            yield _problem(
                name, "too_large", f"over {most:,} bytes, which no article is; split the file"
            )
        else:
            yield from _file(content, data, name, wanted)


def _file(content: Content, data: bytes, name: str, wanted: Wanted) -> Iterator[Found]:
    if content == "json":
        yield from jsonl.whole(data, name, wanted.columns)
    elif content == "feed":
        yield from feed.documents(data, name)
    elif content == "newsml":
        yield from newsml.documents(data, name)
    elif content == "mhtml":
        yield mhtml.document(data, name)
    elif content == "pdf":
        yield RawDocument(name, name, data, pdf.MEDIA_TYPE)
    elif content == "rtf":
        yield from exports.documents(rtf.lines(data), name)
    elif content == "html":
        yield from exports.page(data, name)
    else:
        yield from exports.text(data, name)


def _container(
    content: Content,
    stream: BinaryIO,
    head: bytes,
    name: str,
    budget: Budget,
    wanted: Wanted,
    depth: int,
) -> Iterator[Found]:
    try:
        if content == "compressed":
            with compressed.reader(rejoined(stream, head), head) as inner:
                yield from opened(metered(inner, budget), name, budget, wanted, depth + 1)
        elif content == "tar":
            members = archive.tar_members(rejoined(stream, head))
            yield from _members(members, name, budget, wanted, depth)
        else:
            with rewound(stream, head) as seekable, zipfile.ZipFile(seekable) as bundle:
                if docx.is_office(bundle):
                    if not wanted.lists:
                        yield from _office(bundle, name, budget)
                    return
                members = archive.zip_members(bundle)
                yield from _members(members, name, budget, wanted, depth)
    except _BROKEN as error:
        yield _problem(
            name,
            "truncated",
            f"the archive is damaged, encrypted or cut short ({_reason(error)}); "
            "what came before was read",
        )


def _members(
    members: Iterator[archive.Member | archive.Refused],
    name: str,
    budget: Budget,
    wanted: Wanted,
    depth: int,
) -> Iterator[Found]:
    for member in members:
        key = f"{name}#{member.name}"
        if isinstance(member, archive.Refused):
            yield _problem(key, "unreadable", member.why)
            continue
        try:
            with member.open() as inner:
                stream = metered(inner, budget, seekable=member.seekable)
                yield from opened(stream, key, budget, wanted, depth + 1)
        except _BROKEN as error:
            yield _problem(
                key, "unreadable", f"the member is damaged or encrypted ({_reason(error)})"
            )


def _office(bundle: zipfile.ZipFile, name: str, budget: Budget) -> Iterator[Found]:
    found = docx.lines(bundle, budget)
    if isinstance(found, str):
        yield _problem(name, "not_text", found)
    else:
        yield from exports.documents(found, name)


def _reason(error: Exception) -> str:
    return (str(error) or type(error).__name__)[:80]


def _problem(name: str, kind: str, detail: str) -> Problem:
    return Problem(name, name, kind, detail)
