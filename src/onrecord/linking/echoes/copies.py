"""Which articles are reprints and edits of one another."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from onrecord.linking.union import Sets
from onrecord.model import Echo


def origin_of(articles: Iterable[str], echoes: Iterable[Echo]) -> Callable[[str], str]:
    """What an article's chain of reprints and edits comes down to: the id of one of its articles.

    A shared passage does not make two articles one: only `reprint` and `edited` do. Echoes of articles
    other than `articles` count for nothing.
    """
    known = frozenset(articles)
    sets: Sets[str] = Sets(known)
    for echo in echoes:
        if echo.kind != "passage" and echo.article in known and echo.of_article in known:
            sets.join(echo.article, echo.of_article)
    return sets.find
