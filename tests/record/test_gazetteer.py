from __future__ import annotations

from pathlib import Path

import pytest

import fiction
from onrecord import OnrecordError
from onrecord.gazetteers import BAD_ROWS, supply
from onrecord.model import GazetteerRow
from onrecord.record import Record
from record.test_store import fill


@pytest.fixture
def record(tmp_path: Path) -> Record:
    opened = Record.open(tmp_path / "case.record", create=True)
    fill(opened)
    return opened


def test_rows_are_found_by_any_name_however_written(record: Record) -> None:
    assert record.gazetteer_digest() is None
    lund = GazetteerRow("Q1", ("Ana Lúnd", "A. Lund", "Ana Lúnd"), "person")
    assert record.replace_gazetteer([lund]) == 1
    assert record.gazetteer_digest()
    for name in ("ana lund", "ANA LÚND", "A Lund", "Ana-Lund"):
        assert list(record.gazetteer(name)) == [lund]
    assert list(record.gazetteer("Lund")) == []
    assert record.replace_gazetteer([]) == 0
    assert record.gazetteer_digest() is None
    assert list(record.gazetteer("Ana Lund")) == []


def test_ids_of_rows_come_as_their_labels_and_the_later_of_two_rows_holds(record: Record) -> None:
    office = GazetteerRow("Q9", ("Harbour Minister",))
    old = GazetteerRow("Q1", ("Anna Lund",))
    new = GazetteerRow("Q1", ("Ana Lund",), country="Q8", positions=("Q9", "Q7"))
    assert record.replace_gazetteer([old, office, new]) == 2
    assert list(record.gazetteer("Anna Lund")) == []
    [found] = record.gazetteer("Ana Lund")
    assert (found.country, found.positions) == ("Q8", ("Harbour Minister", "Q7"))


def test_another_gazetteer_makes_what_was_linked_stale(record: Record) -> None:
    fiction.link(record)
    record.replace_gazetteer([GazetteerRow("Q1", ("Ana Lund",))])
    assert record.linked_is_stale(fiction.VERSION)
    fiction.link(record)
    record.replace_gazetteer([GazetteerRow("Q1", ("Ana Lund",))])
    assert not record.linked_is_stale(fiction.VERSION)


def test_files_are_taken_in_whole_and_bad_rows_are_problems(record: Record, tmp_path: Path) -> None:
    one, other = tmp_path / "one.jsonl", tmp_path / "other.csv"
    one.write_text('{"id": "Q1", "label": "Ana Lund"}\n' + "{}\n" * (BAD_ROWS + 5))
    other.write_text("id,label\nQ2,Vask\n")
    assert supply(record, [one, other]) == (2, BAD_ROWS + 5)
    problems = list(record.problems())
    assert len(problems) == BAD_ROWS
    assert {p.kind for p in problems} == {"bad_row"}
    one.write_text('{"id": "Q1", "label": "Ana Lund"}\n')
    assert supply(record, [one]) == (1, 0)
    assert list(record.problems()) == []
    assert list(record.gazetteer("Vask")) == []


def test_what_is_no_gazetteer_leaves_the_one_before(record: Record, tmp_path: Path) -> None:
    record.replace_gazetteer([GazetteerRow("Q1", ("Ana Lund",))])
    for text, why in (
        ("{}\n", "no row of a gazetteer: line 1: it has no id"),
        ("words", "cannot be read"),
    ):
        (tmp_path / "list").write_text(text)
        with pytest.raises(OnrecordError, match=why):
            supply(record, [tmp_path / "list"])
        assert [row.id for row in record.gazetteer("Ana Lund")] == ["Q1"]
    assert list(record.problems()) == []
