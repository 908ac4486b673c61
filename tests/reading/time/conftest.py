"""One parser for the whole folder, and a way to read a few invented sentences with it."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from onrecord.model import Article, Published, Span, Timex
from onrecord.reading.parse import Parser
from onrecord.reading.time import timexes

Read = Callable[..., list[Timex]]


@pytest.fixture(scope="session")
def parser() -> Parser:
    return Parser()


@pytest.fixture(scope="session")
def read(parser: Parser) -> Read:
    """Paragraphs of `text` as passages of an article published on `published`."""

    def reading(text: str, published: str = "2019-03-31", **known: str) -> list[Timex]:
        article = Article(
            id="", key="", path="", raw_sha256="", media_type="text/plain", text=text,
            blocks=(), anchors=(), published=Published(published, **known),
        )  # fmt: skip
        passages = [Span(*match.span()) for match in re.finditer(r"[^\n]+", text)]
        return timexes(article, passages, parser.parse([span.of(text) for span in passages]))

    return reading


@pytest.fixture(scope="session")
def values(read: Read) -> Callable[..., list[tuple[str, str]]]:
    """Words and value of each expression."""

    def found(text: str, published: str = "2019-03-31") -> list[tuple[str, str]]:
        return [(timex.span.of(text), timex.value) for timex in read(text, published)]

    return found
