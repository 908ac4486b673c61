from __future__ import annotations

from contextlib import closing
from sqlite3 import connect

import numpy as np
import pytest

from linking.build import article
from onrecord.linking.happenings import stories
from onrecord.linking.happenings.stories import Frequencies, Stories
from onrecord.linking.stems import number, stems
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
        ids = found.articles()
        pairs = list(found.near())
    assert pairs == sorted(pairs)
    assert all(one < other and stories.NEAR <= cosine < 1.01 for one, other, cosine in pairs)
    return {(ids[one], ids[other]) for one, other, _ in pairs}


def test_articles_on_one_thing_are_near() -> None:
    pages = [article("a", FERRY), article("b", AGAIN), article("c", BAKER)]
    assert near(*pages) == {("a", "b")}
    assert near(*reversed(pages)) == {("a", "b")}


def test_days_are_numbered_like_articles() -> None:
    with closing(connect(":memory:")) as connection:
        stories = Stories(connection)
        for made in (article("b", BAKER, day="2031-03-05"), article("a", FERRY, day="2031-03-04")):
            stories.add(made, Reading())
        assert (stories.articles(), stories.days()) == (["a", "b"], ["2031-03-04", "2031-03-05"])


def test_nothing_is_near_nothing() -> None:
    assert near() == set()
    assert near(article("a", "")) == set()
    assert near(article("a", "The"), article("b", "The")) == set()


def test_a_story_that_everybody_prints_stays_in_bounds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stories, "REACH", 3)
    monkeypatch.setattr(stories, "BLOCK", 4)
    pages = [article(f"{n:02}", FERRY, day=f"2031-03-{n + 1:02}") for n in range(12)]
    assert near(*pages) == {
        (f"{one:02}", f"{other:02}")
        for one in range(12)
        for other in range(one + 1, min(one + 4, 12))
    }


def test_only_the_nearest_are_neighbours(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stories, "NEIGHBOURS", 1)
    pages = [article("a", FERRY), article("b", FERRY), article("c", AGAIN)]
    assert near(*pages) == {("a", "b"), ("a", "c")}  # nearest to a, to b; to c, where a comes first


def test_a_word_weighs_less_the_more_articles_have_it() -> None:
    frequencies = Frequencies()
    common, rare = (np.array([number(word)], dtype=np.uint32) for word in ("pier", "petrel"))
    for _ in range(9):
        frequencies.add(common)
    frequencies.add(rare)
    assert frequencies.weights(common)[0] < frequencies.weights(rare)[0]


def test_stems_leave_common_words_out() -> None:
    assert stems("The pier was closed in 2031") == ["pier", "clos", "2031"]
