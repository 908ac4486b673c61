from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord.model import Span
from onrecord.reading.attribution.learned import overlap
from reading.words import Read

Reads = Callable[..., Read]


@pytest.mark.parametrize(
    ("one", "other", "share"),
    [
        ([Span(0, 10)], [Span(0, 10)], 1.0),
        ([Span(0, 10)], [Span(5, 15)], 0.5),
        ([Span(0, 4), Span(6, 10)], [Span(2, 8)], 0.5),
        ([Span(0, 4)], [Span(4, 8)], 0.0),
        ([Span(0, 10)], [Span(0, 5)], 0.5),  # of the larger
        ([], [], 0.0),
    ],
)
def test_overlap(one: list[Span], other: list[Span], share: float) -> None:
    assert overlap(one, other) == overlap(other, one) == share


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("The bridge would close on Monday, Tilde Varga said.",
         "Tilde Varga", "said", "The bridge would close on Monday"),
        ("Mayor Tilde Varga said the bridge would close for repairs on Monday.",
         "Mayor Tilde Varga", "said", "the bridge would close for repairs on Monday"),
        ("The bridge, Varga said, would close on Monday.",
         "Varga", "said", "The bridge … would close on Monday"),
    ],
)  # fmt: skip
def test_commas_and_stops_are_trimmed(
    reads: Reads, text: str, source: str, cue: str, content: str
) -> None:
    said = reads(text).only
    assert (said.source, said.cue, said.content) == (source, cue, content)
    assert said.at.by == "model:attribution"


def test_the_cue_is_without_when_and_how(reads: Reads) -> None:
    said = reads("Tilde Varga later said that the bridge would close.").only
    assert said.cue == "said"


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("The ferry company denied that it had ignored the warnings.", "deny"),
        ("Oda Brenning promised that the ferry would sail in May.", "promise"),
        ("Oda Brenning said that the ferry would sail in May.", "assert"),
    ],
)
def test_the_lexicon_says_what_the_cue_does(reads: Reads, text: str, stance: str) -> None:
    said = reads(text).only
    assert (said.stance, said.at.act, said.at.by) == (stance, "speech", "model:attribution")


def test_who_was_told_did_not_say_it(reads: Reads) -> None:
    for said in reads("Residents were told by the council that the water was safe.").said:
        assert said.source != "Residents"


def test_the_chance_is_the_relations(reads: Reads) -> None:
    read = reads("Mayor Tilde Varga said the bridge would close for repairs on Monday.")
    assert 0.5 < read.only.at.confidence < 1


def test_a_relation_of_punctuation_alone_is_none() -> None:
    from onrecord.model import Parse, Relation, Span, Token
    from onrecord.reading.attribution.learned import learned
    from onrecord.reading.tree import Tree

    text = "Marsh said , ."
    tokens = (
        Token(0, 5, "Marsh", "marsh", "PROPN", "NNP", "nsubj", 1),
        Token(6, 10, "said", "say", "VERB", "VBD", "ROOT", 1),
        Token(11, 12, ",", ",", "PUNCT", ",", "punct", 1),
        Token(13, 14, ".", ".", "PUNCT", ".", "punct", 1),
    )
    relation = Relation((Span(0, 5),), (Span(6, 10),), (Span(11, 14),), 0.9)
    parse = Parse(tokens, ((0, 4),), (), (relation,))
    assert learned(Tree(text, [Span(0, len(text))], [parse]), []) == []


def test_what_hangs_on_according_to_ends_with_its_sentence(reads: Reads) -> None:
    text = "The ferry sank. According to the police, nobody was hurt. Boats came from the island."
    assert reads(text).only.content == "nobody was hurt"


def test_a_second_saying_ends_the_first(reads: Reads) -> None:
    text = "Varga told the council that the bridge was safe, and warned that winter would come."
    contents = [said.content for said in reads(text).said]
    assert any(c.endswith("the bridge was safe") for c in contents)


def test_whom_it_was_said_to_is_no_content(reads: Reads) -> None:
    said = reads("Peter Hallam urged the ministry to publish the letter.").only
    assert said.content == "to publish the letter"


def test_what_nobody_confirmed_is_not_said(reads: Reads) -> None:
    text = "There was no official confirmation that the bridge would close."
    assert all(said.at.act == "attitude" for said in reads(text).said)
