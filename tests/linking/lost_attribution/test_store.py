"""Echoes that are kept from one linking to the next are those that would be found at once."""

from __future__ import annotations

import sqlite3

from hypothesis import given, settings
from hypothesis import strategies as st

from linking.build import article, attribution, statement
from linking.echoes.collisions import everything_collides
from onrecord.linking.echoes.sheets import Sheets, sheet
from onrecord.linking.lost_attribution.lost import Sourced, sourced
from onrecord.linking.lost_attribution.sources import Sources
from onrecord.linking.lost_attribution.store import Echoed, EchoStore
from onrecord.linking.scratch import scratch
from onrecord.model import Article, Echo

LINES = (
    "Two barges with forty tons of salt sank off the old harbour in the night of the great storm",
    "The council of nine islands voted to sell the lighthouse to a brewer who wants rooms for anglers",
    "Pilots guided the last ferry out at dawn while tugs held the broken crane against a rising tide",
    "A choir of women sang in the town hall until every lamp went out and candles were lent by all",
)
FORMS = ("{}.", "{}, a fisherman said.", "“{}.”")

Spec = tuple[list[tuple[int, int]], str, int, bool]
"""Lines and their forms, outlet, day, and whether the reader finds who said what."""
SPEC = st.tuples(
    st.lists(
        st.tuples(st.integers(0, len(LINES) - 1), st.integers(0, len(FORMS) - 1)),
        min_size=1,
        max_size=3,
        unique_by=lambda line: line[0],
    ),
    st.sampled_from(("Corvo", "The Vask Herald")),
    st.integers(1, 5),
    st.booleans(),
)
# An article that is there already is read again, or goes.
STEP = st.dictionaries(st.sampled_from("abcdefgh"), st.none() | SPEC, max_size=6)


def made(key: str, spec: Spec) -> tuple[Article, tuple[Sourced, ...]]:
    lines, outlet, day, finds = spec
    text = "\n\n".join(FORMS[form].format(LINES[line]) for line, form in lines)
    of = article(key, text, outlet=outlet, day=f"2030-05-0{day}")
    said = [
        attribution(text, "a fisherman", "said", LINES[line], source_type="unnamed")
        for line, form in lines
        if form == 1 and finds
    ]
    return of, tuple(sourced(statement(f"{key}-{at}", of, a)) for at, a in enumerate(said))


class Kept:
    def __init__(self, connection: sqlite3.Connection) -> None:
        self.sheets = Sheets(connection)
        self.sources = Sources(connection)
        self.echoes = EchoStore(self.sheets, self.sources)

    def add(self, key: str, spec: Spec) -> None:
        of, said = made(key, spec)
        self.sheets.add(sheet(of))
        self.sources.add(key, said)

    def forget(self, key: str) -> None:
        self.sheets.forget(key)
        self.sources.forget(key)

    def touching(self) -> dict[str, list[Echo]]:
        return {key: [*self.echoes.touching(key), *self.echoes.of(key)] for key in "abcdefgh"}


def at_once(held: dict[str, Spec]) -> list[Echo]:
    with scratch() as connection:
        kept = Kept(connection)
        for key, spec in sorted(held.items()):
            kept.add(key, spec)
        return list(kept.echoes.update().delta.put)


def amend(rows: dict[str, Echo], made: Echoed) -> None:
    for gone in made.delta.gone:
        del rows[gone]
    for echo in made.delta.put:
        assert rows.get(echo.id) != echo
        rows[echo.id] = echo


@given(st.lists(STEP, min_size=1, max_size=5))
@settings(deadline=None)
def test_whatever_came_and_went_before(steps: list[dict[str, Spec | None]]) -> None:
    held: dict[str, Spec] = {}
    rows: dict[str, Echo] = {}
    with everything_collides(), scratch() as connection:
        for step in steps:
            kept = Kept(connection)
            before = kept.touching()
            for key, spec in step.items():
                if key in held:
                    kept.forget(key)
                    del held[key]
                if spec is not None:
                    kept.add(key, spec)
                    held[key] = spec
            changed = kept.echoes.update()
            amend(rows, changed)
            wanted = at_once(held)
            assert sorted(rows.values(), key=lambda e: (e.article, e.of_article)) == wanted
            assert list(kept.echoes.all()) == wanted
            after = kept.touching()
            assert changed.touched == {key for key in before if before[key] != after[key]}
            nothing = kept.echoes.update()
            assert (list(nothing.delta.gone), list(nothing.delta.put)) == ([], [])
        for key in held:
            kept.forget(key)
        amend(rows, kept.echoes.update())
        assert rows == {}
        for table in ("sheets", "words", "pairs", "standing", "echoes", "losses", "sourced"):
            assert connection.execute(f"SELECT count(*) FROM {table}").fetchone() == (0,), table


PLAIN, SAID = [(0, 0), (1, 0)], [(0, 1), (1, 0)]


def test_a_line_is_told_of_with_the_original_that_is_left() -> None:
    with scratch() as connection:
        kept = Kept(connection)
        kept.add("a", (SAID, "Corvo", 1, True))
        kept.add("b", (SAID, "The Old Town Post", 2, True))
        kept.add("c", (PLAIN, "The Vask Herald", 3, True))
        rows: dict[str, Echo] = {}
        amend(rows, kept.echoes.update())
        lost = {(e.article, e.of_article): len(e.lost_attribution) for e in rows.values()}
        assert lost == {("b", "a"): 0, ("c", "a"): 1, ("c", "b"): 0}
        kept.forget("a")
        changed = kept.echoes.update()
        amend(rows, changed)
        (echo,) = rows.values()
        assert (echo.article, echo.of_article, len(echo.lost_attribution)) == ("c", "b", 1)
        assert changed.touched == {"a", "b", "c"}


def test_an_article_whose_sources_are_found_when_it_is_read_again() -> None:
    with scratch() as connection:
        kept = Kept(connection)
        kept.add("a", (SAID, "Corvo", 1, False))
        kept.add("b", (PLAIN, "The Vask Herald", 3, True))
        (echo,) = kept.echoes.update().delta.put
        assert echo.lost_attribution == ()
        kept.forget("a")
        kept.add("a", (SAID, "Corvo", 1, True))
        changed = kept.echoes.update()
        (again,) = changed.delta.put
        assert (list(changed.delta.gone), again.id) == ([], echo.id)
        assert len(again.lost_attribution) == 1
        assert changed.touched == frozenset()


def test_what_becomes_standing_text_is_taken_out_of_echoes_that_were_there() -> None:
    story, plea = (0, 0), (1, 0)
    with everything_collides(), scratch() as connection:
        kept = Kept(connection)
        kept.add("a", ([story, plea], "Corvo", 1, True))
        kept.add("b", ([story, plea], "Corvo", 2, True))
        (both,) = kept.echoes.update().delta.put
        kept.add("c", ([plea], "Corvo", 3, True))
        changed = kept.echoes.update()
        (left,) = changed.delta.put
        assert list(changed.delta.gone) == ([both.id] if left.id != both.id else [])
        assert (left.article, left.of_article) == ("b", "a")
        assert left != both
        assert changed.touched == {"a", "b"}
        kept.forget("c")
        amend(rows := {left.id: left}, kept.echoes.update())
        assert list(rows.values()) == [both]
