from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.linking.identities.constrained import WalledSets

PAIRS = st.tuples(st.integers(0, 9), st.integers(0, 9)).filter(lambda pair: pair[0] != pair[1])


def test_a_wall_holds_through_any_chain() -> None:
    sets: WalledSets[str] = WalledSets()
    assert sets.part("a", "c")
    assert sets.join("a", "b")
    assert not sets.join("b", "c")
    assert sets.join("c", "d")
    assert sets.apart("d", "b")
    assert not sets.part("a", "b")


def test_asking_adds_no_member() -> None:
    sets: WalledSets[str] = WalledSets()
    assert sets.root("a") == "a"
    assert not sets.apart("a", "b")
    assert sets.groups() == []


@given(st.lists(PAIRS), st.lists(PAIRS))
def test_what_is_parted_is_never_one(
    walls: list[tuple[int, int]], joins: list[tuple[int, int]]
) -> None:
    sets: WalledSets[int] = WalledSets()
    for one, other in walls:
        assert sets.part(one, other)
    for one, other in joins:
        assert sets.join(one, other) == (not sets.apart(one, other)) or sets.root(one) == sets.root(
            other
        )
    for one, other in walls:
        assert sets.root(one) != sets.root(other)
