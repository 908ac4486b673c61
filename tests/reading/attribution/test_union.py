from __future__ import annotations

from collections.abc import Callable

import pytest

from reading.words import Read

Reads = Callable[..., Read]


@pytest.mark.parametrize(
    "text",
    [
        "Mayor Tilde Varga said the bridge would close for repairs on Monday.",
        "“The ferry will sail again by spring,” said Oda Brenning, the harbour master.",
        "Oda Brenning told reporters that the ferry would sail again by spring.",
        "The ferry company denied that it had ignored the warnings.",
        "According to Oda Brenning, the ferry will sail again by spring.",
    ],
)
def test_what_both_find_is_there_once(reads: Reads, text: str) -> None:
    assert reads(text).only.at.by == "model:attribution"


@pytest.mark.parametrize(
    ("text", "outer", "inner", "content"),
    [
        ("The mayor said the contractor had promised that the bridge would open in May.",
         "The mayor", "the contractor", "that the bridge would open in May"),
        ("Mayor Tilde Varga said the contractor denied that the steel was faulty.",
         "Mayor Tilde Varga", "the contractor", "that the steel was faulty"),
        ("Varga said Holm had told the board that the dam was sound.",
         "Varga", "Holm", "that the dam was sound"),
    ],
)  # fmt: skip
def test_rules_nest_inside_what_the_model_found(
    reads: Reads, text: str, outer: str, inner: str, content: str
) -> None:
    read = reads(text)
    by = {said.source: said for said in read.said}
    assert set(by) == {outer, inner}
    assert len(read.said) == 2
    assert by[outer].at.by == "model:attribution"
    assert by[inner].at.by.startswith("rule:")
    assert by[inner].content == content
    assert content in by[outer].content


@pytest.mark.parametrize(
    ("text", "relay", "speaker"),
    [
        ("Tilde Varga was quoted by the Harbour Gazette as saying the bridge would close.",
         "the Harbour Gazette", "Tilde Varga"),
        ("Nils Holm was quoted by the newspaper as saying that the dam was sound.",
         "the newspaper", "Nils Holm"),
    ],
)  # fmt: skip
def test_a_relay_stays_two(reads: Reads, text: str, relay: str, speaker: str) -> None:
    said = reads(text).said
    assert {one.source for one in said} == {relay, speaker}
    assert len(said) == 2
    assert len({one.content for one in said}) == 1


def test_parents_are_among_the_attributions(reads: Reads) -> None:
    read = reads(
        "Varga said the council had warned that the steel was faulty, "
        "and that police had said that nobody was hurt."
    )
    sources = [said.source for said in read.said]
    assert sources == ["Varga", "the council", "police"]
    for said in read.said:
        assert said.at.parent is None or 0 <= said.at.parent < len(sources)


def test_a_quotation_is_nobodys_twice(reads: Reads) -> None:
    read = reads(
        "“The dam is sound,” said Nils Holm, an engineer.\n\n“It is not,” Tilde Varga said."
    )
    assert [said.speaker for said in read.said] == ["Nils Holm", "Tilde Varga"]
