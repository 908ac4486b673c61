"""Where reading runs: raw documents in, outcomes out, as they come.

`run` of `onrecord.engine.local` (this machine's processes) and of `onrecord.engine.ray` (a
cluster) keep one contract: what is in flight is bounded, so memory is flat in the number of
documents; a worker that dies costs the document that killed it, which becomes a problem, and
no other. The order of outcomes is not kept.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable, Generator, Iterable

from onrecord.engine.outcome import Factory, Outcome, Work
from onrecord.engine.work import ReadingWork
from onrecord.errors import OnrecordError
from onrecord.model import RawDocument

ENGINES = ("local", "ray")

Run = Callable[
    [Iterable[RawDocument], Factory, int], Generator[tuple[RawDocument, Outcome], None, None]
]


def engine(name: str) -> Run:
    """`run` of the engine called `name`. Raises `OnrecordError` when there is none."""
    if name not in ENGINES:
        raise OnrecordError(f"there is no engine '{name}'; there are: {', '.join(ENGINES)}")
    run: Run = importlib.import_module(f"onrecord.engine.{name}").run
    return run


__all__ = ["ENGINES", "Factory", "Outcome", "ReadingWork", "Run", "Work", "engine"]
