"""A record's rows → the page's JSON (`onrecord.report.rows`). Pure: same record, same page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Protocol

from onrecord.linking.claims.custody import Custody, between
from onrecord.linking.echoes.copies import origin_of
from onrecord.model import (
    Article,
    Claim,
    Dispute,
    Echo,
    Happening,
    Identity,
    Problem,
    Reading,
    Settled,
    Span,
    Statement,
    TimelineEntry,
)
from onrecord.report.happenings import Tellers
from onrecord.report.rows import (
    FIELDS,
    ArticleRow,
    ClaimRow,
    DisputeRow,
    EchoRow,
    EventRow,
    Numbers,
    Page,
    ProblemRow,
    SideRow,
    StatementRow,
)
from onrecord.report.speakers import FRAGMENTS, speaking


class Source(Protocol):
    """What the report asks of a record."""

    @property
    def path(self) -> Path: ...
    def articles(self) -> Iterable[Article]: ...
    def statements(self) -> Iterable[Statement]: ...
    def identities(self) -> Iterable[Identity]: ...
    def claims(self) -> Iterable[Claim]: ...
    def disputes(self) -> Iterable[Dispute]: ...
    def echoes(self) -> Iterable[Echo]: ...
    def timeline(self) -> Iterable[TimelineEntry]: ...
    def happenings(self) -> Iterable[Happening]: ...
    def reading(self, article_id: str, /) -> Reading | None: ...
    def settled(self) -> Iterable[Settled]: ...
    def problems(self) -> Iterable[Problem]: ...


def page_data(record: Source, title: str) -> Page:
    """The rows of `record`, ready to be written into the page.

    Articles come in order of publication, statements in order of article and place. A row
    that points at an article or statement which the record does not hold is left out.
    """
    settled = {one.article: one for one in record.settled()}
    articles = sorted(record.articles(), key=lambda a: _publication_order(a, settled.get(a.id)))
    article_at = {article.id: index for index, article in enumerate(articles)}
    statements = sorted(
        (
            settled[s.article].statement(s) if s.article in settled else s
            for s in record.statements()
            if s.article in article_at
        ),
        key=lambda s: (article_at[s.article], s.attribution.content, s.attribution.cue, s.id),
    )
    statement_at = {statement.id: index for index, statement in enumerate(statements)}
    chains = {s.id: chain for s, chain in Custody(record).chains(statements)}
    claims = list(record.claims())
    claim_at = {claim.id: index for index, claim in enumerate(claims)}
    echoes = [e for e in record.echoes() if e.article in article_at and e.of_article in article_at]
    origin = origin_of(article_at, echoes)
    disputes = [
        _dispute(
            dispute,
            claims[claim_at[dispute.claim]] if dispute.claim in claim_at else None,
            statement_at,
        )
        for dispute in record.disputes()
    ]
    disputes.sort(
        key=lambda d: (len(d.sides) < 2, -d.origins, -sum(len(s.statements) for s in d.sides), d.id)
    )
    speakers, speaker_of = speaking(statements, articles, article_at, record.identities())
    problems = [
        ProblemRow(p.path, p.key, p.kind, p.detail, article_at.get(p.article or ""))
        for p in record.problems()
    ]
    return Page(
        title=title,
        record=record.path.name,
        numbers=Numbers(
            articles=len(articles),
            outlets=len({a.outlet for a in articles if a.outlet}),
            statements=len(statements),
            speakers=sum(1 for s in speakers if s.named),
            denials=sum(1 for s in statements if s.attribution.stance == "deny"),
            disputes=len(disputes),
            origins=len({origin(article) for article in article_at}),
            problems=len(problems),
            earliest=min(filter(None, (a.published.earliest for a in articles)), default=None),
            latest=max((a.published.latest or "" for a in articles if _dated(a)), default="")
            or None,
        ),
        fields=FIELDS,
        articles=[_article(a, settled.get(a.id), article_at) for a in articles],
        speakers=speakers,
        statements=[
            _statement(
                s,
                articles[article_at[s.article]],
                article_at[s.article],
                speaker,
                statement_at,
                claim_at,
                [
                    (k.kind, k.name, article_at.get(k.article))
                    for k in between(chains[s.id], s.article)
                ],
                s.article in settled,
            )
            for s, speaker in zip(statements, speaker_of, strict=True)
        ],
        claims=[
            ClaimRow(
                c.id,
                c.text,
                _indexes(c.statements, statement_at),
                _indexes(c.deniers, statement_at),
                c.independent_origins,
            )
            for c in claims
        ],
        disputes=disputes,
        echoes=[
            EchoRow(
                article_at[e.article],
                article_at[e.of_article],
                e.kind,
                round(e.similarity, 3),
                e.lineage,
                e.because,
                _changes(e, "added"),
                _changes(e, "cut"),
                _changes(e, "changed"),
                [
                    (
                        lost.span.start,
                        lost.span.end,
                        statement_at.get(lost.of_statement or ""),
                        article_at.get(lost.article, article_at[e.article]),
                        lost.kind,
                        lost.because,
                    )
                    for lost in e.lost_attribution
                ],
            )
            for e in echoes
        ],
        events=[
            EventRow(
                t.date,
                t.earliest,
                t.latest,
                t.text,
                _indexes(t.statements, statement_at),
                _indexes(t.articles, article_at),
            )
            for t in record.timeline()
            if t.kind == "event"
        ],
        happenings=Tellers(articles, statements, origin).rows(record),
        problems=problems,
    )


def _publication_order(article: Article, settled: Settled | None) -> tuple[str, str, str]:
    published = settled or article.published
    return (published.earliest or published.latest or "9999", article.key, article.id)


def _indexes(ids: Sequence[str], index: Mapping[str, int]) -> list[int]:
    return [index[i] for i in ids if i in index]


def _flat(spans: Iterable[Span]) -> list[int]:
    return [offset for span in spans for offset in (span.start, span.end)]


def _article(
    article: Article, settled: Settled | None, article_at: Mapping[str, int]
) -> ArticleRow:
    published = article.published
    return ArticleRow(
        id=article.id,
        key=article.key,
        title=article.title,
        outlet=article.outlet,
        agency=article.agency,
        byline=article.byline,
        dateline=article.dateline,
        url=article.url,
        published=published.value,
        earliest=settled.earliest if settled else published.earliest,
        latest=settled.latest if settled else published.latest,
        sure=published.sure,
        evidence=[(e.kind, e.value, e.words) for e in published.evidence],
        settled=settled is not None,
        settled_by=_indexes(settled.articles, article_at) if settled else [],
        settled_because=list(settled.because) if settled else [],
        captured=article.captured,
        language=article.language,
        text=article.text,
        blocks=[(b.span.start, b.span.end, b.label) for b in article.blocks],
    )


def _dated(article: Article) -> bool:
    """Whether the publication is known from both sides, not only from when it was captured."""
    return article.published.earliest is not None


def _statement(
    statement: Statement,
    of: Article,
    article: int,
    speaker: int,
    statement_at: Mapping[str, int],
    claim_at: Mapping[str, int],
    custody: list[tuple[str, str, int | None]],
    settled: bool,
) -> StatementRow:
    said = statement.attribution
    words = FRAGMENTS.join(span.of(of.text) for span in said.content)
    # A page clock bounds the day from above and says nothing of it: such a statement has no place
    # on the timeline.
    bounded = statement.said_earliest is not None or _dated(of) or settled
    return StatementRow(
        id=statement.id,
        article=article,
        source=_flat(said.source),
        cue=_flat(said.cue),
        content=_flat(said.content),
        quoted=_flat(statement.quoted),
        text=None if statement.text == words else statement.text,
        kind=said.kind,
        act=said.act,
        stance=said.stance,
        source_type=said.source_type,
        speaker=speaker,
        addressee=said.addressee,
        setting=said.setting,
        said_span=_flat([said.said_span] if said.said_span else []),
        stated=said.said_on is not None,
        earliest=statement.said_earliest,
        latest=statement.said_latest if bounded else None,
        parent=statement_at.get(statement.parent or ""),
        claim=claim_at.get(statement.claim or ""),
        custody=custody,
        by=said.by,
        confidence=round(said.confidence, 3),
    )


def _dispute(dispute: Dispute, claim: Claim | None, statement_at: Mapping[str, int]) -> DisputeRow:
    """Origins a side has are those of the claim's origins that its own articles belong to; an
    article which no origin holds stands for itself."""
    origin_of = {
        article: origin
        for origin, group in enumerate(claim.origins if claim else ())
        for article in group
    }
    return DisputeRow(
        id=dispute.id,
        kind=dispute.kind,
        text=claim.text if claim else "",
        because=dispute.because,
        origins=_count_origins(dispute.articles, origin_of),
        sides=[
            SideRow(
                side.stance,
                _indexes(side.statements, statement_at),
                len(set(side.articles)),
                _count_origins(side.articles, origin_of),
                side.since,
            )
            for side in dispute.sides
        ],
    )


def _changes(echo: Echo, kind: str) -> int:
    return sum(1 for change in echo.changes if change.kind == kind)


def _count_origins(articles: Iterable[str], origin_of: Mapping[str, int]) -> int:
    return len({origin_of.get(article, article) for article in articles})
