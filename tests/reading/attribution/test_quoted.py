from __future__ import annotations

from collections.abc import Callable

import pytest

from reading.words import Read

Reads = Callable[..., Read]


@pytest.mark.parametrize(
    "text",
    [
        "“The harbour is closed for the winter,” Robert Keene said.",
        "“The harbour is closed for the winter,” said Robert Keene.",
        "“The harbour is closed for the winter,” said Robert Keene, the owner.",
        '"The harbour is closed for the winter," Robert Keene said.',
        "``The harbour is closed for the winter,'' Robert Keene said.",
        "'The harbour is closed for the winter,' Robert Keene said.",
        "‘The harbour is closed for the winter,’ Robert Keene said.",
        "Robert Keene said, “The harbour is closed for the winter.”",
        "Robert Keene said: “The harbour is closed for the winter.”",
        "Robert Keene said on Tuesday: “The harbour is closed for the winter.”",
        "“The harbour is closed for the winter,” Robert Keene told reporters on Tuesday.",
    ],
)
def test_a_direct_quotation(reads: Reads, text: str) -> None:
    said = reads(text).only
    assert said.kind == "direct"
    assert said.content.strip("“”‘’\"'`,. ") == "The harbour is closed for the winter"
    assert (said.speaker, said.source_type, said.stance) == ("Robert Keene", "person", "assert")


@pytest.mark.parametrize(
    "text",
    [
        "'The harbour won't open before the spring,' said Robert Keene.",
        "‘The harbour won’t open before the spring,’ said Robert Keene.",
    ],
)
def test_an_apostrophe_closes_no_quotation(reads: Reads, text: str) -> None:
    said = reads(text).only
    assert said.content == text.partition(" said")[0]
    assert said.kind == "direct"


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Robert Keene said the harbour was “closed for the whole winter” after the storm.",
         "the harbour was “closed for the whole winter” after the storm"),
        ("Robert Keene said the town “needed to get out” of the deal.",
         "the town “needed to get out” of the deal"),
        ("Robert Keene denounced “the endless noise of the engines” in the harbour.",
         "“the endless noise of the engines” in the harbour"),
    ],
)  # fmt: skip
def test_a_mixed_quotation(reads: Reads, text: str, content: str) -> None:
    said = reads(text).only
    assert (said.kind, said.content) == ("mixed", content)


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("“The harbour is closed,” Robert Keene said. “It will open again in the spring.”",
         "“The harbour is closed,” … “It will open again in the spring.”"),
        ("“The harbour,” said Robert Keene, “is closed for the whole of the winter.”",
         "“The harbour,” … “is closed for the whole of the winter.”"),
    ],
)  # fmt: skip
def test_a_quotation_around_its_cue(reads: Reads, text: str, content: str) -> None:
    said = reads(text).only
    assert (said.kind, said.content) == ("direct", content)


def test_a_question(reads: Reads) -> None:
    said = reads("“Who signed this order?” asked Robert Keene.").only
    assert (said.content, said.stance) == ("“Who signed this order?”", "question")


def test_a_quotation_of_several_paragraphs(reads: Reads) -> None:
    text = (
        "Robert Keene said: “The harbour is closed.\n\n“It will open in the spring.”\n\nIt rained."
    )
    said = reads(text).only
    assert said.content == "“The harbour is closed. … “It will open in the spring.”"
    assert (said.kind, said.speaker) == ("direct", "Robert Keene")


def test_a_quotation_in_a_paragraph_of_its_own_is_the_last_speakers(reads: Reads) -> None:
    text = (
        "“The harbour is closed for the winter,” Robert Keene said.\n\n"
        "“The boats will stay at the quay until the ice has gone.”"
    )
    first, floating = reads(text).said
    assert floating.content == "“The boats will stay at the quay until the ice has gone.”"
    assert (floating.source, floating.cue, floating.kind) == ("", "", "direct")
    assert floating.speaker == first.speaker == "Robert Keene"
    assert floating.at.confidence < first.at.confidence


def test_a_word_at_arms_length_is_no_attribution(reads: Reads) -> None:
    assert reads("The “palace” stood empty. Boats lay at the quay.").said == []
