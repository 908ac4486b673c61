from __future__ import annotations

import functools
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.model import Span
from onrecord.reading.relations import RelationReader

PASSAGES = {
    "Mayor Tilde Varga said the bridge would close for repairs on Monday.": (
        "Mayor Tilde Varga", "said", "the bridge would close for repairs on Monday"),
    "“The ferry will sail again by spring,” said Oda Brenning.": (
        "Oda Brenning", "said", "“The ferry will sail again by spring,”"),
    "The school will get a new roof next year, Headmaster Ivo Lantz said.": (
        "Headmaster Ivo Lantz", "said", "The school will get a new roof next year"),
    "Per Holm, who owns the mill, said that the river had never been so low.": (
        "Per Holm, who owns the mill,", "said", "that the river had never been so low"),
}  # fmt: skip
PLAIN = "The valley lies between two lakes."


@functools.cache
def reader() -> RelationReader:
    return RelationReader()


def words(passage: str, spans: tuple[Span, ...]) -> str:
    return " … ".join(span.of(passage) for span in spans)


def test_said_is_found_in_each_passage() -> None:
    for (passage, expected), found in zip(
        PASSAGES.items(), reader().read(list(PASSAGES)), strict=True
    ):
        (one,) = [r for r in found if words(passage, r.cue) == "said"]
        source, cue, content = (words(passage, s) for s in (one.source, one.cue, one.content))
        assert (source.rstrip(","), cue, content.rstrip(",")) == (
            expected[0].rstrip(","),
            *expected[1:],
        )
        assert 0.5 < one.confidence < 1


def test_a_passage_in_which_nobody_speaks() -> None:
    assert reader().read([PLAIN]) == [()]


def test_a_passage_is_read_alone() -> None:
    passages = [*PASSAGES, PLAIN, "", "He wrote:", "“We will all be back in May.”"]
    alone = [reader().read([passage])[0] for passage in passages]
    assert reader().read(passages) == alone
    assert reader().read(passages[::-1]) == alone[::-1]
    assert reader().read(passages * 2) == alone * 2


def test_a_passage_is_read_alone_after_a_stray_mark() -> None:
    passage = '"We will rebuild the mill," said Ann Kolb.'
    before = 'We shall come back."'
    assert reader().read([before, passage])[1] == reader().read([passage])[0]


def test_nothing_to_read() -> None:
    assert reader().read([]) == []
    assert reader().read(["", " ", "\n\t", "\u00a0"]) == [()] * 4


def test_a_long_passage_is_read_to_its_end() -> None:
    passage = f"{PLAIN} " * 60 + next(iter(PASSAGES))
    (found,) = reader().read([passage])
    assert [words(passage, r.source) for r in found if r.confidence > 0.5] == ["Mayor Tilde Varga"]


@settings(max_examples=25, deadline=None)
@given(
    st.lists(
        st.one_of(
            st.text(max_size=80),
            st.lists(
                st.sampled_from(
                    ["Varga", "said", "told", ":", "“", "”", '"', ",", ".", "\n", "the dam is safe"]
                ),
                max_size=20,
            ).map(" ".join),
        ),
        max_size=3,
    )
)
def test_spans_lie_inside_their_passage(passages: list[str]) -> None:
    for passage in passages:
        # One at a time: what the passage before may do to it has a test of its own.
        (found,) = reader().read([passage])
        for relation in found:
            assert relation.cue
            assert relation.content
            assert 0 < relation.confidence < 1
            for spans in (relation.source, relation.cue, relation.content):
                assert all(0 <= s.start < s.end <= len(passage) for s in spans)
                assert all(s.of(passage) == s.of(passage).strip() for s in spans)
                assert all(a.end <= b.start for a, b in pairwise(spans))
