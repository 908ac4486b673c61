"""What was read goes in. Every function is one transaction, or part of the one it is called in.

A row that is there already is left alone, so that reading the same files twice changes nothing.
"""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Iterable, Mapping

import msgspec

from onrecord.model import Article, Problem, RawDocument, Reading
from onrecord.record.opening import transaction
from onrecord.record.packing import pack
from onrecord.record.statements import statements_of


def store(
    connection: sqlite3.Connection,
    raw: RawDocument,
    article: Article,
    reading: Reading,
    parses: Mapping[str, bytes],
    version: str,
    problems: Iterable[Problem] = (),
) -> None:
    """Keep an article with all that was read of it, in place of what an earlier version read.

    `parses` are packed `Parse`s under their passage keys; `problems` are the article's own.
    """
    with transaction(connection):
        connection.execute(
            "INSERT INTO raws VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
            (article.raw_sha256, len(raw.data), zlib.compress(raw.data)),
        )
        _store_article(connection, article)
        store_input(connection, article.id, raw)
        connection.executemany(
            "INSERT INTO parses VALUES (?, ?) ON CONFLICT DO NOTHING", parses.items()
        )
        connection.execute(
            "INSERT INTO readings VALUES (?, ?, ?) ON CONFLICT (article) DO UPDATE"
            " SET version = excluded.version, body = excluded.body",
            (article.id, version, pack(reading)),
        )
        _store_statements(connection, article, reading)
        connection.execute("DELETE FROM article_problems WHERE article = ?", (article.id,))
        connection.executemany(
            "INSERT INTO article_problems VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
            [(article.id, problem.kind, problem.detail) for problem in problems],
        )


def store_input(connection: sqlite3.Connection, article: str, raw: RawDocument) -> None:
    """Note that the article stored under the id `article` was found at `raw`'s place."""
    with transaction(connection):
        connection.execute(
            "INSERT INTO inputs VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
            (article, raw.path, raw.key, raw.captured),
        )


def store_problem(connection: sqlite3.Connection, problem: Problem) -> None:
    """Keep what could not be read, in place of what was said of the same document before."""
    with transaction(connection):
        if problem.article is not None and _has_article(connection, problem.article):
            connection.execute(
                "INSERT INTO article_problems VALUES (?, ?, ?) ON CONFLICT (article, kind)"
                " DO UPDATE SET detail = excluded.detail WHERE detail <> excluded.detail",
                (problem.article, problem.kind, problem.detail),
            )
            return
        connection.execute(
            "INSERT INTO problems VALUES (?, ?, ?, ?) ON CONFLICT (path, key, kind)"
            " DO UPDATE SET detail = excluded.detail WHERE detail <> excluded.detail",
            (problem.path, problem.key, problem.kind, problem.detail),
        )


def clear_problem(connection: sqlite3.Connection, key: str, kind: str | None = None) -> None:
    """Forget the problems (or that of one `kind`) of the document `key`, which is well now."""
    with transaction(connection):
        connection.execute(
            "DELETE FROM problems WHERE key = ? AND kind = coalesce(?, kind)", (key, kind)
        )


def _has_article(connection: sqlite3.Connection, article: str) -> bool:
    return bool(connection.execute("SELECT 1 FROM articles WHERE id = ?", (article,)).fetchone())


def _store_article(connection: sqlite3.Connection, article: Article) -> None:
    # Where it was found is no part of what it is: that is kept in `inputs`, so that the row
    # does not depend on which of two equal files was read first.
    body = pack(msgspec.structs.replace(article, text="", path="", key="", captured=None))
    row = {
        "id": article.id,
        "raw_sha256": article.raw_sha256,
        "title": article.title,
        "outlet": article.outlet,
        "agency": article.agency,
        "published_earliest": article.published.earliest,
        "published_latest": article.published.latest,
        "language": article.language,
        "text": article.text,
        "body": body,
    }
    columns = ", ".join(row)
    values = ", ".join(f":{column}" for column in row)
    changes = ", ".join(f"{column} = excluded.{column}" for column in row if column != "id")
    connection.execute(
        f"INSERT INTO articles ({columns}) VALUES ({values}) ON CONFLICT (id)"
        f" DO UPDATE SET {changes} WHERE body <> excluded.body OR text <> excluded.text",
        row,
    )


def _store_statements(connection: sqlite3.Connection, article: Article, reading: Reading) -> None:
    connection.execute("DELETE FROM statements WHERE article = ?", (article.id,))
    connection.executemany(
        "INSERT INTO statements (id, article, position, speaker, stance, kind, act, source_type,"
        " said_earliest, said_latest, text, body) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (
                statement.id,
                article.id,
                position,
                statement.attribution.speaker,
                statement.attribution.stance,
                statement.attribution.kind,
                statement.attribution.act,
                statement.attribution.source_type,
                statement.said_earliest,
                statement.said_latest,
                statement.text,
                pack(statement),
            )
            for position, statement in enumerate(statements_of(article, reading))
        ],
    )
