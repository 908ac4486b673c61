"""A statement's chain of custody: speaker → who relays it → agency → outlet → who reprints it.

Computed of what a record holds; nothing is stored for it. Each link leads to its article and, where the text
has them, to the words.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal, Protocol

import msgspec

from onrecord.linking.echoes.lineage import Imprint, agencies, house, imprint, is_wire, same_house
from onrecord.model import Article, Claim, Echo, Span, Statement

Kind = Literal["speaker", "relayed_by", "told", "agency", "outlet", "reprinted_by"]

_MEDIUM = re.compile(
    r"\b(?:news|newspaper|times|post|journal|herald|tribune|gazette|guardian|radio|tv|television|channel"
    r"|magazine|press|agency|broadcaster|daily|weekly|podcast|cnn|bbc|nbc|abc|cbs|npr|msnbc|fox|reuters"
    r"|politico)\b(?!\s+(?:conference|briefing))",
    re.IGNORECASE,
)
"""In the name of an addressee: what is told to a medium reaches others through it."""


class Link(msgspec.Struct, frozen=True):
    """One hand that a statement went through.

    `speaker`, `relayed_by` (whose report holds it) and `told` (the medium that it was said to) are named in
    `article` at `spans`; `statement` is the relaying statement. `agency` is one that the article credits,
    or whose article (`article`) the text is from; `outlet` has published it; `reprinted_by` has taken
    it from there, at `spans` of `article`. `identity` is that of the speaker.
    """

    kind: Kind
    name: str
    article: str
    spans: tuple[Span, ...] = ()
    statement: str | None = None
    identity: str | None = None


def between(chain: Sequence[Link], article: str) -> list[Link]:
    """The chain of a statement of `article` without what anybody sees: its speaker, its own outlet."""
    own = {"speaker", "outlet"}
    return [link for link in chain if link.article != article or link.kind not in own]


class Holdings(Protocol):
    """What is asked of a record."""

    def articles(self) -> Iterable[Article]: ...
    def statements(self) -> Iterable[Statement]: ...
    def claims(self) -> Iterable[Claim]: ...
    def echoes(self) -> Iterable[Echo]: ...


@dataclass(frozen=True, slots=True)
class _Reuse:
    """An echo without its changes."""

    article: str
    of_article: str
    spans: tuple[Span, ...]
    of_spans: tuple[Span, ...]
    directed: bool


@dataclass(frozen=True, slots=True)
class _Source:
    """An article as a link of chains: its imprint and where its credits stand."""

    imprint: Imprint
    credits: Mapping[str, tuple[Span, ...]]


class Custody:
    """The chains of a record's statements."""

    def __init__(self, record: Holdings) -> None:
        self._sources = {a.id: _source(a) for a in record.articles()}
        self._agencies = {house(a) for s in self._sources.values() for a in agencies(s.imprint)}
        outlets = (source.imprint.outlet for source in self._sources.values())
        self._media = self._agencies | {house(outlet) for outlet in outlets if outlet}
        self._of: dict[str, list[_Reuse]] = defaultdict(list)
        self._into: dict[str, list[_Reuse]] = defaultdict(list)
        for echo in record.echoes():
            reuse = _Reuse(
                echo.article,
                echo.of_article,
                echo.spans,
                echo.of_spans,
                echo.lineage in ("copied_from", "update_of"),
            )
            if reuse.directed:
                self._of[echo.article].append(reuse)
                self._into[echo.of_article].append(reuse)
        self._origins = {claim.id: claim.independent_origins for claim in record.claims()}

    def chains(
        self, statements: Iterable[Statement]
    ) -> Iterator[tuple[Statement, tuple[Link, ...]]]:
        """Each statement with its chain. Those of one article must come together."""
        for _, group in groupby(statements, key=lambda s: s.article):
            own = list(group)
            by_id = {s.id: s for s in own}
            for statement in own:
                yield statement, tuple(self._chain(statement, by_id))

    def independent_origins(self, statement: Statement) -> int | None:
        """How many independent origins its claim has; `None` without a claim."""
        return self._origins.get(statement.claim or "")

    def _chain(self, statement: Statement, by_id: Mapping[str, Statement]) -> Iterator[Link]:
        said = statement.attribution
        if said.speaker:
            yield Link(
                "speaker", said.speaker, statement.article, said.source or said.speaker_spans,
                identity=statement.speaker_identity,
            )  # fmt: skip
        if said.addressee and said.addressee_span and self._is_medium(said.addressee, statement):
            yield Link("told", said.addressee, statement.article, (said.addressee_span,))
        yield from _relays(statement, by_id)
        came = self._upstream(statement)
        yield from came
        source = self._sources.get(statement.article)
        if source is None:
            return
        here = source.imprint
        for agency in agencies(here):
            if not any(same_house(agency, n) for n in (here.outlet, *(link.name for link in came))):
                spans = source.credits.get(agency, ())
                yield Link("agency", agency, statement.article, spans)
        if here.outlet:
            spans = source.credits.get(here.outlet, ())
            yield Link("outlet", here.outlet, statement.article, spans)
        yield from self._downstream(statement)

    def _is_medium(self, addressee: str, statement: Statement) -> bool:
        """The addressee publishes, has a name, and is not this outlet: 'told Corvo'."""
        called = house(addressee)
        outlet = self._outlet(statement.article)
        if outlet and set(called) <= set(house(outlet)):
            return False
        named = any(word[0].isupper() for word in addressee.split()[1:] or [addressee])
        return called in self._media or (named and bool(_MEDIUM.search(addressee)))

    def _upstream(self, statement: Statement) -> list[Link]:
        """The articles that the words came through, the farthest first."""
        found: list[Link] = []
        seen = {statement.article}
        article, spans = statement.article, statement.attribution.content
        while True:
            nearest = next(
                (
                    (reuse, there)
                    for reuse in sorted(self._of[article], key=self._age)
                    if reuse.of_article not in seen and reuse.of_article in self._sources
                    for there in [_across(spans, reuse.spans, reuse.of_spans)]
                    if there
                ),
                None,
            )
            if nearest is None:
                break
            reuse, spans = nearest
            article = reuse.of_article
            seen.add(article)
            name = self._sources[article].imprint.outlet
            if name and not same_house(name, self._outlet(statement.article)):
                wire = is_wire(name) or house(name) in self._agencies
                found.append(Link("agency" if wire else "outlet", name, article, spans))
        return found[::-1]

    def _downstream(self, statement: Statement) -> Iterator[Link]:
        """Those that took the words from this article."""
        for reuse in sorted(self._into[statement.article], key=lambda r: r.article):
            there = _across(statement.attribution.content, reuse.of_spans, reuse.spans)
            source = self._sources.get(reuse.article)
            if there and source is not None:
                here = source.imprint
                name = here.outlet or here.title or here.article
                yield Link("reprinted_by", name, reuse.article, there)

    def _outlet(self, article: str) -> str | None:
        source = self._sources.get(article)
        return None if source is None else source.imprint.outlet

    def _age(self, reuse: _Reuse) -> tuple[str, str]:
        source = self._sources.get(reuse.of_article)
        return (source and source.imprint.earliest) or "9999", reuse.of_article


def _source(article: Article) -> _Source:
    credits: dict[str, tuple[Span, ...]] = {}
    for credit in article.credits:
        if credit.span is not None:
            credits[credit.value] = (*credits.get(credit.value, ()), credit.span)
    return _Source(imprint(article), credits)


def _relays(statement: Statement, by_id: Mapping[str, Statement]) -> Iterator[Link]:
    """Those whose reports hold the statement, from within."""
    seen = {statement.id}
    above = by_id.get(statement.parent or "")
    while above is not None and above.id not in seen:
        seen.add(above.id)
        said = above.attribution
        if said.act == "speech" and said.speaker:
            yield Link(
                "relayed_by", said.speaker, above.article, said.source or said.speaker_spans,
                statement=above.id, identity=above.speaker_identity,
            )  # fmt: skip
        above = by_id.get(above.parent or "")


def _across(
    content: Sequence[Span], spans: Sequence[Span], others: Sequence[Span]
) -> tuple[Span, ...]:
    """The passages of the other article that pair up with those of this one which hold `content`;
    none where they hold less than half of it."""
    total = sum(len(c) for c in content)
    inside = 0
    there = []
    for span, other in zip(spans, others, strict=True):
        shared = sum(max(0, min(c.end, span.end) - max(c.start, span.start)) for c in content)
        if shared:
            inside += shared
            there.append(other)
    return tuple(there) if total and 2 * inside >= total else ()
