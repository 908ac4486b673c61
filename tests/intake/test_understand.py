from __future__ import annotations

import subprocess
import sys

from hypothesis import given, settings
from hypothesis import strategies as st

from intake.fiction import DUMP, PAGE, PARAGRAPHS, TITLE
from onrecord.intake import understand
from onrecord.intake.formats.jsonl import MEDIA_TYPE
from onrecord.model import Article, BlockLabel, Problem, RawDocument


def read(data: bytes | str, media_type: str = "text/plain", **more: str) -> Article:
    raw = RawDocument(
        "x", "x", data if isinstance(data, bytes) else data.encode(), media_type, given=more
    )
    article = understand(raw)
    assert isinstance(article, Article)
    check_blocks(article)
    return article


def check_blocks(article: Article) -> None:
    end = 0
    for block in article.blocks:
        assert end <= block.span.start < block.span.end <= len(article.text)
        assert not article.text[end : block.span.start].strip()
        end = block.span.end
    assert not article.text[end:].strip()


def labelled(article: Article, label: BlockLabel) -> list[str]:
    return [b.span.of(article.text) for b in article.blocks if b.label == label]


def test_text_dump() -> None:
    article = read(DUMP)
    assert article.text == DUMP
    assert labelled(article, "body") == list(PARAGRAPHS)
    assert labelled(article, "clock") == ["10:15 GMT12 May 2031"]
    assert labelled(article, "headline") == [TITLE] == [article.title]
    assert labelled(article, "dateline") == ["PORT VASK (Oria), March 3 (Corvo) -"]
    assert labelled(article, "byline") == ["By Tomas Reil"]
    assert len(labelled(article, "related")) == 3
    assert len(labelled(article, "plea")) == 1
    assert labelled(article, "widget") == [
        "Watch Live",
        "Get short URL",
        "Community rulesDiscussion",
    ]
    assert (article.agency, article.byline, article.dateline) == (
        "Corvo",
        "Tomas Reil",
        "PORT VASK",
    )
    assert article.published.value == "XXXX-03-03"
    assert article.published.latest == article.captured == "2031-05-12"
    assert not article.published.sure


def test_text_dump_in_other_typings() -> None:
    for typed in (DUMP.replace("\n", "\r\n"), DUMP.replace("    ", "\t\u00a0"), "\ufeff" + DUMP):
        article = read(typed)
        assert article.text == typed.removeprefix("\ufeff")
        assert labelled(article, "body") == list(PARAGRAPHS)


def test_hard_wrapped_dump() -> None:
    import textwrap

    wrapped = "\n\n".join(textwrap.fill(part.strip(), 66) for part in DUMP.split("\n\n")[1:7])
    article = read(wrapped)
    assert [" ".join(part.split()) for part in labelled(article, "body")] == list(PARAGRAPHS)
    assert labelled(article, "headline") == [TITLE]


def test_page() -> None:
    article = read(PAGE, "text/html")
    assert labelled(article, "body") == list(PARAGRAPHS)
    assert labelled(article, "headline") == [TITLE] == [article.title]
    assert labelled(article, "caption") == ["The ferry at its berth last week."]
    assert labelled(article, "subheading") == ["The union disagrees"]
    assert any("Read more" in line for line in labelled(article, "related"))
    assert any("rights reserved" in line for line in labelled(article, "footer"))
    assert (article.outlet, article.agency, article.byline) == (
        "The Vask Courier",
        "Corvo",
        "Tomas Reil",
    )
    assert article.published.value == "2031-03-03"
    assert article.published.sure
    assert article.language == "en"
    kinds = {evidence.kind for evidence in article.published.evidence}
    assert {"json-ld", "meta", "time"} <= kinds


def test_other_languages_are_said_to_be_such() -> None:
    german = (
        "Der Hafenminister von Orland hat am Montag erklärt, dass die Fähre bald wieder fahren werde. "
        "Die Gewerkschaft der Hafenarbeiter wies diese Darstellung noch am selben Abend zurück.\n\n"
        "Nach Angaben der Behörde waren mehr als vierhundert Menschen an Bord, als der Motor ausfiel."
    )
    assert read(german).language == "de"


def test_nothing_to_read_is_a_problem() -> None:
    for data, kind in (
        (b"Home\nNews\nSport", "text/plain"),
        (b"<html><body></body></html>", "text/html"),
        (b"[1]", MEDIA_TYPE),
    ):
        found = understand(RawDocument("x", "x", data, kind))
        assert isinstance(found, Problem)
        assert found.kind in ("no_article", "bad_row")


def test_same_document_same_article() -> None:
    assert read(PAGE, "text/html") == read(PAGE, "text/html")


def test_import_is_quick() -> None:
    code = "import sys, onrecord.intake as i; print(any(m in sys.modules for m in ('trafilatura', 'lxml', 'fastwarc', 'py3langid', 'charset_normalizer')))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


LINES = st.sampled_from(
    [
        *PARAGRAPHS,
        *DUMP.splitlines(),
        TITLE,
        "WASHINGTON (AP) -",
        "(",
        "-",
        "/",
        "/A/",
        "12/11/2031",
        "©",
        "\x00",
        "By ",
        "12:30",
        "\u2028",
    ]
)
TEXTS = st.one_of(
    st.binary(max_size=300),
    st.lists(LINES, max_size=12).map(lambda rows: "\n".join(rows).encode()),
    st.lists(LINES, max_size=8).map(lambda rows: ("<p>" + "<p>".join(rows)).encode()),
)


@settings(max_examples=120, deadline=None)
@given(TEXTS, st.sampled_from(["text/html", "text/plain", MEDIA_TYPE]))
def test_understand_takes_anything(data: bytes, media_type: str) -> None:
    found = understand(RawDocument("x", "x", data, media_type))
    if isinstance(found, Article):
        check_blocks(found)
