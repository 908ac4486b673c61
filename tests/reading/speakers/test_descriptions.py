from __future__ import annotations

from collections.abc import Callable

import pytest

from reading.words import Read

Reads = Callable[..., Read]


@pytest.mark.parametrize(
    ("source", "source_type"),
    [
        ("A diplomatic source in Lindow", "unnamed"),
        ("Two officials familiar with the talks", "unnamed"),
        ("A person close to the talks", "unnamed"),
        ("A spokesman for the ministry", "unnamed"),
        ("Officials", "unnamed"),
        ("Critics", "collective"),
        ("Experts", "collective"),
        ("Residents", "collective"),
        ("Some", "collective"),
        ("The ministry", "organisation"),
        ("The government", "organisation"),
        ("Police", "organisation"),
        ("The army", "organisation"),
        ("The newspaper", "media"),
        ("Local media", "media"),
    ],
)
def test_a_description_is_kept_as_printed(reads: Reads, source: str, source_type: str) -> None:
    said = reads(f"{source} said that the talks had failed.").only
    assert (said.source, said.speaker, said.source_type) == (source, source, source_type)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Foreign Minister Peter Hallam arrived. The minister said that nothing was signed.",
         "Peter Hallam"),
        ("Prime Minister Helen Marsh visited the camp. The prime minister said the tents would "
         "stay.", "Helen Marsh"),
        ("Vask Motors raised prices on Monday. The company said that costs had risen.",
         "Vask Motors"),
        ("The Foreign Ministry of Norland closed on Monday. The ministry said the road was open.",
         "Foreign Ministry of Norland"),
    ],
)  # fmt: skip
def test_a_description_of_somebody_named_before(reads: Reads, text: str, speaker: str) -> None:
    assert reads(text).only.speaker == speaker


def test_the_source_is_the_source_before(reads: Reads) -> None:
    first, second = reads(
        "A diplomatic source in Lindow said the talks had failed. "
        "The source added that the envoy had left."
    ).said
    assert second.source == "The source"
    assert second.speaker == first.speaker == "A diplomatic source in Lindow"
    assert second.source_type == "unnamed"


@pytest.mark.parametrize(
    ("source", "source_type"),
    [
        ("Peter Hallam and Helen Marsh", "person"),
        ("The Defence Ministry and the army", "organisation"),
    ],
)
def test_several_say_it_together(reads: Reads, source: str, source_type: str) -> None:
    said = reads(f"{source} said that no soldier had crossed the river.").only
    assert (said.speaker, said.source_type) == (source, source_type)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        # An office by another word.
        ("Norland President Peter Hallam met Foreign Minister Helen Marsh. "
         "The Norland leader said that the talks had failed.", "Peter Hallam"),
        ("Norland President Peter Hallam came. The head of state said that the talks had failed.",
         "Peter Hallam"),
        # The minister is not the deputy.
        ("Minister Peter Hallam met Deputy Minister Helen Marsh. "
         "The minister said that the talks had failed.", "Peter Hallam"),
        ("The Lindow Herald had the letter. The newspaper said that the talks had failed.",
         "Lindow Herald"),
        # Her wife is not his wife.
        ("Peter Hallam and his wife, Ruth Hallam, left. Her wife said that the talks had failed.",
         "Her wife"),
    ],
)  # fmt: skip
def test_taken_up_by_another_word(reads: Reads, text: str, speaker: str) -> None:
    assert reads(text).by("said").speaker == speaker


def test_several_are_not_the_last_of_them(reads: Reads) -> None:
    said = reads("Peter Hallam and attorney Helen Marsh said that the mine was legal.").only
    assert said.speaker == "Peter Hallam and attorney Helen Marsh"
