"""What comes of one document, and the shape of the work that makes it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import msgspec

from onrecord.model import Article, Problem, RawDocument, Reading


class Outcome(msgspec.Struct, frozen=True):
    """Either an article with its reading, or the problems that left none.

    `parses` are the passages parsed for it that the record did not have: passage key to packed
    `Parse`. `problems` beside an article are the article's own.
    """

    article: Article | None = None
    reading: Reading | None = None
    parses: dict[str, bytes] = {}
    problems: tuple[Problem, ...] = ()


# One outcome for each document, in order. Whatever it raises fails the chunk.
Work = Callable[[Sequence[RawDocument]], list[Outcome]]

# Called once in each worker; must be picklable.
Factory = Callable[[], Work]


def failed(document: RawDocument, reason: str) -> Outcome:
    """The outcome of a document that reading stumbled over."""
    problem = Problem(document.path, document.key, "failed", reason)
    return Outcome(problems=(problem,))


def describe(error: BaseException) -> str:
    """The exception with where it was raised, in one line."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    where = ""
    if trace is not None:
        name = trace.tb_frame.f_globals.get("__name__", "?")
        where = f" (in {name}, line {trace.tb_lineno})"
    message = " ".join(str(error).split())
    return (
        f"{type(error).__name__}: {message}{where}" if message else f"{type(error).__name__}{where}"
    )
