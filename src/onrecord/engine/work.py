"""The work itself: raw documents to readings, with the parses that the record has already."""

from __future__ import annotations

import platform
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from onrecord.engine.outcome import Outcome, Work, describe, failed
from onrecord.model import Article, Parse, Problem, RawDocument, Reading
from onrecord.record import Record
from onrecord.record.packing import pack

T = TypeVar("T")


@dataclass(frozen=True)
class ReadingWork:
    """Makes a `Reader`; goes to the workers.

    The parses in the record at `record` are used on the machine `host` alone: SQLite is no file
    for the network.
    """

    record: Path | None = None
    host: str = field(default_factory=platform.node)

    def __call__(self) -> Work:
        return Reader(self.record if self.host == platform.node() else None)


class Reader:
    """Reads chunks of documents. Holds the parser, which is loaded when first needed."""

    def __init__(self, record: Path | None) -> None:
        self._record = record
        self._parser: Callable[[list[str]], list[Parse]] | None = None

    def __call__(self, documents: Sequence[RawDocument]) -> list[Outcome]:
        """One outcome for each document. What goes wrong in one is that one's problem alone.

        Raises `OnrecordError` when there is no parser.
        """
        from onrecord import intake

        understood = [_guarded(intake.understand, document) for document in documents]
        english = [a for a in understood if isinstance(a, Article) and a.language == "en"]
        parses, fresh = self._parses(english)
        outcomes = []
        for document, article in zip(documents, understood, strict=True):
            if isinstance(article, Outcome):
                outcomes.append(article)
            elif isinstance(article, Problem):
                outcomes.append(Outcome(problems=(article,)))
            elif article.language != "en":
                outcomes.append(_other_language(article))
            else:
                outcomes.append(_read(document, article, parses, fresh))
        return outcomes

    def _parses(
        self, articles: Iterable[Article]
    ) -> tuple[dict[str, Parse | Exception], dict[str, bytes]]:
        """The parses of all passages under their keys, and packed those that are new.

        A passage that the parser stumbles over has the exception in its place.
        """
        passages = {key: text for article in articles for key, text in _passages(article)}
        parses: dict[str, Parse | Exception] = {}
        if self._record is not None:
            # Opened for each chunk, which costs nothing beside it: a connection that outlives the
            # writer's would leave the record in two files.
            with Record.open(self._record, read_only=True) as record:
                parses.update(record.parses(passages))
        missing = {key: text for key, text in passages.items() if key not in parses}
        if not missing:
            return parses, {}
        parsed = self._parse(missing)
        parses.update(parsed)
        return parses, {k: pack(p) for k, p in parsed.items() if isinstance(p, Parse)}

    def _parse(self, passages: dict[str, str]) -> dict[str, Parse | Exception]:
        if self._parser is None:
            from onrecord.reading import Parser

            self._parser = Parser().parse
        try:
            return dict(zip(passages, self._parser(list(passages.values())), strict=True))
        except Exception as error:
            if len(passages) == 1:
                return dict.fromkeys(passages, error)
        single: dict[str, Parse | Exception] = {}
        for key, text in passages.items():
            single.update(self._parse({key: text}))
        return single


def _passages(article: Article) -> list[tuple[str, str]]:
    from onrecord.reading import passage_key

    texts = [span.of(article.text) for span in article.passages()]
    return [(passage_key(text), text) for text in texts]


def _guarded(function: Callable[[RawDocument], T], document: RawDocument) -> T | Outcome:
    try:
        return function(document)
    except Exception as error:
        return failed(document, describe(error))


def _read(
    document: RawDocument,
    article: Article,
    parses: dict[str, Parse | Exception],
    fresh: dict[str, bytes],
) -> Outcome:
    from onrecord import reading

    keys = [key for key, _ in _passages(article)]
    usable: list[Parse] = []
    for key in keys:
        parse = parses[key]
        if isinstance(parse, Exception):
            return failed(document, describe(parse))
        usable.append(parse)
    try:
        read = reading.read(article, usable)
    except Exception as error:
        return failed(document, describe(error))
    # Each new parse goes with the first article that has the passage.
    own = {key: fresh.pop(key) for key in dict.fromkeys(keys) if key in fresh}
    return Outcome(article=article, reading=read, parses=own)


def _other_language(article: Article) -> Outcome:
    problem = Problem(
        article.path,
        article.key,
        "language",
        f"the language is '{article.language}', and only English ('en') is read; the article is "
        "kept, without a reading",
        article.id,
    )
    return Outcome(article=article, reading=Reading(), problems=(problem,))
