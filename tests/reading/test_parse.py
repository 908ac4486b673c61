from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord import OnrecordError
from onrecord.model import Parse
from onrecord.reading import Parser, passage_key

PIECES = st.sampled_from(
    ["The pilot", "said", "“", "”", "'", "''", "won't", "\n", "  ", "\u00a0", "…", "Lindow", ",",
     ".", "3.5", "%", "é", "\U0001f6a2", "\u200b", "—", "http://a.example/x", "*" * 9]
)  # fmt: skip


def check(text: str, parse: Parse) -> None:
    count = len(parse.tokens)
    end = 0
    for token in parse.tokens:
        assert end <= token.start < token.end <= len(text)
        assert text[token.start : token.end] == token.text
        assert token.text.strip()
        assert 0 <= token.head < count
        end = token.end
    place = 0
    for start, stop in parse.sentences:
        assert place <= start < stop <= count
        place = stop
    for index, token in enumerate(parse.tokens):
        (sentence,) = [s for s in parse.sentences if s[0] <= index < s[1]]
        assert sentence[0] <= token.head < sentence[1]
    for entity in parse.entities:
        assert 0 <= entity.start < entity.end <= count
        assert entity.label


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(PIECES, max_size=20).map(" ".join) | st.text(max_size=80))
def test_offsets_are_of_the_text_and_heads_in_the_sentence(parser: Parser, text: str) -> None:
    (parse,) = parser.parse([text])
    check(text, parse)
    assert len("".join(text.split())) == sum(len("".join(t.text.split())) for t in parse.tokens)


@pytest.mark.parametrize("text", ["", " ", "\n\n\t", "\u00a0"])
def test_next_to_nothing(parser: Parser, text: str) -> None:
    assert parser.parse([text]) == [Parse((), (), ())]


def test_no_passages(parser: Parser) -> None:
    assert parser.parse([]) == []


def test_a_passage_depends_on_nothing_but_itself(parser: Parser) -> None:
    one, other = "The pilot said the tide was late.", "Boats lay at the quay in Lindow."
    together = parser.parse([one, "", other, one])
    assert together == [*parser.parse([one]), Parse((), (), ()), *parser.parse([other, one])]


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(PIECES, max_size=30).map(" ".join) | st.text("a. \n", max_size=120))
def test_a_long_passage_is_cut_and_joined(parser: Parser, text: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("onrecord.reading.parse.LONGEST_PIECE", 30)
        (parse,) = parser.parse([text])
    check(text, parse)
    assert "".join(t.text for t in parse.tokens).split() == "".join(text.split()).split()


def test_a_passage_of_60000_characters(parser: Parser) -> None:
    sentence = "The pilot said that the tide was late. "
    text = (sentence * 1600)[:60_000]
    (parse,) = parser.parse([text])
    check(text, parse)
    assert [t.text for t in parse.tokens if t.text != "."] == text.replace(".", " ").split()
    # The cuts fall between sentences: all but the last, which ends in the middle, are whole.
    assert {end - start for start, end in parse.sentences[:-1]} == {9}


def test_keys_name_the_words() -> None:
    keys = [passage_key(text) for text in ("", "tide", "Tide", "tide ", "\ud800")]
    assert len(set(keys)) == len(keys)
    assert all(len(key) == 32 and int(key, 16) >= 0 for key in keys)
    assert passage_key("tide") == keys[1]


def test_a_pipeline_that_is_not_there() -> None:
    with pytest.raises(OnrecordError, match="no_such_pipeline"):
        Parser("no_such_pipeline")
