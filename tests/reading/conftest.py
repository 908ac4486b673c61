"""One parser for the whole folder, and invented texts read with it."""

from __future__ import annotations

import functools
from collections.abc import Callable

import pytest

from onrecord import intake
from onrecord.reading import Parser, read
from reading.words import Read


@pytest.fixture(scope="session")
def parser() -> Parser:
    return Parser()


@pytest.fixture(scope="session")
def reads(parser: Parser) -> Callable[..., Read]:
    """A text, and what is known of it (`published`, `outlet`), to its article and reading."""

    @functools.cache
    def reading(text: str, **known: str) -> Read:
        article = intake.plain(text, key="fiction", **known)
        passages = [span.of(text) for span in article.passages()]
        return Read(article, read(article, parser.parse(passages)))

    return reading
