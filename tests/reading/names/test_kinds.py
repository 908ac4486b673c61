from __future__ import annotations

from collections.abc import Callable

import pytest

from reading.words import Read

Reads = Callable[..., Read]


def kinds(read: Read) -> dict[str, str]:
    return {name.identity: name.type for name in read.reading.names}


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Peter Hallam met the council.", "Peter Hallam", "person"),
        ("Mayor Helen Marsh left.", "Helen Marsh", "person"),
        ("Mr Hallam left the council.", "Hallam", "person"),
        ("The Foreign Ministry closed the road.", "Foreign Ministry", "organisation"),
        ("The talks were held in Port Vask.", "Port Vask", "place"),
    ],
)
def test_kind(reads: Reads, text: str, name: str, kind: str) -> None:
    assert kinds(reads(text))[name] == kind


def test_all_mentions_of_a_name_are_of_one_kind(reads: Reads) -> None:
    read = reads("Senator Peter Hallam came. Hallam denied the report. The town likes Hallam.")
    assert kinds(read) == {"Peter Hallam": "person"}


def test_a_country_is_known_by_its_people(reads: Reads) -> None:
    read = reads("Norland sold the mine. Norland’s army crossed the river. Norlandian troops came.")
    assert kinds(read)["Norland"] == "place"


def test_what_the_article_credits_is_a_medium(reads: Reads) -> None:
    text = "Corvo reported that the dam failed.\n\nPeter Hallam told Corvo that the dam was safe."
    read = reads(text, outlet="Corvo")
    assert kinds(read)["Corvo"] == "organisation"
    assert [said.source_type for said in read.said] == ["media", "person"]
