"""The whole run: find, skip what is known, read, store in batches, link.

A run may be killed at any moment. What was stored by then stays, whole articles only, and the
next run does the rest; the record then holds what an undisturbed run would have put there.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing
from pathlib import Path
from typing import Literal

import msgspec

from onrecord import intake
from onrecord.engine import Outcome, ReadingWork, engine
from onrecord.errors import OnrecordError
from onrecord.model import Problem, RawDocument
from onrecord.record import Record

# A commit costs about as much as storing one article; a killed run loses at most a batch.
_BATCH_ITEMS = 64
_BATCH_SECONDS = 5.0


class Progress(msgspec.Struct, frozen=True):
    """How far a run is: documents found, articles newly read, documents that were known, problems."""

    stage: Literal["reading", "linking"]
    found: int
    read: int
    known: int
    problems: int


class Summary(msgspec.Struct, frozen=True):
    """What a run did.

    `read`: articles read now; `known`: documents whose article was in the record, or came
    twice; `problems`: those of the documents of this run, old or new; `seconds`: wall clock.
    """

    read: int
    known: int
    problems: int
    seconds: float


def run(
    paths: Iterable[str | Path],
    into: str | Path,
    *,
    jobs: int = 1,
    engine_name: str = "local",
    columns: Mapping[str, str] | None = None,
    progress: Callable[[Progress], None] | None = None,
) -> Summary:
    """Read every document under `paths` into the record at `into`, which is made if need be.

    `columns` names the columns of tables (see `intake.find`).
    `jobs` is how many processes read, 0 for one for each processor; `progress` is called in this
    process, often. Raises `OnrecordError` when the record cannot
    be opened or written, or the engine cannot start; a document that cannot be read raises
    nothing and becomes a problem.
    """
    if jobs < 0:
        raise OnrecordError(f"jobs must be 1 or more, or 0 for all processors; not {jobs}")
    started = time.monotonic()
    run_documents = engine(engine_name)
    with Record.open(into, create=True) as record:
        work = _Work(record, progress or (lambda _: None))
        documents = work.unknown(intake.find(paths, columns=columns))
        reading = ReadingWork(record.path.resolve())
        try:
            with closing(run_documents(documents, reading, jobs)) as outcomes:
                for raw, outcome in outcomes:
                    work.take(raw, outcome)
        finally:
            # Also when interrupted: what was read is kept.
            work.flush()
        work.sweep()
        _link(record, work)
        return Summary(work.read, work.known, work.problems, time.monotonic() - started)


def _link(record: Record, work: _Work) -> None:
    from onrecord import linking

    if record.linked_is_stale(linking.LINKING_VERSION):
        work.report("linking")
        linking.link(record, linking.beside(record.path.resolve()))


def relink(record: Record) -> None:
    """Link anew what is read, if readings or judgements changed since it was linked."""
    from onrecord import linking

    if record.linked_is_stale(linking.LINKING_VERSION):
        linking.link(record, linking.beside(record.path.resolve()))


class _Work:
    """What a run has in hand: the batch that is not stored yet, and its counts."""

    def __init__(self, record: Record, progress: Callable[[Progress], None]) -> None:
        self.record = record
        self.version = reading_version()
        self.found = self.read = self.known = self.problems = 0
        self._progress = progress
        self._own = _files_of(record.path)
        # Articles on their way, with the other places they were found at meanwhile.
        self._flying: dict[str, list[RawDocument]] = {}
        self._batch: list[tuple[RawDocument, Outcome]] = []
        self._inputs: list[tuple[str, RawDocument]] = []
        self._problems: list[Problem] = []
        self._flushed = time.monotonic()
        # Problems of earlier runs, by path, until this run meets them again.
        self._stale: dict[str, set[tuple[str, str]]] = {}
        self._visited: set[str] = set()
        for problem in record.problems():
            if problem.article is None:
                self._stale.setdefault(problem.path, set()).add((problem.key, problem.kind))

    def unknown(self, found: Iterable[RawDocument | Problem]) -> Iterator[RawDocument]:
        """Those of the documents that have to be read."""
        for item in found:
            if os.path.realpath(item.path) in self._own:
                continue
            if item.path in self._stale:
                self._visited.add(item.path)
            if isinstance(item, Problem):
                self._problem(item)
            else:
                self.found += 1
                if self._is_unknown(item):
                    yield item
            self.report()
            self._flush_in_time()

    def take(self, raw: RawDocument, outcome: Outcome) -> None:
        """Put an outcome into the batch."""
        self._batch.append((raw, outcome))
        if outcome.article is not None:
            self.read += 1
        self.report()
        self._flush_in_time()

    def flush(self) -> None:
        """Store the batch, as one transaction."""
        with self.record.transaction():
            for raw, outcome in self._batch:
                self._store(raw, outcome)
            for article, raw in self._inputs:
                self.record.store_input(article, raw)
            for problem in self._problems:
                self.record.store_problem(problem)
        for raw, _ in self._batch:
            self._flying.pop(intake.article_id(raw), None)
        self._batch.clear()
        self._inputs.clear()
        self._problems.clear()
        self._flushed = time.monotonic()

    def sweep(self) -> None:
        """Forget the problems of earlier runs that this one visited and did not meet."""
        with self.record.transaction():
            for path in sorted(self._visited):
                for key, kind in sorted(self._stale[path]):
                    self.record.clear_problem(key, kind)

    def report(self, stage: Literal["reading", "linking"] = "reading") -> None:
        self._progress(Progress(stage, self.found, self.read, self.known, self.problems))

    def _is_unknown(self, raw: RawDocument) -> bool:
        article = intake.article_id(raw)
        if article in self._flying:
            self._flying[article].append(raw)
            self.known += 1
            return False
        if self.record.has(article, self.version):
            self._inputs.append((article, raw))
            self.known += 1
            self.problems += self.record.problems_of(article)
            return False
        self._flying[article] = []
        return True

    def _store(self, raw: RawDocument, outcome: Outcome) -> None:
        twins = self._flying.get(intake.article_id(raw), [])
        if outcome.article is None or outcome.reading is None:
            for place in (raw, *twins):
                for problem in outcome.problems:
                    self._problem(msgspec.structs.replace(problem, path=place.path, key=place.key))
            return
        self.problems += len(outcome.problems) * (1 + len(twins))
        self.record.store(
            raw, outcome.article, outcome.reading, outcome.parses, self.version, outcome.problems
        )
        for twin in twins:
            self.record.store_input(outcome.article.id, twin)

    def _problem(self, problem: Problem) -> None:
        self.problems += 1
        self._problems.append(problem)
        self._stale.get(problem.path, set()).discard((problem.key, problem.kind))

    def _flush_in_time(self) -> None:
        waiting = len(self._batch) + len(self._inputs) + len(self._problems)
        if waiting >= _BATCH_ITEMS or (
            waiting and time.monotonic() - self._flushed > _BATCH_SECONDS
        ):
            self.flush()


def reading_version() -> str:
    """What readings are stored under; a change of it means that articles are read again."""
    from onrecord.intake import INTAKE_VERSION
    from onrecord.reading import READING_VERSION

    # Better cleaning reads articles anew as better reading does.
    return f"{READING_VERSION} intake/{INTAKE_VERSION}"


def _files_of(record: Path) -> set[str]:
    """The record's own files and linking's, which may lie among what is read."""
    from onrecord.linking import beside

    path = os.path.realpath(record)
    return {
        f"{file}{suffix}"
        for file in (path, os.fspath(beside(Path(path))))
        for suffix in ("", "-wal", "-shm", "-journal")
    }
