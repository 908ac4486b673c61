"""Articles and their readings in; what holds across them out: identities, echoes, claims,
disputes, the timeline, happenings.

`link` is the only function here that touches the record. What has to be kept of every article while
it works is on disk (`scratch`), so that memory stays nearly the same however many there are.
Everything gives the same result whatever the order of articles.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from typing import Protocol

from onrecord.linking.claims import wording
from onrecord.linking.echo_store import EchoStore
from onrecord.linking.echoes import echoes_among
from onrecord.linking.figures import counts_of
from onrecord.linking.happenings import Happenings
from onrecord.linking.identities import identified
from onrecord.linking.lost_attribution import sourced
from onrecord.linking.mentions import locals_of, speaker_of
from onrecord.linking.naming import Naming
from onrecord.linking.origins import Provenance
from onrecord.linking.reckoning import ClaimStore, reckon
from onrecord.linking.sayings import Sayings
from onrecord.linking.scratch import Column, scratch
from onrecord.linking.sheets import Sheets, sheet
from onrecord.linking.sightings import sightings
from onrecord.linking.terms import said
from onrecord.linking.timeline import Days, dated_content, dated_statement, day_of
from onrecord.model import (
    Article,
    Claim,
    Dispute,
    Echo,
    Happening,
    Identity,
    Reading,
    Statement,
    TimelineEntry,
)

LINKING_VERSION = "5"

__all__ = ["LINKING_VERSION", "Linkable", "link"]


class Linkable(Protocol):
    """What `link` needs of a record. Statements come with those of one article together, in the
    order in which `readings` gives the articles."""

    def readings(self) -> Iterator[tuple[Article, Reading]]: ...

    def statements(self) -> Iterator[Statement]: ...

    def replace_linked(
        self,
        identities: Iterable[Identity],
        echoes: Iterable[Echo],
        claims: Iterable[Claim],
        disputes: Iterable[Dispute],
        timeline: Iterable[TimelineEntry],
        statement_identity: Mapping[str, str],
        statement_claim: Mapping[str, str],
        version: str = "",
        happenings: Iterable[Happening] = (),
    ) -> None: ...


def link(record: Linkable) -> None:
    """Recompute everything that holds across articles, and replace it in one transaction.

    Two passes over the record: one gathers what is kept of every article (names, words as hashes),
    the other what is kept of every statement.
    """
    with scratch() as connection:
        sheets = Sheets(connection)
        naming = Naming(connection)
        happenings = Happenings(connection)
        for article, reading in record.readings():
            sheets.add(sheet(article))
            naming.add(locals_of(article, reading))
            happenings.add(article, reading)
            naming.sight(article.id, sightings(article, reading))
        naming.recognise()
        people = identified(naming)
        imprints = {imprint.article: imprint for imprint in sheets.imprints()}
        echoes = EchoStore(connection, echoes_among(sheets))

        sayings = Sayings(connection)
        days = Days(connection)
        for article, reading, own in _by_article(record):
            bounds = (article.published.earliest, article.published.latest)
            counts = counts_of(article, reading)
            for statement in own:
                speaker = people.who(article.id, speaker_of(statement.attribution, reading))
                kept = said(statement, speaker, day_of(statement, bounds), counts)
                sayings.add(kept, wording(kept))
                placed = dated_statement(statement, bounds)
                days.add([placed] if placed else [])
            days.add(dated_content(article, reading, own))
            if echoes.has(article.id):
                echoes.keep(article.id, [sourced(statement) for statement in own])
        sayings.seal()
        claims = ClaimStore(connection)
        disputes = reckon(sayings, claims, Provenance(imprints, echoes.of))
        record.replace_linked(
            identities=people.identities(),
            echoes=echoes.with_lost(sheets, imprints),
            claims=claims.all(),
            disputes=disputes,
            timeline=days.entries(),
            statement_identity=Column(connection, "sayings", "identity"),
            statement_claim=Column(connection, "sayings", "claim"),
            version=LINKING_VERSION,
            happenings=happenings.found(),
        )


def _by_article(record: Linkable) -> Iterator[tuple[Article, Reading, list[Statement]]]:
    """Articles with their readings and statements, both streamed side by side."""
    grouped = groupby(record.statements(), key=lambda s: s.article)
    waiting = next(grouped, None)
    for article, reading in record.readings():
        own: list[Statement] = []
        if waiting is not None and waiting[0] == article.id:
            own = list(waiting[1])
            waiting = next(grouped, None)
        yield article, reading, own
