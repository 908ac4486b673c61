from __future__ import annotations

from collections.abc import Callable

from onrecord.model import Timex
from onrecord.reading.time.occasions import stem

Values = Callable[..., list[tuple[str, str]]]
Read = Callable[..., list[Timex]]


def test_stems_bring_verb_and_noun_together() -> None:
    assert stem("arrive") == stem("arrival")
    assert stem("announce") == stem("announcement")
    assert stem("elect") == stem("election")
    assert stem("vote") == stem("votes")
    assert stem("bus") == "bus"


def test_the_day_after_an_event_that_has_a_day(values: Values) -> None:
    text = "The harbour voted on 12 March. The mayor resigned the day after the vote."
    assert values(text)[-1] == ("the day", "2019-03-13")


def test_the_week_of_an_event(values: Values) -> None:
    text = "The flood struck on 13 June 2018. Prices rose in the week of the flood."
    assert values(text)[-1] == ("the week", "2018-W24")


def test_the_week_of_an_event_without_a_day_is_none(values: Values) -> None:
    assert values("Prices rose in the week of the flood.") == []


def test_the_day_before_an_unknown_event_is_unknown(values: Values) -> None:
    assert values("The mayor resigned the day before the vote.") == [("the day", "XXXX-XX-XX")]


def test_a_date_beside_it_says_which_day(values: Values) -> None:
    text = "He was last seen on 3 November, the day before the warrant."
    assert [value for _, value in values(text)] == ["2018-11-03", "2018-11-03"]


def test_a_length_of_time_after_an_event_leads_to_a_day(read: Read) -> None:
    text = "The flood struck on 13 June 2018. The governor came nine days after the flood."
    found = read(text)[-1]
    assert (found.type, found.value, found.anchor) == ("DURATION", "P9D", "0")
    assert (found.earliest, found.latest) == ("2018-06-22", "2018-06-22")


def test_a_time_of_day_belongs_to_the_day_of_its_verb(values: Values) -> None:
    text = (
        "The ferry was wrecked on 12 March. A witness came on 20 March. "
        "The ferry was wrecked at 10 p.m."
    )
    assert values(text)[-1] == ("10 p.m.", "2019-03-12T22:00")
