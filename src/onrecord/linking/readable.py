"""What linking reads of a record."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from onrecord.model import Article, Reading, Statement


class Readable(Protocol):
    """What is followed of a record."""

    def reading_versions(self) -> Iterator[tuple[str, str]]:
        """The id of every article that was read, and the version that its reading is of."""

    def article(self, article_id: str) -> Article | None: ...

    def reading(self, article_id: str) -> Reading | None: ...

    def statements(self, *, article: str) -> Iterator[Statement]:
        """Those of one article, in their order there."""
