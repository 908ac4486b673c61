"""What was read comes out, streamed, in the order of ids."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Iterable, Iterator

import msgspec

from onrecord.model import Article, Parse, Problem, Reading, Statement
from onrecord.record.packing import unpack

# SQLite's own default limit on the variables of one command is 999 in older builds.
_VARIABLES = 500

# An article found in several places is shown at the first of them by name.
_ARTICLE = """SELECT articles.body, articles.text, inputs.path, inputs.key, inputs.captured
    FROM articles JOIN inputs ON inputs.article = articles.id
     AND (inputs.path, inputs.key) = (SELECT path, key FROM inputs AS first
        WHERE first.article = articles.id ORDER BY path, key LIMIT 1)"""

_STATEMENT = """SELECT statements.body, statement_links.identity, statement_links.claim
    FROM statements LEFT JOIN statement_links ON statement_links.statement = statements.id"""


def has(connection: sqlite3.Connection, article: str, version: str) -> bool:
    row = connection.execute(
        "SELECT 1 FROM readings WHERE article = ? AND version = ?", (article, version)
    ).fetchone()
    return row is not None


def reading_versions(connection: sqlite3.Connection) -> Iterator[tuple[str, str]]:
    yield from connection.execute("SELECT article, version FROM readings ORDER BY article")


def parses(connection: sqlite3.Connection, keys: Iterable[str]) -> dict[str, Parse]:
    wanted = list(dict.fromkeys(keys))
    found: dict[str, Parse] = {}
    for start in range(0, len(wanted), _VARIABLES):
        some = wanted[start : start + _VARIABLES]
        marks = ", ".join("?" * len(some))
        for key, body in connection.execute(
            f"SELECT key, body FROM parses WHERE key IN ({marks})", some
        ):
            found[key] = unpack(body, Parse)
    return found


def articles(connection: sqlite3.Connection) -> Iterator[Article]:
    for row in connection.execute(f"{_ARTICLE} ORDER BY articles.id"):
        yield _article(row)


def article(connection: sqlite3.Connection, identifier: str) -> Article | None:
    row = connection.execute(f"{_ARTICLE} WHERE articles.id = ?", (identifier,)).fetchone()
    return None if row is None else _article(row)


def readings(connection: sqlite3.Connection) -> Iterator[tuple[Article, Reading]]:
    command = _ARTICLE.replace("SELECT ", "SELECT readings.body, ", 1)
    for body, *row in connection.execute(
        f"{command} JOIN readings ON readings.article = articles.id ORDER BY articles.id"
    ):
        yield _article(tuple(row)), unpack(body, Reading)


def reading(connection: sqlite3.Connection, identifier: str) -> Reading | None:
    row = connection.execute(
        "SELECT body FROM readings WHERE article = ?", (identifier,)
    ).fetchone()
    return None if row is None else unpack(row[0], Reading)


def raw(connection: sqlite3.Connection, sha256: str) -> bytes | None:
    row = connection.execute("SELECT data FROM raws WHERE sha256 = ?", (sha256,)).fetchone()
    return None if row is None else zlib.decompress(row[0])


def inputs(connection: sqlite3.Connection, article: str) -> list[tuple[str, str]]:
    return connection.execute(
        "SELECT path, key FROM inputs WHERE article = ? ORDER BY path, key", (article,)
    ).fetchall()


def statements(
    connection: sqlite3.Connection,
    *,
    speaker: str | None = None,
    stance: str | None = None,
    since: str | None = None,
    article: str | None = None,
) -> Iterator[Statement]:
    conditions: list[str] = []
    values: list[str] = []
    if speaker is not None:
        # A part of the name will do, in whole words: 'Okoye' finds 'Adaeze Okoye'.
        conditions.append(
            "(statement_links.identity = ? OR"
            " instr(' ' || folded(statements.speaker) || ' ', ' ' || ? || ' ') > 0 OR"
            " statement_links.identity IN (SELECT id FROM identities"
            " WHERE instr(' ' || folded(name) || ' ', ' ' || ? || ' ') > 0))"
        )
        values += [speaker, speaker.casefold(), speaker.casefold()]
    for column, value in (("stance", stance), ("article", article)):
        if value is not None:
            conditions.append(f"statements.{column} = ?")
            values.append(value)
    if since is not None:
        conditions.append("statements.said_latest >= ?")
        values.append(since)
    where = f"WHERE {' AND '.join(conditions)}" if conditions else ""
    command = f"{_STATEMENT} {where} ORDER BY statements.article, statements.position"
    for row in connection.execute(command, values):
        yield _statement(row)


def statement(connection: sqlite3.Connection, identifier: str) -> Statement | None:
    row = connection.execute(f"{_STATEMENT} WHERE statements.id = ?", (identifier,)).fetchone()
    return None if row is None else _statement(row)


def search(connection: sqlite3.Connection, words: str, limit: int) -> Iterator[Statement]:
    query = _full_text(words)
    if not query:
        return
    command = f"""{_STATEMENT} JOIN statements_fts ON statements_fts.rowid = statements.row
        WHERE statements_fts MATCH ? ORDER BY statements_fts.rank, statements.id LIMIT ?"""
    for row in connection.execute(command, (query, limit)):
        yield _statement(row)


def search_articles(connection: sqlite3.Connection, words: str, limit: int) -> Iterator[Article]:
    query = _full_text(words)
    if not query:
        return
    command = f"""{_ARTICLE} JOIN articles_fts ON articles_fts.rowid = articles.row
        WHERE articles_fts MATCH ? ORDER BY articles_fts.rank, articles.id LIMIT ?"""
    for row in connection.execute(command, (query, limit)):
        yield _article(row)


def problems(connection: sqlite3.Connection) -> Iterator[Problem]:
    command = """SELECT path, key, kind, detail, NULL AS article FROM problems
        UNION ALL SELECT path, key, kind, detail, article
          FROM article_problems JOIN inputs USING (article)
        ORDER BY path, key, kind"""
    for path, key, kind, detail, article in connection.execute(command):
        yield Problem(path, key, kind, detail, article)


def problems_of(connection: sqlite3.Connection, article: str) -> int:
    """How many problems the article with the id `article` has of its own."""
    row = connection.execute(
        "SELECT count(*) FROM article_problems WHERE article = ?", (article,)
    ).fetchone()
    return int(row[0])


def _full_text(words: str) -> str:
    # Each word as a string, so that no mark in it is taken for the query language.
    return " ".join('"' + word.replace('"', '""') + '"' for word in words.split())


def _article(row: tuple[bytes, str, str, str, str | None]) -> Article:
    body, text, path, key, captured = row
    return msgspec.structs.replace(
        unpack(body, Article), text=text, path=path, key=key, captured=captured
    )


def _statement(row: tuple[bytes, str | None, str | None]) -> Statement:
    body, identity, claim = row
    return msgspec.structs.replace(unpack(body, Statement), speaker_identity=identity, claim=claim)
