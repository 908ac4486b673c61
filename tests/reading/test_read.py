from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord import intake
from onrecord.model import (
    Act,
    Article,
    Block,
    Kind,
    NameType,
    Reading,
    SourceType,
    Span,
    Stance,
)
from onrecord.reading import Parser, read

FEW = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])

PIECES = st.sampled_from(
    [
        "Peter Hallam said", "that", "“", "”", '"', "'", "``", "''", "\n", "\n\n", ",", ".", ":",
        "according to", "the ministry", "denied", "the report", "was quoted by the agency as saying",
        "citing officials", "She", "he added", "on Monday", "35 tonnes of", "who", "they", "it",
        "told", "reporters", "in a statement", "did not", "to comment", "declined", "urged",
        "Peter Hallam", "Mrs Hallam", "claims that", "the dam failed", "were refuted by", "and",
        "PORT VASK (Corvo) -", "asked whether", "said", "cargo", "é", "\U0001f6a2", "…", "—", "(",
    ]
)  # fmt: skip
TEXTS = st.lists(PIECES, max_size=30).map(" ".join) | st.text(max_size=120)


def spans(reading: Reading) -> Iterator[Span]:
    for name in reading.names:
        yield name.span
    for timex in reading.timexes:
        yield timex.span
    for figure in reading.figures:
        yield figure.span
    for event in reading.events:
        yield event.trigger
    for a in reading.attributions:
        yield from (*a.source, *a.cue, *a.content, *a.speaker_spans)
        yield from (s for s in (a.addressee_span, a.setting_span, a.said_span) if s is not None)


def check(article: Article, reading: Reading) -> None:
    passages = article.passages()
    for span in spans(reading):
        assert span.start < span.end
        assert any(passage.covers(span) for passage in passages), span.of(article.text)
    for name in reading.names:
        assert name.type in get_args(NameType)
        assert name.identity
    for items in (reading.names, reading.timexes, reading.figures):
        assert [item.span for item in items] == sorted(item.span for item in items)
    for name, other in pairwise(reading.names):
        assert not name.span.overlaps(other.span)
    for index, a in enumerate(reading.attributions):
        assert a.content
        for parts in (a.source, a.cue, a.content):
            assert all(one.end <= next_.start for one, next_ in pairwise(parts))
        assert a.kind in get_args(Kind)
        assert a.act in get_args(Act)
        assert a.stance in get_args(Stance)
        assert a.source_type in get_args(SourceType)
        assert (a.addressee is None) == (a.addressee_span is None)
        assert (a.setting is None) == (a.setting_span is None)
        assert (a.said_on is None) == (a.said_span is None)
        assert a.speaker != ""
        assert a.by
        assert 0 < a.confidence <= 1
        above, seen = a.parent, {index}
        while above is not None:
            assert 0 <= above < len(reading.attributions)
            assert above not in seen
            seen.add(above)
            above = reading.attributions[above].parent


def parsed(parser: Parser, article: Article) -> Reading:
    parses = parser.parse([span.of(article.text) for span in article.passages()])
    reading = read(article, parses)
    again = parser.parse([span.of(article.text) for span in article.passages()])
    assert read(article, again) == reading
    return reading


@FEW
@given(TEXTS)
def test_any_text_is_read_the_same_way_twice(parser: Parser, text: str) -> None:
    article = intake.plain(text, key="fiction", published="2031-05-06")
    check(article, parsed(parser, article))


@FEW
@given(st.lists(TEXTS, max_size=6))
def test_only_the_body_is_read(parser: Parser, texts: list[str]) -> None:
    """Every other block is junk; nothing may be found in it or reach over it."""
    text, blocks = "", []
    for index, words in enumerate(texts):
        if words:
            label = "related" if index % 2 else "body"
            blocks.append(Block(Span(len(text), len(text) + len(words)), label))
            text += words + "\n"
    article = Article("", "", "", "", "text/plain", text, tuple(blocks), ())
    check(article, parsed(parser, article))


def test_nothing_to_read(parser: Parser) -> None:
    reading = parsed(parser, intake.plain("", key="fiction"))
    assert reading.attributions == reading.names == reading.timexes == reading.figures == ()
    assert reading.versions


def test_every_passage_wants_a_parse() -> None:
    with pytest.raises(ValueError, match="1 passages but 0 parses"):
        read(intake.plain("The pilot came.", key="fiction"), [])


def test_where_an_article_lies_changes_nothing(parser: Parser) -> None:
    text = "Mayor Helen Marsh said the dam was safe. She denied the report."
    one = parsed(parser, intake.plain(text, key="a"))
    assert one == parsed(parser, intake.plain(text, key="b"))
    assert [a.speaker for a in one.attributions] == ["Helen Marsh", "Helen Marsh"]
