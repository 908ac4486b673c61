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
