from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

import msgspec

from linking.build import article, attribution, span, statement
from onrecord.linking.claims.custody import Custody, between
from onrecord.model import Article, Claim, Credit, Echo, Statement

LINE = "forty barges were lost in the storm"


@dataclass
class Held:
    """A record in lists."""

    all_articles: list[Article]
    all_statements: list[Statement]
    all_echoes: list[Echo] = field(default_factory=list)
    all_claims: list[Claim] = field(default_factory=list)

    def articles(self) -> Iterable[Article]:
        return self.all_articles

    def statements(self) -> Iterable[Statement]:
        return self.all_statements

    def echoes(self) -> Iterable[Echo]:
        return self.all_echoes

    def claims(self) -> Iterable[Claim]:
        return self.all_claims


def chain(held: Held, of: Statement) -> list[tuple[str, str, str]]:
    found = {s.id: links for s, links in Custody(held).chains(held.statements())}
    return [(link.kind, link.name, link.article) for link in found[of.id]]


def page(key: str, outlet: str, **more: str) -> Article:
    text = f"Vask Radio said that Mara Quill told the Old Town Post {LINE}."
    return article(key, text, outlet=outlet, day=more.pop("day", "2030-05-01"), **more)


def said(of: Article) -> tuple[Statement, Statement]:
    outer = statement(
        f"{of.id}-radio",
        of,
        attribution(of.text, "Vask Radio", "said", f"Mara Quill told the Old Town Post {LINE}"),
    )
    made = attribution(of.text, "Mara Quill", "told", LINE, addressee="the Old Town Post")
    made = msgspec.structs.replace(made, addressee_span=span(of.text, "the Old Town Post"))
    inner = msgspec.structs.replace(
        statement(f"{of.id}-quill", of, made), parent=outer.id, claim="claim"
    )
    return outer, inner


def echo(one: Article, of: Article, lineage: str = "copied_from") -> Echo:
    spans, of_spans = (span(one.text, LINE),), (span(of.text, LINE),)
    return Echo("e", one.id, of.id, spans, of_spans, "passage", 1.0, lineage)  # type: ignore[arg-type]  # one of the four


def test_from_the_speaker_to_the_outlet() -> None:
    here = page("here", "The Vask Herald", agency="Corvo")
    credit = Credit("agency", "Corvo", span(here.text, "Post"))
    here = msgspec.structs.replace(here, credits=(credit,))
    outer, inner = said(here)
    held = Held([here], [outer, inner])
    assert chain(held, inner) == [
        ("speaker", "Mara Quill", "here"),
        ("told", "the Old Town Post", "here"),
        ("relayed_by", "Vask Radio", "here"),
        ("agency", "Corvo", "here"),
        ("outlet", "The Vask Herald", "here"),
    ]
    ((_, _), (_, links)) = list(Custody(held).chains(held.statements()))
    words = {link.name: [s.of(here.text) for s in link.spans] for link in links}
    assert words["Vask Radio"] == ["Vask Radio"]
    assert words["Corvo"] == ["Post"]
    assert [link.name for link in between(links, "here")] == [
        "the Old Town Post",
        "Vask Radio",
        "Corvo",
    ]


def test_through_other_articles() -> None:
    wire, here, later = (
        page("wire", "Reuters"),
        page("here", "The Vask Herald", agency="Reuters", day="2030-05-02"),
        page("later", "Quay Weekly", day="2030-05-03"),
    )
    outer, inner = said(here)
    held = Held([wire, here, later], [outer, inner], [echo(here, wire), echo(later, here)])
    assert chain(held, inner)[-3:] == [
        ("agency", "Reuters", "wire"),
        ("outlet", "The Vask Herald", "here"),
        ("reprinted_by", "Quay Weekly", "later"),
    ]
    apart = Held([wire, here, later], [outer, inner], [echo(here, wire, "unknown")])
    assert ("agency", "Reuters", "wire") not in chain(apart, inner)


def test_origins_are_those_of_its_claim() -> None:
    here = page("here", "The Vask Herald")
    outer, inner = said(here)
    claim = Claim("claim", LINE, (inner.id,), (inner.id,), (), ("here",), (("here",),), 1)
    custody = Custody(Held([here], [outer, inner], [], [claim]))
    assert custody.independent_origins(inner) == 1
    assert custody.independent_origins(outer) is None
