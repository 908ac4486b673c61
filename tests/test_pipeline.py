from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import fiction
from onrecord import OnrecordError, engine, intake, pipeline
from onrecord.engine import work
from onrecord.model import Article, Problem, RawDocument
from onrecord.record import Record


@pytest.fixture(autouse=True)
def stand_in(monkeypatch: pytest.MonkeyPatch) -> None:
    fiction.stand_in(lambda place, name, value: monkeypatch.setattr(place, name, value, False))


@pytest.fixture
def town(tmp_path: Path) -> Path:
    folder = tmp_path / "town"
    fiction.write(folder, 12)
    return folder


@pytest.fixture
def into(tmp_path: Path) -> Path:
    return tmp_path / "case.record"


def test_a_run_reads_and_links(town: Path, into: Path) -> None:
    seen: list[pipeline.Progress] = []
    summary = pipeline.run([town], into, progress=seen.append)
    assert (summary.read, summary.known, summary.problems) == (12, 0, 0)
    assert summary.seconds > 0
    assert seen[-1] == pipeline.Progress("linking", 12, 12, 0, 0)
    with Record.open(into) as record:
        assert len(list(record.articles())) == 12
        assert list(record.disputes())
        assert not record.linked_is_stale(fiction.VERSION)


def test_a_passage_is_parsed_once(town: Path, into: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    parsed: list[str] = []
    parse = fiction.Parser.parse

    def counting(self: fiction.Parser, passages: list[str]) -> list[fiction.Parse]:
        parsed.extend(passages)
        return parse(self, passages)

    monkeypatch.setattr(fiction.Parser, "parse", counting)
    pipeline.run([town], into)
    assert sorted(parsed) == sorted(set(parsed))
    before = len(parsed)
    # A later version of reading needs no new parse.
    monkeypatch.setattr("onrecord.reading.READING_VERSION", "pattern-2")
    summary = pipeline.run([town], into)
    assert summary.read == 12
    assert len(parsed) == before


def test_a_second_run_leaves_the_file_as_it_is(town: Path, into: Path) -> None:
    (town / "empty.txt").touch()
    first = pipeline.run([town], into)
    assert {file.name for file in into.parent.glob("case.record*")} == {"case.record"}
    before, dump = into.read_bytes(), fiction.dump(into)
    second = pipeline.run([town], into)
    assert into.read_bytes() == before
    assert fiction.dump(into) == dump
    assert (second.read, second.known) == (0, 12)
    assert first.problems == second.problems == 1


def test_any_order_number_and_interruption_give_one_record(town: Path, tmp_path: Path) -> None:
    paths = sorted(town.iterdir())
    whole, parts = tmp_path / "whole.record", tmp_path / "parts.record"
    pipeline.run([town], whole)
    pipeline.run(paths[7:], parts)
    pipeline.run(paths[9:2:-1], parts)
    pipeline.run(paths, parts)
    assert fiction.dump(parts) == fiction.dump(whole)


def test_one_article_in_two_places(town: Path, into: Path) -> None:
    twin = town / "9999.txt"
    twin.write_bytes((town / "0003.txt").read_bytes())
    summary = pipeline.run([town], into)
    assert (summary.read, summary.known) == (12, 1)
    later = town / "a" / "later.txt"
    later.parent.mkdir()
    later.write_bytes(twin.read_bytes())
    assert pipeline.run([town], into).known == 14
    with Record.open(into) as record:
        assert len(list(record.articles())) == 12
        places = [record.inputs(article.id) for article in record.articles()]
    assert sorted(map(len, places)) == [1] * 11 + [3]


def test_a_problem_is_kept_until_the_document_is_well(town: Path, into: Path) -> None:
    ill = town / "0100.txt"
    ill.touch()
    missing = town.parent / "gone"
    assert pipeline.run([town, missing], into).problems == 2
    with Record.open(into) as record:
        assert {(p.key, p.kind) for p in record.problems()} == {
            (ill.as_posix(), "empty"),
            (missing.as_posix(), "vanished"),
        }
    ill.write_bytes(fiction.document(100).data)
    assert pipeline.run([town], into).problems == 0
    with Record.open(into) as record:
        assert [p.key for p in record.problems()] == [missing.as_posix()]


def test_what_fails_in_one_document_is_its_problem(
    town: Path, into: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read, understand = fiction.read, intake.understand

    def failing(article: Article, parses: list[fiction.Parse]) -> fiction.Reading:
        if "Notice 5 " in article.text:
            raise ZeroDivisionError
        return read(article, parses)

    def choosy(raw: RawDocument) -> Article | Problem:
        if b"Notice 7 " in raw.data:
            raise KeyError("outlet")
        return understand(raw)

    monkeypatch.setattr("onrecord.reading.read", failing)
    monkeypatch.setattr(intake, "understand", choosy)
    twin = town / "twin.txt"
    twin.write_bytes((town / "0005.txt").read_bytes())
    summary = pipeline.run([town], into)
    assert (summary.read, summary.known, summary.problems) == (10, 1, 3)
    with Record.open(into) as record:
        found = {Path(p.path).name: p.detail for p in record.problems()}
        assert {p.kind for p in record.problems()} == {"failed"}
    assert set(found) == {"0005.txt", "0007.txt", "twin.txt"}
    assert found["0007.txt"].startswith("KeyError: 'outlet' (in test_pipeline, line ")
    assert found["twin.txt"] == found["0005.txt"]


def test_a_passage_the_parser_stumbles_over_fails_its_article_alone(
    town: Path, into: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    parse = fiction.Parser.parse

    def stumbling(self: fiction.Parser, passages: list[str]) -> list[fiction.Parse]:
        if any("Notice 5 " in passage for passage in passages):
            raise ValueError("too odd")
        return parse(self, passages)

    monkeypatch.setattr(fiction.Parser, "parse", stumbling)
    summary = pipeline.run([town], into)
    assert (summary.read, summary.problems) == (11, 1)


def test_another_language_is_kept_unread(
    town: Path, into: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    understand = intake.understand

    def abroad(raw: RawDocument) -> Article | Problem:
        article = understand(raw)
        if b"Notice 5 " in raw.data and isinstance(article, Article):
            return fiction.msgspec.structs.replace(article, language="nl")
        return article

    monkeypatch.setattr(intake, "understand", abroad)
    for _ in range(2):
        assert pipeline.run([town], into).problems == 1
        with Record.open(into) as record:
            (problem,) = record.problems()
            assert problem.kind == "language"
            assert "'nl'" in problem.detail
            assert problem.article is not None
            assert record.reading(problem.article) == fiction.Reading()
            assert len(list(record.articles())) == 12


def test_the_record_may_lie_among_what_is_read(town: Path) -> None:
    into = town / "case.db"
    for _ in range(2):
        assert pipeline.run([town], into).problems == 0


def test_an_interruption_keeps_what_was_read(
    town: Path, into: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = engine.local.run

    def interrupted(*arguments: object) -> Iterator[object]:
        for number, outcome in enumerate(run(*arguments)):  # type: ignore[arg-type]  # passed on
            if number == 5:
                raise KeyboardInterrupt
            yield outcome

    monkeypatch.setattr(engine.local, "run", interrupted)
    with pytest.raises(KeyboardInterrupt):
        pipeline.run([town], into)
    with Record.open(into) as record:
        assert len(list(record.articles())) == 5


def killed(town: Path, into: Path, statement: int) -> int:
    """Run in a process that kills itself at that SQL statement; its return code."""
    script = Path(fiction.__file__)
    command = [sys.executable, str(script), str(town), str(into), str(statement)]
    return subprocess.run(command, capture_output=True, check=False).returncode


# Of some 680 statements or more: in making the schema, in storing, and in linking.
@pytest.mark.parametrize("statements", [(9,), (60, 170), (400,), (640,)])
def test_killed_at_any_moment_and_run_again(
    statements: tuple[int, ...], town: Path, tmp_path: Path
) -> None:
    whole, into = tmp_path / "whole.record", tmp_path / "case.record"
    pipeline.run([town], whole)
    for statement in statements:
        assert killed(town, into, statement) == -signal.SIGKILL
        Record.open(into, create=True).close()
        assert fiction.dump(into) != fiction.dump(whole)
    pipeline.run([town], into)
    assert fiction.dump(into) == fiction.dump(whole)


def test_killed_between_reading_and_linking(
    town: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole, into = tmp_path / "whole.record", tmp_path / "case.record"
    pipeline.run([town], whole)

    def stopped(record: Record, workplace: Path) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("onrecord.linking.link", stopped)
        with pytest.raises(KeyboardInterrupt):
            pipeline.run([town], into)
    assert pipeline.run([town], into).read == 0
    assert fiction.dump(into) == fiction.dump(whole)


def test_cached_parses_are_for_the_records_own_machine(into: Path) -> None:
    here, away = work.ReadingWork(into), work.ReadingWork(into, "another")
    assert here()._record is not None  # type: ignore[attr-defined]  # what a Reader holds
    assert away()._record is None  # type: ignore[attr-defined]  # what a Reader holds


def test_jobs_and_engine_are_checked(town: Path, into: Path) -> None:
    with pytest.raises(OnrecordError, match="jobs"):
        pipeline.run([town], into, jobs=-1)
    with pytest.raises(OnrecordError, match="engine"):
        pipeline.run([town], into, engine_name="steam")
    assert not into.exists()
    assert os.listdir(town)
