"""A record held in lists, and what writes fiction into it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from onrecord.model import (
    Article,
    Attribution,
    Block,
    Claim,
    Dispute,
    Echo,
    Event,
    Evidence,
    Happening,
    Identity,
    Problem,
    Published,
    Reading,
    Settled,
    Span,
    Statement,
    Telling,
    TimelineEntry,
)


def short(*parts: object) -> str:
    return hashlib.sha256(repr(parts).encode()).hexdigest()[:16]


@dataclass
class Desk:
    """A record held in lists, with the queries that the report asks."""

    article_rows: list[Article] = field(default_factory=list)
    statement_rows: list[Statement] = field(default_factory=list)
    identity_rows: list[Identity] = field(default_factory=list)
    claim_rows: list[Claim] = field(default_factory=list)
    dispute_rows: list[Dispute] = field(default_factory=list)
    echo_rows: list[Echo] = field(default_factory=list)
    timeline_rows: list[TimelineEntry] = field(default_factory=list)
    problem_rows: list[Problem] = field(default_factory=list)
    settled_rows: list[Settled] = field(default_factory=list)
    happening_rows: list[Happening] = field(default_factory=list)
    event_rows: dict[str, list[Event]] = field(default_factory=dict)
    path: Path = Path("desk of sel.record")

    def articles(self) -> Iterator[Article]:
        return iter(self.article_rows)

    def statements(self) -> Iterator[Statement]:
        return iter(self.statement_rows)

    def identities(self) -> Iterator[Identity]:
        return iter(self.identity_rows)

    def claims(self) -> Iterator[Claim]:
        return iter(self.claim_rows)

    def disputes(self) -> Iterator[Dispute]:
        return iter(self.dispute_rows)

    def echoes(self) -> Iterator[Echo]:
        return iter(self.echo_rows)

    def timeline(self) -> Iterator[TimelineEntry]:
        return iter(self.timeline_rows)

    def settled(self) -> Iterator[Settled]:
        return iter(self.settled_rows)

    def happenings(self) -> Iterator[Happening]:
        return iter(self.happening_rows)

    def reading(self, article_id: str) -> Reading | None:
        events = self.event_rows.get(article_id, [])
        return Reading(attributions=self._attributions(article_id), events=tuple(events))

    def problems(self) -> Iterator[Problem]:
        return iter(self.problem_rows)

    def publish(
        self, key: str, blocks: list[tuple[str, str]], day: str | None, **more: Any
    ) -> Article:
        """An article of `(label, words)` blocks, one a line."""
        text, spans = "", []
        for label, words in blocks:
            spans.append(Block(Span(len(text), len(text) + len(words)), label))  # type: ignore[arg-type]  # labels are plain text here
            text += words + "\n\n"
        published = Published()
        if day:
            evidence = (Evidence("dateline", day, "the dateline"),)
            published = Published(day, day, day, True, evidence)
        article = Article(
            id=short(key, text),
            key=key,
            path=key,
            raw_sha256="0" * 64,
            media_type="text/plain",
            text=text,
            blocks=tuple(spans),
            anchors=(),
            published=more.pop("published", published),
            **more,
        )
        self.article_rows.append(article)
        return article

    def say(self, article: Article, source: str, cue: str, *content: str, **more: Any) -> Statement:
        """A statement by its words, each looked for after the `after` of `more`."""
        after = article.text.index(more.pop("after", ""))

        def spans(*words: str) -> tuple[Span, ...]:
            out = []
            for part in filter(None, words):
                start = article.text.index(part, after)
                out.append(Span(start, start + len(part)))
            return tuple(out)

        quoted = spans(*more.pop("quoted", ()))
        linked = {name: more.pop(name, None) for name in ("speaker_identity", "parent", "claim")}
        days = more.pop("days", (article.published.earliest, article.published.latest))
        made = Attribution(
            source=spans(source),
            cue=spans(cue),
            content=spans(*content),
            kind=more.pop("kind", "indirect"),
            act=more.pop("act", "speech"),
            stance=more.pop("stance", "assert"),
            source_type=more.pop("source_type", "person"),
            speaker=more.pop("speaker", source or None),
            by="test.rule",
            confidence=0.9,
            **more,
        )
        statement = Statement(
            id=short(article.id, source, cue, content),
            article=article.id,
            attribution=made,
            text=" … ".join(content),
            quoted=quoted,
            said_earliest=days[0],
            said_latest=days[1],
            **linked,
        )
        self.statement_rows.append(statement)
        return statement

    def tell(
        self, article: Article, word: str, by: Statement | None = None, **more: Any
    ) -> Telling:
        """An event by its word, looked for after the `after` of `more`; `by` is the statement that tells it."""
        start = article.text.index(word, article.text.index(more.pop("after", "")))
        at = None if by is None else self._attributions(article.id).index(by.attribution)
        event = Event(Span(start, start + len(word)), "other", attribution=at, **more)
        events = self.event_rows.setdefault(article.id, [])
        events.append(event)
        return Telling(article.id, len(events) - 1)

    def happen(self, word: str, *tellings: Telling, **more: Any) -> Happening:
        """These tellings are one."""
        articles = tuple(sorted({telling.article for telling in tellings}))
        confidence = more.pop("confidence", 0.8)
        made = Happening(
            short(word, tellings), word, "other", tellings, articles, confidence=confidence, **more
        )
        self.happening_rows.append(made)
        return made

    def _attributions(self, article: str) -> tuple[Attribution, ...]:
        return tuple(s.attribution for s in self.statement_rows if s.article == article)
