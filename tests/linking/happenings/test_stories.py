from __future__ import annotations

from contextlib import closing
from sqlite3 import connect

import pytest

from linking.build import article
from onrecord.linking.happenings import reach, stories
from onrecord.linking.happenings.stories import STEPS, Stories, day_of, numbered
from onrecord.linking.stems import stems
from onrecord.model import Article, Reading

FERRY = (
    "The ferry Petrel sank off Vask with forty barrels of tar; the harbour master closed the pier."
)
AGAIN = (
    "Harbour divers found the ferry Petrel off Vask, her barrels of tar still on board by the pier."
)
BAKER = "A baker from Mortlake won the prize for rye bread at the autumn fair, beating nine others."


def near(*of: Article) -> set[tuple[str, str]]:
    with closing(connect(":memory:")) as connection:
        found = Stories(connection)
        for one in of:
            found.add(one, Reading())
        assert {number for number, _ in found.update()} == {numbered(one) for one in of}
        ids = {numbered(one): one.id for one in of}
        pairs = {
            (number, other): far for number in ids for far, other in found.nearest(number, 1000)
        }
    assert all(pairs[other, one] == far for (one, other), far in pairs.items())
    assert all(stories.NEAR <= 1 - far / STEPS < 1.01 for far in pairs.values())
    return {(ids[one], ids[other]) for one, other in pairs if ids[one] < ids[other]}


def test_articles_on_one_thing_are_near() -> None:
    pages = [article("a", FERRY), article("b", AGAIN), article("c", BAKER)]
    assert near(*pages) == {("a", "b")}
    assert near(*reversed(pages)) == {("a", "b")}


def test_numbers_sort_by_day() -> None:
    days = (None, "1789-07-14", "1969-07-20", "2031-03-04", "2031-03-05", "2950-01-01")
    numbers = [numbered(article("a", FERRY, day=day)) for day in days]
    assert numbers == sorted(set(numbers))
    assert all(0 <= number < 1 << 63 for number in numbers)
    assert [day_of(number) for number in numbers[:2]] == [0, 1]
    assert day_of(numbers[4]) == day_of(numbers[3]) + 1


def test_nothing_is_near_nothing() -> None:
    assert near() == set()
    assert near(article("a", "")) == set()
    assert near(article("a", "The"), article("b", "The")) == set()


def test_a_story_that_everybody_prints_stays_in_bounds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reach, "REACH", 3)
    monkeypatch.setattr(stories, "LISTS_AT_ONCE", 2)
    pages = [article(f"{n:02}", FERRY, day=f"2031-03-{n + 1:02}") for n in range(12)]
    assert near(*pages) == {
        (f"{one:02}", f"{other:02}")
        for one in range(12)
        for other in range(one + 1, min(one + 4, 12))
    }


def test_stems_leave_common_words_out() -> None:
    assert stems("The pier was closed in 2031") == ["pier", "clos", "2031"]
