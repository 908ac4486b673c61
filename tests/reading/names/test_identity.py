from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord.reading.names.identity import same_person
from reading.words import Read

Reads = Callable[..., Read]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("sergei orlov", "sergey orlov"),
        ("aleksandr orlov", "alexander orlov"),
        ("peter hallam", "p hallam"),
        ("juan orte", "juan orte salas"),
        ("peter hallam", "peter hallam"),
    ],
)
def test_one_person(one: str, other: str) -> None:
    assert same_person(one, other)
    assert same_person(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("peter hallam", "paula hallam"),
        ("peter hallam", "robert hallam"),
        ("peter hallam", "peter keene"),
        ("p hallam", "robert hallam"),
    ],
)
def test_two_people(one: str, other: str) -> None:
    assert not same_person(one, other)
    assert not same_person(other, one)


@pytest.mark.parametrize(
    ("text", "identities"),
    [
        ("Peter Hallam met the council. Mr Hallam left at noon. Hallam came back.",
         ["Peter Hallam"] * 3),
        ("Hallam said the dam was safe. Senator Peter Hallam had visited it.",
         ["Peter Hallam"] * 2),
        ("Sergei Orlov came. Sergey Orlov left.", ["Sergei Orlov"] * 2),
        ("José Ibarra came. Jose Ibarra left.", ["José Ibarra"] * 2),
        ("Peter Hallam came. Paula Hallam left.", ["Peter Hallam", "Paula Hallam"]),
        ("The Foreign Ministry of Norland closed the road. The Foreign Ministry moved.",
         ["Foreign Ministry of Norland"] * 2),
        ("The Norland Grain Corporation (NGC) sold the mine. The NGC moved on Monday.",
         ["Norland Grain Corporation"] * 3),
    ],
)  # fmt: skip
def test_the_fullest_name(reads: Reads, text: str, identities: list[str]) -> None:
    assert [name.identity for name in reads(text).reading.names] == identities


def test_two_people_of_one_surname_are_told_apart_by_their_titles(reads: Reads) -> None:
    read = reads(
        "Energy Minister Robert Akhalin spoke. Laura Akhalin, a spokeswoman, left. "
        "Mrs Akhalin said the dam was safe. Mr Akhalin said the gates were closed."
    )
    assert [said.speaker for said in read.said] == ["Laura Akhalin", "Robert Akhalin"]


def test_a_surname_alone_is_the_one_named_last(reads: Reads) -> None:
    read = reads(
        "Senator Robert Keene opened the bridge.\n\nHelen Keene, his sister, stayed away. "
        "“The bridge is ugly and far too long,” Keene said."
    )
    assert read.only.speaker == "Helen Keene"
