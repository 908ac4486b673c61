"""Whatever came and went before, claims, disputes and the timeline are those of what is there."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from linking.build import article, attribution, statement
from onrecord.linking.claims import postings, refusing
from onrecord.linking.claims.count import Count
from onrecord.linking.claims.grouping import wording
from onrecord.linking.claims.origins import Provenance
from onrecord.linking.claims.reckoning import Claims
from onrecord.linking.claims.terms import Said, said
from onrecord.linking.days.dated import dated_statement
from onrecord.linking.days.timeline import Days
from onrecord.linking.echoes.lineage import imprint
from onrecord.linking.scratch import scratch
from onrecord.model import Article, Delta, Echo, NameType, Span, Stance, Statement

CRANE = "the broken crane will be lifted from the deep berth within two weeks"
TUGS = "the tugs held {} stranded barges off the ruined northern berth through the storm"
LINES: tuple[tuple[tuple[str, Stance, str], ...], ...] = (
    (("Ana Lund", "assert", CRANE), ("Ola Ness", "deny", f"reports that {CRANE}")),
    (("Jon Ek", "assert", "within two weeks the broken crane is lifted from the deep berth"),),
    (("Eva Berg", "assert", f"{CRANE}, at night"), ("Ana Lund", "assert", TUGS.format(14))),
    (("Jon Ek", "assert", TUGS.format(19)), ("Eva Berg", "deny", "this")),
    (
        (
            "Pia Holt",
            "deny",
            "any claim of weeks in which the broken crane can be lifted from the berth",
        ),
    ),
    (("Ana Lund", "demand", "Jon Ek close the northern berth and pay the stranded barges"),),
    (("Eva Berg", "demand", "Jon Ek should pay the barges and close the berth at once"),),
    (("Jon Ek", "decline", "to close the northern berth and pay the stranded barges"),),
    (("Ana Lund", "assert", CRANE), ("Eva Berg", "assert", TUGS.format(14))),
    (("Jon Ek", "deny", "the demand to close the northern berth and pay stranded barges"),),
    (
        ("Ana Lund", "assert", "the storm sank 14 stranded barges off the berth"),
        ("Jon Ek", "assert", "the storm sank 19 stranded barges off the berth"),
    ),
)
"""Of each article: who, how, what."""


def _figures(of: Article, content: Span) -> list[Count]:
    found = []
    for word in ("14", "19"):
        at = of.text.find(word, content.start)
        if at >= 0:
            found.append(Count(Span(at, at + 2), float(word), "barg", "", False, word))
    return found


def _article(at: int) -> tuple[Article, list[tuple[Statement, Said]]]:
    text = "\n\n".join(f"{who} told us {what}." for who, _, what in LINES[at])
    of = article(f"a{at}", text, outlet=f"Outlet {at}", day=f"2031-03-{at + 1:02d}")
    made = []
    for rank, (who, stance, what) in enumerate(LINES[at]):
        own = attribution(text, who, "told", what, stance=stance)
        one = statement(f"s{at}-{rank}", of, own)
        made.append((one, said(one, f"2031-03-{at + 1:02d}", _figures(of, own.content[0]))))
    return of, made


WORLD = [_article(at) for at in range(len(LINES))]
ECHOES = [
    Echo("e", f"a{one}", f"a{other}", (Span(0, 9),), (Span(0, 9),), "reprint", 1.0, "unknown")
    for one, other in ((8, 0), (1, 0), (7, 6), (4, 1))
]
Rows = dict[str, dict[str, Any]]


class Names:
    """Identities of speakers; who is who hangs on the first article that has the name."""

    def __init__(self, present: Iterable[int]) -> None:
        self.first: dict[str, int] = {}
        for at in sorted(present):
            for name, _, _ in LINES[at]:
                self.first.setdefault(name, at)

    def who(self, of: str, speaker: tuple[str, NameType], spans: Sequence[Span]) -> str | None:
        first = self.first[speaker[0]]
        return None if first == 3 else f"{speaker[0]} of {first}"

    def answers(self, at: int) -> list[str | None]:
        return [self.who("", (name, "person"), ()) for name, _, _ in LINES[at]]


def _echoes(present: Iterable[int]) -> dict[str, list[Echo]]:
    here = {f"a{at}" for at in present}
    return {
        of: [e for e in ECHOES if e.article == of and e.of_article in here] for of in sorted(here)
    }


def step(
    connection: sqlite3.Connection,
    before: frozenset[int],
    now: frozenset[int],
    again: frozenset[int],
) -> dict[str, Delta[Any]]:
    """What changes when the articles `now` are there after those `before`, of which `again` were read anew."""
    claims, days = Claims(connection), Days(connection)
    again &= before & now
    came, went = now - before | again, before - now | again
    for at in sorted(went):
        claims.forget(f"a{at}")
        days.forget(f"a{at}")
    for at in sorted(came):
        of, made = WORLD[at]
        for one, kept in made:
            claims.add(kept, wording(kept), (one.attribution.speaker or "", "person"))
            placed = dated_statement(one, (of.published.earliest, of.published.latest))
            days.add([placed] if placed else [])
    names, names_before = Names(now), Names(before)
    renamed = {f"a{at}" for at in now & before if names.answers(at) != names_before.answers(at)}
    echoes, echoes_before = _echoes(now), _echoes(before)
    found = claims.update(
        names.who,
        renamed | {f"a{at}" for at in came},
        {of for of in echoes if echoes[of] != echoes_before.get(of, [])},
        Provenance({of.id: imprint(of) for of, _ in WORLD}, lambda of: echoes[of]),
    )
    return {
        "claims": found.claims,
        "disputes": found.disputes,
        "statements": found.statements,
        "timeline": days.update(claims.outcome.reclaimed()),
    }


def follow(rows: Rows, changed: dict[str, Delta[Any]]) -> None:
    for kind, delta in changed.items():
        held = rows.setdefault(kind, {})
        for identifier in list(delta.gone):
            held.pop(identifier, None)
        for row in list(delta.put):
            held[row.statement if kind == "statements" else row.id] = row


def at_once(present: frozenset[int]) -> Rows:
    rows: Rows = {}
    with scratch() as connection:
        follow(rows, step(connection, frozenset(), present, frozenset()))
    return rows


subsets = st.frozensets(st.integers(0, len(LINES) - 1))


@pytest.mark.parametrize(("crowd", "kept", "common"), [(100, 200, 50), (2, 3, 1), (3, 8, 2)])
@example(  # words that many came to have, and few have again, while others come
    [
        (frozenset({0, 1, 2}), frozenset()),
        (frozenset({0, 2, 3, 6, 7}), frozenset()),
        (frozenset({1, 2, 3, 4, 5}), frozenset()),
    ]
)
@given(st.lists(st.tuples(subsets, subsets), min_size=1, max_size=5))
@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_whatever_came_and_went_before(
    monkeypatch: pytest.MonkeyPatch,
    crowd: int,
    kept: int,
    common: int,
    steps: list[tuple[frozenset[int], frozenset[int]]],
) -> None:
    monkeypatch.setattr(postings, "CROWD", crowd)
    monkeypatch.setattr(postings, "KEPT", kept)
    monkeypatch.setattr(refusing, "COMMON", common)
    rows: Rows = {}
    before: frozenset[int] = frozenset()
    with scratch() as connection:
        for now, again in steps:
            follow(rows, step(connection, before, now, again))
            assert rows == at_once(now)
            before = now


def test_the_world_has_something_of_everything() -> None:
    rows = at_once(frozenset(range(len(LINES))))
    assert {d.kind for d in rows["disputes"].values()} == {"denial", "figures", "refusal"}
    assert any(len(claim.because) for claim in rows["claims"].values())
    assert any(len(entry.articles) > 1 or entry.statements for entry in rows["timeline"].values())


def test_all_is_what_the_changes_add_up_to() -> None:
    rows: Rows = {}
    with scratch() as connection:
        some = frozenset({0, 1, 2, 8})
        follow(rows, step(connection, frozenset(), some, frozenset()))
        follow(rows, step(connection, some, some | {3, 4}, frozenset({2})))
        found = Claims(connection).outcome.all()
        assert list(found.claims.put) == sorted(rows["claims"].values(), key=lambda c: c.id)
        assert list(found.disputes.put) == sorted(rows["disputes"].values(), key=lambda d: d.id)
        assert {row.statement: row for row in found.statements.put} == rows["statements"]
        assert {e.id: e for e in Days(connection).all()} == rows["timeline"]
