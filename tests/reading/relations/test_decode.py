from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.reading.relations.decode import (
    CONTENT_B,
    NONE,
    SOURCE_B,
    SOURCE_I,
    TAGS,
    Floats,
    Relation,
    choose,
    confidence,
    cue_candidates,
    exclusive,
    grow,
    runs,
    softmax,
    viterbi,
)
from onrecord.reading.relations.words import split


@given(st.integers(0, 2**32 - 1), st.integers(1, 3), st.integers(1, 4))
def test_viterbi_is_the_best_of_all_paths(seed: int, count: int, width: int) -> None:
    draw = np.random.default_rng(seed)
    scores = draw.normal(size=(count, width, TAGS)).astype(np.float32)
    steps = draw.normal(size=(TAGS, TAGS)).astype(np.float32)
    start = draw.normal(size=TAGS).astype(np.float32)

    def worth(row: Floats, path: tuple[int, ...]) -> float:
        own = sum(float(row[i, tag]) for i, tag in enumerate(path))
        moves = sum(float(steps[a, b]) for a, b in itertools.pairwise(path))
        return own + moves + float(start[path[0]])

    for row, path in zip(scores, viterbi(scores, steps, start), strict=True):
        best = max(worth(row, way) for way in itertools.product(range(TAGS), repeat=width))
        assert worth(row, tuple(path)) == pytest.approx(best, abs=1e-4)


def test_viterbi_takes_the_first_of_equals_and_rows_stand_alone() -> None:
    even = np.zeros((2, 3, TAGS), np.float32)
    even[1, 1, CONTENT_B] = 1
    steps, start = np.zeros((TAGS, TAGS), np.float32), np.zeros(TAGS, np.float32)
    both = viterbi(even, steps, start)
    assert both.tolist() == [[NONE] * 3, [NONE, CONTENT_B, NONE]]
    assert viterbi(even[1:], steps, start).tolist() == both[1:].tolist()


def test_nothing_likely_is_no_cue() -> None:
    assert cue_candidates(np.array([[9, 0, 0]] * 4, np.float32), 0) == []
    # What is likely before the core is not decided here.
    assert cue_candidates(np.array([[0, 9, 0], [9, 0, 0]], np.float32), 1) == []


@pytest.mark.parametrize(
    ("tags", "found"),
    [
        ([], []),
        ([NONE, SOURCE_B, SOURCE_I, NONE], [(1, 3)]),
        ([SOURCE_B, SOURCE_B, SOURCE_I], [(0, 1), (1, 3)]),
        ([SOURCE_I, NONE, SOURCE_I], [(0, 1), (2, 3)]),  # going on with nothing opens a run
        ([CONTENT_B, SOURCE_I], [(1, 2)]),
    ],
)
def test_runs(tags: list[int], found: list[tuple[int, int]]) -> None:
    assert runs(tags, SOURCE_B) == found


def beside(*chances: tuple[float, float, float]) -> Floats:
    """Cue scores (O, B, I) that come out of the softmax as these."""
    return np.log(np.asarray(chances, np.float32))


NOT = (0.98, 0.01, 0.01)


@pytest.mark.parametrize(
    ("scores", "core", "cues"),
    [
        (beside(NOT, (0.1, 0.8, 0.1), NOT), 0, [(1, 2)]),
        (beside(NOT, (0.1, 0.8, 0.1), (0.1, 0.1, 0.8), NOT), 0, [(1, 3)]),
        (beside((0.1, 0.8, 0.1), NOT, (0.1, 0.8, 0.1)), 1, [(2, 3)]),  # context is not decided
        (beside((0.7, 0.2, 0.1), (0.1, 0.8, 0.1)), 0, [(1, 2)]),  # the likelier neighbour
        (beside((0.2, 0.7, 0.1), (0.1, 0.8, 0.1)), 0, [(0, 1), (1, 2)]),  # both likely
        (beside((0.86, 0.14, 0.0001)), 0, []),
        (beside(NOT, (0.1, 0.8, 0.1)), 0, [(1, 2)]),  # at the window's end
    ],
)
def test_cue_candidates(scores: Floats, core: int, cues: list[tuple[int, int]]) -> None:
    found = cue_candidates(scores, core)
    assert [span for span, _ in found] == cues
    for (word, _), chance in found:
        assert chance == pytest.approx(float(softmax(scores)[word, 1]))


def test_softmax_stays_finite() -> None:
    chance = softmax(np.asarray([[1e4, -1e4, 0.0], [0.0, 0.0, 0.0]], np.float32))
    assert chance.sum(axis=-1) == pytest.approx([1, 1])
    assert chance[0, 0] == 1


def test_choose_keeps_the_best_source_and_three_fragments() -> None:
    tags = [SOURCE_B, NONE, SOURCE_B, SOURCE_I, *[CONTENT_B] * 4]
    scores = np.zeros((8, TAGS), np.float32)
    scores[0, SOURCE_B] = 1
    scores[2, SOURCE_B] = scores[3, SOURCE_I] = 1
    scores[4:, CONTENT_B] = [3, 1, 2, 4]
    assert choose(scores, tags, 10) == ([(12, 14)], [(14, 15), (16, 17), (17, 18)])


def relation(cue: int, content: list[tuple[int, int]], sure: float) -> Relation:
    return Relation((cue, cue + 1), [], content, sure)


def test_exclusive_keeps_the_surer_of_two_with_one_content() -> None:
    less, more = relation(1, [(2, 10)], 0.4), relation(11, [(2, 9)], 0.8)
    assert exclusive([less, more]) == [more]


def test_exclusive_lets_relations_nest_and_sorts_them_by_cue() -> None:
    outer, inner = relation(9, [(0, 8)], 0.9), relation(2, [(3, 6)], 0.95)
    assert exclusive([outer, inner]) == [inner, outer]


def test_confidence_rises_with_cue_and_link() -> None:
    bias = (-0.7, 0.3, 0.4)
    sure = [confidence(cue, valid, bias) for cue, valid in ((0.0, -9), (0.5, 0), (1.0, 9))]
    assert 0 < sure[0] < sure[1] < sure[2] < 1


def test_grow_takes_the_quotation_marks_in() -> None:
    words = split("Varga said “we will stay here” today")
    assert grow(words, [(3, 7)], [(0, 1), (1, 2)]) == [(2, 8)]
    assert grow(words, [(4, 7)], []) == [(4, 8)]  # half of it: its closing mark only


def test_grow_leaves_a_small_part_of_a_quotation() -> None:
    words = split("Varga said “we will all stay here until the water falls” today")
    assert grow(words, [(4, 6)], []) == [(4, 6)]


def test_grow_stops_at_the_relations_own_words() -> None:
    # No mark closes before the cue: the quotation runs on over 'said Varga'.
    words = split("“We will stay here, said Varga, until spring")
    cue, source = (6, 7), (7, 8)
    assert [words.strings[i] for i in (6, 7)] == ["said", "Varga"]
    assert grow(words, [(1, 5)], [cue, source]) == [(0, 6)]


def test_grow_joins_fragments_that_meet() -> None:
    words = split("“we will stay here now”")
    assert grow(words, [(0, 5), (5, 6)], []) == [(0, 7)]


def test_grow_does_not_leave_the_paragraph() -> None:
    words = split("“We stay\n“We go”")
    assert grow(words, [(4, 6)], []) == [(3, 7)]


def test_grow_does_not_take_the_mark_of_the_paragraph_before() -> None:
    words = split('We stay."\n"We go," said Ann.')
    own = words.paragraph.index(1)
    assert words.state[own - 1] == words.state[own] == 2  # both taken for opening marks
    assert grow(words, [(own, own + 5)], []) == [(own, own + 5)]
