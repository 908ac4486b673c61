from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.reading.relations.windows import CLS, FEATURES, PAD, SEP, Window, stack, windows
from onrecord.reading.relations.words import Words, split

# Paragraphs of short words, each word of one to five pieces, and sizes that cut them up.
PARAGRAPHS = st.lists(
    st.lists(st.sampled_from(["mill", "Rain", ".", "said", "“", "”"]), min_size=1, max_size=50),
    max_size=6,
)
SIZES = st.integers(30, 80)


def piece(words: Words) -> list[list[int]]:
    return [[1000 + i] * (1 + i * 7 % 5) for i in range(len(words.strings))]


def decided(made: list[Window]) -> list[int]:
    return sorted(word for window in made for word in range(window.core, window.end))


@given(PARAGRAPHS, SIZES, st.sampled_from([0, 3, 12]), st.booleans())
def test_every_word_is_decided_once(
    lines: list[list[str]], size: int, context: int, apart: bool
) -> None:
    words = split("\n".join(map(" ".join, lines)))
    ids = piece(words)
    made = windows(words, ids, size, context, apart)
    assert decided(made) == list(range(len(words.strings)))
    for window in made:
        assert window.start <= window.core < window.end
        assert len(window.pieces) == len(window.features)
        assert len(window.first) == window.end - window.start
        assert window.pieces[0] == CLS
        assert window.pieces[-1] == SEP
        assert all(0 <= feature < FEATURES for feature in window.features)
        for word, first in enumerate(window.first, window.start):
            assert window.pieces[first : first + len(ids[word])] == ids[word]


@given(PARAGRAPHS, SIZES, st.booleans())
def test_no_window_is_larger_than_asked(lines: list[list[str]], size: int, apart: bool) -> None:
    words = split("\n".join(map(" ".join, lines)))
    assert all(len(w.pieces) <= size for w in windows(words, piece(words), size, 0, apart))


@given(PARAGRAPHS, SIZES)
def test_apart_never_mixes_paragraphs(lines: list[list[str]], size: int) -> None:
    words = split("\n".join(map(" ".join, lines)))
    for window in windows(words, piece(words), size, 0, apart=True):
        assert len(set(words.paragraph[window.start : window.end])) == 1


def test_context_of_many_short_paragraphs_keeps_to_the_size() -> None:
    words = split("\n".join(["mill"] * 60))
    ids = [[1000] for _ in words.strings]
    assert all(len(w.pieces) <= 60 for w in windows(words, ids, 60, 20))


def test_apart_holds_with_context() -> None:
    words = split("mill rain\nriver road")
    for window in windows(words, piece(words), 60, 20, apart=True):
        assert len(set(words.paragraph[window.start : window.end])) == 1


def test_a_long_paragraph_is_cut_where_a_sentence_ends() -> None:
    words = split("Rain fell on it. " * 12)
    made = windows(words, [[1000]] * len(words.strings), 24, 0)
    assert len(made) > 1
    assert all(words.strings[window.end - 1] == "." for window in made)


def test_context_is_read_and_not_decided() -> None:
    words = split("Rain fell.\n" + "mill " * 20)
    first, second = windows(words, [[1000]] * len(words.strings), 30, 5)
    assert (first.core, first.end) == (0, 3)
    assert (second.start, second.core) == (0, 3)
    assert second.pieces.count(SEP) == 2


def test_no_words_no_windows() -> None:
    assert windows(split(" \n"), []) == []


def test_stack_pads_on_the_right() -> None:
    words = split("Rain fell.\nmill")
    pieces, features, first = stack(windows(words, piece(words), 60, 0, apart=True))
    assert pieces.shape == features.shape
    assert first.shape == (2, 3)
    assert pieces[1].tolist()[:2] == [CLS, 1003]
    assert pieces[1, -1] == PAD
    assert features[1, -1] == 0
