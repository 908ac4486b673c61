"""The parts of linking, each with what it keeps from one linking to the next, and how articles come to
them and leave them.

What an article gives depends on it alone; what that changes across articles each part works out
when it is brought up to date.
"""

from __future__ import annotations

import sqlite3

from onrecord.linking.claims.figures import counts_of
from onrecord.linking.claims.grouping import wording
from onrecord.linking.claims.reckoning import Claims
from onrecord.linking.claims.terms import said
from onrecord.linking.days.dated import dated_content, dated_statement, day_of
from onrecord.linking.days.settling import Settling
from onrecord.linking.days.timeline import Days
from onrecord.linking.delta import Changed
from onrecord.linking.echoes.sheets import Sheets, sheet
from onrecord.linking.happenings.groups import Happenings
from onrecord.linking.identities.mentions import locals_of, speaker_of
from onrecord.linking.identities.naming import Naming
from onrecord.linking.identities.sightings import sightings
from onrecord.linking.lost_attribution.lost import sourced
from onrecord.linking.lost_attribution.sources import Sources
from onrecord.linking.readable import Readable
from onrecord.model import Span, Statement


class Kept:
    """All parts, in one database."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        connection.execute(
            "CREATE TABLE IF NOT EXISTS followed (article TEXT PRIMARY KEY, version TEXT)"
        )
        self.sheets = Sheets(connection)
        self.naming = Naming(connection)
        self.happenings = Happenings(connection)
        self.claims = Claims(connection)
        self.sources = Sources(connection)
        self.days = Days(connection)
        self.settling = Settling(connection)

    def follow(self, record: Readable) -> Changed:
        """Take out what is no longer in the record as it was, and take in what is new."""
        known = dict(self._connection.execute("SELECT article, version FROM followed"))
        now = dict(record.reading_versions())
        went = sorted(a for a, version in known.items() if now.get(a) != version)
        came = sorted(a for a, version in now.items() if known.get(a) != version)
        for article in went:
            self._forget(article)
        for article in came:
            self._add(record, article, now[article])
        return Changed(frozenset(came), frozenset(went))

    def _add(self, record: Readable, identifier: str, version: str) -> None:
        article, reading = record.article(identifier), record.reading(identifier)
        assert article is not None
        assert reading is not None
        own = list(record.statements(article=identifier))
        self.sheets.add(sheet(article))
        self.naming.add(locals_of(article, reading))
        self.naming.sight(identifier, sightings(article, reading))
        self.happenings.add(article, reading)
        self.settling.add(article, reading)
        bounds = (article.published.earliest, article.published.latest)
        counts = counts_of(article, reading)
        for statement in own:
            kept = said(statement, day_of(statement, bounds), counts)
            self.claims.add(
                kept, wording(kept), speaker_of(statement.attribution, reading), _naming(statement)
            )
            placed = dated_statement(statement, bounds)
            self.days.add([placed] if placed else [])
        self.days.add(dated_content(article, reading, own))
        self.sources.add(identifier, tuple(sourced(statement) for statement in own))
        self._connection.execute("INSERT INTO followed VALUES (?, ?)", (identifier, version))

    def _forget(self, article: str) -> None:
        for part in (
            self.sheets, self.naming, self.happenings, self.claims, self.sources, self.days,
            self.settling,
        ):  # fmt: skip
            part.forget(article)
        self._connection.execute("DELETE FROM followed WHERE article = ?", (article,))


def _naming(statement: Statement) -> tuple[Span, ...]:
    """The words that say whose statement it is."""
    return (*statement.attribution.speaker_spans, *statement.attribution.source)
