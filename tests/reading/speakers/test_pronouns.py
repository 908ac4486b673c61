from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord.reading.speakers.pronouns import likely_gender
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
        # Neither a plural, nor whom somebody else quotes, nor who is spoken of in the quotation.
        ("Robert Keene met officials on Monday. Officials said the dam was safe. "
         "He said the gates were closed.", ["Officials", "Robert Keene"]),
        ("Mayor Robert Keene dismissed Senator John Marsh's warning that the dam was old. "
         "The dam was safe, he said.", ["Robert Keene", "John Marsh", "Robert Keene"]),
        ("The dam, as its owner Robert Keene said, was safe. “John Marsh built it in a year,” he added.",
         ["Robert Keene", "Robert Keene"]),
        # The subject of the clause that the pronoun's own hangs on.
        ("John Marsh said the dam was old. Robert Keene sold the mill, as he admitted later.",
         ["John Marsh", "Robert Keene"]),
        # 'his deputy' may be a woman.
        ("Minister Robert Keene resigned. His deputy, Helen Marsh, said the dam was old. "
         "She said that the gates were shut.", ["Helen Marsh", "Helen Marsh"]),
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


def test_a_surname_of_two(reads: Reads) -> None:
    read = reads(
        "Helen Marsh said on Monday that the dam was old. "
        "“I asked Ruth Marsh about the gates long ago,” Marsh said."
    )
    assert read.holding("long ago").speaker == "Helen Marsh"


@pytest.mark.parametrize(
    ("key", "gender"),
    [("nadia brask", "f"), ("ruben brask", "m"), ("brask", None),
     ("i petrova", "f"), ("petrova", "f"), ("octavio brask", "m"), ("", None)],
)  # fmt: skip
def test_what_a_name_suggests(key: str, gender: str | None) -> None:
    assert likely_gender(key) == gender
