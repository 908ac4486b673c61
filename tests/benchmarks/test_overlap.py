from __future__ import annotations

from benchmarks.overlap import Wording, common, pairs
from hypothesis import given
from hypothesis import strategies as st

from onrecord.model import Span

TEXT = "“The bridge isn't safe,” the harbour-master said on Monday."


def words(*quoted: str) -> frozenset[int]:
    spans = [Span(TEXT.index(q), TEXT.index(q) + len(q)) for q in quoted]
    return Wording(TEXT).within(spans)


def test_quotation_marks_and_stops_are_no_words() -> None:
    assert words("“The bridge isn't safe,”") == words("The bridge isn't safe")
    assert len(words("The bridge isn't safe")) == 4


def test_half_a_word_does_not_count() -> None:
    assert words("idge") == words("bridge")
    assert words("br") == frozenset()


def test_overlap_is_of_the_longer_one() -> None:
    assert common(words("The bridge"), words("The bridge isn't safe")) == 0.5
    assert common(frozenset(), frozenset()) == 0.0


def test_of_equal_contents_the_same_source_decides() -> None:
    content = words("The bridge isn't safe")
    relay, relayed = words("said"), words("harbour-master")
    assert sorted(
        pairs([content, content], [content, content], [relay, relayed], [relayed, relay])
    ) == [
        (0, 1),
        (1, 0),
    ]


def test_too_little_in_common_is_no_match() -> None:
    nothing: frozenset[int] = frozenset()
    assert pairs([words("The")], [words("The bridge isn't")], [nothing], [nothing]) == []


sets = st.lists(st.frozensets(st.integers(0, 8)), max_size=6)


@given(sets, sets)
def test_matches_are_one_to_one_and_good(
    found: list[frozenset[int]], wanted: list[frozenset[int]]
) -> None:
    matched = pairs(found, wanted, found, wanted)
    assert len({i for i, _ in matched}) == len(matched) == len({j for _, j in matched})
    assert all(common(found[i], wanted[j]) >= 0.5 for i, j in matched)


@given(st.text(max_size=60), st.data())
def test_all_words_lie_within_the_whole_text(text: str, data: st.DataObject) -> None:
    wording = Wording(text)
    whole = wording.within([Span(0, len(text))])
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    assert wording.within([Span(start, end)]) <= whole
