"""Judging from the command line, on a record that is really linked."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

import fiction
from onrecord import cli
from onrecord.pipeline import relink
from onrecord.record import Record
from record.test_store import fill, keep


def run(*arguments: object) -> int:
    with pytest.raises(SystemExit) as ended:
        cli.main([str(argument) for argument in arguments])
    assert isinstance(ended.value.code, int)
    return ended.value.code


@pytest.fixture
def case(tmp_path: Path) -> Path:
    with Record.open(tmp_path / "case.record", create=True) as record:
        fill(record)
        relink(record)
    return tmp_path / "case.record"


def names(case: Path) -> set[tuple[str, ...]]:
    with Record.open(case) as record:
        return {(i.name, *i.aliases) for i in record.identities()} - {("Port Lindow",)}


def listed(capsys: pytest.CaptureFixture[str]) -> Iterator[list[str]]:
    for line in capsys.readouterr().out.splitlines():
        yield line.split("\t")


def test_judged_shown_withdrawn(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = names(case)
    assert (
        run("judge", case, "same", "Ilse Varga", "Tomas Reki", "--by", "Mo", "--note", "wed") == 0
    )
    identifier = capsys.readouterr().out.strip()
    assert len(names(case)) == len(before) - 1
    assert run("judgements", case) == 0
    [[shown, at, by, *rest]] = listed(capsys)
    assert (shown, by, rest) == (identifier, "Mo", ["same", "Ilse Varga", "Tomas Reki", "wed"])
    assert run("judgements", case, "--withdraw", identifier, "--by", "Jo", "--json") == 0
    row = json.loads(capsys.readouterr().out)
    assert (row["id"], row["withdrawn_by"], row["heeded"]) == (identifier, "Jo", False)
    assert at == row["at"][:19]
    assert names(case) == before


def test_a_judgement_holds_when_articles_are_read_and_linked_again(case: Path) -> None:
    assert run("judge", case, "same", "Ilse Varga", "Tomas Reki") == 0
    with Record.open(case) as record:
        for number in range(6):
            keep(record, fiction.document(number), "2")
        relink(record)
        assert sum("Tomas Reki" in (i.name, *i.aliases) for i in record.identities()) == 1
        [one] = [i for i in record.identities() if "Tomas Reki" in (i.name, *i.aliases)]
        assert one.name == "Ilse Varga"
        assert any(": judged the same by " in line for line in one.because)


def test_only_kept_until_the_next_linking(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = names(case)
    assert run("judge", case, "same", "Ilse Varga", "Tomas Reki", "--no-link") == 0
    assert names(case) == before
    capsys.readouterr()
    assert run("judgements", case) == 0
    assert "not as the record is linked now" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (("maybe", "Ilse Varga", "Tomas Reki"), "the verdict is one of same, not-same, unsure"),
        (("same", "Ilse Varga", "Nobody Known"), "nobody in the record is called 'Nobody Known'"),
    ],
)
def test_errors_are_one_line(
    case: Path, arguments: tuple[str, ...], why: str, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    assert run("judge", case, *arguments) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert why in said.err
    assert run("judgements", case, "--withdraw", "none") == 2


def test_a_name_taken_out_in_one_article_comes_back_when_withdrawn(
    case: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Linking keeps its work beside the record; a judgement must leave no trace there."""

    def mentions() -> dict[str, list[tuple[str, int]]]:
        with Record.open(case) as record:
            return {
                i.id: [(m.article, m.span.start) for m in i.mentions] for i in record.identities()
            }

    with Record.open(case) as record:
        [first, *_] = [a for a in record.articles() if "Ilse Varga" in a.text]
    before = mentions()
    capsys.readouterr()
    assert run("judge", case, "not-same", f"{first.key}:Ilse Varga", "Ilse Varga") == 0
    identifier = capsys.readouterr().out.strip()
    with Record.open(case) as record:
        vargas = [i for i in record.identities() if i.name == "Ilse Varga"]
        assert len(vargas) == 2
        assert {first.id} in [{m.article for m in i.mentions} for i in vargas]
    assert run("judge", case, "same", "Ilse Varga", "Tomas Reki") == 2
    assert "several are called 'Ilse Varga'" in capsys.readouterr().err
    assert run("judgements", case, "--withdraw", identifier) == 0
    assert mentions() == before
