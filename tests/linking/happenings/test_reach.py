from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.linking.happenings import reach

Lists = set[tuple[int, int]]


def standing_near(lists: Lists) -> set[tuple[int, int]]:
    pairs = set()
    for word in {word for word, _ in lists}:
        items = sorted(number for of, number in lists if of == word)
        for at, one in enumerate(items):
            pairs |= {(one, other) for other in items[at + 1 : at + 1 + reach.REACH]}
    return pairs


@given(
    st.sets(st.tuples(st.integers(0, 2), st.integers(0, 30)), max_size=60),
    st.sets(st.integers(0, 30), max_size=6),
    st.sets(st.tuples(st.integers(0, 2), st.integers(0, 40)), max_size=20),
)
def test_who_meets_and_who_parts(before: Lists, gone: set[int], new: Lists) -> None:
    went = {entry for entry in before if entry[1] in gone}
    stay = {number for _, number in before - went}
    came = {entry for entry in new if entry[1] not in stay}
    after = (before - went) | came
    touched = {number for _, number in went | came}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reach, "REACH", 2)
        met, parted = reach.moved(*(sorted(of) for of in (before, came, went)))
        once, now = standing_near(before), standing_near(after)
    assert len(met) == len(set(met))
    assert len(parted) == len(set(parted))
    both_stay = {pair for pair in once | now if not touched & set(pair)}
    # What parts or meets in one list may have stood, or stand, in reach in another that does not change there.
    assert (once - now) & both_stay <= set(parted) <= once & both_stay
    assert (now - once) & both_stay <= set(met) & both_stay <= now
    assert set(met) - both_stay == now - both_stay
