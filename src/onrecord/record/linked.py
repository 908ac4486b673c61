"""What holds across articles, replaced as a whole, and read back in the order of ids."""

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
    Span,
    TimelineEntry,
)
from onrecord.record.opening import transaction
from onrecord.record.packing import pack, unpack

# Children before parents, for the foreign keys.
_TABLES = (
    "statement_links", "identity_mentions", "identities", "echoes", "claim_members", "claims",
    "disputes", "timeline", "happening_events", "happenings", "linked",
)  # fmt: skip


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
) -> None:
    """Put these in the place of all that was linked before, in one transaction.

    The iterables are taken once each and may be generators. `version` is that of linking.
    """
    with transaction(connection):
        for table in _TABLES:
            connection.execute(f"DELETE FROM {table}")
        for identity in identities:
            _store_identity(connection, identity)
        connection.executemany(
            "INSERT INTO echoes VALUES (?, ?, ?, ?, ?, ?, ?)",
            (
                (e.id, e.article, e.of_article, e.kind, e.similarity, e.lineage, pack(e))
                for e in echoes
            ),
        )
        for claim in claims:
            _store_claim(connection, claim)
        connection.executemany(
            "INSERT INTO disputes VALUES (?, ?, ?, ?)",
            ((d.id, d.claim, d.kind, pack(d)) for d in disputes),
        )
        connection.executemany(
            "INSERT INTO timeline VALUES (?, ?, ?, ?, ?)",
            ((t.id, t.earliest, t.latest, t.kind, pack(t)) for t in timeline),
        )
        connection.executemany(
            "INSERT INTO statement_links VALUES (?, ?, ?)",
            (
                (statement, statement_identity.get(statement), statement_claim.get(statement))
                for statement in sorted({*statement_identity, *statement_claim})
            ),
        )
        for happening in happenings:
            _store_happening(connection, happening)
        connection.execute("INSERT INTO linked VALUES (?)", (_digest(connection, version),))


def is_stale(connection: sqlite3.Connection, version: str) -> bool:
    """Whether readings came, went or changed since the last `replace`, or linking did."""
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


def _digest(connection: sqlite3.Connection, version: str) -> str:
    # Over ids and versions, not a counter: it must not depend on the order of reading.
    digest = hashlib.sha256(version.encode())
    for article, reading in connection.execute(
        "SELECT article, version FROM readings ORDER BY article"
    ):
        digest.update(f"\n{article} {reading}".encode())
    return digest.hexdigest()


def _store_identity(connection: sqlite3.Connection, identity: Identity) -> None:
    # The mentions of a much-named identity are many: they are rows, not part of its body.
    body = pack(msgspec.structs.replace(identity, mentions=()))
    connection.execute(
        "INSERT INTO identities VALUES (?, ?, ?, ?)",
        (identity.id, identity.name, identity.type, body),
    )
    connection.executemany(
        "INSERT INTO identity_mentions VALUES (?, ?, ?, ?, ?)",
        (
            (identity.id, mention.article, mention.span.start, mention.span.end, mention.role)
            for mention in identity.mentions
        ),
    )


def _store_claim(connection: sqlite3.Connection, claim: Claim) -> None:
    connection.execute(
        "INSERT INTO claims VALUES (?, ?, ?, ?)",
        (claim.id, claim.text, claim.independent_origins, pack(claim)),
    )
    supporters, deniers = set(claim.supporters), set(claim.deniers)
    connection.executemany(
        "INSERT INTO claim_members VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
        (
            (
                claim.id,
                statement,
                "supporter" if statement in supporters
                else "denier" if statement in deniers
                else "other",
            )
            for statement in claim.statements
        ),
    )  # fmt: skip


def _store_happening(connection: sqlite3.Connection, happening: Happening) -> None:
    connection.execute(
        "INSERT INTO happenings VALUES (?, ?, ?)",
        (happening.id, len(happening.articles), pack(happening)),
    )
    connection.executemany(
        "INSERT INTO happening_events VALUES (?, ?, ?)",
        ((telling.article, telling.event, happening.id) for telling in happening.tellings),
    )
