"""The demo corpus through the whole pipeline, once; its figures, and every span back to the raw input."""

from __future__ import annotations

import contextlib
import json
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import onrecord
from onrecord import pipeline
from onrecord.export import jsonl
from onrecord.intake.decode import declared_charset
from onrecord.intake.formats import html
from onrecord.model import Article
from onrecord.record import Record

ROOT = Path(__file__).parents[1]
DEMO = ROOT / "examples" / "demo"
Row = dict[str, Any]


@dataclass(frozen=True)
class Demo:
    path: Path
    first: pipeline.Summary
    second: pipeline.Summary
    unchanged: bool
    tables: dict[str, list[Row]]


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Demo:
    folder = tmp_path_factory.mktemp("demo")
    path = folder / "demo.record"
    # The keys of articles are the paths as given, and the gold has them from here.
    with contextlib.chdir(DEMO):
        first = pipeline.run(["articles"], path)
        before = path.read_bytes()
        second = pipeline.run(["articles"], path)
    with Record.open(path) as record:
        jsonl.export(record, folder / "rows")
    tables = {
        file.stem: [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
        for file in (folder / "rows").glob("*.jsonl")
    }
    return Demo(path, first, second, path.read_bytes() == before, tables)


@pytest.fixture
def record(demo: Demo) -> Iterator[Record]:
    with Record.open(demo.path) as opened:
        yield opened


def test_what_is_there(demo: Demo) -> None:
    assert (demo.first.read, demo.first.problems) == (31, 3)
    gold = (DEMO / "gold" / "articles.jsonl").read_text(encoding="utf-8").splitlines()
    assert {row["key"] for row in demo.tables["articles"]} == {json.loads(g)["key"] for g in gold}
    assert {(Path(p["path"]).name, p["kind"]) for p in demo.tables["problems"]} == {
        ("empty.html", "empty"),
        ("broken-save.html", "not_text"),
        ("jornal-reabertura.html", "language"),
    }
    for table in ("statements", "identities", "echoes", "claims", "disputes", "timeline"):
        assert demo.tables[table], table


def test_a_second_run_changes_nothing(demo: Demo) -> None:
    assert (demo.second.read, demo.second.known, demo.second.problems) == (0, 31, 3)
    assert demo.unchanged


def test_every_id_is_there_once(demo: Demo) -> None:
    ids = {name: {row["id"] for row in rows} for name, rows in demo.tables.items()}
    for name, rows in demo.tables.items():
        assert len(ids[name]) == len(rows), name
        for row in rows:
            assert row.get("article") is None or row["article"] in ids["articles"]
            assert set(row.get("articles", ())) <= ids["articles"]
            assert set(row.get("statements", ())) <= ids["statements"]
    for row in demo.tables["statements"]:
        assert row["parent"] is None or row["parent"] in ids["statements"]
        assert row["claim"] is None or row["claim"] in ids["claims"]
        assert row["speaker_identity"] is None or row["speaker_identity"] in ids["identities"]
    for row in demo.tables["disputes"]:
        assert row["claim"] in ids["claims"]
        assert {s for side in row["sides"] for s in side["statements"]} <= ids["statements"]


def test_every_statement_leads_to_its_words(demo: Demo) -> None:
    articles = {row["id"]: row for row in demo.tables["articles"]}
    for row in demo.tables["statements"]:
        article = articles[row["article"]]
        text = article["text"]
        assert row["text"] == " … ".join(text[start:end] for start, end in row["content"])
        assert row["text"].strip()
        bodies = [block["span"] for block in article["blocks"] if block["label"] == "body"]
        read = [*row["source"], *row["cue"], *row["content"], *row["quoted"], *row["speaker_spans"]]
        for start, end in read:
            assert start < end
            assert any(first <= start and end <= last for first, last in bodies)
        for start, end in row["quoted"]:
            assert any(first <= start and end <= last for first, last in row["content"])
        for field in ("addressee", "setting"):
            if row[f"{field}_span"]:
                start, end = row[f"{field}_span"]
                assert row[field] == " ".join(text[start:end].split())


def test_every_other_span_leads_to_words(demo: Demo) -> None:
    texts = {row["id"]: row["text"] for row in demo.tables["articles"]}
    spans: list[tuple[str, list[int]]] = []
    for row in demo.tables["identities"]:
        spans += [(mention["article"], mention["span"]) for mention in row["mentions"]]
    for row in demo.tables["echoes"]:
        assert len(row["spans"]) == len(row["of_spans"])
        spans += [(row["article"], span) for span in row["spans"]]
        spans += [(row["of_article"], span) for span in row["of_spans"]]
    for row in demo.tables["events"]:
        spans.append((row["article"], row["trigger"]))
    assert spans
    for article, (start, end) in spans:
        assert texts[article][start:end].strip()


def test_every_character_leads_to_the_raw_input(record: Record) -> None:
    kinds = set()
    for article in record.articles():
        data = record.raw(article.raw_sha256)
        assert data is not None
        kinds.add(article.media_type)
        _check_anchors(article, data)
    assert kinds == {"text/html", "text/plain", "application/x-onrecord-row"}


def _check_anchors(article: Article, data: bytes) -> None:
    root = html.tree(data, declared_charset(data)) if article.media_type == "text/html" else None

    @cache
    def node(name: str) -> str:
        if root is not None:
            (found,) = root.getroottree().xpath(name)
            return str(found)
        # Newlines are not translated: offsets count the code points of the file as it is.
        decoded = data.decode("utf-8")
        return str(json.loads(decoded)[name]) if name else decoded

    led = bytearray(len(article.text))
    for anchor in article.anchors:
        stop = anchor.start + anchor.length
        words = node(anchor.node)[anchor.offset : anchor.offset + anchor.length]
        assert words == article.text[anchor.start : stop], (article.key, anchor)
        led[anchor.start : stop] = b"\x01" * anchor.length
    bodies = [block.span for block in article.blocks if block.label == "body"]
    assert bodies or article.language != "en"
    for span in bodies:
        for index in range(span.start, span.end):
            assert led[index] or article.text[index].isspace(), (article.key, index)


def test_figures_hold_their_floors(demo: Demo, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(ROOT))
    from benchmarks.demo.reading import read_demo

    from benchmarks import demo as benchmark
    from benchmarks import floors

    # What was read above is scored, and not read a third time.
    monkeypatch.setattr(onrecord, "read", lambda paths, into: Record.open(demo.path))
    figures = benchmark.score(read_demo()).figures
    held = floors.load()
    assert figures
    assert [figure for figure in figures if floors.under(figure, held)] == []


@pytest.mark.parametrize("command", [["check_gold.py"], ["make_warc.py", "--check"]])
def test_the_corpus_holds_together(command: list[str]) -> None:
    done = subprocess.run(
        [sys.executable, str(DEMO / command[0]), *command[1:]], capture_output=True, text=True
    )
    assert done.returncode == 0, done.stdout + done.stderr
