"""Invented news, and stand-ins for the heavy parts that read it by one pattern in no time.

The stand-ins keep the contracts of reading and linking, so that storing, running and exporting
can be tested by themselves.
"""

from __future__ import annotations

import itertools
import os
import re
import signal
import sqlite3
import sys
import zlib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import msgspec

from onrecord import linking, reading
from onrecord.model import (
    Article,
    Attribution,
    Block,
    Claim,
    Delta,
    Dispute,
    Echo,
    Entity,
    Event,
    Identity,
    IdentityMention,
    Linked,
    MentionOf,
    Name,
    Parse,
    Participant,
    Published,
    RawDocument,
    Reading,
    Side,
    Span,
    StatementLink,
    TimelineEntry,
    Timex,
    Token,
)
from onrecord.record import Record
from onrecord.record.identifiers import content_id

VERSION = "pattern-1"

PARAGRAPHS = (
    "Harbour master Ilse Varga said that the dredging would end on Friday.",
    "Mayor Tomas Reki denied that the town had paid for it.",
    "Ilse Varga said that “nobody asked the fishermen” before the work began.",
    "The sea was calm over Port Lindow, and boats lay at the quay all day.",
)

_SAYING = re.compile(r"(?P<speaker>[A-Z]\w+ [A-Z]\w+) (?P<cue>said|denied) (?P<content>that [^.]+)")
_NAME = re.compile(r"[A-Z]\w+ [A-Z]\w+")


def document(number: int, folder: str = "town") -> RawDocument:
    """One of an endless series of different articles that share paragraphs."""
    some = [PARAGRAPHS[(number + step) % len(PARAGRAPHS)] for step in range(3)]
    text = f"Notice {number} of the harbour office.\n\n" + "\n\n".join(some) + "\n"
    path = f"{folder}/{number:04}.txt"
    return RawDocument(path, path, text.encode(), "text/plain")


def write(folder: Path, count: int) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(count):
        (folder / f"{number:04}.txt").write_bytes(document(number).data)


def article(raw: RawDocument, language: str = "en") -> Article:
    text = raw.data.decode()
    blocks = tuple(
        Block(Span(match.start(), match.end()), "body", "test")
        for match in re.finditer(r"[^\n]+", text)
    )
    return Article(
        id=content_id(text, *raw.given.items()),
        key=raw.key,
        path=raw.path,
        raw_sha256=raw.sha256,
        media_type=raw.media_type,
        text=text,
        blocks=blocks,
        anchors=(),
        title=f"Notice of {raw.path}",
        outlet="The Lindow Lantern",
        published=Published("2031-05-06", "2031-05-06", "2031-05-06", True),
        captured=raw.captured,
        language=language,
    )


def parse(text: str) -> Parse:
    tokens = tuple(
        Token(m.start(), m.end(), m[0], m[0].lower(), "X", "XX", "dep", i)
        for i, m in enumerate(re.finditer(r"\S+", text))
    )
    return Parse(tokens, ((0, len(tokens)),), (Entity(0, 1, "ORG"),) if tokens else ())


class Parser:
    def parse(self, passages: list[str]) -> list[Parse]:
        return [parse(passage) for passage in passages]


def read(article: Article, parses: list[Parse]) -> Reading:
    passages = article.passages()
    assert [p.tokens[-1].end for p in parses] == [len(s.of(article.text)) for s in passages]
    attributions = tuple(
        Attribution(
            source=(Span(*match.span("speaker")),),
            cue=(Span(*match.span("cue")),),
            content=(Span(*match.span("content")),),
            kind="mixed" if "“" in match["content"] else "indirect",
            act="speech",
            stance="deny" if match["cue"] == "denied" else "assert",
            source_type="person",
            speaker=match["speaker"],
            by="pattern",
        )
        for match in _SAYING.finditer(article.text)
    )
    names = tuple(
        Name(Span(*match.span()), "person", match[0], by="pattern")
        for match in _NAME.finditer(article.text)
    )
    timexes = tuple(
        Timex(Span(*m.span()), "DATE", "2031-05-09", "2031-05-09", "2031-05-09", by="pattern")
        for m in re.finditer("Friday", article.text)
    )
    events = tuple(
        Event(
            Span(*m.span()),
            "other",
            (Participant("actor", Span(*m.span())),),
            time=0 if timexes else None,
        )
        for m in re.finditer("dredging", article.text)
    )
    return Reading(names, attributions, timexes, events)


def link(record: Record, workplace: Path | None = None) -> None:
    """Speakers to identities by name, statements to claims by text, one echo and dispute each."""
    mentions: dict[str, list[IdentityMention]] = {}
    said: dict[str, list[tuple[str, str]]] = {}
    speakers: dict[str, str] = {}
    for statement in record.statements():
        speaker = statement.attribution.speaker or "?"
        speakers[statement.id] = content_id("identity", speaker)
        mention = IdentityMention(statement.article, statement.attribution.source[0])
        mentions.setdefault(speaker, []).append(mention)
        said.setdefault(statement.text, []).append((statement.id, statement.article))
    claims, disputes, timeline = [], [], []
    claim_of: dict[str, str] = {}
    for text, pairs in sorted(said.items()):
        statements = tuple(sorted(one for one, _ in pairs))
        articles = tuple(sorted({at for _, at in pairs}))
        claim = Claim(
            content_id(text), text, statements, statements, (), articles, (articles,), 1, ("words",)
        )
        claims.append(claim)
        claim_of.update(dict.fromkeys(statements, claim.id))
        side = Side("deny", statements, articles, "2031-05-06")
        disputes.append(Dispute(content_id("d", text), claim.id, "denial", (side,), articles))
        timeline.append(
            TimelineEntry(
                content_id("t", text), "2031-05-06", "2031-05-06", "2031-05-06", text, statements,
                articles,
            )
        )  # fmt: skip
    ids = [found.id for found in record.articles()]
    echoes = [
        Echo(content_id(a, b), b, a, (Span(0, 5),), (Span(0, 5),), "passage", 0.5, "unknown")
        for a, b in itertools.pairwise(ids)
    ]
    identities = [
        Identity(content_id("identity", name), name, "person", mentions=tuple(where))
        for name, where in sorted(mentions.items())
    ]
    made = Linked(
        identities=Delta(put=identities),
        mentions=mentions_of(identities),
        echoes=Delta(put=echoes),
        claims=Delta(put=claims),
        disputes=Delta(put=disputes),
        timeline=Delta(put=timeline),
        statements=Delta(
            put=[
                StatementLink(s, speakers.get(s), claim_of.get(s)) for s in {**speakers, **claim_of}
            ]
        ),
    )
    record.keep_linked(made, version=VERSION)


def mentions_of(identities: Iterable[Identity]) -> Delta[MentionOf]:
    """All mentions that they have, in the place of those in the articles."""
    put = [MentionOf(one.id, mention) for one in identities for mention in one.mentions]
    return Delta(sorted({of.mention.article for of in put}), put)


def stand_in(patch: Any) -> None:
    """Put the stand-ins in place, with `patch(object, name, value)`."""
    patch(reading, "Parser", Parser)
    patch(reading, "read", read)
    patch(reading, "READING_VERSION", VERSION)
    patch(linking, "LINKING_VERSION", VERSION)
    patch(linking, "link", link)


def dump(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """All rows of all tables but for rowids, sorted; the file is checked on the way."""
    with Record.open(path) as record:
        connection = record.connection
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        for index in ("articles_fts", "statements_fts"):
            connection.execute(f"INSERT INTO {index}({index}, rank) VALUES ('integrity-check', 1)")
        tables = connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '%fts%'"
        ).fetchall()
        dumped = {}
        for (table,) in tables:
            columns = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
            names = ", ".join(f'"{column}"' for column in columns if column != "row")
            rows = connection.execute(f"SELECT {names} FROM {table}").fetchall()
            dumped[table] = sorted(
                (
                    tuple(zlib.decompress(v) if isinstance(v, bytes) else v for v in row)
                    for row in rows
                ),
                key=repr,
            )
        return dumped


def main(folder: str, into: str, statements: str) -> None:
    """Read `folder` into the record `into`, and die at the SQL statement of that number."""
    from onrecord import pipeline

    stand_in(setattr)
    left = int(statements)

    def count(_: str) -> None:
        nonlocal left
        left -= 1
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)

    connect = sqlite3.connect

    def traced(*arguments: Any, **options: Any) -> sqlite3.Connection:
        connection = connect(*arguments, **options)
        connection.set_trace_callback(count)
        return connection

    sqlite3.connect = traced  # type: ignore[assignment]  # only in a process made to die
    summary = pipeline.run([folder], into)
    print(msgspec.json.encode(summary).decode())


if __name__ == "__main__":
    main(*sys.argv[1:])
