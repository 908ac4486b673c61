from __future__ import annotations

import gzip
import json
import os
from pathlib import Path

import pytest

from intake.fiction import DUMP, PAGE, warc_record
from onrecord.intake import article_id, find, understand
from onrecord.model import Article, Problem, RawDocument


def problems(paths: list[Path]) -> list[str]:
    return [item.kind for item in find(paths) if isinstance(item, Problem)]


def documents(paths: list[Path]) -> list[RawDocument]:
    return [item for item in find(paths) if isinstance(item, RawDocument)]


def test_folder_is_walked_in_order_with_keys_as_given(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "articles"
    (folder / "b").mkdir(parents=True)
    (folder / "c.html").write_text(PAGE, "utf-8")
    (folder / "b" / "x").write_text(DUMP, "utf-8")
    (folder / "a.bin").write_text(PAGE, "utf-8")
    (folder / ".hidden").write_text(DUMP, "utf-8")
    (folder / "old.record").write_bytes(b"SQLite format 3\0")
    monkeypatch.chdir(tmp_path)
    found = documents([Path("articles"), Path("articles/c.html")])
    assert [raw.key for raw in found] == ["articles/a.bin", "articles/b/x", "articles/c.html"]
    assert [raw.media_type for raw in found] == ["text/html", "text/plain", "text/html"]
    assert article_id(found[0]) == article_id(found[2])


def test_bad_files_are_rows(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "blank.txt").write_bytes(b" \n\n\t")
    (tmp_path / "noise.html").write_bytes(bytes(range(256)) * 40)
    (tmp_path / "picture.html").write_bytes(b"\x89PNG\r\n\x1a\n" + b"a" * 400)
    (tmp_path / "large.txt").write_bytes(b"word " * 10_000_000)
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere.txt")
    kinds = {
        Path(item.path).name: item.kind for item in find([tmp_path]) if isinstance(item, Problem)
    }
    assert kinds == {
        "empty.txt": "empty",
        "blank.txt": "empty",
        "noise.html": "not_text",
        "picture.html": "not_text",
        "large.txt": "too_large",
        "gone.txt": "vanished",
    }
    assert problems([tmp_path / "never-was"]) == ["vanished"]


def test_links_out_of_the_folder_are_refused(tmp_path: Path) -> None:
    outside = tmp_path / "outside.txt"
    outside.write_text(DUMP, "utf-8")
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "leads-out").symlink_to(outside)
    (folder / "loops").symlink_to(folder)
    assert problems([folder]) == ["unreadable"]
    assert [raw.key for raw in documents([folder / "leads-out"])] == [
        f"{folder.as_posix()}/leads-out"
    ]


def test_pipes_are_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert problems([tmp_path]) == ["unreadable"]


def test_a_file_may_vanish_between_listing_and_reading(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(DUMP, "utf-8")
    (tmp_path / "b.txt").write_text(DUMP, "utf-8")
    items = find([tmp_path])
    assert isinstance(next(items), RawDocument)
    (tmp_path / "b.txt").unlink()
    rest = list(items)
    assert [item.kind for item in rest if isinstance(item, Problem)] == ["vanished"]


@pytest.mark.parametrize("compress", [False, True])
def test_warc(tmp_path: Path, compress: bool) -> None:
    page = PAGE.encode()
    records = [
        warc_record("http://vask.example/1", page),
        warc_record("http://vask.example/moved", page, status=301),
        warc_record("http://vask.example/ferry.jpg", b"\xff\xd8\xff\xe0", kind="image/jpeg"),
        warc_record("http://vask.example/1", page),
        warc_record("http://vask.example/2", DUMP.encode(), kind="text/plain"),
    ]
    pack = gzip.compress if compress else bytes
    path = tmp_path / "crawl"
    path.write_bytes(b"".join(pack(record) for record in records))
    found = documents([path])
    name = path.as_posix()
    assert [raw.key for raw in found] == [
        f"{name}#http://vask.example/1",
        f"{name}#http://vask.example/1#2",
        f"{name}#http://vask.example/2",
    ]
    assert problems([path]) == []
    assert found[0].captured == "2031-05-12T10:15:00Z"
    article = understand(found[0])
    assert isinstance(article, Article)
    assert article.published.value == "2031-03-03"
    assert article.captured == "2031-05-12T10:15:00Z"
    assert article.url == "http://vask.example/1"


@pytest.mark.parametrize("compress", [False, True])
def test_truncated_warc_gives_its_intact_records(tmp_path: Path, compress: bool) -> None:
    pack = gzip.compress if compress else bytes
    records = [pack(warc_record(f"http://vask.example/{i}", PAGE.encode())) for i in range(3)]
    whole = b"".join(records)
    first, last = len(records[0]) + len(records[1]), len(whole)
    path = tmp_path / "cut.html"
    for cut in (first + 20, first + 150, (first + last) // 2, last - 40):
        path.write_bytes(whole[:cut])
        items = list(find([path]))
        assert [type(item) for item in items] == [RawDocument, RawDocument, Problem], cut
        assert isinstance(items[2], Problem)
        assert items[2].kind == "truncated"
    path.write_bytes(whole[:first])
    assert problems([path]) == []


def test_rows(tmp_path: Path) -> None:
    path = tmp_path / "rows"
    rows = [
        json.dumps({"id": "a1", "text": DUMP, "published": "2031-03-04", "outlet": "The Echo"}),
        "{broken",
        json.dumps({"id": "a2", "html": PAGE, "url": "http://vask.example/2031/03/03/ferry"}),
        "",
        json.dumps({"id": "a3", "title": "no text"}),
        json.dumps(["a", "list"]),
        json.dumps({"text": DUMP}),
    ]
    path.write_text("\n".join(rows), "utf-8")
    items = list(find([path]))
    keys = [item.key.partition("#")[2] for item in items]
    assert keys == ["a1", "2", "a2", "5", "6", "7"]
    bad = [item for item in items if isinstance(item, Problem)]
    assert [item.kind for item in bad] == ["bad_row"] * 3
    assert [item.detail.split(":")[0] for item in bad] == ["line 2", "line 5", "line 6"]
    raws = [item for item in items if isinstance(item, RawDocument)]
    first, second = understand(raws[0]), understand(raws[1])
    assert isinstance(first, Article)
    assert isinstance(second, Article)
    assert (first.outlet, first.published.value) == ("The Echo", "2031-03-04")
    assert {anchor.node for anchor in first.anchors} == {"text"}
    assert second.published.value == "2031-03-03"
    assert second.published.sure


def test_id_is_of_content_not_of_place() -> None:
    one = RawDocument("a", "a", b"words", "text/plain", captured="2031-01-01")
    two = RawDocument("b", "b", b"words", "text/plain")
    other = RawDocument("a", "a", b"words", "text/plain", given={"title": "T"})
    assert article_id(one) == article_id(two) != article_id(other)
    assert len(article_id(one)) == 16
