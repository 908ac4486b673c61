"""Reading on a Ray cluster: one actor a job, otherwise as `onrecord.engine.local`.

Needs the extra `onrecord[ray]`. Connects to the cluster that `RAY_ADDRESS` names, or starts
Ray on this machine.
"""

from __future__ import annotations

import importlib
from collections.abc import Generator, Iterable, Sequence
from typing import Any

from onrecord.engine import messages, schedule
from onrecord.engine.outcome import Factory, Outcome, Work
from onrecord.engine.schedule import PATIENCE_SECONDS, Chunk, WorkerDiedError
from onrecord.errors import OnrecordError
from onrecord.model import RawDocument


def run(
    documents: Iterable[RawDocument],
    factory: Factory,
    jobs: int = 1,
    patience: float = PATIENCE_SECONDS,
) -> Generator[tuple[RawDocument, Outcome], None, None]:
    """Every document with its outcome, as they come.

    `jobs` is the number of actors, 0 for one for each processor of the cluster; more than that
    would wait for ever to be placed, so there are never more. Raises `OnrecordError` without Ray.
    """
    ray = _ray()
    if not ray.is_initialized():
        ray.init(log_to_driver=False, include_dashboard=False, configure_logging=False)
    processors = max(1, int(ray.cluster_resources().get("CPU", 1)))
    yield from schedule.run(
        documents,
        lambda: _Actor(ray, factory),
        lambda workers, seconds: _answered(ray, workers, seconds),
        min(jobs or processors, processors),
        patience,
    )


def _ray() -> Any:
    try:
        return importlib.import_module("ray")
    except ImportError as error:
        raise OnrecordError(
            "the Ray engine is not installed; install it with: pip install 'onrecord[ray]'"
        ) from error


class _Reading:
    """What runs in the actor."""

    def __init__(self, factory: Factory) -> None:
        self._work: Work = factory()

    def answer(self, question: bytes) -> bytes:
        return messages.answer(self._work, question)


class _Actor:
    """The handle of an actor, and its answer to come."""

    def __init__(self, ray: Any, factory: Factory) -> None:
        self.ray = ray
        # A restart would run the deadly chunk again; the schedule takes it apart instead.
        self.handle = ray.remote(num_cpus=1, max_restarts=0)(_Reading).remote(factory)
        self.answer: Any = None

    def send(self, chunk: Chunk) -> None:
        self.answer = self.handle.answer.remote(messages.ask(chunk))

    def receive(self) -> list[Outcome]:
        try:
            answer = self.ray.get(self.answer)
        except self.ray.exceptions.RayActorError as death:
            raise WorkerDiedError(f"died ({type(death).__name__})") from death
        return messages.outcomes(answer)

    def stop(self) -> None:
        self.ray.kill(self.handle)


def _answered(ray: Any, workers: Sequence[_Actor], seconds: float) -> list[_Actor]:
    waiting = {worker.answer: worker for worker in workers}
    ready, _ = ray.wait(list(waiting), num_returns=1, timeout=seconds)
    return [waiting[answer] for answer in ready]
