"""Reading on this machine: in this process, or in several."""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import signal
from collections.abc import Generator, Iterable, Sequence
from multiprocessing.connection import Connection, wait
from typing import TYPE_CHECKING

from onrecord.engine import messages, schedule
from onrecord.engine.outcome import Factory, Outcome
from onrecord.engine.schedule import PATIENCE_SECONDS, Chunk, WorkerDiedError, chunks
from onrecord.errors import OnrecordError
from onrecord.model import RawDocument

if TYPE_CHECKING:
    from multiprocessing.synchronize import Event

_STOPPING_SECONDS = 5.0

# Not 'fork': a child of a process with threads (a progress bar is one) may never wake up.
_context = multiprocessing.get_context("spawn")


def run(
    documents: Iterable[RawDocument],
    factory: Factory,
    jobs: int = 1,
    patience: float = PATIENCE_SECONDS,
) -> Generator[tuple[RawDocument, Outcome], None, None]:
    """Every document with its outcome, as they come.

    `jobs` is the number of processes, 0 for one for each processor this process may use.
    With one job the work is done in this process, and nothing guards it against what kills the
    process. With more, `factory` must be picklable, and a script that calls this guards itself
    with `if __name__ == "__main__"`, as everywhere with `multiprocessing`. Raises
    `OnrecordError` when the work cannot be done at all.
    """
    jobs = jobs or _processors()
    if jobs == 1:
        yield from _here(documents, factory)
    else:
        yield from schedule.run(documents, lambda: _Process(factory), _answered, jobs, patience)


def _processors() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _here(
    documents: Iterable[RawDocument], factory: Factory
) -> Generator[tuple[RawDocument, Outcome], None, None]:
    work = factory()
    for chunk in chunks(documents):
        yield from zip(chunk, messages.attempt(work, chunk), strict=True)


class _Process:
    """A worker process and the pipe to it."""

    def __init__(self, factory: Factory) -> None:
        self.connection, theirs = _context.Pipe()
        self.started = _context.Event()
        self.process = _context.Process(
            target=_serve, args=(theirs, factory, self.started), daemon=True
        )
        self.process.start()
        # Our copy of their end; as long as it is open, their death would go unnoticed.
        theirs.close()

    def send(self, chunk: Chunk) -> None:
        with contextlib.suppress(BrokenPipeError, ConnectionResetError):
            self.connection.send_bytes(messages.ask(chunk))

    def receive(self) -> list[Outcome]:
        try:
            answer = self.connection.recv_bytes()
        except (EOFError, ConnectionResetError) as error:
            self.process.join(_STOPPING_SECONDS)
            how = _death(self.process.exitcode)
            if not self.started.is_set():
                raise OnrecordError(
                    f"a worker process {how} before it could begin; a script that reads with "
                    "several jobs needs `if __name__ == '__main__':`, or try one job"
                ) from error
            raise WorkerDiedError(how) from error
        return messages.outcomes(answer)

    def stop(self) -> None:
        self.connection.close()
        self.process.terminate()
        self.process.join(_STOPPING_SECONDS)
        if self.process.is_alive():
            self.process.kill()
            self.process.join()
        self.process.close()


def _answered(workers: Sequence[_Process], seconds: float) -> list[_Process]:
    # The pipe of a dead process is at its end, which counts as ready.
    ready = wait([worker.connection for worker in workers], seconds)
    return [worker for worker in workers if worker.connection in ready]


def _death(exit_code: int | None) -> str:
    if exit_code is None or exit_code >= 0:
        return f"ended with status {exit_code}"
    try:
        name = signal.Signals(-exit_code).name
    except ValueError:
        name = str(-exit_code)
    hint = ", perhaps for want of memory" if name == "SIGKILL" else ""
    return f"was killed by {name}{hint}"


def _serve(connection: Connection, factory: Factory, started: Event) -> None:
    # Ctrl-C goes to the whole group; it is for the main process to end its workers.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    work = factory()
    started.set()
    # The main process is gone when its end of the pipe is.
    with contextlib.suppress(EOFError, BrokenPipeError, ConnectionResetError):
        while True:
            connection.send_bytes(messages.answer(work, connection.recv_bytes()))
