from __future__ import annotations

from collections.abc import Callable

import pytest

from reading.words import Read

Reads = Callable[..., Read]


@pytest.mark.parametrize(
    ("text", "addressee"),
    [
        ("Peter Hallam told reporters that the dam was safe.", "reporters"),
        ("Peter Hallam told the Lindow Lantern that the dam was safe.", "the Lindow Lantern"),
        ("“The dam is safe and sound,” Peter Hallam told reporters.", "reporters"),
        ("Peter Hallam urged the ministry to publish the letter.", "the ministry"),
        ("The council called on the ministry to publish the letter.", "the ministry"),
        ("Peter Hallam said that the dam was safe.", None),
        # Who is on the other side of where it was said, and nothing that nobody hears.
        ("Peter Hallam said in a letter to the council that the dam was safe.", "the council"),
        ("In an interview with the Courier, Peter Hallam said that the dam was safe.",
         "the Courier"),
        ("Speaking to reporters in Lindow, Peter Hallam said that the dam was safe.",
         "reporters in Lindow"),
        ("Peter Hallam objected to the price tag of the dam.", None),
    ],
)  # fmt: skip
def test_addressee(reads: Reads, text: str, addressee: str | None) -> None:
    read = reads(text)
    assert read.only.at.addressee == addressee
    span = read.only.at.addressee_span
    assert (span.of(text) if span else None) == addressee


@pytest.mark.parametrize(
    ("text", "setting"),
    [
        ("Mayor Helen Marsh said in a statement that the harbour was closed.", "in a statement"),
        ("“The dam is safe and sound,” Helen Marsh told reporters in an interview.",
         "in an interview"),
        ("Robert Keene wrote on his blog that the dam was safe.", "on his blog"),
        ("The dam was safe, the ministry said in a statement.", "in a statement"),
        ("The dam was safe, the ministry said.", None),
        ("Robert Keene said on Twitter that the dam was safe.", "on Twitter"),
        ("Robert Keene said by telephone that the dam was safe.", "by telephone"),
        ("Robert Keene said on Tuesday that the dam was safe.", None),
        ("Robert Keene denied in a phone call with Mayor Helen Marsh that the dam was unsafe.",
         "in a phone call with Mayor Helen Marsh"),
        ("“The dam is safe,” Robert Keene said in the “Lindow. Court. Weather” programme aired by "
         "Radio Vask.", "in the “Lindow. Court. Weather” programme aired by Radio Vask"),
    ],
)  # fmt: skip
def test_setting(reads: Reads, text: str, setting: str | None) -> None:
    read = reads(text)
    assert read.only.at.setting == setting
    span = read.only.at.setting_span
    assert (span.of(text) if span else None) == setting
    assert setting is None or setting not in read.only.content


# 6 May 2031 is a Tuesday.
@pytest.mark.parametrize(
    ("text", "said_on"),
    [
        ("On Monday, Robert Keene said the dam was safe.", "2031-05-05"),
        ("Robert Keene said on Monday that the dam was safe.", "2031-05-05"),
        ("Robert Keene said on May 3 that the dam was safe.", "2031-05-03"),
        ("The dam was safe, the ministry said on Monday.", "2031-05-05"),
        ("“The dam is safe and sound,” Robert Keene told reporters on Monday.", "2031-05-05"),
        ("In April, Robert Keene said that the dam was safe.", "2031-04"),
        ("Robert Keene said that the dam would be opened on Friday.", None),
        ("Robert Keene said that the dam was safe.", None),
        ("“The dam will open on Friday,” Robert Keene said.", None),
    ],
)
def test_the_day_of_saying(reads: Reads, text: str, said_on: str | None) -> None:
    said = reads(text, published="2031-05-06").only
    assert said.at.said_on == said_on
    if said_on is None:
        assert said.at.said_span is None
    elif len(said_on) == 10:
        assert said.at.said_earliest == said.at.said_latest == said_on


def test_without_a_date_of_the_article_the_day_stays_open(reads: Reads) -> None:
    said = reads("Robert Keene said on Monday that the dam was safe.").only
    assert said.at.said_on == "XXXX-WXX-1"
    assert (said.at.said_earliest, said.at.said_latest) == (None, None)
