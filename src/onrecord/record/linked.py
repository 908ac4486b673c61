"""What holds across articles, put in the place of what held before, and read back in the order of ids."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Callable, Iterator
from typing import TypeVar

import msgspec

from onrecord.model import (
    Claim,
    Delta,
    Dispute,
    Echo,
    Happening,
    Identity,
    IdentityMention,
    Linked,
    MentionOf,
    Settled,
    Span,
    TimelineEntry,
)
from onrecord.record.gazetteer import digest_of
from onrecord.record.judgements import active_ids
from onrecord.record.opening import transaction
from onrecord.record.packing import pack, unpack
from onrecord.record.renewal import Children, Row, Table, amend, renew

T = TypeVar("T")

_CLAIMS = Table("claims", children=Children("claim_members", "claim"))
_HAPPENINGS = Table("happenings", children=Children("happening_events", "happening"))


def keep(connection: sqlite3.Connection, made: Linked, *, version: str, whole: bool) -> None:
    """Put the outcome of a linking in the place of the last one's, in one transaction.

    If `whole`, it is all there is; else it is what changed. The iterables are taken once each and may
    be generators. `version` is that of linking. What is as it was is not written again.
    """

    def put(table: Table, delta: Delta[T], row: Callable[[T], Row]) -> None:
        rows = map(row, delta.put)
        if whole:
            renew(connection, table, rows)
        else:
            amend(connection, table, delta.gone, rows)

    with transaction(connection):
        _take_out_mentions(connection, made, whole)
        gone = list(made.identities.gone)
        connection.executemany(
            "DELETE FROM identity_mentions WHERE identity = ?", ((key,) for key in gone)
        )
        put(Table("identities"), Delta(gone, made.identities.put), _identity)
        connection.executemany(
            "INSERT INTO identity_mentions VALUES (?, ?, ?, ?, ?)", map(_mention, made.mentions.put)
        )
        put(Table("echoes"), made.echoes, _echo)
        put(_CLAIMS, made.claims, _claim)
        put(Table("disputes"), made.disputes, lambda d: Row((d.id, d.claim, d.kind, pack(d))))
        put(
            Table("timeline"),
            made.timeline,
            lambda t: Row((t.id, t.earliest, t.latest, t.kind, pack(t))),
        )
        put(
            Table("statement_links", key="statement"),
            made.statements,
            lambda s: Row((s.statement, s.identity, s.claim)),
        )
        put(_HAPPENINGS, made.happenings, _happening)
        settled = (Row((s.article, pack(s))) for s in made.settled)
        renew(connection, Table("settled", key="article"), settled)
        connection.execute("DELETE FROM linked")
        connection.execute("INSERT INTO linked VALUES (?)", (_digest(connection, version),))


def state(connection: sqlite3.Connection) -> str | None:
    """What the last `keep` was made of, as a digest; `None` before the first."""
    row = connection.execute("SELECT readings FROM linked").fetchone()
    return None if row is None else str(row[0])


def is_stale(connection: sqlite3.Connection, version: str) -> bool:
    """Whether readings, judgements or the gazetteer changed since the last `keep`, or linking did."""
    return state(connection) != _digest(connection, version)


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


def _take_out_mentions(connection: sqlite3.Connection, made: Linked, whole: bool) -> None:
    if whole:
        connection.execute("DELETE FROM identity_mentions")
    else:
        connection.executemany(
            "DELETE FROM identity_mentions WHERE article = ?",
            ((article,) for article in made.mentions.gone),
        )


def _identity(identity: Identity) -> Row:
    # The mentions of a much-named identity are many: they are rows, not part of its body.
    body = pack(msgspec.structs.replace(identity, mentions=()))
    return Row((identity.id, identity.name, identity.type, body))


def _mention(of: MentionOf) -> tuple[str, str, int, int, str | None]:
    mention = of.mention
    return of.identity, mention.article, mention.span.start, mention.span.end, mention.role


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
