"""Articles without a date among dated ones that tell of the same days."""

from __future__ import annotations

import random
from collections.abc import Iterable
from itertools import count
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from linking.build import Shelf, article, name, span
from onrecord.linking import link
from onrecord.linking.days.day_mentions import calendar_days, is_undated, mentions
from onrecord.linking.days.settling import Settling
from onrecord.linking.echoes.lineage import imprint
from onrecord.linking.scratch import scratch
from onrecord.model import (
    Article,
    Attribution,
    Event,
    Name,
    Published,
    Reading,
    Settled,
    TimelineEntry,
    Timex,
)

FERRY = (
    "The ferry Halcyon struck the breakwater of Port Vask on 26 June with forty children aboard, harbour "
    "pilot James Adams wrote in his log."
)
FERRY_TOO = "James Adams said that on Wednesday the Halcyon had hit rocks with the children below."
VOTE = (
    "The council of Vask voted on 28 June to close the breakwater to ferries until pilot James Adams has "
    "testified."
)
VOTE_TOO = "The council, which voted on Friday, wants to hear James Adams under oath."


def dated(text: str, *values: tuple[str, str]) -> tuple[Timex, ...]:
    made = []
    for words, value in values:
        known = not value.startswith("XXXX")
        days = calendar_days(int(value[:4]), value[5:]) if known else None
        first, last = (d.isoformat() for d in days) if days else (None, None)
        made.append(Timex(span(text, words), "DATE", value, first, last))
    return tuple(made)


def put(
    shelf: Shelf,
    identifier: str,
    text: str,
    *values: tuple[str, str],
    day: str | None = None,
    outlet: str | None = None,
    published: Published | None = None,
    planned: bool = False,
) -> Article:
    of = article(identifier, text, day=day, outlet=outlet or f"Gazette {identifier}")
    if published is not None:
        of = msgspec.structs.replace(of, published=published)
    found = [
        (w, k) for w, k in (("James Adams", "person"), ("Halcyon", "other"), ("Vask", "place"))
    ]
    names: list[Name] = [name(text, w, k) for w, k in found if w in text]  # type: ignore[arg-type]
    times = dated(text, *values)
    events = tuple(
        Event(t.span, "other", time=at, factuality="planned")
        for at, t in enumerate(times)
        if planned
    )
    shelf.held.append((of, Reading(names=tuple(names), timexes=times, events=events)))
    return of


def settled(shelf: Shelf) -> list[Settled]:
    link(shelf)
    return shelf.found("settled")


def town(**unknown: Any) -> Shelf:
    """One article without a date, and two that date what it tells."""
    shelf = Shelf()
    put(
        shelf,
        "u",
        f"{FERRY}\n\n{VOTE}",
        ("26 June", "XXXX-06-26"),
        ("28 June", "XXXX-06-28"),
        **unknown,
    )
    put(shelf, "a", FERRY_TOO, ("Wednesday", "2031-06-26"), day="2031-06-27")
    put(shelf, "b", VOTE_TOO, ("Friday", "2031-06-28"), day="2031-06-30")
    return shelf


def test_two_that_agree_settle_the_year_and_are_named() -> None:
    (one,) = settled(town())
    assert (one.article, one.articles) == ("u", ("a", "b"))
    assert one.published == "2031"
    assert one.earliest <= "2031-06-28" <= one.latest
    assert [t.value for t in one.times] == ["2031-06-26", "2031-06-28"]
    assert [(t.earliest, t.latest) for t in one.times] == [("2031-06-26",) * 2, ("2031-06-28",) * 2]
    assert any("Gazette a of 2031-06-27" in line and "Halcyon" in line for line in one.because)


def test_the_article_stays_as_it_was_read() -> None:
    shelf = town()
    before = list(shelf.held)
    settled(shelf)
    assert shelf.held == before


def test_a_day_without_a_year_becomes_one() -> None:
    (one,) = settled(town(published=Published("XXXX-06-29")))
    assert (one.published, one.earliest, one.latest) == ("2031-06-29",) + ("2031-06-29",) * 2


def test_without_the_others_nothing_is_settled() -> None:
    shelf = town()
    assert settled(shelf)
    del shelf.held[1:]
    assert settled(shelf) == []


def test_one_is_not_enough() -> None:
    shelf = town()
    del shelf.held[2]
    assert settled(shelf) == []


def test_what_speaks_against_each_other_settles_nothing() -> None:
    shelf = town()
    put(shelf, "c", FERRY_TOO, ("Wednesday", "2033-06-26"), day="2033-06-27")
    assert settled(shelf) == []


@pytest.mark.parametrize(
    ("earliest", "latest"),
    [(None, "2030-12-31"), ("2032-02-01", None), ("2020-01-01", "2030-01-01")],
)
def test_bounds_that_reading_gave_hold(earliest: str | None, latest: str | None) -> None:
    assert settled(town(published=Published("", earliest, latest))) == []


def test_a_capture_bounds_it() -> None:
    (one,) = settled(town(published=Published("", None, "2031-07-02")))
    assert one.latest == "2031-07-02"


def test_a_weekday_that_is_another_settles_nothing() -> None:
    shelf = town()
    text = FERRY.replace("26 June", "Sunday, 26 June")
    shelf.held.pop(0)
    put(
        shelf, "u", f"{text}\n\n{VOTE}", ("Sunday, 26 June", "XXXX-06-26"), ("28 June", "XXXX-06-28")
    )  # fmt: skip
    assert calendar_days(2031, "06-26")[0].weekday() != 6  # type: ignore[index]  # it is a day
    assert settled(shelf) == []


def test_what_lies_between_is_the_day() -> None:
    """Told as ahead in one sentence and as past in the other."""
    shelf = town()
    of, reading = shelf.held[0]
    vote = Event(reading.timexes[1].span, "other", time=1, factuality="planned")
    shelf.held[0] = (of, msgspec.structs.replace(reading, events=(vote,)))
    (one,) = settled(shelf)
    assert one.published == "2031"  # nothing is told as past: there is no frame
    said = Attribution(
        source=(), cue=(), content=(), kind="indirect", act="speech", stance="assert",
        source_type="none", said_on="XXXX-06-26", said_span=reading.timexes[0].span,
    )  # fmt: skip
    shelf.held[0] = (of, msgspec.structs.replace(reading, events=(vote,), attributions=(said,)))
    (one,) = settled(shelf)
    assert (one.earliest, one.latest, one.published) == ("2031-06-26", "2031-06-28", "2031-06")


def test_an_anniversary_dates_nothing() -> None:
    shelf = Shelf()
    put(shelf, "u", f"{FERRY}\n\n{VOTE}", ("26 June", "XXXX-06-26"), ("28 June", "XXXX-06-28"))
    put(shelf, "a", FERRY_TOO, ("Wednesday", "2031-06-26"), day="2033-06-27")
    put(shelf, "b", VOTE_TOO, ("Friday", "2031-06-28"), day="2033-06-30")
    assert settled(shelf) == []


def test_other_doings_on_the_same_days_settle_nothing() -> None:
    shelf = town()
    del shelf.held[1:]
    other = "James Adams opened the flower show of Vask on 26 June."
    put(shelf, "a", other, ("26 June", "2031-06-26"), day="2031-06-27")
    put(shelf, "b", other.replace("26", "28"), ("28 June", "2031-06-28"), day="2031-06-30")
    assert settled(shelf) == []


def lines(start: int) -> str:
    nouns = "quay crane lamp rope sail net buoy keel mast oar reef tide gull cask".split()
    number = count(start)
    return " ".join(
        f"The {nouns[next(number) % 14]} master of berth {i} counted every {nouns[(i * 5) % 14]} "
        f"beside the {nouns[(i * 3 + 1) % 14]} before the {nouns[(i * 11) % 14]} came in."
        for i in range(start, start + 30)
    )


def test_a_reprint_was_published_about_then() -> None:
    shelf = Shelf()
    put(shelf, "u", lines(1), outlet="Corvo Courier")
    put(shelf, "a", lines(1), day="2031-03-04", outlet="Eastern Post")
    (one,) = settled(shelf)
    assert one.articles == ("a",)
    assert (one.earliest, one.latest) == ("2031-02-25", "2031-03-11")
    assert one.published == "2031"


def test_the_order_of_articles_changes_nothing() -> None:
    wanted = settled(town())
    for seed in range(5):
        shelf = town()
        random.Random(seed).shuffle(shelf.held)
        assert settled(shelf) == wanted


PARTS = {
    "u": (f"{FERRY}\n\n{VOTE}", ("26 June", "XXXX-06-26"), ("28 June", "XXXX-06-28")),
    "v": (lines(1),),
    "a": (FERRY_TOO, ("Wednesday", "2031-06-26")),
    "b": (VOTE_TOO, ("Friday", "2031-06-28")),
    "c": (FERRY_TOO, ("Wednesday", "2033-06-26")),
    "d": (lines(1),),
    "e": (f"{lines(1)}\n\n{VOTE_TOO}", ("Friday", "2031-06-28")),
}
DAYS = {
    "a": "2031-06-27",
    "b": "2031-06-30",
    "c": "2033-06-27",
    "d": "2031-03-04",
    "e": "2031-06-29",
}


def of_parts(chosen: Iterable[str]) -> Shelf:
    shelf = Shelf()
    for part in sorted(chosen):
        text, *values = PARTS[part]
        put(shelf, part, text, *values, day=DAYS.get(part), planned=part == "u")
    return shelf


@given(st.lists(st.frozensets(st.sampled_from("".join(PARTS))), min_size=1, max_size=5))
@settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_whatever_came_and_went_before(
    tmp_path_factory: pytest.TempPathFactory, steps: list[frozenset[str]]
) -> None:
    workplace = tmp_path_factory.mktemp("linking") / "work"
    kept = Shelf()
    for step in steps:
        kept.held = of_parts(step).held
        link(kept, workplace)
        wanted = of_parts(step)
        link(wanted)
        for kind in ("settled", "timeline"):
            assert kept.linked[kind] == wanted.linked[kind]


def test_the_timeline_has_the_filled_days() -> None:
    def days(shelf: Shelf) -> set[str]:
        link(shelf)
        entries: list[TimelineEntry] = shelf.found("timeline")
        return {entry.date for entry in entries if "u" in entry.articles}

    shelf = town(planned=True)
    assert days(shelf) == {"2031-06-26", "2031-06-28"}
    del shelf.held[1:]
    assert days(shelf) == set()


def test_only_sure_days_and_unknown_years_are_told_of() -> None:
    unsure = article("x", FERRY, day="2031-06-27")
    unsure = msgspec.structs.replace(
        unsure, published=Published("2031-06-27", "2031-06-27", "2031-06-27", False)
    )
    reading = Reading(timexes=dated(FERRY, ("26 June", "2031-06-26")))
    assert mentions(unsure, reading) == []
    assert [m.value for m in mentions(article("y", FERRY, day="2031-06-27"), reading)] == [
        "2031-06-26"
    ]


@pytest.mark.parametrize(
    ("earliest", "latest", "undated"),
    [
        (None, None, True),
        ("2031-01-01", None, True),
        ("2031-01-01", "2031-12-31", False),
        ("2030-01-01", "2031-12-31", True),
    ],
)
def test_undated_is_without_a_year(earliest: str | None, latest: str | None, undated: bool) -> None:
    assert is_undated(Published("", earliest, latest)) is undated


def test_days_of_the_calendar() -> None:
    assert calendar_days(2031, "02-29") is None
    assert [d.isoformat() for d in calendar_days(2032, "02") or ()] == ["2032-02-01", "2032-02-29"]
    assert [d.isoformat() for d in calendar_days(2032, "12") or ()] == ["2032-12-01", "2032-12-31"]


def test_what_is_forgotten_settles_nothing() -> None:
    shelf = town()
    with scratch() as connection:
        settling = Settling(connection)
        for of, reading in shelf.held:
            settling.add(of, reading)
        imprints = {of.id: imprint(of) for of, _ in shelf.held}

        def found() -> list[str]:
            settling.update(imprints, lambda _: (), ())
            return [one.article for one in settling.all()]

        assert found() == ["u"]
        settling.forget("b")
        assert found() == []
        settling.add(*shelf.held[2])
        assert found() == ["u"]
        settling.forget("u")
        assert found() == []
