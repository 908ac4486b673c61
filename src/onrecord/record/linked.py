"""What holds across articles, put in the place of what held before, and read back in the order of ids."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterable, Iterator, Mapping

import msgspec

from onrecord.model import (
    Claim,
    Dispute,
    Echo,
    Happening,
    Identity,
    IdentityMention,
    Settled,
    Span,
    TimelineEntry,
)
from onrecord.record.gazetteer import digest_of
from onrecord.record.judgements import active_ids
from onrecord.record.opening import transaction
from onrecord.record.packing import pack, unpack
from onrecord.record.renewal import Children, Row, renew


def replace(
    connection: sqlite3.Connection,
    *,
    identities: Iterable[Identity],
    echoes: Iterable[Echo],
    claims: Iterable[Claim],
    disputes: Iterable[Dispute],
    timeline: Iterable[TimelineEntry],
    statement_identity: Mapping[str, str],
    statement_claim: Mapping[str, str],
    version: str,
    happenings: Iterable[Happening] = (),
    settled: Iterable[Settled] = (),
) -> None:
    """Put these in the place of all that was linked before, in one transaction.

    The iterables are taken once each and may be generators. `version` is that of linking. What is as
    it was is not written again.
    """
    with transaction(connection):
        mentions = Children("identity_mentions", "identity")
        renew(connection, "identities", map(_identity, identities), mentions)
        renew(connection, "echoes", map(_echo, echoes))
        renew(connection, "claims", map(_claim, claims), Children("claim_members", "claim"))
        renew(connection, "disputes", (Row((d.id, d.claim, d.kind, pack(d))) for d in disputes))
        renew(
            connection,
            "timeline",
            (Row((t.id, t.earliest, t.latest, t.kind, pack(t))) for t in timeline),
        )
        links = sorted({*statement_identity, *statement_claim})
        renew(
            connection,
            "statement_links",
            (Row((s, statement_identity.get(s), statement_claim.get(s))) for s in links),
            key="statement",
        )
        events = Children("happening_events", "happening")
        renew(connection, "happenings", map(_happening, happenings), events)
        renew(connection, "settled", (Row((s.article, pack(s))) for s in settled), key="article")
        connection.execute("DELETE FROM linked")
        connection.execute("INSERT INTO linked VALUES (?)", (_digest(connection, version),))


def is_stale(connection: sqlite3.Connection, version: str) -> bool:
    """Whether readings, judgements or the gazetteer changed since the last `replace`, or linking did."""
    row = connection.execute("SELECT readings FROM linked").fetchone()
    return row is None or row[0] != _digest(connection, version)


def identities(connection: sqlite3.Connection) -> Iterator[Identity]:
    for identifier, body in connection.execute("SELECT id, body FROM identities ORDER BY id"):
        mentions = tuple(
            IdentityMention(article, Span(start, end), role)
            for article, start, end, role in connection.execute(
                "SELECT article, start, end, role FROM identity_mentions WHERE identity = ?"
                " ORDER BY article, start, end, role",
                (identifier,),
            )
        )
        yield msgspec.structs.replace(unpack(body, Identity), mentions=mentions)


def echoes(connection: sqlite3.Connection, article: str | None) -> Iterator[Echo]:
    where = "" if article is None else "WHERE ?1 IN (article, of_article)"
    values = () if article is None else (article,)
    for (body,) in connection.execute(f"SELECT body FROM echoes {where} ORDER BY id", values):
        yield unpack(body, Echo)


def claims(connection: sqlite3.Connection) -> Iterator[Claim]:
    for (body,) in connection.execute("SELECT body FROM claims ORDER BY id"):
        yield unpack(body, Claim)


def disputes(connection: sqlite3.Connection) -> Iterator[Dispute]:
    for (body,) in connection.execute("SELECT body FROM disputes ORDER BY id"):
        yield unpack(body, Dispute)


def timeline(
    connection: sqlite3.Connection, since: str | None, until: str | None
) -> Iterator[TimelineEntry]:
    command = """SELECT body FROM timeline
        WHERE latest >= coalesce(?, latest) AND earliest <= coalesce(?, earliest)
        ORDER BY earliest, latest, id"""
    for (body,) in connection.execute(command, (since, until)):
        yield unpack(body, TimelineEntry)


def happenings(connection: sqlite3.Connection) -> Iterator[Happening]:
    for (body,) in connection.execute("SELECT body FROM happenings ORDER BY id"):
        yield unpack(body, Happening)


def happenings_of(connection: sqlite3.Connection, article: str) -> dict[int, tuple[str, int]]:
    rows = connection.execute(
        "SELECT event, happening, articles FROM happening_events"
        " JOIN happenings ON id = happening WHERE article = ? ORDER BY event",
        (article,),
    )
    return {event: (happening, articles) for event, happening, articles in rows}


def settled(connection: sqlite3.Connection) -> Iterator[Settled]:
    for (body,) in connection.execute("SELECT body FROM settled ORDER BY article"):
        yield unpack(body, Settled)


def _digest(connection: sqlite3.Connection, version: str) -> str:
    # Over ids and versions, not a counter: it must not depend on the order of reading.
    digest = hashlib.sha256(version.encode())
    for article, reading in connection.execute(
        "SELECT article, version FROM readings ORDER BY article"
    ):
        digest.update(f"\n{article} {reading}".encode())
    for judgement in active_ids(connection):
        digest.update(f"\njudged {judgement}".encode())
    gazetteer = digest_of(connection)
    if gazetteer:
        digest.update(f"\ngazetteer {gazetteer}".encode())
    return digest.hexdigest()


def _identity(identity: Identity) -> Row:
    # The mentions of a much-named identity are many: they are rows, not part of its body.
    body = pack(msgspec.structs.replace(identity, mentions=()))
    return Row(
        (identity.id, identity.name, identity.type, body),
        [(identity.id, m.article, m.span.start, m.span.end, m.role) for m in identity.mentions],
    )


def _echo(echo: Echo) -> Row:
    return Row(
        (
            echo.id, echo.article, echo.of_article, echo.kind, echo.similarity, echo.lineage,
            pack(echo),
        )
    )  # fmt: skip


def _claim(claim: Claim) -> Row:
    parts = dict.fromkeys(claim.statements, "other")
    parts |= dict.fromkeys(claim.deniers, "denier") | dict.fromkeys(claim.supporters, "supporter")
    return Row(
        (claim.id, claim.text, claim.independent_origins, pack(claim)),
        [(claim.id, statement, parts[statement]) for statement in dict.fromkeys(claim.statements)],
    )


def _happening(happening: Happening) -> Row:
    return Row(
        (happening.id, len(happening.articles), pack(happening)),
        [(telling.article, telling.event, happening.id) for telling in happening.tellings],
    )
