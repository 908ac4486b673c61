from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from intake.fiction import PARAGRAPHS
from onrecord.intake import plain


def labels(text: str) -> list[tuple[str, str]]:
    return [(b.label, b.span.of(text)) for b in plain(text, key="k").blocks]


def test_text_is_kept_and_the_dateline_split_off() -> None:
    text = f"\n\nMay 07 , 2031\n\nPORT VASK (Corvo) - {PARAGRAPHS[0]}\n\n{PARAGRAPHS[1]}\n"
    article = plain(text, key="k", title="T", outlet="The Echo")
    assert article.text == text
    assert labels(text) == [
        ("published", "May 07 , 2031"),
        ("dateline", "PORT VASK (Corvo) -"),
        ("body", PARAGRAPHS[0]),
        ("body", PARAGRAPHS[1]),
    ]
    assert (article.agency, article.outlet, article.dateline) == ("Corvo", "The Echo", "PORT VASK")
    assert article.published.value == "2031-05-07"
    assert plain(text, key="k", published="2031-05-08").published.value == "2031-05-08"


def test_single_lines_are_paragraphs_where_no_line_is_blank() -> None:
    assert labels("\n".join(PARAGRAPHS)) == [("body", paragraph) for paragraph in PARAGRAPHS]


def test_nothing_is_cleaned_away() -> None:
    text = "Share this story\n\nRead more: something else\n\nSubscribe to our newsletter now!"
    assert [label for label, _ in labels(text)] == ["body"] * 3


def test_dateline_alone_on_a_line() -> None:
    text = f"\nVASK, Oria (AP) _\n\n{PARAGRAPHS[2]}"
    assert labels(text)[0] == ("dateline", "VASK, Oria (AP) _")


@given(st.text(max_size=200))
def test_blocks_cover_any_text(text: str) -> None:
    article = plain(text, key="k")
    end = 0
    for block in article.blocks:
        assert end <= block.span.start < block.span.end
        assert not text[end : block.span.start].strip()
        end = block.span.end
    assert not text[end:].strip()


def test_a_blank_line_somewhere_does_not_join_the_other_lines() -> None:
    text = "The ferry stops on Friday.\nThe mayor said so.\n\nRusk denied it.\nTalks go on."
    assert [words for _, words in labels(text)] == [
        "The ferry stops on Friday.",
        "The mayor said so.",
        "Rusk denied it.",
        "Talks go on.",
    ]


def test_a_line_that_breaks_off_goes_on_in_the_next() -> None:
    text = "Editor's note: the ferry regularly\nstops at\nthe island.\nThe mayor said so."
    assert [words for _, words in labels(text)] == [
        "Editor's note: the ferry regularly\nstops at\nthe island.",
        "The mayor said so.",
    ]
