"""Ids made of what they identify: the same members give the same id in any run and any record."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable


def content_id(kind: str, members: Iterable[str]) -> str:
    """16 hex digits over `kind` and `members` in the order given (sort what has no order)."""
    data = "\x1f".join((kind, *members)).encode()
    return hashlib.blake2b(data, digest_size=8).hexdigest()
