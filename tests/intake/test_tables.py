from __future__ import annotations

import json
from pathlib import Path

import pytest

from intake.fiction import PARAGRAPHS, TITLE
from intake.files import OTHER, table
from intake.test_formats import body, read
from onrecord.intake import find
from onrecord.intake.formats.fields import folded, pointed, pointer, roles_of
from onrecord.intake.formats.table import dialect_of
from onrecord.model import Problem, RawDocument


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_delimiters_and_charsets(delimiter: str, encoding: str, tmp_path: Path) -> None:
    articles, problems = read(table(delimiter, encoding), tmp_path)
    assert [body(article) for article in articles] == [" ".join(PARAGRAPHS), " ".join(OTHER)]
    assert [article.key.partition("#")[2] for article in articles] == ["a1", "a2"]
    assert [article.outlet for article in articles] == ["The Vask Courier", "The Senn Gazette"]
    assert [problem.kind for problem in problems] == ["bad_row"]


def test_the_row_is_kept_and_anchors_lead_into_it(tmp_path: Path) -> None:
    path = tmp_path / "table"
    path.write_bytes(table())
    raw = next(find([path]))
    assert isinstance(raw, RawDocument)
    assert json.loads(raw.data)["Headline"] == TITLE
    (first, _), _ = read(table(), tmp_path)
    assert [(anchor.node, anchor.offset) for anchor in first.anchors] == [("/Body", 0)]


def test_columns_that_the_user_names(tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    path.write_text(f'n,a,b,c\n7,"{TITLE}","{" ".join(OTHER)}",2031-03-07\n', "utf-8")
    assert isinstance(next(find([path])), RawDocument)
    columns = {"text": "b", "title": "a", "published": "c", "id": "n"}
    (raw,) = find([path], columns=columns)
    assert isinstance(raw, RawDocument)
    assert raw.key.endswith("#7")
    assert (raw.given["title"], raw.given["published"]) == (TITLE, "2031-03-07")
    rows = tmp_path / "rows.jsonl"
    rows.write_text(json.dumps({"text": "no", "b": " ".join(OTHER), "n": "x"}) + "\n", "utf-8")
    (raw,) = find([rows], columns=columns)
    assert isinstance(raw, RawDocument)
    assert (raw.given["field"], raw.key.rpartition("#")[2]) == ("/b", "x")


def test_rows_that_break_the_form_are_told(tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    text = " ".join(OTHER)
    path.write_text(f'title,text\nA,"{text}"\n\nB,x,y,z\nC\nD,"{text}"', "utf-8")
    kinds = [i.kind if isinstance(i, Problem) else i.given["title"] for i in find([path])]
    assert kinds == ["A", "bad_row", "bad_row", "D"]


def test_a_quote_that_never_ends(tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    path.write_text('title,text\nA,"' + "word " * 100_000, "utf-8")
    (raw,) = find([path])
    assert isinstance(raw, RawDocument)


@pytest.mark.parametrize(
    "prose",
    [
        "Text, body and soul: the ferry sailed,\nand nobody was on board.",
        "Date\nThe ferry sailed.",
        "By Tomas Reil, source of all news\n\nThe ferry sailed, the port said.",
        "Title; date\n\nThe ferry sailed.",
        ", ,\n",
    ],
)
def test_prose_is_no_table(prose: str) -> None:
    assert dialect_of(prose) is None


def test_names_of_fields() -> None:
    assert [folded(n) for n in ("Publish Date", "publishDate", " Full-Text ", "URL")] == [
        "publish_date",
        "publish_date",
        "full_text",
        "url",
    ]
    roles = roles_of(["Body", "URL", "source", "publisher"], {"outlet": "publisher"})
    assert roles == {"outlet": "publisher", "text": "Body", "url": "URL"}


def test_pointers_into_rows() -> None:
    row = {"a/b": [{"~": "x"}]}
    path = pointer("a/b", 0, "~")
    assert path == "/a~1b/0/~0"
    assert pointed(row, path) == "x"
    assert pointed(row, "/a~1b/7/x") is None
