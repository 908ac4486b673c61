"""Single files compressed by gzip, bzip2 or xz."""

from __future__ import annotations

import bz2
import gzip
import lzma
import zlib
from typing import IO, BinaryIO, cast

_GZIP, _BZIP2, _XZ = b"\x1f\x8b", b"BZh", b"\xfd7zXZ"


def inflated(head: bytes, most: int) -> bytes | None:
    """The first bytes, `most` or fewer, of what is compressed in a file that begins with `head`:
    `b""` if it is damaged, None if `head` is none of the three formats."""
    try:
        if head.startswith(_GZIP):
            return zlib.decompressobj(31).decompress(head, most)
        if head.startswith(_BZIP2) and head[3:4].isdigit():
            return bz2.BZ2Decompressor().decompress(head, most)
        if head.startswith(_XZ):
            return lzma.LZMADecompressor(memlimit=200_000_000).decompress(head, most)
    except (zlib.error, OSError, lzma.LZMAError, EOFError):
        return b""
    return None


def reader(stream: BinaryIO, head: bytes) -> IO[bytes]:
    """What is compressed in `stream`, which begins with `head` and stands at its beginning."""
    if head.startswith(_GZIP):
        return cast(IO[bytes], gzip.GzipFile(fileobj=stream, mode="rb"))
    if head.startswith(_BZIP2):
        return bz2.BZ2File(stream)
    return lzma.LZMAFile(stream)
