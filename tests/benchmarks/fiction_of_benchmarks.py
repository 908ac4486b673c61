"""A page of fiction, its gold, and a reading of it made by hand."""

from __future__ import annotations

from typing import Any

from benchmarks.demo.gold import body_of
from benchmarks.demo.reading import Page

from onrecord.model import (
    Article,
    Attribution,
    Block,
    Published,
    Reading,
    Span,
    Stance,
    Statement,
    Timex,
)

KEY = "articles/ferry.txt"
TEXT = """The Tarn Echo

Ferry  to stop on Friday

The ferry will stop on
Friday, Mayor Ada Rusk said. Rusk denied that it
was unsafe.

Subscribe to our letter

"Nobody was hurt," she told reporters on Monday."""

ROW: dict[str, Any] = {
    "key": KEY,
    "title": "Ferry to stop on Friday",
    "outlet": "The Tarn Echo",
    "agency": "Corvo Press",
    "published": "2021-05-04",
    "body": ["The ferry will stop on Friday,", '"Nobody was hurt," she told'],
    "body_ends": ["denied that it was unsafe.", "told reporters on Monday."],
    "neutral": [],
    "junk": ["Subscribe to our letter", "The Tarn Echo"],
}


def span(words: str, number: int = 0) -> Span:
    start = -1
    for _ in range(number + 1):
        start = TEXT.index(words, start + 1)
    return Span(start, start + len(words))


def block(first: str, last: str) -> Block:
    return Block(Span(span(first).start, span(last).end), "body")


def statement(
    identifier: str,
    source: Span,
    content: Span,
    *,
    speaker: str | None = "Ada Rusk",
    stance: Stance = "assert",
    said_on: str | None = None,
    parent: str | None = None,
) -> Statement:
    attribution = Attribution(
        source=(source,),
        cue=(),
        content=(content,),
        kind="indirect",
        act="speech",
        stance=stance,
        source_type="person",
        speaker=speaker,
        said_on=said_on,
    )
    return Statement(identifier, "1", attribution, content.of(TEXT), parent=parent)


def page(statements: list[Statement] | None = None, timexes: tuple[Timex, ...] = ()) -> Page:
    """Everything is right but the outlet, and the plea for subscriptions is in the body."""
    article = Article(
        id="1",
        key=KEY,
        path=KEY,
        raw_sha256="",
        media_type="text/plain",
        text=TEXT,
        blocks=(
            block("The ferry", "was unsafe."),
            block("Subscribe", "letter"),
            block('"Nobody', "Monday."),
        ),
        anchors=(),
        title="Ferry  to stop on Friday",
        outlet="Tarn",
        agency="Corvo",
        published=Published("2021-05-04"),
    )
    return Page(article, Reading(timexes=timexes), body_of(ROW, TEXT), statements or [])
