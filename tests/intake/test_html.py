from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from intake.fiction import PAGE
from onrecord.intake.formats import html
from onrecord.intake.layout import Layout


def laid_out(page: str) -> Layout:
    root = html.tree(page.encode())
    assert root is not None
    layout = html.layout(root)
    check_anchors(root, layout)
    return layout


def check_anchors(root: object, layout: Layout) -> None:
    """Every anchor leads to a text node that holds the same characters; between them is only the
    white space of the layout."""
    at = 0
    for number, anchor in enumerate(layout.anchors):
        if number > 300:  # finding the nth text of a hostile page takes a while
            return
        (node,) = root.getroottree().xpath(anchor.node)  # type: ignore[attr-defined]  # lxml has no types
        stop = anchor.offset + anchor.length
        assert (
            str(node)[anchor.offset : stop]
            == layout.text[anchor.start : anchor.start + anchor.length]
        )
        assert layout.text[at : anchor.start].strip(" \n") == ""
        at = anchor.start + anchor.length
    assert layout.text[at:].strip(" \n") == ""
    end = 0
    for line in layout.lines:
        assert end <= line.span.start < line.span.end <= len(layout.text)
        assert not layout.text[end : line.span.start].strip()
        end = line.span.end
    assert not layout.text[end:].strip()


def lines(page: str) -> list[str]:
    layout = laid_out(page)
    return [line.span.of(layout.text) for line in layout.lines]


def test_text_is_what_a_reader_sees() -> None:
    shown = lines(PAGE)
    assert "Home" in shown
    assert not any("Not to be seen" in line or "style sheet" in line for line in shown)
    assert not any("datePublished" in line or "color: black" in line for line in shown)
    assert any("Orland, Ada Brenn, said" in line for line in shown)


def test_white_space_collapses_as_in_a_browser() -> None:
    assert lines("<p> one\n <b>two </b> three<i>four</i></p><p>five<br>six<br><br>seven</p>") == [
        "one two threefour",
        "five\nsix",
        "seven",
    ]
    assert lines("<pre>a  b\n  c</pre>") == ["a  b\n  c"]


def test_comments_and_odd_names_do_not_disturb_the_paths() -> None:
    layout = laid_out("<body><p>a<!-- x -->b<o:p>c</o:p>d<b>e</b>f</p><p>g</p></body>")
    assert [a.node for a in layout.anchors][:2] == [
        "/html/body/p[1]/text()[1]",
        "/html/body/p[1]/text()[2]",
    ]
    assert layout.text == "abcdef\n\ng"


def test_hostile_pages() -> None:
    deep = "<body>" + "<div>" * 300 + "<b>word</b> " * 3 + "<div>" * 10_000
    layout = laid_out(deep)
    assert layout.text == "word word word"
    assert layout.anchors[0].node == "(//text())[1]"
    assert lines(f'<p title="{"x" * 3_000_000}">short</p>') == ["short"]
    assert lines("<p>nul\x00byte</p>") == ["nul\ufffdbyte"]
    assert html.tree(b"") is None


MARKUP = (
    "<p> </p> <div> </div> <br> <b> </b> <pre> </pre> <script> </script> <!--x--> <td> <table> "
    "<li> <span|hidden> </span> <a> </a> <x:y> &amp; &nbsp; &#13; \x00 \x0b < > é \U0001f600 ]]> <![CDATA["
)
PIECES = st.sampled_from(
    [
        *(piece.replace("|", " ") for piece in re.split(" ", MARKUP)),
        " ",
        "\n",
        "\t",
        "word",
        "\u00a0",
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES, max_size=30))
def test_every_character_leads_back_to_the_page(pieces: list[str]) -> None:
    root = html.tree("".join(pieces).encode())
    if root is not None:
        check_anchors(root, html.layout(root))
