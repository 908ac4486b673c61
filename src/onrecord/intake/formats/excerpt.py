"""One article within an export of many."""

from __future__ import annotations

import msgspec


class Excerpt(msgspec.Struct, frozen=True):
    """`lines` are all of the article's, what the database printed about it included; `body` are the
    indices of those that are its paragraphs. `given` is what the lines state, as in
    `RawDocument`, empty values included; `member` the database's own number for the article."""

    lines: tuple[str, ...]
    body: frozenset[int]
    given: dict[str, str]
    member: str = ""
