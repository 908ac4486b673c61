from __future__ import annotations

from collections.abc import Callable

import pytest

from reading.events.words import event
from reading.words import Read

Reads = Callable[..., Read]
DAY = "2031-05-09"  # a Friday


@pytest.mark.parametrize(
    ("text", "trigger", "earliest", "latest", "dated"),
    [
        ("The ferry sank on Tuesday.", "sank", "2031-05-06", "2031-05-06", "stated"),
        ("The ministers held talks on Tuesday.", "talks", "2031-05-06", "2031-05-06", "stated"),
        ("The ferry sank.", "sank", None, DAY, "publication"),
        ("The ferry will sail.", "sail", DAY, None, "publication"),
        ("The ferry will sail on 12 May 2031.", "sail", "2031-05-12", "2031-05-12", "stated"),
        ("The ferry may sail.", "sail", None, None, None),
        ("The army attacked the town on Tuesday, killing two men.", "killing",
         "2031-05-06", "2031-05-06", "context"),
    ],
)  # fmt: skip
def test_days(
    reads: Reads, text: str, trigger: str, earliest: str | None, latest: str | None, dated: str | None
) -> None:  # fmt: skip
    found = event(reads(text, published=DAY), trigger)
    assert (found.earliest, found.latest, found.dated) == (earliest, latest, dated)


def test_what_was_said_on_a_day_had_happened_by_then(reads: Reads) -> None:
    read = reads("Anna Reyes said on Tuesday that the ferry had sunk.", published=DAY)
    assert event(read, "said").earliest == event(read, "said").latest == "2031-05-06"
    sunk = event(read, "sunk")
    assert (sunk.earliest, sunk.latest, sunk.dated) == (None, "2031-05-06", "saying")


def test_the_same_event_named_again_has_the_same_day(reads: Reads) -> None:
    read = reads("A convoy arrived on Tuesday. Nine trucks arrived in Dorval.", published=DAY)
    first, second = (e for e in read.reading.events if e.trigger.of(read.text) == "arrived")
    assert (first.dated, second.dated) == ("stated", "context")
    assert (first.earliest, first.latest) == (second.earliest, second.latest)


def test_no_year_no_day(reads: Reads) -> None:
    found = event(reads("The ferry sank on 6 May."), "sank")
    assert (found.earliest, found.latest, found.dated) == (None, None, None)
    assert found.time is not None


@pytest.mark.parametrize(
    ("text", "trigger", "earliest", "latest"),
    [
        # On which side of a day.
        ("The port has closed since Tuesday.", "closed", "2031-05-06", DAY),
        ("The men had left by Tuesday.", "left", None, "2031-05-06"),
        ("The town has waited since April, when the mayor resigned.", "resigned", "2031-04-01", "2031-04-30"),
        ("The men will leave by Tuesday.", "leave", DAY, "2031-05-13"),
        ("The men will leave after Tuesday.", "leave", "2031-05-13", None),
        ("The guards fired at the crowd from 3 May 2031 to 6 May 2031.", "fired", "2031-05-03", "2031-05-06"),
        # Wherever an attribution takes the day as well.
        ("The ban, which was unveiled Tuesday, is harsh.", "unveiled", "2031-05-06", "2031-05-06"),
        ("Anna Reyes filed a statement of candidacy on Tuesday.", "filed", "2031-05-06", "2031-05-06"),
        # What is told as news of the day.
        ("Media reports said late on Tuesday that a plane had landed in Dorval.", "landed",
         "2031-05-06", "2031-05-06"),
        ("Media reports said on Tuesday that Reyes had opened a file.", "opened", None, "2031-05-06"),
    ],
)  # fmt: skip
def test_sides_of_a_day(
    reads: Reads, text: str, trigger: str, earliest: str | None, latest: str | None
) -> None:
    found = event(reads(text, published=DAY), trigger)
    assert (found.earliest, found.latest) == (earliest, latest)
