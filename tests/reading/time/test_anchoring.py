from __future__ import annotations

from collections.abc import Callable

Values = Callable[..., list[tuple[str, str]]]


def test_the_tense_of_the_verb_says_which_way(values: Values) -> None:
    assert values("The minister resigned on Wednesday.") == [("Wednesday", "2019-03-27")]
    assert values("The ministers will meet on Wednesday.") == [("Wednesday", "2019-04-03")]
    assert values("In April, the mayor denied it.") == [("April", "2018-04")]
    assert values("The council will vote in April.") == [("April", "2019-04")]


def test_last_winter_in_a_winter(values: Values) -> None:
    assert values("It snowed last winter.", "2019-02-05") == [("last winter", "2017-WI")]


def test_a_weekday_beside_a_date_decides_its_year(values: Values) -> None:
    assert values("She spoke on Tuesday, March 26.") == [("Tuesday, March 26", "2019-03-26")]
    assert values("She spoke on Monday, March 26.") == [("Monday, March 26", "2018-03-26")]


def test_the_text_before_is_an_anchor(values: Values) -> None:
    text = "The bridge fell on 3 May 2011. The next day the governor left. Two years later she returned."
    assert values(text) == [
        ("3 May 2011", "2011-05-03"),
        ("The next day", "2011-05-04"),
        ("Two years later", "2013"),
    ]


def test_an_explicit_year_holds_for_its_sentence(values: Values) -> None:
    text = "He was elected in May 2011, and in July he resigned."
    assert values(text) == [("May 2011", "2011-05"), ("July", "2011-07")]


def test_a_comparison_does_not_move_the_quarter(values: Values) -> None:
    text = (
        "Profit in the fourth quarter rose. A year earlier it had fallen. "
        "Sales in the quarter were flat."
    )
    assert [value for _, value in values(text)] == ["2018-Q4", "2017-Q4", "2018-Q4"]


def test_an_unknown_year_stays_unknown(values: Values) -> None:
    text = "On Wednesday and on 24 June he left. In April he had stayed. It was calm last week and yesterday."
    assert [value for _, value in values(text, "XXXX-06-26")] == [
        "XXXX-06-26",
        "XXXX-06-24",
        "XXXX-04",
        "XXXX-WXX",
        "XXXX-06-25",
    ]


def test_a_dateline_without_a_year_has_the_weekday_of_its_lead(values: Values) -> None:
    text = "The ministry denied it on Monday. It had claimed the contrary on Friday and on Sunday. It will meet on Tuesday."
    found = values(text, "XXXX-06-24")
    assert [value[5:] for _, value in found] == ["06-24", "06-21", "06-23", "06-25"]
    assert values("The ministry will vote on Monday.", "XXXX-06-24") == [("Monday", "XXXX-WXX-1")]
    far = "The ministry denied it.\n" * 4 + "It resigned on Monday."
    assert values(far, "XXXX-06-24") == [("Monday", "XXXX-WXX-1")]


def test_a_simple_present_with_a_weekday_lies_ahead(values: Values) -> None:
    assert values("The ministers meet on Wednesday.") == [("Wednesday", "2019-04-03")]
    assert values("Talks set to resume Monday are in doubt.") == [("Monday", "2019-04-01")]
    assert values("The mayor broke a record set on 6 August.") == [("6 August", "2018-08-06")]


def test_what_had_been_arranged_may_lie_ahead(values: Values) -> None:
    text = "A round that had been planned for September was not called off."
    assert values(text, "2019-08-26") == [("September", "2019-09")]


def test_a_time_of_day_belongs_to_the_day_at_hand(values: Values) -> None:
    text = "The gate broke on Thursday.\nThe first call came at 10 p.m., the mayor said."
    assert values(text)[-1] == ("10 p.m.", "2019-03-28T22:00")
    text = "The gate broke late on Thursday.\nAsked in the morning, the mayor smiled."
    assert values(text)[-1] == ("the morning", "2019-03-29TMO")
    assert values("He rang at 4 in the morning.") == [("4 in the morning", "2019-03-31T04:00")]


def test_years_alone_make_no_narrative(values: Values) -> None:
    years = " ".join(f"In {year} the party lost." for year in range(1980, 1990))
    assert values(f"{years} It won in March.")[-1] == ("March", "2019-03")


def test_without_a_publication_date(values: Values) -> None:
    text = "On Wednesday he left. In April he had stayed. It was calm last week, some years ago, and now."
    assert [value for _, value in values(text, "")] == [
        "XXXX-WXX-3",
        "XXXX-04",
        "XXXX-WXX",
        "PAST_REF",
        "PRESENT_REF",
    ]


def test_a_narrative_is_told_from_date_to_date(values: Values) -> None:
    years = " ".join(f"In May {year} the league grew." for year in range(1801, 1810))
    text = f"{years}\nOn 5 March 1812 the league broke up. In July its fleet was sold."
    assert values(text)[-1] == ("July", "1812-07")


def test_the_perfect_lies_behind_save_for_an_aim(values: Values) -> None:
    assert values("The port has proposed a levy after the storms in May.", "2019-12-26") == [
        ("May", "2019-05")
    ]
    assert values("The port has called a vote for May.", "2019-12-26") == [("May", "2020-05")]


def test_joined_months_and_days_lie_together(values: Values) -> None:
    text = "Between June and August, and from March 10 to April 15, the ferry was idle."
    assert [value for _, value in values(text, "2013-07-20")] == [
        "2013-06",
        "2013-08",
        "2013-03-10",
        "2013-04-15",
    ]


def test_last_month_by_name_is_a_year_back(values: Values) -> None:
    """The month just over would be called 'last month'."""
    assert values("It was not seen since last September.", "2009-10-12") == [
        ("last September", "2008-09")
    ]
    assert values("It was seen last August.", "2009-10-12") == [("last August", "2009-08")]


def test_decades_are_counted_in_decades(values: Values) -> None:
    text = "Paint was banned in the 1970s; two decades later, it was gone."
    assert values(text) == [("the 1970s", "197"), ("two decades later", "199")]
    assert values("The law is older than the 1700s.") == [("the 1700s", "17")]


def test_that_month_is_of_the_year_at_hand(values: Values) -> None:
    text = "She left the port in 2017, and that October, she sued it. He said that May would pay."
    assert values(text) == [("2017", "2017"), ("that October", "2017-10")]


def test_the_night_before(values: Values) -> None:
    text = "The talks were held on Wednesday. The night before, the council had split."
    assert values(text) == [("Wednesday", "2019-03-27"), ("The night before", "2019-03-26TNI")]


def test_both_clocks_are_of_one_day(values: Values) -> None:
    text = "The ferry left at 9 a.m. (0800 GMT Saturday)."
    assert [value for _, value in values(text)] == ["2019-03-30T09:00", "2019-03-30T08:00"]


def test_months_after_a_year_cannot_be_told(values: Values) -> None:
    text = "The record was set in 2007; a month later it was broken."
    assert values(text) == [("2007", "2007"), ("a month later", "XXXX-XX")]


def test_a_weekend_ends_on_sunday(values: Values) -> None:
    text = "They met last weekend and signed the following Monday."
    assert values(text, "2019-03-27") == [
        ("last weekend", "2019-W12-WE"),
        ("the following Monday", "2019-03-25"),
    ]
