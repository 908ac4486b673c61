"""The rows of each table of a record, streamed, in an order that depends on content alone.

Each row has `id`; a row that rests on one article has `article`, a row across articles has
`articles`. Offsets count in the `text` of the articles table.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from onrecord.export import annotation
from onrecord.export.annotation import Row
from onrecord.export.events import events, happenings
from onrecord.export.judgements import judgements
from onrecord.linking.claims.custody import Custody
from onrecord.model import Article, Settled, Statement
from onrecord.record import Record
from onrecord.record.identifiers import content_id


def articles(record: Record) -> Iterator[Row]:
    settled = {one.article: one for one in record.settled()}
    for article in record.articles():
        row = _article(article, record.inputs(article.id))
        yield {**row, **_published_settled(settled.get(article.id))}


def statements(record: Record) -> Iterator[Row]:
    settled = {one.article: one for one in record.settled()}
    custody = Custody(record)
    for statement, chain in custody.chains(record.statements()):
        origins = custody.independent_origins(statement)
        said = _said_settled(statement, settled.get(statement.article))
        yield {**_statement(statement), **said, "custody": chain, "independent_origins": origins}


def identities(record: Record) -> Iterator[Row]:
    for identity in record.identities():
        yield {
            "id": identity.id,
            "name": identity.name,
            "type": identity.type,
            "aliases": identity.aliases,
            "roles": identity.roles,
            "roles_held": identity.roles_held,
            "articles": sorted({mention.article for mention in identity.mentions}),
            "mentions": identity.mentions,
            "because": identity.because,
            "metonym_of": identity.metonym_of,
            "gazetteer_id": identity.gazetteer_id,
        }


def echoes(record: Record) -> Iterator[Row]:
    for echo in record.echoes():
        yield {
            "id": echo.id,
            "article": echo.article,
            "spans": echo.spans,
            "of_article": echo.of_article,
            "of_spans": echo.of_spans,
            "articles": [echo.article, echo.of_article],
            "kind": echo.kind,
            "similarity": echo.similarity,
            "lineage": echo.lineage,
            "because": echo.because,
            "changes": echo.changes,
            "lost_attribution": echo.lost_attribution,
        }


def claims(record: Record) -> Iterator[Row]:
    for claim in record.claims():
        yield {
            "id": claim.id,
            "text": claim.text,
            "statements": claim.statements,
            "supporters": claim.supporters,
            "deniers": claim.deniers,
            "articles": claim.articles,
            "origins": claim.origins,
            "independent_origins": claim.independent_origins,
            "because": claim.because,
        }


def disputes(record: Record) -> Iterator[Row]:
    for dispute in record.disputes():
        yield {
            "id": dispute.id,
            "claim": dispute.claim,
            "kind": dispute.kind,
            "sides": dispute.sides,
            "articles": dispute.articles,
            "because": dispute.because,
        }


def timeline(record: Record) -> Iterator[Row]:
    settled = {one.article for one in record.settled()}
    for entry in record.timeline():
        yield {
            "id": entry.id,
            "date": entry.date,
            "earliest": entry.earliest,
            "latest": entry.latest,
            "kind": entry.kind,
            "text": entry.text,
            "statements": entry.statements,
            "articles": entry.articles,
            "settled": [article for article in entry.articles if article in settled],
        }


def problems(record: Record) -> Iterator[Row]:
    for problem in record.problems():
        yield {
            "id": content_id(problem.path, problem.key, problem.kind),
            "path": problem.path,
            "key": problem.key,
            "kind": problem.kind,
            "detail": problem.detail,
            "article": problem.article,
        }


TABLES: dict[str, Callable[[Record], Iterator[Row]]] = {
    "articles": articles,
    "statements": statements,
    "events": events,
    "happenings": happenings,
    "identities": identities,
    "echoes": echoes,
    "claims": claims,
    "disputes": disputes,
    "timeline": timeline,
    "judgements": judgements,
    "problems": problems,
}


def _article(article: Article, inputs: list[tuple[str, str]]) -> Row:
    published = article.published
    return {
        "id": article.id,
        "key": article.key,
        "path": article.path,
        "inputs": [{"path": path, "key": key} for path, key in inputs],
        "raw_sha256": article.raw_sha256,
        "media_type": article.media_type,
        "url": article.url,
        "title": article.title,
        "outlet": article.outlet,
        "agency": article.agency,
        "byline": article.byline,
        "dateline": article.dateline,
        "credits": article.credits,
        "published": published.value,
        "published_earliest": published.earliest,
        "published_latest": published.latest,
        "published_sure": published.sure,
        "published_evidence": published.evidence,
        "captured": article.captured,
        "language": article.language,
        "text": article.text,
        "blocks": article.blocks,
    }


def _published_settled(settled: Settled | None) -> Row:
    return {
        "published_settled": settled and settled.published,
        "published_settled_earliest": settled and settled.earliest,
        "published_settled_latest": settled and settled.latest,
        "published_settled_by": settled.articles if settled else (),
        "published_settled_because": settled.because if settled else (),
    }


def _said_settled(statement: Statement, settled: Settled | None) -> Row:
    """What the settled year makes of its days, null where it changes nothing."""
    filled = settled.statement(statement) if settled else statement
    days = (filled.said_earliest, filled.said_latest)
    changed = days != (statement.said_earliest, statement.said_latest)
    value = filled.attribution.said_on
    return {
        "said_settled": value if value != statement.attribution.said_on else None,
        "said_settled_earliest": days[0] if changed else None,
        "said_settled_latest": days[1] if changed else None,
    }


def _statement(statement: Statement) -> Row:
    return {
        "id": statement.id,
        "article": statement.article,
        "text": statement.text,
        **annotation.attribution(statement.attribution),
        "speaker_identity": statement.speaker_identity,
        "quoted": statement.quoted,
        "said_earliest": statement.said_earliest,
        "said_latest": statement.said_latest,
        "parent": statement.parent,
        "claim": statement.claim,
    }
