"""What could not be read, and why."""

from __future__ import annotations

import msgspec


class Problem(msgspec.Struct, frozen=True):
    """A document, or a part of one, that is not (or not wholly) in the record.

    `kind` is one of `empty`, `unreadable`, `vanished`, `not_text`, `no_article`,
    `too_large`, `truncated`, `bad_row`, `language`, `failed`. `detail` says what was wrong
    and what the user could do. `key` is that of the `RawDocument` (or the path alone).
    `article` is set when an article was nevertheless made of what could be read.
    """

    path: str
    key: str
    kind: str
    detail: str
    article: str | None = None
