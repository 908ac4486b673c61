"""The name of an article, from its content alone."""

from __future__ import annotations

import hashlib

from onrecord.model import RawDocument


def article_id(raw: RawDocument) -> str:
    """16 hexadecimal digits of a SHA-256 over the raw bytes, what the container stated, and the URL.

    Neither `path` nor `captured` counts: the same page fetched twice, or lying in two folders,
    is one article. Each part is preceded by its length, so that no two inputs run together.
    """
    digest = hashlib.sha256()
    parts = [raw.data, (raw.url or "").encode("utf-8", "surrogatepass")]
    for name, value in sorted(raw.given.items()):
        parts += [name.encode("utf-8", "surrogatepass"), value.encode("utf-8", "surrogatepass")]
    for part in parts:
        digest.update(b"%d:" % len(part))
        digest.update(part)
    return digest.hexdigest()[:16]
