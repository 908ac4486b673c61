"""What each format states reaches the article, and its text is kept as the article's own."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from intake.fiction import DUMP, PAGE, PARAGRAPHS, TITLE, warc_record
from intake.files import (
    ATOM,
    BODY_HTML,
    FACTIVA,
    FACTIVA_OTHER,
    FILES,
    NEXIS,
    NINJS,
    OTHER,
    RSS_ITEM,
    RSS_SUMMARY,
    URL,
    docx,
    factiva_html,
    factiva_lines,
    mhtml,
    news_message,
    pdf,
    rss,
    rtf,
    wacz,
    warc_revisit,
)
from onrecord.intake import find, understand
from onrecord.model import Article, Problem

Read = tuple[list[Article], list[Problem]]


def read(data: bytes, folder: Path, name: str = "file") -> Read:
    path = folder / name
    path.write_bytes(data)
    return read_paths([path])


def read_paths(paths: list[Path]) -> Read:
    found = [i if isinstance(i, Problem) else understand(i) for i in find(paths)]
    articles = [item for item in found if isinstance(item, Article)]
    return articles, [item for item in found if isinstance(item, Problem)]


def body(article: Article) -> str:
    labels = ("body", "dateline")
    return " ".join(b.span.of(article.text) for b in article.blocks if b.label in labels)


@pytest.mark.parametrize(
    "name",
    "rss atom ninjs ninjs.lines newsml nitf nexis.docx nexis.rtf factiva.rtf factiva.html "
    "factiva.plain table.csv".split(),
)
def test_database_texts_are_kept_whole_and_dated(name: str, tmp_path: Path) -> None:
    articles, _ = read(FILES[name], tmp_path)
    article = articles[0]
    assert body(article) == " ".join(PARAGRAPHS)
    assert article.title == TITLE
    assert article.byline == "Tomas Reil"
    assert article.published.value == "2031-03-03"
    assert article.published.sure
    assert article.language == "en"
    assert article.outlet or article.agency
    for other in articles[1:]:
        if not name.startswith("ninjs") or other is articles[-1]:
            assert body(other) == " ".join(OTHER)
            assert other.published.value == "2031-03-07"


@pytest.mark.parametrize("charset", ["utf-8", "windows-1252", "iso-8859-15"])
def test_mhtml(charset: str, tmp_path: Path) -> None:
    page = PAGE.replace('charset="utf-8"', f'charset="{charset}"').replace("Ada", "Zoë")
    (article,), problems = read(mhtml(page, charset), tmp_path)
    assert not problems
    assert article.url == URL
    assert article.captured is not None
    assert article.captured.startswith("2031-05-12")
    assert article.published.value == "2031-03-03"
    assert "Zoë" in body(article)
    assert "ferry.png" not in article.text


def test_mhtml_whose_root_is_not_its_first_part(tmp_path: Path) -> None:
    frame = (
        "<html><body><p>An advertisement in a frame of its own, sold by the week.</p></body></html>"
    )
    data = (
        'MIME-Version: 1.0\nContent-Type: multipart/related; start="<root>"; boundary=b\n\n'
        f"--b\nContent-Type: text/html\nContent-ID: <frame>\n\n{frame}\n"
        f"--b\nContent-Type: text/html; charset=utf-8\nContent-ID: <root>\nContent-Location: {URL}\n\n{PAGE}\n"
    )
    (article,), _ = read(data.encode(), tmp_path)
    assert article.title == TITLE
    assert article.url == URL


def test_mhtml_without_a_page(tmp_path: Path) -> None:
    data = b'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="b"\n\n--b\nContent-Type: image/png\n\nx\n--b--'
    articles, problems = read(data, tmp_path)
    assert not articles
    assert [p.kind for p in problems] == ["no_article"]


def test_revisits_point_at_the_page_that_they_repeat(tmp_path: Path) -> None:
    page = warc_record(URL, PAGE.encode())
    known = warc_revisit("http://vask.example/again", URL)
    lost = warc_revisit("http://vask.example/lost", "http://vask.example/first")
    articles, problems = read(page + known + lost, tmp_path)
    assert len(articles) == 1
    assert [p.key.partition("#")[2] for p in problems] == ["http://vask.example/lost"]
    assert "http://vask.example/first" in problems[0].detail


def test_revisit_of_a_page_in_another_file(tmp_path: Path) -> None:
    (tmp_path / "1.warc").write_bytes(warc_revisit(URL, URL))
    (tmp_path / "2.warc").write_bytes(warc_record(URL, PAGE.encode()))
    articles, problems = read_paths([tmp_path])
    assert (len(articles), problems) == (1, [])


def test_wacz_gives_its_warcs_alone(tmp_path: Path) -> None:
    records = [
        warc_record(URL, PAGE.encode()),
        warc_record("http://vask.example/2", b"", status=404),
    ]
    (article,), problems = read(wacz(records), tmp_path)
    assert not problems
    assert article.key.endswith(f"#archive/data.warc.gz#{URL}")
    assert article.captured == "2031-05-12T10:15:00Z"


def test_feed_entries_without_full_text_are_told(tmp_path: Path) -> None:
    articles, problems = read(rss(RSS_SUMMARY + RSS_ITEM), tmp_path)
    assert [a.key.partition("#")[2] for a in articles] == ["vc-71"]
    assert [p.kind for p in problems] == ["no_article"]
    assert "quota" in problems[0].detail


def test_feed_in_another_charset_and_broken(tmp_path: Path) -> None:
    data = rss(RSS_ITEM).decode().replace("Tomas", "Tomás").replace("UTF-8", "ISO-8859-1")
    articles, _ = read(data.encode("latin-1", "xmlcharrefreplace")[:-40], tmp_path)
    assert [a.byline for a in articles] == ["Tomás Reil"]
    assert body(articles[0]) == " ".join(PARAGRAPHS)


def test_long_descriptions_are_texts(tmp_path: Path) -> None:
    text = "".join(f"&lt;p&gt;{p}&lt;/p&gt;" for p in (*PARAGRAPHS, *OTHER))
    item = f"<item><title>{TITLE}</title><description>{text}</description></item>"
    (article,), _ = read(rss(item), tmp_path)
    assert body(article) == " ".join((*PARAGRAPHS, *OTHER))


def test_atom_dates_an_entry_by_its_publication(tmp_path: Path) -> None:
    articles, _ = read(ATOM, tmp_path)
    assert [a.published.value for a in articles] == ["2031-03-03", "2031-03-07"]


def test_ninjs_keeps_the_item_and_leads_into_it(tmp_path: Path) -> None:
    path = tmp_path / "item.json"
    path.write_text(json.dumps(NINJS, indent=2), "utf-8")
    (raw,) = find([path])
    assert not isinstance(raw, Problem)
    assert json.loads(raw.data) == NINJS
    assert raw.given["field"] == "/body_xhtml"
    plain = {k: v for k, v in NINJS.items() if k != "body_xhtml"}
    (article,), _ = read(json.dumps([plain]).encode(), tmp_path)
    assert {anchor.node for anchor in article.anchors} == {"/body_text"}
    assert article.text == NINJS["body_text"]


def test_ninjs_without_a_text_is_told(tmp_path: Path) -> None:
    item = {"uri": URL, "versioncreated": "2031-03-03T08:30:00Z", "headline": TITLE}
    articles, problems = read(json.dumps(item).encode(), tmp_path)
    assert not articles
    assert [p.kind for p in problems] == ["no_article"]


def test_objects_that_hold_lists_of_rows(tmp_path: Path) -> None:
    rows = [{"headline": TITLE, "body": DUMP, "pubDate": "2031-03-03"}, {"headline": "x"}]
    for text in (json.dumps({"count": 2, "articles": rows}), json.dumps(rows, indent=2)):
        articles, problems = read(text.encode(), tmp_path)
        assert [a.published.value for a in articles] == ["2031-03-03"]
        assert [p.kind for p in problems] == ["bad_row"]


def test_news_item_of_text_without_the_text(tmp_path: Path) -> None:
    item = (
        '<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="a"><itemMeta><itemClass '
        'qcode="ninat:text"/></itemMeta><contentSet><remoteContent href="a.xml"/></contentSet>'
        "</newsItem>"
    )
    articles, problems = read(news_message(item), tmp_path)
    assert (articles, [p.kind for p in problems]) == ([], ["no_article"])


def test_credits_of_a_news_item(tmp_path: Path) -> None:
    (article,), _ = read(FILES["newsml"], tmp_path)
    assert article.outlet == "Corvo News"
    assert article.agency is not None
    assert article.agency.startswith("Corvo")


@pytest.mark.parametrize("write", [docx, rtf, lambda rows: "\n".join(rows).encode()])
def test_nexis_keeps_what_it_prints_and_labels_it(write: object, tmp_path: Path) -> None:
    assert callable(write)
    articles, problems = read(write(NEXIS), tmp_path)
    first, second = articles
    assert [p.kind for p in problems] == ["no_article"]
    assert first.outlet == "The Vask Courier (Orland)"
    assert second.outlet == "The Senn Gazette"
    for printed in (TITLE, "Length: 112 words", "Load-Date: March 4, 2031", "End of Document"):
        assert printed in first.text
        assert printed == TITLE or printed not in body(first)
    assert "Search Terms" not in first.text
    assert "deleted" not in first.text


def test_nexis_of_one_article_without_labels(tmp_path: Path) -> None:
    lines = (TITLE, "The Vask Courier", "3 March 2031", "Body", *PARAGRAPHS, "End of Document")
    (article,), _ = read(docx(lines), tmp_path)
    assert (article.outlet, article.byline) == ("The Vask Courier", None)
    assert body(article) == " ".join(PARAGRAPHS)


@pytest.mark.parametrize("make", [factiva_html, lambda *a: rtf(factiva_lines(*a))])
def test_factiva_without_numbers_and_with_missing_fields(make: object, tmp_path: Path) -> None:
    assert callable(make)
    bare = [pair for pair in FACTIVA if pair[0] not in ("AN", "BY", "LA", "PD")]
    articles, _ = read(make(bare, FACTIVA_OTHER, bare[1:]), tmp_path)
    assert [a.title for a in articles] == [TITLE, "Keeper Finds Letter", TITLE]
    assert [a.published.value for a in articles] == ["", "2031-03-07", ""]
    assert {body(articles[0]), body(articles[2])} == {" ".join(PARAGRAPHS)}
    assert [a.outlet for a in articles] == [
        "The Vask Courier",
        "The Senn Gazette",
        "The Vask Courier",
    ]


def test_an_article_has_one_id_in_two_exports(tmp_path: Path) -> None:
    one, _ = read(rtf(factiva_lines(FACTIVA)), tmp_path)
    two, _ = read(rtf(factiva_lines(FACTIVA_OTHER, FACTIVA)), tmp_path, "other")
    assert one[0].id == two[1].id


def test_documents_of_one_text(tmp_path: Path) -> None:
    for write in (docx, rtf):
        (article,), problems = read(write(DUMP.split("\n")), tmp_path)
        assert not problems
        assert article.title == TITLE
        assert PARAGRAPHS[2] in body(article)
        assert "newsletter" not in body(article)


def test_pdf(tmp_path: Path) -> None:
    (article,), problems = read(FILES["pdf"], tmp_path)
    assert not problems
    assert article.title == TITLE
    assert body(article).split() == " ".join(PARAGRAPHS).split()
    assert {anchor.node for anchor in article.anchors} == {"page 1", "page 2"}


def test_pdf_without_text(tmp_path: Path) -> None:
    for data, why in ((pdf([[], []]), "no text layer"), (b"%PDF-1.7\nbroken", "damaged")):
        articles, problems = read(data, tmp_path)
        assert not articles
        assert [p.kind for p in problems] == ["not_text"]
        assert why in problems[0].detail


def test_pdf_that_draws_too_much(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("onrecord.intake.formats.pdf.LARGEST_PAGE", 1_000)
    monkeypatch.setattr("onrecord.intake.formats.pdf.LARGEST_WHOLE", 3_000)
    _, problems = read(pdf([["word"] * 100]), tmp_path)
    assert "drawn on page 1" in problems[0].detail
    _, problems = read(pdf([["word"] * 50] * 9), tmp_path)
    assert "split" in problems[0].detail


def test_markup_in_fields_is_read_as_a_page(tmp_path: Path) -> None:
    row = json.dumps({"id": "a", "content": BODY_HTML, "link": URL, "author": "Tomas Reil"})
    (article,), _ = read(row.encode(), tmp_path)
    assert article.url == URL
    assert "<p>" not in article.text


@pytest.mark.parametrize("name", [b"x:p", b"pContent-Length:", b"p:"])
def test_a_paragraph_of_a_prefix_that_nobody_bound(name: bytes, tmp_path: Path) -> None:
    data = FILES["nitf"].replace(b"<p>", b"<" + name + b">", 1)
    articles, _ = read(data, tmp_path)
    assert [PARAGRAPHS[1] in article.text for article in articles] == [True]
