"""Whether two strings name the same one, without titles and within reason."""

from __future__ import annotations

import re

_TITLES = re.compile(r"\b(mr|mrs|ms|president|prime|minister|the|spokesman|spokeswoman)\b")
_OTHER = re.compile(r"[^\w\s]|[\d_]")


def folded(name: str | None) -> str:
    """Lower case, without titles and marks."""
    return " ".join(_OTHER.sub("", _TITLES.sub("", (name or "").lower())).split())


def same_name(found: str | None, wanted: str | None) -> bool:
    """One holds the other, or there is neither."""
    a, b = folded(found), folded(wanted)
    return a == b if not a or not b else a in b or b in a
