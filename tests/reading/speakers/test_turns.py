"""Labels of interviews resolved to who speaks."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reading.words import Read

Reads = Callable[..., Read]

OPENING = "Peter Hallam, the mayor of Lindow, talked with Corvo about the fire.\n\n"


def speakers(read: Read) -> list[tuple[str | None, str]]:
    return [(said.speaker, said.source_type) for said in read.said if said.cue == ":"]


def test_the_outlet_asks_and_the_one_it_met_answers(reads: Reads) -> None:
    read = reads(OPENING + "Q: Are the wells safe?\n\nA: They are not.", outlet="Courier")
    assert speakers(read) == [("Courier", "media"), ("Peter Hallam", "person")]


def test_initials_of_the_outlet(reads: Reads) -> None:
    read = reads(
        OPENING + "VC: Are they safe?\n\nHallam: They are not.\n\nVC: And now?",
        outlet="Vask Courier",
    )
    assert speakers(read) == [
        ("Vask Courier", "media"), ("Peter Hallam", "person"), ("Vask Courier", "media"),
    ]  # fmt: skip


def test_an_asker_without_a_name(reads: Reads) -> None:
    read = reads(OPENING + "Interviewer: Are the wells safe?\n\nHallam: They are not.")
    assert speakers(read) == [("Interviewer", "unnamed"), ("Peter Hallam", "person")]


@pytest.mark.parametrize(
    ("label", "speaker", "kind"),
    [
        ("HALLAM", "Peter Hallam", "person"),
        ("MAYOR PETER HALLAM", "Peter Hallam", "person"),
        ("Unidentified woman", "Unidentified woman", "unnamed"),
        ("Republican Peter Hallam", "Peter Hallam", "person"),
    ],
)
def test_names(reads: Reads, label: str, speaker: str, kind: str) -> None:
    read = reads(OPENING + f"Q: Are the wells safe?\n\n{label}: They are not.", outlet="Courier")
    assert speakers(read)[1] == (speaker, kind)


def test_the_speakers_own_pronouns(reads: Reads) -> None:
    read = reads(OPENING + "Q: Is it safe?\n\nHallam: I have said that the wells are poisoned.")
    assert read.by("have said").speaker == "Peter Hallam"
