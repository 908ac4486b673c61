from __future__ import annotations

from collections.abc import Callable

from reading.words import Read

Reads = Callable[..., Read]
Dates = tuple[str | None, str | None, str | None, str | None]


def dates(read: Read) -> list[Dates]:
    """(`said_on`, first day, last day, what they rest on) of each statement."""
    return [
        (a.said_on, a.said_earliest, a.said_latest, a.said_dated) for a in read.reading.attributions
    ]


def test_a_day_of_its_own(reads: Reads) -> None:
    text = "Helen Marsh said on Wednesday that the dam was safe."
    assert dates(reads(text, published="2019-03-31")) == [
        ("2019-03-27", "2019-03-27", "2019-03-27", "stated")
    ]


def test_a_time_of_day_is_said_on_its_day(reads: Reads) -> None:
    text = "Helen Marsh said on Wednesday evening that the dam was safe."
    assert dates(reads(text, published="2019-03-31"))[0][0] == "2019-03-27"


def test_the_same_occasion_keeps_its_day(reads: Reads) -> None:
    text = (
        "Helen Marsh said on Wednesday that the dam was safe.\n\n"
        "Marsh added that the gates had been closed."
    )
    assert dates(reads(text, published="2019-03-31"))[1] == (
        None,
        "2019-03-27",
        "2019-03-27",
        "context",
    )


def test_what_was_said_before_is_another_occasion(reads: Reads) -> None:
    text = (
        "Helen Marsh said on Wednesday that the dam was safe.\n\n"
        "Marsh had earlier said that the gates were broken."
    )
    assert dates(reads(text, published="2019-03-31"))[1] == (
        None,
        None,
        "2019-03-31",
        "publication",
    )


def test_another_day_between_ends_it(reads: Reads) -> None:
    text = (
        "Helen Marsh said on Wednesday that the dam was safe. Robert Keene said on Friday that it "
        "was not. Marsh said that Keene was no engineer."
    )
    assert dates(reads(text, published="2019-03-31"))[2][3] == "publication"


def test_without_a_day_the_publication_bounds_it(reads: Reads) -> None:
    text = "Helen Marsh said that the dam was safe."
    assert dates(reads(text, published="2019-03-31")) == [(None, None, "2019-03-31", "publication")]
    assert dates(reads(text)) == [(None, None, None, None)]


def test_nothing_is_reported_before_it_is_said(reads: Reads) -> None:
    text = "Helen Marsh said this month that the dam was safe."
    assert dates(reads(text, published="2019-03-20")) == [
        ("2019-03", "2019-03-01", "2019-03-20", "stated")
    ]


def test_a_document_bears_the_day_on_which_it_came_out(reads: Reads) -> None:
    text = "A poll published on Tuesday showed that most islanders wanted a bridge."
    assert dates(reads(text, published="2019-03-31"))[0][0] == "2019-03-26"


def test_the_occasion_has_a_day(reads: Reads) -> None:
    for text in (
        "Reached for comment on Wednesday, Helen Marsh denied that the dam was cracked.",
        "Speaking in Port Amery on Wednesday, Helen Marsh said that the dam was safe.",
        "In a statement posted on Wednesday, the ministry said that the dam was safe.",
    ):
        assert dates(reads(text, published="2019-03-31"))[0][0] == "2019-03-27", text
