from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import msgspec
import pytest

import fiction
from onrecord import OnrecordError
from onrecord.export import FORMATS, format_named
from onrecord.export.jsonl import export
from onrecord.export.rows import TABLES
from onrecord.model import Delta, Echo, Happening, Linked, Problem, Settled, SettledTime, Telling
from onrecord.record import Record
from record.test_store import fill

# The columns that scripts depend on.
COLUMNS = {
    "articles": "id key path raw_sha256 title outlet agency byline dateline published "
    "published_earliest published_latest published_sure published_evidence captured language "
    "text blocks published_settled published_settled_earliest published_settled_latest "
    "published_settled_by published_settled_because",
    "statements": "id article source cue content kind act stance source_type speaker addressee "
    "said_on by confidence text speaker_identity quoted said_earliest said_latest parent claim said_settled said_settled_earliest said_settled_latest custody independent_origins",
    "events": "id article trigger text type participants place place_text time earliest latest dated "
    "factuality attribution teller figures by confidence happening happening_articles settled_earliest settled_latest",
    "happenings": "id word type earliest latest articles independent_origins tellings confidence",
    "identities": "id articles name type aliases roles mentions",
    "echoes": "id articles article spans of_article of_spans kind similarity lineage changes "
    "lost_attribution",
    "claims": "id articles statements supporters deniers origins independent_origins",
    "disputes": "id articles claim kind sides",
    "timeline": "id articles statements date earliest latest kind text settled",
    "judgements": "id articles kind verdict about by at note withdrawn withdrawn_by withdrawn_at "
    "identities heeded",
    "problems": "id path key kind detail article",
}


@pytest.fixture
def record(tmp_path: Path) -> Record:
    opened = Record.open(tmp_path / "case.record", create=True)
    fill(opened)
    fiction.link(opened)
    told = Linked(happenings=Delta(put=[dredged(opened)]))
    opened.keep_linked(told, version=fiction.VERSION, whole=False)
    opened.judge("not_same", "Ilse Varga", "Tomas Reki")
    opened.store_problem(Problem("town/x.txt", "town/x.txt", "empty", "nothing in it"))
    return opened


def dredged(record: Record) -> Happening:
    """The first dredging of every article is one."""
    told = [article.id for article, reading in record.readings() if reading.events]
    tellings = tuple(Telling(article, 0) for article in told)
    return Happening("d" * 16, "dredging", "other", tellings, tuple(told), "2031-05-09")


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


def test_a_happening_holds_its_events(record: Record, tmp_path: Path) -> None:
    happening = dredged(record)
    first, last = happening.articles[0], happening.articles[-1]
    reprint = Echo("e", last, first, (), (), "reprint", 1.0, "unknown")
    gone = Telling(first, 99)
    happening = msgspec.structs.replace(happening, tellings=(*happening.tellings, gone))
    echoes = Delta(gone=[echo.id for echo in record.echoes()], put=[reprint])
    record.keep_linked(Linked(echoes=echoes, happenings=Delta(put=[happening])), whole=False)
    export(record, tmp_path)
    texts = {row["id"]: row["text"] for row in rows(tmp_path, "articles")}
    events = {row["id"]: row for row in rows(tmp_path, "events")}
    (row,) = rows(tmp_path, "happenings")
    assert [telling["article"] for telling in row["tellings"]] == row["articles"]
    assert row["independent_origins"] == len(row["articles"]) - 1
    for telling in row["tellings"]:
        event = events[telling["event"]]
        assert event["happening"] == row["id"]
        assert texts[telling["article"]][slice(*telling["span"])] == telling["text"] == "dredging"
        assert (telling["article"], telling["span"]) == (event["article"], event["trigger"])
        assert (telling["factuality"], telling["teller"]) == ("happened", event["teller"])


def test_settled_dates_stand_beside_the_read_ones(record: Record, tmp_path: Path) -> None:
    export(record, tmp_path / "before")
    article, reading = next(pair for pair in record.readings() if pair[1].timexes)
    others = tuple(of.id for of in record.articles() if of.id != article.id)
    span = reading.timexes[0].span
    time = SettledTime(span, "2033-05-09", "2033-05-09", "2033-05-09")
    settled = Settled(article.id, "2033", "2033-05-10", "2033-06-01", others, ("so",), (time,))
    record.keep_linked(Linked(settled=[settled]))
    export(record, tmp_path / "after")
    (row,) = [r for r in rows(tmp_path / "after", "articles") if r["id"] == article.id]
    (before,) = [r for r in rows(tmp_path / "before", "articles") if r["id"] == article.id]
    assert {k: v for k, v in row.items() if "settled" not in k} == {
        k: v for k, v in before.items() if "settled" not in k
    }
    assert (row["published_settled"], row["published_settled_by"]) == ("2033", list(others))
    assert before["published_settled"] is None
    for event in rows(tmp_path / "after", "events"):
        own = event["article"] == article.id
        days = (event["settled_earliest"], event["settled_latest"])
        assert days == (("2033-05-09",) * 2 if own else (None, None))


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
