from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from linking.build import article
from onrecord.linking.echoes.alignment import align
from onrecord.linking.words import words_of

STORY = (
    "The harbour of Port Vask was shut on Monday after a crane fell across the only deep berth. "
    "No ship has left since, and grain for three islands waits in the silos behind the quay."
)


def passages(left: str, right: str) -> list[tuple[str, str]]:
    lefts, rights = words_of(article("a", left)), words_of(article("b", right))
    return [
        (lefts.span(p.left, p.left_end).of(left), rights.span(p.right, p.right_end).of(right))
        for p in align(lefts, rights)
    ]


def test_a_small_edit_stays_inside_the_passage() -> None:
    edited = STORY.replace("on Monday", "early on Tuesday")
    assert passages(edited, STORY) == [(edited[:-1], STORY[:-1])]


def test_reordered_paragraphs_are_two_passages() -> None:
    first, second = STORY.split(". ")
    turned = f"{second.rstrip('.')}.\n\n{first}."
    assert sorted(passages(turned, STORY)) == sorted(
        [(second.rstrip("."), second.rstrip(".")), (first, first)]
    )


def test_nothing_in_common() -> None:
    assert (
        passages(STORY, "A choir of forty sang in the old town hall until the lamps went out.")
        == []
    )


words = st.lists(st.sampled_from("ash bay cod dam elm fen gar hay ivy jet".split()), max_size=60)


@given(words, words)
def test_tiles_are_equal_words_and_no_word_is_used_twice(left: list[str], right: list[str]) -> None:
    lefts, rights = words_of(article("a", " ".join(left))), words_of(article("b", " ".join(right)))
    used_left: set[int] = set()
    used_right: set[int] = set()
    for passage in align(lefts, rights):
        for tile in passage.tiles:
            mine = range(tile.left, tile.left + tile.length)
            theirs = range(tile.right, tile.right + tile.length)
            assert [left[i] for i in mine] == [right[i] for i in theirs]
            assert used_left.isdisjoint(mine)
            assert used_right.isdisjoint(theirs)
            used_left.update(mine)
            used_right.update(theirs)
        for left_from, left_to, right_from, right_to in passage.gaps():
            assert left_from <= left_to
            assert right_from <= right_to
