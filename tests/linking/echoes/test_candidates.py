from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from linking.build import article
from linking.echoes.collisions import everything_collides
from onrecord.linking.echoes.candidates import Again, Candidates
from onrecord.linking.echoes.sheets import Sheets, sheet
from onrecord.linking.scratch import scratch

LONG = (
    "The council of Port Vask voted nine to four to sell the old lighthouse to a brewer who means "
    "to turn its tower into rooms for anglers and its yard into a garden by next summer"
)


def pairs(*texts: str) -> list[tuple[str, str]]:
    with scratch() as connection:
        sheets = Sheets(connection)
        for i, text in enumerate(texts):
            sheets.add(sheet(article(str(i), text)))
        return Candidates(sheets).update().due


def test_articles_that_share_a_run_of_words_are_candidates() -> None:
    found = pairs(LONG, "Rain fell on the fair all day.", f"On Friday: {LONG}, it said.")
    assert found == [("0", "2")]


def test_what_both_quote_makes_no_candidates() -> None:
    assert pairs(f'"{LONG}," said one.', f'He wrote: "{LONG}."') == []


def test_a_quotation_of_the_others_prose_does() -> None:
    assert pairs(f"{LONG}.", f'The Courier wrote: "{LONG}."') == [("0", "1")]


def test_nothing_to_pair() -> None:
    assert pairs() == []
    assert pairs("", "Short.") == []


def test_the_articles_of_a_common_shingle_are_paired_with_their_neighbours_by_id() -> None:
    with everything_collides(), scratch() as connection:
        sheets = Sheets(connection)
        for key in "cadeb":
            sheets.add(sheet(article(key, LONG)))
        chain = [("a", "b"), ("b", "c"), ("c", "d"), ("d", "e")]
        assert Candidates(sheets).update() == Again(gone=[], due=chain)
        sheets.settle()
        sheets.add(sheet(article("bb", LONG)))
        changed = Again(gone=[("b", "c")], due=[("b", "bb"), ("bb", "c")])
        assert Candidates(sheets).update() == changed
        sheets.settle()
        sheets.forget("a")
        sheets.forget("e")
        sheets.forget("bb")
        left = Candidates(sheets).update()
        assert set(chain) | set(changed.due) >= set(left.gone)
        assert left.due == [("b", "c"), ("b", "d")]  # three are few enough for every pair


@pytest.mark.parametrize("words", range(5, 33))
def test_what_became_a_pair_is_one_until_one_of_the_two_goes(words: int) -> None:
    with scratch() as connection:
        sheets = Sheets(connection)
        sheets.add(sheet(article("a", LONG)))
        sheets.add(sheet(article("b", " ".join(LONG.split()[:words]))))
        due = Candidates(sheets).update().due
        (shared,) = connection.execute("SELECT coalesce(sum(shared), 0) FROM pairs").fetchone()
        assert due == [("a", "b")] * (shared >= 3)
        sheets.settle()
        sheets.forget("b")
        assert Candidates(sheets).update() == Again(gone=due, due=[])


# Runs of words that share a few shingles, or one or none.
RUNS = tuple(
    " ".join(LONG.split()[start:end])
    for start, end in ((0, 6), (0, 9), (4, 12), (8, 15), (12, 22), (20, 28), (20, 33))
)
TEXT = st.lists(st.sampled_from(RUNS), max_size=3).map(" and ".join)
SPEC = st.tuples(TEXT, st.sampled_from(("Corvo", "The Vask Herald")), st.integers(1, 4))
STEP = st.dictionaries(st.sampled_from("abcdef"), st.none() | SPEC, max_size=5)


def add(sheets: Sheets, key: str, spec: tuple[str, str, int]) -> None:
    text, outlet, day = spec
    sheets.add(sheet(article(key, text, outlet=outlet, day=f"2030-05-0{day}")))


@given(st.lists(STEP, min_size=1, max_size=5))
@settings(deadline=None)
def test_whatever_came_and_went_before(steps: list[dict[str, tuple[str, str, int] | None]]) -> None:
    held: dict[str, tuple[str, str, int]] = {}
    known: set[tuple[str, str]] = set()
    with everything_collides(), scratch() as connection:
        for step in steps:
            sheets = Sheets(connection)
            for key, spec in step.items():
                if held.pop(key, None):
                    sheets.forget(key)
                if spec:
                    add(sheets, key, spec)
                    held[key] = spec
            again = Candidates(sheets).update()
            assert known.issuperset(again.gone)
            known = known.difference(again.gone).union(again.due)
            sheets.settle()
            with scratch() as other:
                fresh = Sheets(other)
                for key, spec in sorted(held.items()):
                    add(fresh, key, spec)
                assert sorted(known) == Candidates(fresh).update().due
