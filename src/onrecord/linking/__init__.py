"""Articles and their readings in; what holds across them out: identities, echoes, claims,
disputes, the timeline.

`link` is the only function here that touches the record. Everything else is pure, takes the
nouns of `onrecord.model`, and gives the same result whatever the order of articles.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from typing import Protocol

from onrecord.linking.claims import find_claims, group
from onrecord.linking.disputes import (
    claim_disputes,
    figure_disputes,
    refusal_disputes,
    refusals,
)
from onrecord.linking.echoes import Sheet, find_echoes, sheet
from onrecord.linking.figures import Count, conflicts, counts_of
from onrecord.linking.identities import find_identities
from onrecord.linking.lost_attribution import Sourced, sourced, with_lost
from onrecord.linking.mentions import Local, locals_of, speaker_of
from onrecord.linking.origins import provenance
from onrecord.linking.terms import Said, said
from onrecord.linking.timeline import Dated, dated_content, dated_statement, day_of, find_timeline
from onrecord.model import (
    Article,
    Claim,
    Dispute,
    Echo,
    Identity,
    Reading,
    Statement,
    TimelineEntry,
)

LINKING_VERSION = "1"

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
    ) -> None: ...


def link(record: Linkable) -> None:
    """Recompute everything that holds across articles, and replace it in one transaction.

    Two passes over the record: one gathers what is kept of every article (names, words as hashes,
    figures), the other what is kept of every statement.
    """
    sheets: list[Sheet] = []
    everyone: list[Local] = []
    counts: dict[str, list[Count]] = {}
    for article, reading in record.readings():
        sheets.append(sheet(article))
        everyone += locals_of(article, reading)
        if reading.figures:
            counts[article.id] = counts_of(article, reading)
    imprints = {s.imprint.article: s.imprint for s in sheets}
    people = find_identities(everyone)
    del everyone
    echoes = find_echoes(sheets)
    echoing = {a for echo in echoes for a in (echo.article, echo.of_article)}

    statements: dict[str, Said] = {}
    theirs: dict[str, list[Sourced]] = defaultdict(list)
    dated: list[Dated] = []
    speakers: dict[str, str] = {}
    for article, reading, own in _by_article(record):
        bounds = (article.published.earliest, article.published.latest)
        for statement in own:
            speaker = people.who(article.id, speaker_of(statement.attribution, reading))
            if speaker:
                speakers[statement.id] = speaker
            statements[statement.id] = said(statement, speaker, day_of(statement, bounds))
            if article.id in echoing:
                theirs[article.id].append(sourced(statement))
            placed = dated_statement(statement, bounds)
            if placed:
                dated.append(placed)
        dated += dated_content(article, reading, own)
    words = {s.imprint.article: s.words for s in sheets if s.imprint.article in echoing}
    echoes = with_lost(echoes, words, theirs, imprints)
    del sheets, words, theirs

    known = provenance(imprints, echoes)
    grouping = group(statements.values())
    grouped = {i for members in grouping.groups for i in members}
    rivals = list(conflicts(grouping.figures, statements, counts))
    refused = list(refusals(statements.values()))
    # A dispute is over a claim, also where one statement alone makes it.
    alone = {rival[0].id for rival in rivals} | {demand.id for demand, _ in refused}
    alone -= grouped
    claims = find_claims(statements, [*grouping.groups, *((i,) for i in sorted(alone))], known)
    claim_of = {i: claim.id for claim in claims for i in claim.statements}
    disputes = [
        *claim_disputes(claims, statements),
        *figure_disputes(rivals, claim_of),
        *refusal_disputes(refused, claim_of),
    ]
    record.replace_linked(
        identities=people.identities,
        echoes=echoes,
        claims=claims,
        disputes=disputes,
        timeline=find_timeline(dated, claim_of),
        statement_identity=speakers,
        statement_claim=claim_of,
        version=LINKING_VERSION,
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
