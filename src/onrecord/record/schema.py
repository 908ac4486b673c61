"""The tables of a record, as migrations.

Bodies (`body`) are packed nouns (`onrecord.record.packing`); the columns beside them are for
queries. `row` columns are rowids kept stable for full-text search and mean nothing else.
"""

from __future__ import annotations

import sqlite3

from onrecord.record.migrations import migration

# Marks a SQLite file as ours (PRAGMA application_id): 'ONRD'.
APPLICATION = 0x4F4E5244


@migration
def what_was_read(connection: sqlite3.Connection) -> None:
    _all(
        connection,
        f"PRAGMA application_id = {APPLICATION}",
        "CREATE TABLE raws (sha256 TEXT PRIMARY KEY, size INTEGER NOT NULL, data BLOB NOT NULL)",
        # `body` is the Article without its text and without what depends on where it was found.
        """CREATE TABLE articles (
            row INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
            raw_sha256 TEXT NOT NULL REFERENCES raws(sha256),
            title TEXT, outlet TEXT, agency TEXT,
            published_earliest TEXT, published_latest TEXT, language TEXT NOT NULL,
            text TEXT NOT NULL, body BLOB NOT NULL)""",
        # The same bytes under two paths are one article found twice.
        """CREATE TABLE inputs (
            article TEXT NOT NULL REFERENCES articles(id),
            path TEXT NOT NULL, key TEXT NOT NULL, captured TEXT,
            PRIMARY KEY (article, path, key)) WITHOUT ROWID""",
        """CREATE TABLE readings (
            article TEXT PRIMARY KEY REFERENCES articles(id),
            version TEXT NOT NULL, body BLOB NOT NULL)""",
        """CREATE TABLE statements (
            row INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
            article TEXT NOT NULL REFERENCES articles(id), position INTEGER NOT NULL,
            speaker TEXT, stance TEXT NOT NULL, kind TEXT NOT NULL, act TEXT NOT NULL,
            source_type TEXT NOT NULL, said_earliest TEXT, said_latest TEXT,
            text TEXT NOT NULL, body BLOB NOT NULL)""",
        "CREATE INDEX statements_article ON statements(article, position)",
        "CREATE TABLE parses (key TEXT PRIMARY KEY, body BLOB NOT NULL)",
        # Documents of which no article could be made, and parts of documents.
        """CREATE TABLE problems (
            path TEXT NOT NULL, key TEXT NOT NULL, kind TEXT NOT NULL, detail TEXT NOT NULL,
            PRIMARY KEY (path, key, kind)) WITHOUT ROWID""",
        # What is wrong with an article wherever it was found; its inputs say where.
        """CREATE TABLE article_problems (
            article TEXT NOT NULL REFERENCES articles(id), kind TEXT NOT NULL,
            detail TEXT NOT NULL, PRIMARY KEY (article, kind)) WITHOUT ROWID""",
    )


@migration
def full_text(connection: sqlite3.Connection) -> None:
    for table, columns in (("articles", ("title", "text")), ("statements", ("text",))):
        names = ", ".join(columns)
        new = ", ".join(f"new.{column}" for column in columns)
        old = ", ".join(f"old.{column}" for column in columns)
        index = f"{table}_fts"
        forget = f"INSERT INTO {index}({index}, rowid, {names}) VALUES ('delete', old.row, {old});"
        learn = f"INSERT INTO {index}(rowid, {names}) VALUES (new.row, {new});"
        _all(
            connection,
            f"""CREATE VIRTUAL TABLE {index} USING fts5({names}, content='{table}',
                content_rowid='row', tokenize='unicode61 remove_diacritics 2')""",
            f"CREATE TRIGGER {table}_ai AFTER INSERT ON {table} BEGIN {learn} END",
            f"CREATE TRIGGER {table}_ad AFTER DELETE ON {table} BEGIN {forget} END",
            f"CREATE TRIGGER {table}_au AFTER UPDATE ON {table} BEGIN {forget} {learn} END",
        )


@migration
def what_was_linked(connection: sqlite3.Connection) -> None:
    _all(
        connection,
        "CREATE TABLE identities (id TEXT PRIMARY KEY, name TEXT NOT NULL, type TEXT NOT NULL, body BLOB NOT NULL)",
        """CREATE TABLE identity_mentions (
            identity TEXT NOT NULL REFERENCES identities(id), article TEXT NOT NULL,
            start INTEGER NOT NULL, end INTEGER NOT NULL, role TEXT)""",
        "CREATE INDEX identity_mentions_identity ON identity_mentions(identity, article, start)",
        "CREATE INDEX identity_mentions_article ON identity_mentions(article)",
        """CREATE TABLE echoes (
            id TEXT PRIMARY KEY, article TEXT NOT NULL, of_article TEXT NOT NULL,
            kind TEXT NOT NULL, similarity REAL NOT NULL, lineage TEXT NOT NULL,
            body BLOB NOT NULL)""",
        "CREATE INDEX echoes_article ON echoes(article)",
        "CREATE INDEX echoes_of_article ON echoes(of_article)",
        """CREATE TABLE claims (
            id TEXT PRIMARY KEY, text TEXT NOT NULL, independent_origins INTEGER NOT NULL,
            body BLOB NOT NULL)""",
        """CREATE TABLE claim_members (
            claim TEXT NOT NULL REFERENCES claims(id), statement TEXT NOT NULL,
            part TEXT NOT NULL, PRIMARY KEY (claim, statement)) WITHOUT ROWID""",
        "CREATE INDEX claim_members_statement ON claim_members(statement)",
        "CREATE TABLE disputes (id TEXT PRIMARY KEY, claim TEXT NOT NULL, kind TEXT NOT NULL, body BLOB NOT NULL)",
        """CREATE TABLE timeline (
            id TEXT PRIMARY KEY, earliest TEXT NOT NULL, latest TEXT NOT NULL,
            kind TEXT NOT NULL, body BLOB NOT NULL)""",
        "CREATE INDEX timeline_earliest ON timeline(earliest, latest, id)",
        """CREATE TABLE statement_links (
            statement TEXT PRIMARY KEY, identity TEXT, claim TEXT) WITHOUT ROWID""",
        "CREATE INDEX statement_links_identity ON statement_links(identity)",
        # Which readings the tables above were made of, as a digest.
        "CREATE TABLE linked (readings TEXT NOT NULL)",
    )


@migration
def happenings(connection: sqlite3.Connection) -> None:
    _all(
        connection,
        "CREATE TABLE happenings (id TEXT PRIMARY KEY, articles INTEGER NOT NULL, body BLOB NOT NULL)",
        # `event` is the index in the article's reading.
        """CREATE TABLE happening_events (
            article TEXT NOT NULL, event INTEGER NOT NULL,
            happening TEXT NOT NULL REFERENCES happenings(id),
            PRIMARY KEY (article, event)) WITHOUT ROWID""",
        "CREATE INDEX happening_events_happening ON happening_events(happening)",
    )


@migration
def judgements(connection: sqlite3.Connection) -> None:
    _all(
        connection,
        # `made_at` orders them: the later one holds.
        """CREATE TABLE judgements (
            id TEXT PRIMARY KEY, kind TEXT NOT NULL, verdict TEXT NOT NULL,
            made_by TEXT NOT NULL, made_at TEXT NOT NULL, body BLOB NOT NULL)""",
        "CREATE INDEX judgements_made_at ON judgements(made_at)",
        """CREATE TABLE withdrawals (
            judgement TEXT PRIMARY KEY REFERENCES judgements(id),
            made_by TEXT NOT NULL, made_at TEXT NOT NULL) WITHOUT ROWID""",
        *(
            f"CREATE TRIGGER {table}_never_{change} BEFORE {change} ON {table} BEGIN"
            " SELECT RAISE(ABORT, 'judgements are withdrawn, never changed or deleted'); END"
            for table in ("judgements", "withdrawals")
            for change in ("update", "delete")
        ),
    )


@migration
def settled(connection: sqlite3.Connection) -> None:
    _all(
        connection,
        "CREATE TABLE settled (article TEXT PRIMARY KEY, body BLOB NOT NULL)",
    )


@migration
def gazetteer(connection: sqlite3.Connection) -> None:
    _all(
        connection,
        "CREATE TABLE gazetteer (id TEXT PRIMARY KEY, body BLOB NOT NULL) WITHOUT ROWID",
        """CREATE TABLE gazetteer_names (
            folded TEXT NOT NULL, id TEXT NOT NULL, PRIMARY KEY (folded, id)) WITHOUT ROWID""",
        "CREATE INDEX gazetteer_names_id ON gazetteer_names(id)",
        # One row, or none without a gazetteer.
        "CREATE TABLE gazetteer_digest (sha256 TEXT NOT NULL)",
    )


def _all(connection: sqlite3.Connection, *commands: str) -> None:
    # Not `executescript`, which commits what is open and would break a migration in two.
    for command in commands:
        connection.execute(command)
