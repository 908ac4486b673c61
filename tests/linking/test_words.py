from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linking.build import article
from onrecord.linking.words import QUOTED, SENTENCE_END, printed_speech, word_hash, words_of


@given(st.text(max_size=300))
def test_words_are_stretches_of_the_body_in_order(text: str) -> None:
    made = article("a", text)
    words = words_of(made)
    end = 0
    for at in range(len(words)):
        span = words.span(at, at + 1)
        assert end <= span.start < span.end <= len(text)
        assert any(passage.covers(span) for passage in made.passages())
        assert word_hash(span.of(text)) == int(words.hashes[at])
        end = span.end


def quoted(text: str) -> list[str]:
    words = words_of(article("a", text))
    return [words.span(i, i + 1).of(text) for i in range(len(words)) if words.flags[i] & QUOTED]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('"The ferry is late," Lund said.', ["The", "ferry", "is", "late"]),
        ("“It runs to the end of the paragraph.", ["It", "runs", "to", "the", "end", "of", "the", "paragraph"]),
        ("‘She’s gone,’ he said of Lund’s boat.", ["She’s", "gone"]),
        ("Lund's boats and the crew's oars were lost.", []),
    ],
)  # fmt: skip
def test_quoted_words(text: str, words: list[str]) -> None:
    assert quoted(text) == words


@pytest.mark.parametrize(
    ("paragraph", "before"),
    [
        ("The pier is closed again. — Ana Lund (@analund) May 2, 2031", ""),
        ("We regret the delay and will pay every fare.", "The company said in a statement:"),
        ("I came to the harbour at six and I saw my boat sink before me.", ""),
    ],
)
def test_statements_printed_in_full_count_as_quoted(paragraph: str, before: str) -> None:
    assert printed_speech(paragraph, before)


def test_reporting_is_not_printed_speech() -> None:
    assert not printed_speech("The pier was closed on Monday after a storm took two piles.", "")


def test_sentences_end_at_stops_and_not_at_abbreviations() -> None:
    text = "Mr. Lund left. The pier closed\n\nIt rained."
    words = words_of(article("a", text))
    ends = [
        words.span(i, i + 1).of(text) for i in range(len(words)) if words.flags[i] & SENTENCE_END
    ]
    assert ends == ["left", "closed", "rained"]


@pytest.mark.parametrize(
    ("one", "other"),
    [("Guaidó", "Guaido"), ("don’t", "dont"), ("metres", "meters"), ("Harbour", "harbor"), ("organised", "organized")],
)  # fmt: skip
def test_house_style_makes_no_other_word(one: str, other: str) -> None:
    assert word_hash(one) == word_hash(other)


@pytest.mark.parametrize(("one", "other"), [("four", "for"), ("rise", "rize"), ("there", "theer")])
def test_other_words_stay_other(one: str, other: str) -> None:
    assert word_hash(one) != word_hash(other)
