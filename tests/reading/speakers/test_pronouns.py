from __future__ import annotations

from collections.abc import Callable

import pytest

from reading.words import Read

Reads = Callable[..., Read]


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("Mayor Helen Marsh said the road was closed. She added that the bridge was open.",
         ["Helen Marsh", "Helen Marsh"]),
        ("Mayor Helen Marsh said the road was closed.\n\nShe added that the bridge was open.",
         ["Helen Marsh", "Helen Marsh"]),
        ("Mayor Helen Marsh met Senator Robert Keene. He said the dam was safe. "
         "She said it was old.", ["Robert Keene", "Helen Marsh"]),
        ("Robert Keene, who said the dam was safe, left on Monday.", ["Robert Keene"]),
        ("The report was refuted by Senator Robert Keene, who said that the dam was safe.",
         ["Robert Keene", "Robert Keene"]),
        ("The ministry said the road was closed. It said the bridge was open.",
         ["The ministry", "The ministry"]),
        ("The Norland Bank raised its rates on Monday. It said that prices were rising.",
         ["Norland Bank"]),
        ("A spokeswoman said the talks had failed. She said the envoy had left.",
         ["A spokeswoman", "A spokeswoman"]),
        ("A diplomatic source said the talks had failed. He said the envoy had left.",
         ["A diplomatic source", "A diplomatic source"]),
        ("Officials said the dam was safe. They said the gates were closed.",
         ["Officials", "Officials"]),
    ],
)  # fmt: skip
def test_who_it_is(reads: Reads, text: str, speakers: list[str]) -> None:
    assert [said.speaker for said in reads(text).said] == speakers


def test_the_speaker_of_a_quotation_is_its_we(reads: Reads) -> None:
    outer, inner = reads(
        "“We have explained what the guards are doing at the mine,” Robert Keene said."
    ).said
    assert outer.speaker == "Robert Keene"
    assert (inner.source, inner.speaker, inner.at.parent) == ("We", "Robert Keene", 0)


def test_the_words_that_give_the_speaker(reads: Reads) -> None:
    read = reads("Mayor Helen Marsh came. She said the road was closed.")
    assert read.only.source == "She"
    assert "Helen Marsh" in read.words(read.only.at.speaker_spans)


def test_a_pronoun_that_fits_nobody_stays_as_it_is(reads: Reads) -> None:
    said = reads("“The dam is safe and sound,” he said.").only
    assert (said.speaker, said.source_type) == ("he", "person")
    assert said.at.confidence < 0.7
