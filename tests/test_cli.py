from __future__ import annotations

import io
import json
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import typer

import fiction
from onrecord import cli, pipeline
from onrecord.record import Record


@pytest.fixture(autouse=True)
def stand_in(monkeypatch: pytest.MonkeyPatch) -> None:
    fiction.stand_in(lambda place, name, value: monkeypatch.setattr(place, name, value, False))
    monkeypatch.setattr("onrecord.annotation._parser", lambda: fiction.Parser().parse)


@pytest.fixture
def case(tmp_path: Path) -> Path:
    fiction.write(tmp_path / "town", 3)
    (tmp_path / "town" / "empty.txt").touch()
    assert run("read", tmp_path / "town", "--into", tmp_path / "case.record", "-j", "1") == 1
    return tmp_path / "case.record"


def run(*arguments: object) -> int:
    with pytest.raises(SystemExit) as ended:
        cli.main([str(argument) for argument in arguments])
    code = ended.value.code
    assert isinstance(code, int)
    return code


def test_read_says_what_it_did(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("read", case.parent / "town", "--into", case, "--jobs", "1") == 1
    said = capsys.readouterr()
    assert "0 read, 3 known already, 1 problem, in " in said.err
    assert f"onrecord problems {case}" in said.err
    assert said.out == ""
    (case.parent / "town" / "empty.txt").unlink()
    assert run("read", case.parent / "town", "--into", case, "--jobs", "1") == 0
    assert "0 read, 3 known already, 0 problems" in capsys.readouterr().err


def test_problems_for_people_and_for_scripts(
    case: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    assert run("problems", case) == 0
    key, kind, detail = capsys.readouterr().out.strip().split("\t")
    assert run("problems", case, "--json") == 0
    row = json.loads(capsys.readouterr().out)
    assert (row["key"], row["kind"], row["detail"]) == (key, kind, detail)
    assert kind == "empty"


def test_export_and_report(case: Path) -> None:
    assert run("export", case, "--format", "jsonl", "-o", case.parent / "out") == 0
    assert (case.parent / "out" / "statements.jsonl").stat().st_size
    assert run("report", case) == 0
    assert "Ilse Varga" in (case.parent / "case.html").read_text(encoding="utf-8")
    assert run("report", case, "-o", case.parent / "page.html", "--title", "Port & Quay") == 0
    assert "Port &amp; Quay" in (case.parent / "page.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("command", ["problems", "report"])
def test_an_error_is_one_line(
    command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(command, tmp_path / "none.record") == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith("onrecord: there is no record at ")
    assert said.err.count("\n") == 1


def test_usage_errors(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("read", tmp_path) == 2
    assert run("boil") == 2
    assert run("read", tmp_path, "--into", tmp_path / "a.record", "--engine", "steam") == 2
    assert "there is no engine 'steam'" in capsys.readouterr().err


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("--version") == 0
    assert capsys.readouterr().out.startswith("onrecord 0.")


def test_an_interruption_says_that_the_record_is_valid(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(pipeline, "run", interrupted)
    assert run("read", tmp_path, "--into", tmp_path / "case.record") == 130
    assert "is valid" in capsys.readouterr().err


@pytest.fixture
def filtered(
    monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]
) -> Callable[[bytes], tuple[int, list[dict[str, object]]]]:
    def through(lines: bytes) -> tuple[int, list[dict[str, object]]]:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(lines)))
        status = run("annotate", "--batch", "2")
        return status, [json.loads(line) for line in capsysbinary.readouterr().out.splitlines()]

    return through


Filter = Callable[[bytes], tuple[int, list[dict[str, object]]]]


def test_annotate_reads_exactly_that_text(filtered: Filter) -> None:
    text = "\n ".join(fiction.PARAGRAPHS)
    lines = [{"id": n, "text": text, "published": "2031-05-06"} for n in ("a", 2, "c")]
    status, rows = filtered("\n\n".join(map(json.dumps, lines)).encode())
    assert status == 0
    assert [row["id"] for row in rows] == ["a", 2, "c"]
    for row in rows:
        for attribution in row["attributions"]:  # type: ignore[attr-defined]  # JSON
            ((start, end),) = attribution["source"]
            assert text[start:end] == attribution["speaker"]


def test_bad_lines_stay_in_place(filtered: Filter, monkeypatch: pytest.MonkeyPatch) -> None:
    good = json.dumps({"id": "good", "text": fiction.PARAGRAPHS[0]}).encode()
    odd = json.dumps({"id": "odd", "text": "An odd one.", "published": "2031"}).encode()
    bad = [b"{", b'{"id": "no text"}', b'{"id": "wrong", "text": 5}', b'["x"]', b"\xff{}"]
    read = fiction.read

    def failing(article: fiction.Article, parses: list[fiction.Parse]) -> fiction.Reading:
        if article.text.startswith("An odd"):
            raise ZeroDivisionError("odd")
        return read(article, parses)

    monkeypatch.setattr("onrecord.reading.read", failing)
    status, rows = filtered(b"\n".join([b"\xef\xbb\xbf" + good, *bad, good, odd, good]))
    assert status == 1
    assert [row["id"] for row in rows] == [
        "good", None, "no text", "wrong", None, None, "good", "odd", "good",
    ]  # fmt: skip
    assert ["error" in row for row in rows] == [0, 1, 1, 1, 1, 1, 0, 1, 0]
    assert rows[7] == {"id": "odd", "error": "ZeroDivisionError: odd"}


def commands() -> Iterator[tuple[str, object]]:
    group = typer.main.get_command(cli.app)
    yield "onrecord", group
    yield from group.commands.items()  # type: ignore[attr-defined]  # the app is a group


@pytest.mark.parametrize(("name", "command"), list(commands()))
def test_everything_has_help(name: str, command: object) -> None:
    assert command.help, name  # type: ignore[attr-defined]  # a command
    for parameter in command.params:  # type: ignore[attr-defined]  # a command
        assert getattr(parameter, "help", None), f"{name} {parameter.name}"


def test_help_loads_nothing_heavy() -> None:
    heavy = "spacy numpy lxml trafilatura msgspec sqlite3 jinja2 multiprocessing onrecord.record"
    script = (
        "import sys, onrecord.cli, typer.main\n"
        "typer.main.get_command(onrecord.cli.app)\n"
        f"print([name for name in {heavy.split()} if name in sys.modules])"
    )
    command = [sys.executable, "-c", script]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_pipe_that_closes_early_ends_quietly(case: Path) -> None:
    started = time.monotonic()
    process = subprocess.Popen(
        [sys.executable, "-c", f"from onrecord.cli import main; main(['problems', {str(case)!r}])"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()
    assert b"Traceback" not in process.stderr.read()
    process.stderr.close()
    process.wait()
    assert time.monotonic() - started < 60


def test_the_record_is_closed_after_each_command(case: Path) -> None:
    run("problems", case)
    assert {file.name for file in case.parent.glob("case.record*")} == {"case.record"}
    Record.open(case).close()


def test_columns_of_a_table_are_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    table = tmp_path / "rows.csv"
    table.write_text(
        "Volltext,Datum\n\"Mayor Ada Rusk said on Friday: 'The ferry stops.'\",2031-05-09\n",
        "utf-8",
    )
    record = tmp_path / "rows.record"
    named = ("--column", "text=Volltext", "--column", "published=Datum")
    assert run("read", table, "--into", record, "--jobs", "1", *named) == 0
    with Record.open(record) as opened:
        (article,) = opened.articles()
    assert article.published.value == "2031-05-09"
    assert run("read", table, "--into", record, "--column", "prose=Volltext") == 2
    assert "FIELD=NAME" in capsys.readouterr().err
