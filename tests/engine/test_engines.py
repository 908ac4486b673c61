"""One suite over the engines: they keep one contract."""

from __future__ import annotations

import importlib.util
import warnings
from collections.abc import Iterator, Sequence

import pytest

from engine import works
from onrecord import OnrecordError
from onrecord.engine import Outcome, engine, local, schedule
from onrecord.engine.schedule import CHUNK_BYTES, CHUNK_DOCUMENTS, chunks
from onrecord.model import RawDocument

ENGINES = [
    pytest.param("local", 1, id="here"),
    pytest.param("local", 2, id="processes"),
    pytest.param("ray", 5, id="ray"),
]
GUARDED = ENGINES[1:]


@pytest.fixture(scope="module")
def ray_cluster() -> Iterator[None]:
    if importlib.util.find_spec("ray") is None:
        pytest.skip("ray is not installed")
    with warnings.catch_warnings():
        # Ray's own, at import and start.
        warnings.simplefilter("ignore")
        import ray

        ray.init(num_cpus=2, log_to_driver=False, include_dashboard=False, configure_logging=False)
        ray.cloudpickle.register_pickle_by_value(works)
    yield
    ray.shutdown()


def answers(
    name: str, jobs: int, documents: list[RawDocument], request: pytest.FixtureRequest
) -> dict[str, tuple[str, str]]:
    """Key → kind and detail of the problem that each document became."""
    if name == "ray":
        request.getfixturevalue("ray_cluster")
    found = {}
    for document, outcome in engine(name)(documents, works.Obeying(), jobs):
        (problem,) = outcome.problems
        assert problem.key == document.key
        assert document.key not in found
        found[document.key] = (problem.kind, problem.detail)
    return found


@pytest.mark.parametrize(("name", "jobs"), ENGINES)
def test_every_document_gets_its_outcome(
    name: str, jobs: int, request: pytest.FixtureRequest
) -> None:
    documents = works.documents(*(f"berth {number}" for number in range(50)))
    found = answers(name, jobs, documents, request)
    assert found == {d.key: ("empty", d.data.decode()) for d in documents}
    assert answers(name, jobs, [], request) == {}


@pytest.mark.parametrize(("name", "jobs"), ENGINES)
def test_one_that_raises_is_alone_a_problem(
    name: str, jobs: int, request: pytest.FixtureRequest
) -> None:
    found = answers(name, jobs, works.documents("a", "raise", *"bcdef" * 5), request)
    kind, detail = found.pop("p/1")
    assert kind == "failed"
    assert detail.startswith("LookupError: no such berth (in ")
    assert {kind for kind, _ in found.values()} == {"empty"}


@pytest.mark.parametrize(("name", "jobs"), GUARDED)
def test_one_that_kills_its_worker_is_alone_a_problem(
    name: str, jobs: int, request: pytest.FixtureRequest
) -> None:
    found = answers(name, jobs, works.documents("a", "b", "die", "c", *"defg" * 5), request)
    kind, detail = found.pop("p/2")
    assert kind == "failed"
    assert "the process that read it" in detail
    assert {kind for kind, _ in found.values()} == {"empty"}
    assert len(found) == 23


@pytest.mark.parametrize(("name", "jobs"), ENGINES)
def test_what_would_stop_every_worker_stops_the_run(
    name: str, jobs: int, request: pytest.FixtureRequest
) -> None:
    with pytest.raises(OnrecordError, match="there is no parser"):
        answers(name, jobs, works.documents("a", "stop"), request)


def test_the_death_is_named() -> None:
    ((_, outcome),) = local.run(works.documents("die"), works.Obeying(), 2)
    assert "SIGKILL" in outcome.problems[0].detail


class Lively:
    """A worker without a process, that hangs when a document says so."""

    def __init__(self) -> None:
        self.chunk: schedule.Chunk = ()
        self.stopped = False

    def send(self, chunk: schedule.Chunk) -> None:
        assert not self.stopped
        self.chunk = chunk

    def hangs(self) -> bool:
        return any(document.data == b"hang" for document in self.chunk)

    def receive(self) -> list[Outcome]:
        return works.obey(self.chunk)

    def stop(self) -> None:
        self.stopped = True


def test_one_that_hangs_is_given_up() -> None:
    workers: list[Lively] = []

    def start() -> Lively:
        workers.append(Lively())
        return workers[-1]

    def wait(busy: Sequence[Lively], seconds: float) -> list[Lively]:
        assert seconds == 0
        return [worker for worker in busy if not worker.hangs()]

    documents = works.documents(*["a"] * 20, "hang", *"bcd")
    running = schedule.run(documents, start, wait, 2, patience=0.0)
    found = {document.key: outcome.problems[0] for document, outcome in running}
    assert len(found) == 24
    assert [key for key, problem in found.items() if problem.kind == "failed"] == ["p/20"]
    assert found["p/20"].detail == "the process that read it did not end within 0 seconds"
    assert all(worker.stopped for worker in workers)


def test_a_worker_that_cannot_begin() -> None:
    with pytest.raises(OnrecordError, match="before it could begin"):
        list(local.run(works.documents("a"), works.Stillborn(), 2))


def test_no_more_is_taken_than_is_worked_on() -> None:
    taken = 0

    def endless() -> Iterator[RawDocument]:
        nonlocal taken
        for document in works.documents(*["a"] * 100_000):
            taken += 1
            yield document

    running = local.run(endless(), works.Obeying(), 2)
    for _ in range(CHUNK_DOCUMENTS):
        next(running)
    assert taken <= 5 * CHUNK_DOCUMENTS
    running.close()


def test_chunks_are_bounded_in_number_and_bytes() -> None:
    small = works.documents(*["a"] * (CHUNK_DOCUMENTS + 1))
    assert [len(chunk) for chunk in chunks(small)] == [CHUNK_DOCUMENTS, 1]
    large = works.documents("a", "b" * CHUNK_BYTES, "c", "d")
    assert [len(chunk) for chunk in chunks(large)] == [1, 1, 2]


def test_an_engine_that_is_not_there(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(OnrecordError, match="there are: local, ray"):
        engine("steam")
    monkeypatch.setitem(__import__("sys").modules, "ray", None)
    with pytest.raises(OnrecordError, match=r"onrecord\[ray\]"):
        list(engine("ray")([], works.Obeying(), 1))
