from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.reading.relations.words import (
    CLOSING,
    INSIDE,
    LINK_BUCKETS,
    LINK_RELATIONS,
    OPENING,
    OUTSIDE,
    link_features,
    paragraphs,
    shape,
    split,
)

TEXTS = st.text(st.sampled_from("aB9 .,:!?'\"’‘“”`-_é\u0301\n\t\u00a0…()ñ漢🙂"), max_size=60)


@pytest.mark.parametrize(
    ("text", "strings"),
    [
        ("The mill didn't close.", ["The", "mill", "did", "n't", "close", "."]),
        ("Varga’s well-known plan", ["Varga", "’s", "well-known", "plan"]),
        ("``Yes,'' she said...", ["``", "Yes", ",", "''", "she", "said", "..."]),
        ("They're at 3.5%", ["They", "'re", "at", "3", ".", "5", "%"]),
    ],
)
def test_split(text: str, strings: list[str]) -> None:
    assert split(text).strings == strings


@given(st.one_of(TEXTS, st.text(max_size=60)))
def test_words_are_their_text(text: str) -> None:
    words = split(text)
    spans = list(zip(words.starts, words.ends, strict=True))
    assert [text[a:b] for a, b in spans] == words.strings
    assert all(a < b for a, b in spans)
    assert all(one[1] <= other[0] for one, other in itertools.pairwise(spans))
    covered = {place for a, b in spans for place in range(a, b)}
    assert all(c.isspace() for i, c in enumerate(text) if i not in covered)


@given(TEXTS)
def test_every_word_has_its_facts(text: str) -> None:
    words = split(text)
    assert {len(words.strings)} == {
        len(f) for f in (words.paragraph, words.sentence, words.quotation, words.state)
    }
    assert words.paragraph == sorted(words.paragraph)
    places = list(zip(words.paragraph, words.sentence, strict=True))
    for (paragraph, sentence), (next_paragraph, next_sentence) in itertools.pairwise(places):
        assert next_sentence - sentence in (0, 1)
        assert next_paragraph == paragraph or next_sentence > sentence
    quoted = [(n, p) for n, p in zip(words.quotation, words.paragraph, strict=True) if n]
    assert len(dict(quoted)) == len(set(quoted)), "a quotation lies in one paragraph"
    assert [n == 0 for n in words.quotation] == [s == OUTSIDE for s in words.state]


def test_paragraphs_are_the_lines_that_are_not_blank() -> None:
    text = "\n One line.\n  \nAnother.\n"
    assert [text[a:b] for a, b in paragraphs(text)] == [" One line.", "Another."]


def test_passages_given_are_the_paragraphs() -> None:
    words = split("One\ntwo\nthree", [(0, 7), (8, 13)])
    assert words.paragraph == [0, 0, 1]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("It rained. The mill closed.", 2),
        ("Mr. Holm left. J. Varga stayed.", 2),
        ("“It rained.” Varga left.", 2),
        ("“It rained!” said Varga.", 1),
        ("Really?! Yes.", 2),
        ("He spoke (at last.) She left.", 2),
        ("It rained. “We stay,” said Varga.", 2),
        ("One line\nanother line", 2),
    ],
)
def test_sentences(text: str, sentences: int) -> None:
    assert split(text).sentence[-1] + 1 == sentences


@pytest.mark.parametrize(
    "text",
    [
        "He “went home” now",
        'He "went home" now',
        "He ``went home'' now",
        "He ‘went home’ now",
    ],
)
def test_a_quotation(text: str) -> None:
    words = split(text)
    assert words.state == [OUTSIDE, OPENING, INSIDE, INSIDE, CLOSING, OUTSIDE]
    assert words.quotation == [0, 1, 1, 1, 1, 0]


def test_an_unclosed_quotation_ends_with_its_paragraph() -> None:
    words = split("“We go\nThey stay")
    assert words.state == [OPENING, INSIDE, INSIDE, OUTSIDE, OUTSIDE]


def test_a_single_mark_inside_double_ones_is_a_word_like_others() -> None:
    words = split("“the ‘old’ mill”")
    assert words.state == [OPENING, *[INSIDE] * 5, CLOSING]
    assert set(words.quotation) == {1}


def test_sentences_do_not_depend_on_the_paragraph_before() -> None:
    alone = split("... The mill")
    after = split("Rain fell\n... The mill")
    own = after.sentence[2:]
    assert [n - own[0] for n in own] == alone.sentence


@pytest.mark.parametrize(
    ("string", "kind"),
    [("mill", 0), ("A", 1), ("Mill", 1), ("UN", 2), ("42", 3), (",", 3), ("McCoy", 4)],
)
def test_shape(string: str, kind: int) -> None:
    assert shape(string) == kind


def test_link_features() -> None:
    words = split("The mill closed. Varga said “it rained” twice.\nAll left.")
    cue = (words.strings.index("said"), words.strings.index("said") + 1)
    buckets, relations = link_features(words, cue, 0, len(words.strings))
    at = dict(zip(words.strings, zip(buckets, relations, strict=True), strict=True))
    assert at["said"] == (0, 0)
    assert at["Varga"] == (1, 0)
    assert at["mill"] == (4, 4)  # another sentence
    assert at["“"] == (13, 2)  # in a quotation the cue is not in
    assert at["twice"] == (17, 0)  # five away
    assert at["left"][1] == 8  # another paragraph


@given(TEXTS, st.data())
def test_link_features_lie_in_their_ranges(text: str, data: st.DataObject) -> None:
    words = split(text)
    if count := len(words.strings):
        a = data.draw(st.integers(0, count - 1))
        buckets, relations = link_features(words, (a, a + 1), 0, count)
        assert buckets.min() >= 0
        assert buckets.max() < LINK_BUCKETS
        assert relations.min() >= 0
        assert relations.max() < LINK_RELATIONS
        assert list(buckets).index(0) == a
        assert (buckets == 0).sum() == 1


def test_distances_are_steps_on_a_logarithmic_scale() -> None:
    many = split("word " * 200)
    bucket, _ = link_features(many, (100, 101), 0, 200)
    gaps = np.abs(np.arange(200) - 100)
    steps = np.minimum(11, np.where(gaps <= 4, gaps, 5 + np.log2(np.maximum(gaps, 5) / 5) * 2))
    wanted = steps.astype(int) + np.where(np.arange(200) > 100, 12, 0)
    assert bucket.tolist() == wanted.tolist()
