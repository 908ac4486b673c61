"""Texts to readings without a record: what `onrecord.annotate` and `onrecord annotate` do."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from typing import Any

import msgspec

from onrecord.model import Article, Parse, Reading

ParseAll = Callable[[Sequence[str]], list[Parse]]


class Line(msgspec.Struct, frozen=True):
    """One document of the filter's input. `id` is any JSON value and comes back as it is."""

    text: str
    id: Any = None
    published: str | None = None
    title: str | None = None
    outlet: str | None = None


class Failure(msgspec.Struct, frozen=True):
    """What stands in the place of a line that could not be read."""

    id: Any
    error: str


def annotate(
    text: str,
    *,
    published: str | None = None,
    title: str | None = None,
    outlet: str | None = None,
) -> Reading:
    """Read one text. Spans count code points of exactly that `text`; nothing is cleaned.

    `published` is an ISO day, or the beginning of one ('2019-03'): what 'Wednesday' is counted
    from. The first call loads the parser.
    """
    article = _article(text, published, title, outlet)
    return _read([article], _parser())[0]


def annotate_lines(
    lines: Iterable[bytes], batch: int = 16
) -> Iterator[list[tuple[Any, Article, Reading] | Failure]]:
    """Read JSON lines, `batch` at a time; gives one list a batch, in the order of the lines.

    A document that cannot be read is a `Failure` in its place. Blank lines are passed over.
    """
    parse = _parser()
    waiting: list[Line | Failure] = []
    for number, line in enumerate(lines, 1):
        if number == 1:
            line = line.removeprefix(b"\xef\xbb\xbf")
        if not line.strip():
            continue
        waiting.append(_decoded(line, number))
        if len(waiting) == batch:
            yield _batch(waiting, parse)
            waiting = []
    if waiting:
        yield _batch(waiting, parse)


def _decoded(line: bytes, number: int) -> Line | Failure:
    try:
        return msgspec.json.decode(line, type=Line)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        return Failure(_id_of(line), f"line {number}: {error}")


def _id_of(line: bytes) -> Any:
    try:
        row = msgspec.json.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return None
    return row.get("id") if isinstance(row, dict) else None


def _batch(
    lines: Sequence[Line | Failure], parse: ParseAll
) -> list[tuple[Any, Article, Reading] | Failure]:
    results: list[tuple[Any, Article, Reading] | Failure] = []
    articles: list[tuple[int, Article]] = []
    for place, line in enumerate(lines):
        results.append(line if isinstance(line, Failure) else Failure(line.id, ""))
        if isinstance(line, Line):
            try:
                article = _article(line.text, line.published, line.title, line.outlet)
            except Exception as error:
                results[place] = _failure(line, error)
            else:
                articles.append((place, article))
    for (place, article), read in zip(
        articles, _each([a for _, a in articles], parse), strict=True
    ):
        line = lines[place]
        results[place] = (
            _failure(line, read) if isinstance(read, Exception) else (line.id, article, read)
        )
    return results


def _each(articles: Sequence[Article], parse: ParseAll) -> list[Reading | Exception]:
    """All at once; when that fails, one by one, to find the one that fails."""
    try:
        return [*_read(articles, parse)]
    except Exception as error:
        if len(articles) == 1:
            return [error]
    return [read for article in articles for read in _each([article], parse)]


def _failure(line: Line | Failure, error: Exception) -> Failure:
    return Failure(line.id, f"{type(error).__name__}: {error}")


def _article(text: str, published: str | None, title: str | None, outlet: str | None) -> Article:
    from onrecord import intake

    return intake.plain(text, key="", published=published, title=title, outlet=outlet)


def _read(articles: Sequence[Article], parse: ParseAll) -> list[Reading]:
    from onrecord import reading

    passages = [[span.of(a.text) for span in a.passages()] for a in articles]
    parses = iter(parse([text for texts in passages for text in texts]))
    return [
        reading.read(article, [next(parses) for _ in texts])
        for article, texts in zip(articles, passages, strict=True)
    ]


@cache
def _parser() -> ParseAll:
    from onrecord.reading import Parser

    return Parser().parse
