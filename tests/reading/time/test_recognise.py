from __future__ import annotations

from collections.abc import Callable

import pytest

Values = Callable[..., list[tuple[str, str]]]


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("31 March 2019", "2019-03-31"),
        ("March 31, 2019", "2019-03-31"),
        ("31st March, 2019", "2019-03-31"),
        ("May 07 , 2009", "2009-05-07"),
        ("2018-11-05", "2018-11-05"),
        ("3/31/18", "2018-03-31"),
        ("31.3.2018", "2018-03-31"),
        ("Sept. 11", "2018-09-11"),
        ("September 2014", "2014-09"),
        ("the third quarter of 2017", "2017-Q3"),
        ("the second half of 2017", "2017-H2"),
        ("the summer of 2011", "2011-SU"),
        ("fiscal 2009", "2009"),
        ("FY2009", "2009"),
        ("the 1990s", "199"),
        ("the early eighties", "198"),
        ("the 19th century", "18"),
        ("490 BC", "BC0490"),
        ("post-1959", "1959"),
        ("the week of March 18", "2019-W12"),
        ("the day before last Tuesday", "2019-03-25"),
        ("the week after Christmas", "2019-W01"),
        ("future years", "FUTURE_REF"),
        ("mid-2018", "2018"),
        ("Christmas Eve", "2018-12-24"),
        ("last week", "2019-W12"),
        ("last year", "2018"),
        ("three weeks ago", "2019-W10"),
        ("two decades ago", "1999"),
        ("a year earlier", "2018"),
        ("June last year", "2018-06"),
        ("recent months", "PAST_REF"),
        ("the several past months", "PAST_REF"),
        ("the foreseeable future", "FUTURE_REF"),
        ("nearly three months", "P3M"),
        ("two and a half years", "P2Y6M"),
        ("every day", "P1D"),
        ("every two weeks", "P2W"),
        ("every Thursday", "XXXX-WXX-4"),
        ("10 p.m. on Wednesday", "2019-03-27T22:00"),
        ("Tuesday night", "2019-03-26TNI"),
        ("this morning", "2019-03-31TMO"),
        ("noon", "2019-03-31T12:00"),
    ],
)
def test_one_expression(values: Values, words: str, value: str) -> None:
    assert values(f"The harbour was closed in {words}.") == [(words, value)]


def test_ranges_are_two_expressions(values: Values) -> None:
    assert values("The fair lasted from 3 to 5 June 2018 and again on July 8-9, 2018.") == [
        ("3", "2018-06-03"),
        ("5 June 2018", "2018-06-05"),
        ("July 8", "2018-07-08"),
        ("9, 2018", "2018-07-09"),
    ]
    assert values("The drought of 2014-18 ended.") == [("2014", "2014"), ("18", "2018")]


@pytest.mark.parametrize(
    "text",
    [
        "It cost 2,000 crowns in 1500 cases.",
        "He may march to the sea.",
        "The Sunday Times ran the story.",
        "She is 52 years old and he is a 27-year-old sailor.",
        'The library lent out "1984" again.',
        "The fall in prices hurt the growers.",
        "Three quarters of the voters stayed away.",
        "The sun set behind the second house.",
        "The score was 10:30.",
        "USA Today and the Port Daily ran it.",
        "Sales rose from seven to 15 and the ships to 2,000 tonnes.",
        "Room 2014 is 1990 metres from the station.",
        "The plan costs $2 million a year and grows by 8 % annually.",
        "She had met Theresa May with May under the table.",
        "Nobody has seen the dawn of an age.",
        "In today's world that is high noon for them.",
        "She was on TODAY and on World News Tonight about the current account deficit.",
        "He was named Pilot of the Month.",
        'She told "This Week" and "60 Minutes" about the daily Harbour News.',
    ],
)
def test_false_friends(values: Values, text: str) -> None:
    assert values(text) == []


def test_modifiers_are_part_of_the_expression(read: Callable[..., list]) -> None:  # type: ignore[type-arg]
    text = "Late on 24 June 2018 and in the first days of July 2018 about two years of calm ended."
    found = [(timex.span.of(text), timex.value, timex.mod) for timex in read(text)]
    assert found == [
        ("Late on 24 June 2018", "2018-06-24", "END"),
        ("the first days of July 2018", "2018-07", "START"),
        ("about two years", "P2Y", "APPROX"),
    ]


def test_what_stands_around_a_date_and_what_does_not(read: Callable[..., list]) -> None:  # type: ignore[type-arg]
    text = (
        "Earlier yesterday the gate broke; right now it is open. It will close around 3 May 2019, "
        "in the weeks ahead, or a decade-long wait begins."
    )
    assert [(timex.span.of(text), timex.value) for timex in read(text)] == [
        ("Earlier yesterday", "2019-03-30"),
        ("now", "PRESENT_REF"),
        ("around 3 May 2019", "2019-05-03"),
        ("the weeks ahead", "PXW"),
        ("decade-long", "P10Y"),
    ]


def test_days_spelt_out(values: Values) -> None:
    assert values("The feast is on March eighth and on the second of May.") == [
        ("March eighth", "2019-03-08"),
        ("the second of May", "2019-05-02"),
    ]


def test_lengths_that_are_not_counted(values: Values) -> None:
    text = (
        "The years-long quarrel cost the port its third-quarter profit in the months that followed."
    )
    assert values(text, "2018-11-15") == [
        ("years-long", "PXY"),
        ("third-quarter", "2018-Q3"),
        ("the months", "PXM"),
    ]


def test_the_day_at_hand_is_not_the_day_before(values: Values) -> None:
    text = "They landed on Tuesday and rested later in the day before the hearing."
    assert values(text) == [("Tuesday", "2019-03-26"), ("the day", "2019-03-26")]


def test_the_same_period_of_the_year_before(values: Values) -> None:
    text = "Profit rose in the third quarter of 2018. In the same period last year it fell."
    assert values(text)[-1] == ("the same period last year", "2017-Q3")


def test_lengths_that_stand_alone(values: Values) -> None:
    text = (
        "It can take years to show. He who for decades was its owner left days after the flood. "
        "She waited for over an hour, and he for an hour and a half, in a four-year-long quarrel."
    )
    assert values(text) == [
        ("years", "PXY"),
        ("decades", "PXE"),
        ("days", "PXD"),
        ("over an hour", "PT1H"),
        ("an hour and a half", "PT1H30M"),
        ("four-year-long", "P4Y"),
    ]


def test_days_known_by_name(values: Values) -> None:
    text = "The July Fourth parade, the 9/11 attacks and the Sept. 11 attacks."
    assert values(text) == [
        ("July Fourth", "2019-07-04"),
        ("9/11", "2001-09-11"),
        ("Sept. 11", "2001-09-11"),
    ]


def test_parts_of_days_and_decades(values: Values) -> None:
    text = "In the early hours of Sunday a pre-dawn raid began; by the end of the decade it was forgotten."
    assert [value for _, value in values(text)] == ["2019-03-31", "2019-03-31TMO", "201"]


def test_what_has_lasted_is_no_age(values: Values) -> None:
    text = "The eight-month-old truce pleased her six-month-old son and the decades-old club, just over a year on."
    assert values(text) == [
        ("eight-month-old", "P8M"),
        ("decades-old", "PXE"),
        ("over a year", "P1Y"),
    ]


def test_a_month_that_is_a_surname_here(values: Values) -> None:
    text = "The mayor, Anna May, resigned in May.\n\nRivals hailed May's departure. They are keen to succeed May."
    assert values(text, "2019-05-24") == [("May", "2019-05")]
    assert values("Rivals hailed May's departure.", "2019-05-24") == [("May", "2019-05")]
