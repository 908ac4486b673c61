"""The file: whole, self-contained, and closed to the network."""

from __future__ import annotations

import json
import re
from base64 import b64encode
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import OnrecordError
from onrecord.report import build, render
from onrecord.report.data import page_data
from onrecord.report.page import embed

from .desk import Desk
from .fictions import HOSTILE


def test_the_data_can_not_end_its_element(odd: Desk) -> None:
    html = render(page_data(odd, "x"))
    data = html.split('<script type="application/json" id="data">')[1].split("</script>")[0]
    assert json.loads(data)["articles"][3][2] == HOSTILE
    assert not set("<>&\u2028\u2029") & set(data)


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_text_comes_out_as_it_went_in(text: str) -> None:
    desk = Desk()
    desk.publish("a.txt", [("body", text)], None)
    data = embed(page_data(desk, text))
    assert not set("<>&\u2028\u2029\r") & set(data)
    assert json.loads(data)["title"] == text
    assert json.loads(data)["articles"][0][-2].startswith(text)


def test_the_policy_lets_in_what_is_in_the_file_and_nothing_else(odd: Desk) -> None:
    html = render(page_data(odd, "x"))
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', html)
    assert policy is not None
    stated = policy.group(1).replace("&#39;", "'").replace("&#34;", '"')
    assert stated.startswith("default-src 'none'")
    assert "unsafe" not in stated
    for element in re.findall(r"<script>(.*?)</script>", html, re.S) + re.findall(
        r"<style>(.*?)</style>", html, re.S
    ):
        assert b64encode(sha256(element.encode()).digest()).decode() in stated
    assert not re.search(r"\b(?:src|href)=[\"']?(?:https?:)?//", html)


def test_the_title_is_text(odd: Desk) -> None:
    html = render(page_data(odd, "<i>Sel</i> & salt"))
    assert "<title>&lt;i&gt;Sel&lt;/i&gt; &amp; salt</title>" in html


def test_build_replaces_whole(odd: Desk, tmp_path: Path) -> None:
    out = tmp_path / "report.html"
    out.write_text("old")
    build(odd, out)
    assert out.read_text(encoding="utf-8").startswith("<!doctype html>")
    assert "<h1>On the record</h1>" in out.read_text(encoding="utf-8")
    assert [path.name for path in tmp_path.iterdir()] == ["report.html"]


def test_build_says_where_it_can_not_write(odd: Desk, tmp_path: Path) -> None:
    with pytest.raises(OnrecordError, match="nowhere"):
        build(odd, tmp_path / "nowhere" / "report.html")
    (tmp_path / "folder").mkdir()
    with pytest.raises(OnrecordError, match="folder"):
        build(odd, tmp_path / "folder")
    assert [path.name for path in tmp_path.iterdir()] == ["folder"]
