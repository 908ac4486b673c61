from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import fiction
import onrecord
from onrecord import annotation


@pytest.fixture(autouse=True)
def stand_in(monkeypatch: pytest.MonkeyPatch) -> None:
    fiction.stand_in(lambda place, name, value: monkeypatch.setattr(place, name, value, False))
    monkeypatch.setattr(annotation, "_parser", lambda: fiction.Parser().parse)


def test_annotate_one_text() -> None:
    text = fiction.PARAGRAPHS[0]
    reading = onrecord.annotate(text, published="2031-05-06", title="Dredging", outlet="Lantern")
    (attribution,) = reading.attributions
    assert attribution.source[0].of(text) == attribution.speaker == "Ilse Varga"


@pytest.mark.parametrize("text", ["", " \n", "\n\nNo boats.\n"])
def test_annotate_next_to_nothing(text: str) -> None:
    assert onrecord.annotate(text).attributions == ()


def test_read_and_ask(tmp_path: Path) -> None:
    fiction.write(tmp_path / "town", 4)
    for paths in (tmp_path / "town", str(tmp_path / "town"), [tmp_path / "town"]):
        with onrecord.read(paths, into=tmp_path / "case.record") as record:
            assert isinstance(record, onrecord.Record)
            assert len(list(record.articles())) == 4
            assert {s.attribution.speaker for s in record.statements(speaker="reki")} == {
                "Tomas Reki"
            }
            assert list(record.timeline())
            assert list(record.disputes())


def test_errors_are_one_family(tmp_path: Path) -> None:
    with pytest.raises(onrecord.OnrecordError):
        onrecord.read(tmp_path, into=tmp_path)


def test_there_is_nothing_else() -> None:
    with pytest.raises(AttributeError, match="no attribute 'write'"):
        _ = onrecord.write  # type: ignore[attr-defined]  # that is the point


def test_importing_loads_nothing_heavy() -> None:
    script = "import sys, onrecord; print([m for m in ('spacy', 'msgspec') if m in sys.modules])"
    command = [sys.executable, "-c", script]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
