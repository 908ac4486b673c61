from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linking.build import article
from onrecord.linking.page_parts import page_parts

BODY = "The barges lay at the quay all night.\n\nNobody slept in the old town until the wind fell."


def parts(text: str) -> list[str]:
    made = article("a", text)
    return [part.of(text) for part in page_parts(text, made.passages())]


@pytest.mark.parametrize(
    "paragraph",
    [
        "Photos: The great storm A barge sinks off the quay. Hide Caption 3 of 15",
        "JUST WATCHED How the barges sank Replay More Videos ... MUST WATCH",
        "Image copyright Corvo Image caption The quay at Vask",
    ],
)
def test_a_paragraph_of_the_page(paragraph: str) -> None:
    assert parts(f"{paragraph}\n\n{BODY}") == [paragraph]


def test_links_behind_a_name() -> None:
    links = "Mara QuillStorm sinks two barges Harbour office silent on salt MORE"
    text = f"The mayor thanked Quill {links} for the salt.\n\n{BODY}"
    assert parts(text) == [links]


def test_who_the_author_is() -> None:
    about = "Mara Quill is a columnist of the Vask Herald."
    assert parts(f"{BODY}\n\n{about}") == [about]
    assert parts(f"{about}\n\n{BODY}\n\nThat was all.") == []


def test_a_roster() -> None:
    names = (
        "Ann Moor of Vask, Ben Quill of Brava, Cay Holm, Dan Oster, Eve Lund of Ondar and Finn Dale"
    )
    (found,) = parts(f"The letter was signed by {names}, it said.\n\n{BODY}") or [""]
    assert found.startswith("Ann Moor of Vask, Ben Quill")


def test_a_story_is_no_part_of_the_page() -> None:
    assert parts(BODY) == []
    assert parts(f"Quill wanted MORE of it, and got it.\n\n{BODY}") == []


@given(st.lists(st.text(alphabet="AbC, MORE.\n–’()1", max_size=60), max_size=5))
def test_spans_are_in_order_and_inside(paragraphs: list[str]) -> None:
    text = "\n\n".join(paragraphs)
    made = article("a", text)
    for part in page_parts(text, made.passages()):
        assert any(p.start <= part.start < part.end <= p.end for p in made.passages())
