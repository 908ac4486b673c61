"""Rows that point at texts held elsewhere: what they state goes with the text, where it is found."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from intake.fiction import PAGE
from intake.files import CSL, MEDIA_CLOUD, URL, gkg, mhtml, rss, warc_record, zipped
from intake.test_formats import read_paths
from onrecord.intake import find
from onrecord.intake.pointers import url_key
from onrecord.model import Problem, RawDocument

BARE = PAGE.replace("article:published_time", "x").replace("datePublished", "y")
SAVED = BARE.replace("<head>", f'<head><link rel="canonical" href="{URL}/?utm_medium=rss#top">')
FEED = rss(
    f"<item><title>Ferry</title><link>{URL}</link><description>Short.</description>"
    "<pubDate>Mon, 03 Mar 2031 08:30:00 GMT</pubDate></item>"
)
LISTS = {
    "mediacloud": MEDIA_CLOUD.rpartition(b"72,")[0],
    "gkg": gkg(),
    "csl": json.dumps(CSL).encode(),
    "feed": FEED,
    "lines": json.dumps({"id": 7, "url": URL, "publish_date": "2031-03-03", "title": "T"}).encode(),
}


@pytest.mark.parametrize("name", LISTS)
@pytest.mark.parametrize("list_first", [True, False])
def test_a_row_goes_with_its_page(name: str, list_first: bool, tmp_path: Path) -> None:
    (tmp_path / ("a" if list_first else "z")).write_bytes(LISTS[name])
    (tmp_path / "page").write_text(SAVED, "utf-8")
    (raw,) = find([tmp_path])
    assert isinstance(raw, RawDocument)
    assert raw.url is not None
    assert url_key(raw.url) == url_key(URL)
    assert "2031" in raw.given["published"]
    if name == "gkg":
        assert raw.captured == "2031-03-04T01:00:00Z"
        assert raw.given["title"].endswith("– Vask")
    (article,), problems = read_paths([tmp_path])
    assert problems == []
    assert article.published.value == "2031-03-03"


@pytest.mark.parametrize("name", LISTS)
def test_a_row_without_its_page_is_told(name: str, tmp_path: Path) -> None:
    (tmp_path / "list").write_bytes(LISTS[name])
    (problem,) = find([tmp_path])
    assert isinstance(problem, Problem)
    assert problem.kind == "no_article"
    assert URL in problem.detail


@pytest.mark.parametrize(
    ("page", "name"),
    [
        (mhtml(BARE), "page.mht"),
        (warc_record(URL, BARE.encode()), "pages.warc"),
        (f"<!-- saved from url=(0048){URL} -->\n{BARE}".encode(), "page.html"),
        (
            f"<!DOCTYPE html> <html><!--\n Page saved with SingleFile \n url: {URL} \n-->{BARE}".encode(),
            "s",
        ),
        (zipped({"pages/x": SAVED.encode()}), "zip"),
    ],
)
def test_pages_are_known_by_their_url(page: bytes, name: str, tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_bytes(MEDIA_CLOUD)
    (tmp_path / name).write_bytes(page)
    raw, problem = find([tmp_path])
    assert isinstance(raw, RawDocument)
    assert raw.given["published"] == "2031-03-03"
    assert "outlet" not in raw.given  # a host name is none; the page knows its own
    assert isinstance(problem, Problem)
    assert problem.key.endswith("#72")


def test_what_the_document_states_itself_comes_first(tmp_path: Path) -> None:
    row = {"text": "A ferry sailed.", "url": URL, "published": "2031-03-02"}
    (tmp_path / "rows").write_text(json.dumps(row), "utf-8")
    (tmp_path / "list").write_bytes(gkg())
    (raw,) = find([tmp_path])
    assert isinstance(raw, RawDocument)
    assert raw.given["published"] == "2031-03-02"
    assert raw.given["byline"] == "Tomas Reil"


def test_lists_within_archives_are_read_beforehand(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(SAVED, "utf-8")
    (tmp_path / "b.zip").write_bytes(zipped({"20310304010000.gkg.csv": gkg()}))
    (raw,) = find([tmp_path])
    assert isinstance(raw, RawDocument)
    assert raw.given["byline"] == "Tomas Reil"


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("http://www.vask.example/a/", "https://vask.example/a#top", True),
        ("https://vask.example/a?id=1&utm_source=x", "https://vask.example/a?id=1", True),
        ("https://vask.example/a?id=1", "https://vask.example/a?id=2", False),
        ("https://vask.example/a", "https://vask.example/b", False),
        ("https://[broken", "https://[broken", True),
    ],
)
def test_url_key(one: str, other: str, same: bool) -> None:
    assert (url_key(one) == url_key(other)) is same
