"""Sources with a name in them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reading.words import Read

Reads = Callable[..., Read]


@pytest.mark.parametrize(
    ("source", "speaker"),
    [
        ("Peter Hallam", "Peter Hallam"),
        ("Senator Peter Hallam", "Peter Hallam"),
        ("Peter Hallam, the mayor of Lindow,", "Peter Hallam"),
        ("The mayor, Peter Hallam,", "Peter Hallam"),
        ("The ministry spokesman Peter Hallam", "Peter Hallam"),
        ("The company's chief executive, Peter Hallam,", "Peter Hallam"),
        ("Russian Foreign Minister Peter Hallam, in turn,", "Peter Hallam"),
        ("Opposition leader and head of the council Peter Hallam", "Peter Hallam"),
    ],
)
def test_a_name_and_its_office(reads: Reads, source: str, speaker: str) -> None:
    said = reads(f"{source} said that the mine was legal.").only
    assert (said.speaker, said.source_type) == (speaker, "person")


def test_a_surname_is_the_full_name(reads: Reads) -> None:
    read = reads("Senator Peter Hallam arrived. “The talks went very well,” Hallam said.")
    assert (read.only.source, read.only.speaker) == ("Hallam", "Peter Hallam")
    assert read.words(read.only.at.speaker_spans) == "Hallam … Peter Hallam"


def test_what_is_owned_is_not_its_owner(reads: Reads) -> None:
    said = reads("Norland's army denied that its soldiers had crossed the river.").only
    assert (said.speaker, said.source_type) == ("Norland's army", "organisation")


def test_nobody(reads: Reads) -> None:
    said = reads("The claim that the dam had been mined angered the council.").said[-1]
    assert (said.speaker, said.source_type, said.at.speaker_spans) == (None, "none", ())
