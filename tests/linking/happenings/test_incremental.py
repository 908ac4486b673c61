"""Whatever came and went in whatever order, the happenings are those of the articles that are there."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from sqlite3 import connect

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from linking.build import article
from onrecord.linking.happenings import circles, reach, stories, tied
from onrecord.linking.happenings.groups import Happenings
from onrecord.linking.happenings.stories import Stories
from onrecord.model import Article, Event, Happening, Name, Reading, Span

Page = tuple[Article, Reading]
NAMES = ["Vask", "Petrel", "Lomira", "Mortlake", "Ostrava", "Quill"]
VERBS = ["sank", "robbed", "looted", "fled", "drowned"]


def page(identifier: str, day: int, chosen: list[tuple[int, int, int]], sureness: int) -> Page:
    """A sentence each of a name, a verb and a name."""
    text, events, names = "", [], []
    for one, verb, other in chosen:
        for word in (NAMES[one], VERBS[verb], NAMES[other]):
            span = Span(len(text), len(text) + len(word))
            if word in NAMES:
                names.append(Name(span, "place", word))
            else:
                events.append(
                    Event(span, "other", by="rule:event-verb", confidence=1 - sureness / 4)
                )
            text += word + " "
        text = text[:-1] + ". "
    made = article(identifier, text.strip() or "The", day=f"2031-03-{day + 1:02}" if day else None)
    return made, Reading(names=tuple(names), events=tuple(events))


sentences = st.tuples(st.integers(0, 5), st.integers(0, 4), st.integers(0, 5))
pages = st.builds(
    page,
    st.sampled_from("abcdefghij"),
    st.integers(0, 3),
    st.lists(sentences, max_size=4),
    st.integers(0, 2),
)
steps = st.lists(
    st.tuples(st.dictionaries(st.sampled_from("abcdefghij"), pages), st.sets(st.sampled_from("abcdefghij"))),
    min_size=1,
    max_size=5,
)  # fmt: skip


@contextmanager
def crowded() -> Iterator[None]:
    """So few are compared with one another that many come into reach and leave it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reach, "REACH", 2)
        patch.setattr(stories, "REACH", 2)
        patch.setattr(stories, "KEYS", 2)
        patch.setattr(stories, "LISTS_AT_ONCE", 2)
        patch.setattr(circles, "NEAREST", 2)
        patch.setattr(tied, "BUCKETS", 2)
        yield


def put_right(
    store: Happenings | Stories, held: Mapping[str, Page], now: Mapping[str, Page]
) -> None:
    for identifier in held:
        if now.get(identifier) != held[identifier]:
            store.forget(identifier)
    for identifier, (made, reading) in now.items():
        if held.get(identifier) != (made, reading):
            store.add(made, reading)


def histories(given: list[tuple[dict[str, Page], set[str]]]) -> Iterator[dict[str, Page]]:
    held: dict[str, Page] = {}
    for came, went in given:
        held = {key: page for key, page in held.items() if key not in went}
        held |= {made.id: (made, reading) for made, reading in came.values()}
        yield dict(held)


@given(steps)
@settings(deadline=None, max_examples=150)
def test_the_same_as_at_once(given: list[tuple[dict[str, Page], set[str]]]) -> None:
    with crowded(), closing(connect(":memory:")) as connection:
        happenings = Happenings(connection)
        held: dict[str, Page] = {}
        rows: dict[str, Happening] = {}
        for now in histories(given):
            put_right(happenings, held, now)
            delta = happenings.update()
            gone, put = set(delta.gone), {h.id: h for h in delta.put}
            assert gone <= rows.keys()
            rows = {i: h for i, h in rows.items() if i not in gone} | put
            held = now
            with closing(connect(":memory:")) as other:
                at_once = Happenings(other)
                put_right(at_once, {}, dict(reversed(now.items())))
                assert {h.id: h for h in at_once.update().put} == rows
            assert list(happenings.all()) == sorted(rows.values(), key=lambda h: h.id)


@given(steps)
@settings(deadline=None, max_examples=150)
def test_who_is_near_whom_is_the_same_as_at_once(
    given: list[tuple[dict[str, Page], set[str]]],
) -> None:
    def near(connection: sqlite3.Connection) -> list[tuple[int, ...]]:
        return connection.execute("SELECT * FROM near").fetchall()

    with crowded(), closing(connect(":memory:")) as connection:
        kept = Stories(connection)
        held: dict[str, Page] = {}
        for now in histories(given):
            put_right(kept, held, now)
            list(kept.update())
            held = now
            with closing(connect(":memory:")) as other:
                at_once = Stories(other)
                put_right(at_once, {}, now)
                list(at_once.update())
                assert near(connection) == near(other)
