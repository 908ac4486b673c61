"""Articles, readings and statements made by hand, for tests of linking."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, fields
from typing import Any

import msgspec

from onrecord.linking import Linkable
from onrecord.model import (
    Act,
    Article,
    Attribution,
    Block,
    GazetteerRow,
    Judgement,
    Linked,
    Name,
    NameType,
    Published,
    Reading,
    SourceType,
    Span,
    Stance,
    Statement,
)


def article(
    identifier: str,
    text: str,
    *,
    outlet: str | None = None,
    agency: str | None = None,
    title: str | None = None,
    day: str | None = None,
) -> Article:
    """Paragraphs (set apart by blank lines) are body blocks."""
    blocks = tuple(
        Block(Span(*m.span()), "body")
        for m in re.finditer(r"\S.*?(?=\s*\n\s*\n|\s*\Z)", text, re.DOTALL)
    )
    return Article(
        id=identifier, key=identifier, path="", raw_sha256="", media_type="text/plain", text=text,
        blocks=blocks, anchors=(), title=title, outlet=outlet, agency=agency,
        published=Published(day or "", day, day, bool(day)),
    )  # fmt: skip


def span(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def name(
    text: str, words: str, kind: NameType, identity: str | None = None, role: str | None = None
) -> Name:
    return Name(span(text, words), kind, identity or words, role)


def attribution(
    text: str,
    source: str,
    cue: str,
    content: str,
    *,
    speaker: str | None = None,
    stance: Stance = "assert",
    act: Act = "speech",
    source_type: SourceType = "person",
    addressee: str | None = None,
    said_on: str | None = None,
) -> Attribution:
    sources = (span(text, source),) if source else ()
    return Attribution(
        source=sources, cue=(span(text, cue),), content=(span(text, content),), kind="indirect",
        act=act, stance=stance, source_type=source_type, speaker=speaker or source or None,
        speaker_spans=sources, addressee=addressee, said_on=said_on, said_earliest=said_on,
        said_latest=said_on,
    )  # fmt: skip


def statement(
    identifier: str, of: Article, made: Attribution, *, quoted: tuple[Span, ...] = ()
) -> Statement:
    return Statement(
        id=identifier,
        article=of.id,
        attribution=made,
        text=" … ".join(s.of(of.text) for s in made.content),
        quoted=quoted,
        said_earliest=made.said_earliest,
        said_latest=made.said_latest or of.published.latest,
    )


@dataclass
class Shelf(Linkable):
    """A record in memory: what `link` takes in, and what it gave out."""

    held: list[tuple[Article, Reading]] = field(default_factory=list)
    judged: list[Judgement] = field(default_factory=list)
    linked: dict[str, dict[str, Any]] = field(default_factory=dict)
    """By kind, as the fields of `Linked`, then by id."""
    state: str | None = None

    def add(self, of: Article, *names: Name, said: tuple[Attribution, ...] = ()) -> None:
        self.held.append((of, Reading(names=names, attributions=said)))

    def judgements(self) -> list[Judgement]:
        return self.judged

    def gazetteer_digest(self) -> str | None:
        return None

    def gazetteer(self, name: str) -> list[GazetteerRow]:
        return []

    def reading_versions(self):  # type: ignore[no-untyped-def]  # as in Linkable
        return ((of.id, "") for of, _ in self.held)

    def article(self, article_id):  # type: ignore[no-untyped-def]  # as in Linkable
        return next(of for of, _ in self.held if of.id == article_id)

    def reading(self, article_id):  # type: ignore[no-untyped-def]  # as in Linkable
        return next(reading for of, reading in self.held if of.id == article_id)

    def statements(self, *, article):  # type: ignore[no-untyped-def]  # as in Linkable
        for of, reading in self.held:
            for at, made in enumerate(reading.attributions if of.id == article else ()):
                parent = None if made.parent is None else f"{of.id}-{made.parent}"
                yield msgspec.structs.replace(statement(f"{of.id}-{at}", of, made), parent=parent)

    def found(self, kind: str) -> list[Any]:
        """What was linked, as `Linked` calls it; identities with their mentions."""
        rows = list(self.linked[kind].values())
        if kind == "identities":
            given = [of for there in self.linked["mentions"].values() for of in there]
            for at, one in enumerate(rows):
                mine = {of.mention for of in given if of.identity == one.id}
                mentions = tuple(sorted(mine, key=lambda m: (m.article, m.span, m.role or "")))
                rows[at] = msgspec.structs.replace(one, mentions=mentions)
        return rows

    @property
    def statement_identity(self) -> dict[str, str]:
        rows = self.linked["statements"].values()
        return {row.statement: row.identity for row in rows if row.identity}

    @property
    def statement_claim(self) -> dict[str, str]:
        rows = self.linked["statements"].values()
        return {row.statement: row.claim for row in rows if row.claim}

    def linked_state(self) -> str | None:
        return self.state

    def keep_linked(self, made: Linked, *, version: str, whole: bool) -> None:
        mentions = self.linked.setdefault("mentions", {})
        if whole:
            mentions.clear()
        for article in made.mentions.gone:
            mentions.pop(article, None)
        for of in made.mentions.put:
            mentions.setdefault(of.mention.article, []).append(of)
        for kind in fields(made):
            if kind.name == "mentions":
                continue
            given = getattr(made, kind.name)
            key = {"statements": "statement", "settled": "article"}.get(kind.name, "id")
            rows = self.linked.setdefault(kind.name, {})
            if whole or kind.name == "settled":
                rows.clear()
            else:
                for identifier in given.gone:
                    rows.pop(identifier, None)
            put = given if kind.name == "settled" else given.put
            rows.update({getattr(row, key): row for row in put})
        self.state = repr((version, [*self.reading_versions()], self.judged))
