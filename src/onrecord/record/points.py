"""What a user names, as words that stay: points of judgements; and back, to whom they mean now."""

from __future__ import annotations

import re
import sqlite3
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from typing import get_args

import msgspec

from onrecord.errors import OnrecordError
from onrecord.model import (
    AUTHORITIES,
    Identity,
    Judgement,
    NamePoint,
    NameType,
    PassagePoint,
    Place,
    Point,
    Span,
)
from onrecord.record.packing import unpack

SEEN = 3
"""Places kept with a name."""
LOOKED_AT = 200
"""Mentions of an identity among which they are sought."""
_Found = tuple[Identity, str]


def point(connection: sqlite3.Connection, words: str) -> Point:
    """What `words` mean: an identity's id; a name, after its type and a colon where two types have it
    (`place:Washington`); an article (its id, key or path), a colon, and a name as it stands there, or
    its span (`17-25`).

    Raises `OnrecordError` when nobody is meant, or it is not clear who.
    """
    words = words.strip()
    identity = _by_id(connection, words)
    if identity is not None:
        return _of_identity(connection, identity, identity.name)
    kind, colon, rest = words.partition(":")
    named = _named(connection, rest.strip(), kind) if colon and kind in get_args(NameType) else []
    named = named or _named(connection, words)
    if len(named) > 1:
        several = "; ".join(f"{i.id} ({i.type}: {i.name})" for i, _ in named)
        raise OnrecordError(f"several are called '{words}', give the id of one: {several}")
    if named:
        return _of_identity(connection, *named[0])
    before, colon, rest = words.rpartition(":")
    article = _article(connection, before) if colon else None
    if article is None:
        raise OnrecordError(f"nobody in the record is called '{words}'")
    return _passage(connection, article, rest)


def checked(connection: sqlite3.Connection, given: Point) -> Point:
    """The point itself. Raises `OnrecordError` when nobody is named at a passage."""
    if isinstance(given, PassagePoint):
        return _passage(connection, given.article, f"{given.span.start}-{given.span.end}")
    return given


def identity_at(
    connection: sqlite3.Connection, place: Place, kind: NameType | None = None
) -> str | None:
    """The id of who is mentioned there: of several overlapping names the one with the nearest ends, then
    one of that type (a place that speaks and its authorities stand in the same words)."""
    found = _mentions(connection, place)
    for start, end, identifier in found:
        if (start, end) == found[0][:2]:
            row = connection.execute(
                "SELECT 1 FROM identities WHERE id = ? AND type = ?", (identifier, kind)
            ).fetchone()
            if row:
                return identifier
    return found[0][2] if found else None


def meant(connection: sqlite3.Connection, of: Point) -> str | None:
    """The id of the identity that the point means in the record as it is linked now."""
    if isinstance(of, PassagePoint):
        return identity_at(connection, Place(of.article, of.span))
    votes = Counter(filter(None, (identity_at(connection, place, of.type) for place in of.seen)))
    if votes:
        return min(votes, key=lambda one: (-votes[one], one))
    named = _named(connection, of.name, of.type) or _named(connection, of.name)
    return named[0][0].id if named else None


def anchored(connection: sqlite3.Connection, judgement: Judgement) -> Judgement:
    """The judgement with its passages where their words stand in the text as it is cleaned now."""
    about = tuple(_anchored(connection, point) for point in judgement.about)
    return (
        msgspec.structs.replace(judgement, about=about) if about != judgement.about else judgement
    )


def _anchored(connection: sqlite3.Connection, point: Point) -> Point:
    if isinstance(point, NamePoint):
        return point
    text = _text(connection, point.article)
    if text is None or point.span.of(text) == point.words:
        return point
    starts = [m.start() for m in re.finditer(re.escape(point.words), text)]
    if not starts:
        return point
    start = min(starts, key=lambda at: (abs(at - point.span.start), at))
    return msgspec.structs.replace(point, span=Span(start, start + len(point.words)))


def _by_id(connection: sqlite3.Connection, identifier: str) -> Identity | None:
    row = connection.execute("SELECT body FROM identities WHERE id = ?", (identifier,)).fetchone()
    return unpack(row[0], Identity) if row else None


def _named(connection: sqlite3.Connection, name: str, kind: str | None = None) -> list[_Found]:
    """Those whose usual name it is, else those that it is one of the names of; with the name as the
    record prints it."""
    where, values = ("type = ?", [kind]) if kind else ("1", [])
    rows = connection.execute(
        f"SELECT body FROM identities WHERE {where} AND folded(name) = folded(?) ORDER BY id",
        [*values, name],
    )
    usual = [unpack(body, Identity) for (body,) in rows]
    if usual:
        return [(identity, identity.name) for identity in usual]
    found = []
    for (body,) in connection.execute(
        f"SELECT body FROM identities WHERE {where} ORDER BY id", values
    ):
        identity = unpack(body, Identity)
        alias = next((a for a in identity.aliases if a.casefold() == name.casefold()), None)
        if alias is not None:
            found.append((identity, alias))
    return found


def _of_identity(connection: sqlite3.Connection, identity: Identity, name: str) -> Point:
    if identity.metonym_of:
        name = name.removesuffix(AUTHORITIES)
    places = islice(_places(connection, identity.id, name), SEEN)
    return NamePoint(name, identity.type, tuple(places))


def _places(connection: sqlite3.Connection, identity: str, name: str) -> Iterator[Place]:
    rows = connection.execute(
        "SELECT article, start, end, substr(articles.text, start + 1, end - start)"
        " FROM identity_mentions JOIN articles ON articles.id = article WHERE identity = ?"
        " ORDER BY article, start, end LIMIT ?",
        (identity, LOOKED_AT),
    )
    for article, start, end, words in rows:
        if " ".join(words.split()).casefold() == name.casefold():
            yield Place(article, Span(start, end))


def _article(connection: sqlite3.Connection, named: str) -> str | None:
    rows = connection.execute(
        "SELECT id FROM articles WHERE id = ?1 UNION"
        " SELECT article FROM inputs WHERE ?1 IN (key, path)",
        (named,),
    ).fetchall()
    if len(rows) > 1:
        ids = ", ".join(sorted(identifier for (identifier,) in rows))
        raise OnrecordError(f"several articles are from '{named}', give the id of one: {ids}")
    return rows[0][0] if rows else None


def _passage(connection: sqlite3.Connection, article: str, where: str) -> PassagePoint:
    text = _text(connection, article)
    if text is None:
        raise OnrecordError(f"there is no article {article}")
    numbers = re.fullmatch(r"(\d+)-(\d+)", where)
    spans = [Span(int(numbers[1]), int(numbers[2]))] if numbers else _occurrences(text, where)
    for span in spans:
        found = _mentions(connection, Place(article, span))
        if found:
            span = Span(*found[0][:2])
            return PassagePoint(article, span, span.of(text))
    raise OnrecordError(f"nobody is named at '{where}' in article {article}")


def _occurrences(text: str, words: str) -> list[Span]:
    return [Span(*m.span()) for m in re.finditer(re.escape(words), text)] if words else []


def _mentions(connection: sqlite3.Connection, place: Place) -> list[tuple[int, int, str]]:
    """(start, end, identity) of the names that overlap the place, the nearest first."""
    rows = connection.execute(
        "SELECT start, end, identity FROM identity_mentions WHERE article = ?"
        " AND start < ? AND end > ? ORDER BY abs(start - ?) + abs(end - ?), start, end, identity",
        (place.article, place.span.end, place.span.start, place.span.start, place.span.end),
    )
    return rows.fetchall()


def _text(connection: sqlite3.Connection, article: str) -> str | None:
    row = connection.execute("SELECT text FROM articles WHERE id = ?", (article,)).fetchone()
    return None if row is None else str(row[0])
