from __future__ import annotations

import msgspec
from hypothesis import given
from hypothesis import strategies as st

import fiction
from onrecord.model import Article, Attribution, Block, Published, RawDocument, Reading, Span
from onrecord.record import statements_of

UNKNOWN = Published()


def article(text: str, published: Published = UNKNOWN) -> Article:
    raw = RawDocument("a", "a", text.encode(), "text/plain")
    blocks = tuple(
        Block(Span(start, start + len(line)), "body")
        for line, start in _lines(text)
        if line.strip()
    )
    return msgspec.structs.replace(fiction.article(raw), blocks=blocks, published=published)


def _lines(text: str) -> list[tuple[str, int]]:
    lines, start = [], 0
    for line in text.split("\n"):
        lines.append((line, start))
        start += len(line) + 1
    return lines


def said(*content: Span, **more: object) -> Attribution:
    given: dict[str, object] = {
        "source": (), "cue": (), "kind": "direct", "act": "speech", "stance": "assert",
        "source_type": "person",
    }  # fmt: skip
    return msgspec.convert({**given, "content": content, **more}, Attribution, from_attributes=True)


def test_fragments_are_joined_and_quotations_found() -> None:
    text = "“We dig,” the mayor said, adding that “the silt” must go."
    first = Span(0, 9)
    second = Span(text.index("that"), len(text) - 1)
    (statement,) = statements_of(article(text), Reading(attributions=(said(first, second),)))
    assert statement.text == "“We dig,” … that “the silt” must go"
    assert [span.of(text) for span in statement.quoted] == ["We dig,", "the silt"]


def test_the_day_is_as_stated_else_up_to_publication() -> None:
    text = "No boats sailed."
    published = Published("2031-05-06", "2031-05-06", "2031-05-06", True)
    spans = Span(0, 2), Span(0, 8), Span(3, 8)
    reading = Reading(
        attributions=(
            said(spans[0]),
            said(spans[1], said_earliest="2031-05-01", said_latest="2031-05-03"),
            said(spans[2], said_earliest="2031-05-01"),
        )
    )
    days = [
        (s.said_earliest, s.said_latest) for s in statements_of(article(text, published), reading)
    ]
    assert days == [
        (None, "2031-05-06"),
        ("2031-05-01", "2031-05-03"),
        ("2031-05-01", "2031-05-06"),
    ]
    undated = statements_of(article(text), reading)
    assert (undated[0].said_earliest, undated[0].said_latest) == (None, None)


def test_ids_rest_on_article_and_words_alone() -> None:
    one, other = article("No boats sailed."), article("No boats sailed!")
    reading = Reading(attributions=(said(Span(0, 2)), said(Span(0, 2)), said(Span(3, 8), parent=0)))
    later = Reading(attributions=(said(Span(0, 2), stance="deny"), *reading.attributions[1:]))
    ids = [statement.id for statement in statements_of(one, reading)]
    assert len(set(ids)) == 3
    assert [statement.id for statement in statements_of(one, later)] == ids
    assert not {statement.id for statement in statements_of(other, reading)} & set(ids)
    assert [s.parent for s in statements_of(one, reading)] == [None, None, ids[0]]


@given(st.text(alphabet="ab “”\"'‘’\n.é", max_size=60), st.data())
def test_quoted_lies_within_content(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    content = Span(start, end)
    (statement,) = statements_of(article(text), Reading(attributions=(said(content),)))
    assert statement.text == text[start:end]
    assert all(content.covers(span) and len(span) for span in statement.quoted)
