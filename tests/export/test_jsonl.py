from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import fiction
from onrecord import OnrecordError
from onrecord.export import FORMATS, format_named
from onrecord.export.jsonl import export
from onrecord.export.rows import TABLES
from onrecord.model import Problem
from onrecord.record import Record
from record.test_store import fill

# The columns that scripts depend on.
COLUMNS = {
    "articles": "id key path raw_sha256 title outlet agency byline dateline published "
    "published_earliest published_latest published_sure published_evidence captured language "
    "text blocks",
    "statements": "id article source cue content kind act stance source_type speaker addressee "
    "said_on by confidence text speaker_identity quoted said_earliest said_latest parent claim",
    "events": "id article trigger text type participants place place_text time earliest latest dated "
    "factuality attribution teller figures by confidence happening happening_articles",
    "identities": "id articles name type aliases roles mentions",
    "echoes": "id articles article spans of_article of_spans kind similarity lineage changes "
    "lost_attribution",
    "claims": "id articles statements supporters deniers origins independent_origins",
    "disputes": "id articles claim kind sides",
    "timeline": "id articles statements date earliest latest kind text",
    "problems": "id path key kind detail article",
}


@pytest.fixture
def record(tmp_path: Path) -> Record:
    opened = Record.open(tmp_path / "case.record", create=True)
    fill(opened)
    fiction.link(opened)
    opened.store_problem(Problem("town/x.txt", "town/x.txt", "empty", "nothing in it"))
    return opened


def rows(folder: Path, table: str) -> list[dict[str, Any]]:
    text = (folder / f"{table}.jsonl").read_text(encoding="utf-8")
    return [json.loads(line) for line in text.splitlines()]


def test_every_table_has_its_columns_and_ids(record: Record, tmp_path: Path) -> None:
    out = tmp_path / "deep" / "out"
    export(record, out)
    assert {file.name for file in out.iterdir()} == {f"{table}.jsonl" for table in COLUMNS}
    assert set(COLUMNS) == set(TABLES)
    for table, columns in COLUMNS.items():
        found = rows(out, table)
        assert found, table
        assert len({row["id"] for row in found}) == len(found)
        for row in found:
            assert not set(columns.split()) - set(row), table


def test_spans_lead_to_the_words(record: Record, tmp_path: Path) -> None:
    export(record, tmp_path)
    texts = {row["id"]: row["text"] for row in rows(tmp_path, "articles")}
    for row in rows(tmp_path, "statements"):
        text = texts[row["article"]]
        (source,), (content,) = row["source"], row["content"]
        assert text[slice(*source)] == row["speaker"]
        assert text[slice(*content)] == row["text"]
        assert {text[slice(*span)] for span in row["quoted"]} <= {"nobody asked the fishermen"}
    for row in rows(tmp_path, "events"):
        assert texts[row["article"]][slice(*row["trigger"])] == row["text"] == "dredging"
        assert row["time"]["value"] == "2031-05-09"
        assert row["participants"][0]["role"] == "actor"
    for row in rows(tmp_path, "identities"):
        for mention in row["mentions"]:
            assert texts[mention["article"]][slice(*mention["span"])] == row["name"]


def test_rows_point_at_rows(record: Record, tmp_path: Path) -> None:
    export(record, tmp_path)
    ids = {table: {row["id"] for row in rows(tmp_path, table)} for table in COLUMNS}
    for row in rows(tmp_path, "statements"):
        assert row["article"] in ids["articles"]
        assert row["speaker_identity"] in ids["identities"]
        assert row["claim"] in ids["claims"]
    for row in rows(tmp_path, "disputes"):
        assert row["claim"] in ids["claims"]
        for side in row["sides"]:
            assert set(side) >= {"stance", "statements", "articles", "since"}
            assert set(side["statements"]) <= ids["statements"]


def test_an_export_replaces_an_earlier_one(record: Record, tmp_path: Path) -> None:
    export(record, tmp_path)
    before = {table: rows(tmp_path, table) for table in COLUMNS}
    export(record, tmp_path)
    assert {table: rows(tmp_path, table) for table in COLUMNS} == before
    assert not list(tmp_path.glob(".*.partial"))


def test_where_it_cannot_be_written(record: Record, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(OnrecordError, match="cannot be written"):
        export(record, tmp_path / "file")


def test_formats_are_found_by_name() -> None:
    for name in FORMATS:
        assert callable(format_named(name))
    with pytest.raises(OnrecordError, match="there are: jsonl"):
        format_named("stone")
