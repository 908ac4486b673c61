"""Chunks of documents to workers and outcomes back, whatever the workers are.

Each worker has one chunk at a time and gets its next before its outcomes are handed on, so
that it works while they are stored; what is in memory is at most two chunks a worker. When a
worker dies, or does not answer in time, the documents of its chunk are tried again one by one:
those that kill again become problems, and the others go through.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from typing import Protocol, TypeVar

from onrecord.engine.outcome import Outcome, failed
from onrecord.model import RawDocument

Chunk = tuple[RawDocument, ...]

# A chunk is what is parsed as one batch. Sixteen articles fill the parser's batches; more
# would only make a dead worker cost more. The second bound is for giant files.
CHUNK_DOCUMENTS = 16
CHUNK_BYTES = 4_000_000

# The slowest articles take seconds. What takes this long will never end.
PATIENCE_SECONDS = 300.0


class WorkerDiedError(Exception):
    """The worker is gone, or hangs; the message says how."""


class Worker(Protocol):
    """One process, or actor, somewhere."""

    def send(self, chunk: Chunk) -> None:
        """Give it work. That it is dead is for `receive` to say."""

    def receive(self) -> list[Outcome]:
        """The outcomes of the chunk. Raises `WorkerDiedError` when there will be none, and
        `OnrecordError` for what would stop every other worker too."""

    def stop(self) -> None:
        """End it, whatever it does."""


W = TypeVar("W", bound=Worker)


def run(
    documents: Iterable[RawDocument],
    start: Callable[[], W],
    wait: Callable[[Sequence[W], float], Sequence[W]],
    jobs: int,
    patience: float = PATIENCE_SECONDS,
) -> Generator[tuple[RawDocument, Outcome], None, None]:
    """Run `documents` through `jobs` workers.

    `start` makes a worker; `wait(workers, seconds)` gives those that have answered or died, none
    when the time is over. `patience` is how many seconds a chunk may take.
    """
    fresh = chunks(documents)
    suspects: deque[Chunk] = deque()
    busy: dict[W, tuple[Chunk, float]] = {}
    idle: list[W] = []

    def employ() -> bool:
        chunk = suspects.popleft() if suspects else next(fresh, None)
        if chunk is None:
            return False
        worker = idle.pop() if idle else start()
        busy[worker] = (chunk, time.monotonic() + patience)
        worker.send(chunk)
        return True

    try:
        while True:
            while len(busy) < jobs and employ():
                pass
            if not busy:
                return
            first = min(deadline for _, deadline in busy.values())
            answered = wait(list(busy), max(0.0, first - time.monotonic()))
            overdue = [w for w, (_, deadline) in busy.items() if deadline <= time.monotonic()]
            for worker in answered or overdue:
                chunk, _ = busy.pop(worker)
                try:
                    if worker not in answered:
                        raise WorkerDiedError(f"did not end within {patience:.0f} seconds")
                    outcomes = worker.receive()
                    idle.append(worker)
                except WorkerDiedError as death:
                    worker.stop()
                    if len(chunk) > 1:
                        suspects.extend((document,) for document in chunk)
                        continue
                    outcomes = [failed(chunk[0], f"the process that read it {death}")]
                except BaseException:
                    worker.stop()
                    raise
                employ()
                yield from zip(chunk, outcomes, strict=True)
    finally:
        for worker in [*busy, *idle]:
            worker.stop()


def chunks(documents: Iterable[RawDocument]) -> Iterator[Chunk]:
    """Documents in order, bounded in number and bytes."""
    chunk: list[RawDocument] = []
    size = 0
    for document in documents:
        if chunk and size + len(document.data) > CHUNK_BYTES:
            yield tuple(chunk)
            chunk, size = [], 0
        chunk.append(document)
        size += len(document.data)
        if len(chunk) == CHUNK_DOCUMENTS:
            yield tuple(chunk)
            chunk, size = [], 0
    if chunk:
        yield tuple(chunk)
