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
        "XXXX-WXX-3",
        "XXXX-06-24",
        "XXXX-04",
        "XXXX-WXX",
        "XXXX-06-25",
    ]


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
    years = " ".join(f"In {year} the league grew." for year in range(1801, 1810))
    text = f"{years}\nOn 5 March 1812 the league broke up. In July its fleet was sold."
    assert values(text)[-1] == ("July", "1812-07")
