from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest
from benchmarks.common import DataAbsentError, Figure

from benchmarks import __main__ as command
from benchmarks import floors

MEASURED = [Figure("demo.a", 0.5, "5 of 10"), Figure("demo.b", 0.9)]


@pytest.fixture(autouse=True)
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Floors of the moment, and one benchmark that measures `MEASURED`."""
    file = tmp_path / "floors.json"
    floors.save({"demo.a": 0.4, "demo.b": 0.95}, file)

    def measure(data: Path, options: object) -> Iterator[Figure]:
        yield from MEASURED

    monkeypatch.setattr(command, "BENCHMARKS", {"demo": ""})
    monkeypatch.setattr(command, "_module", lambda _: SimpleNamespace(measure=measure))
    monkeypatch.setattr(floors.load, "__defaults__", (file,))
    monkeypatch.setattr(floors.save, "__defaults__", (file,))
    return file


def test_a_figure_under_its_floor_fails(capsys: pytest.CaptureFixture[str]) -> None:
    assert command.main([]) == 1
    out = capsys.readouterr().out
    assert "UNDER" in out
    assert out.endswith("under the floor: demo.b\n")


def test_raising_never_lowers(path: Path) -> None:
    assert command.main(["--raise"]) == 1
    assert floors.load(path) == {"demo.a": 0.5, "demo.b": 0.95}


def test_lowering_is_by_name(path: Path) -> None:
    assert command.main(["demo", "--lower-floor", "demo.b"]) == 0
    assert floors.load(path) == {"demo.a": 0.4, "demo.b": 0.9}
    assert command.main(["--lower-floor", "demo.unknown"]) == 1


def test_without_its_data_a_benchmark_is_skipped(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def measure(data: Path, options: object) -> Iterator[Figure]:
        raise DataAbsentError("there is no such folder")
        yield

    module = SimpleNamespace(measure=measure)
    monkeypatch.setattr(command, "_module", lambda _: module)
    assert command.main([]) == 0
    assert "demo: skipped: there is no such folder" in capsys.readouterr().out
