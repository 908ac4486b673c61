from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.intake.dating.dates import dates_in, stamp_day
from onrecord.intake.dating.page import url_candidates
from onrecord.intake.dating.weigh import Candidate, candidate, weigh


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("31st March, 2031", ("2031-03-31",)),
        ("May 07 , 2031", ("2031-05-07",)),
        ("Mar. 3, 2031", ("2031-03-03",)),
        ("3. März 2031", ("2031-03-03",)),
        ("3 de marzo de 2031", ("2031-03-03",)),
        ("31/03/2031", ("2031-03-31",)),
        ("03/31/2031", ("2031-03-31",)),
        ("03/04/2031", ("2031-04-03", "2031-03-04")),
        ("03.04.2031", ("2031-04-03",)),
        ("2031-03-31", ("2031-03-31",)),
        ("26 June", ("XXXX-06-26",)),
        ("June 26", ("XXXX-06-26",)),
        ("29 February 2031", ()),
        ("may 5 people", ()),
        ("1999 to 2004", ()),
    ],
)
def test_printed_dates(text: str, values: tuple[str, ...]) -> None:
    found = dates_in(f"on {text} it")
    assert (found[0].values if found else ()) == values


@given(st.text(alphabet="0123456789/-. ,MayJune", max_size=40))
def test_dates_are_ordered_and_real(text: str) -> None:
    end = 0
    for date in dates_in(text):
        assert end <= date.span.start < date.span.end
        end = date.span.end


def test_stamps_keep_their_own_day() -> None:
    assert stamp_day("2031-03-31T23:30:00-08:00") == "2031-03-31"
    assert stamp_day("20310331") == "2031-03-31"
    assert stamp_day("03/04/2031") == ""


def test_days_in_urls() -> None:
    def of(url: str) -> list[str]:
        return [c.evidence.value for c in url_candidates(url)]

    assert of("http://x.example/2031/03/31/ferry") == ["2031-03-31"]
    assert of("http://x.example/world/2031/mar/31/ferry") == ["2031-03-31"]
    assert of("http://x.example/ferry-20310331.html") == ["2031-03-31"]
    assert of("http://x.example/2031/45/31/ferry?d=2031-01-01") == []


def test_days_in_chinese_japanese_and_korean() -> None:
    found = [d.values for d in dates_in("2031年3月31日 11:30 | 2031년 4월 1일")]
    assert found == [("2031-03-31",), ("2031-04-01",)]


def of(*pairs: tuple[str, str]) -> list[Candidate]:
    return [candidate(kind, day, day) for kind, day in pairs]


def test_a_clock_dates_nothing() -> None:
    published = weigh(of(("clock", "2031-05-12"), ("header", "2031-05-13")))
    assert (published.value, published.earliest, published.latest) == ("", None, "2031-05-12")


def test_the_year_is_never_guessed() -> None:
    published = weigh(of(("dateline", "XXXX-03-31"), ("clock", "2031-05-12")))
    assert (published.value, published.latest, published.sure) == (
        "XXXX-03-31",
        "2031-05-12",
        False,
    )
    agreed = weigh(of(("dateline", "XXXX-03-31"), ("credit", "2031-03-31")))
    assert (agreed.value, agreed.sure) == ("2031-03-31", True)


def test_agreement_makes_sure_and_disagreement_does_not() -> None:
    assert weigh(of(("json-ld", "2031-03-31"), ("visible", "2031-03-31"))).sure
    assert not weigh(of(("json-ld", "2031-03-31"), ("visible", "2031-04-02"))).sure
    assert not weigh(of(("time", "2031-03-31"))).sure
    assert weigh(of(("given", "2031-03-31"))).sure


def test_a_day_printed_by_the_headline_is_sure_while_nothing_speaks_against_it() -> None:
    assert weigh(of(("visible", "2031-03-31"))).sure
    assert not weigh([candidate("visible", "2031-03-31", "31 March 2031", factor=0.6)]).sure
    assert not weigh(of(("visible", "2031-03-31"), ("updated", "2030-11-02"))).sure
    assert not weigh(of(("visible", "2031-03-31"), ("visible", "2031-04-02"))).sure


def test_where_only_the_change_is_shown_the_first_day_is_not_sure() -> None:
    machine = of(("json-ld", "2031-03-28"), ("meta", "2031-03-28"), ("updated", "2031-03-31"))
    assert weigh(machine).sure
    shown = candidate("visible", "2031-03-31", "31 March 2031", factor=0.6)
    assert (weigh([*machine, shown]).value, weigh([*machine, shown]).sure) == ("2031-03-28", False)


def test_a_page_published_again_keeps_the_day_of_its_address() -> None:
    again = of(("json-ld", "2031-03-31"), ("meta", "2031-03-31"), ("url", "2029-07-12"))
    assert (weigh(again).value, weigh(again).sure) == ("2029-07-12", False)
    zones = of(("json-ld", "2031-03-31"), ("meta", "2031-03-31"), ("url", "2031-03-30"))
    assert weigh(zones).value == "2031-03-31"


def test_what_is_older_than_the_web_is_told_not_published() -> None:
    page = of(("visible", "1911-09-29"), ("time", "2031-03-31"))
    assert weigh(page).value == "2031-03-31"


def test_no_page_is_published_after_its_capture() -> None:
    published = weigh(of(("visible", "2035-01-01"), ("header", "2031-05-13")))
    assert (published.value, published.latest) == ("", "2031-05-13")


def test_an_update_yields_to_publication() -> None:
    both = weigh(of(("visible", "2031-03-31"), ("updated", "2031-04-02")))
    assert both.value == "2031-03-31"
    assert weigh(of(("updated", "2031-04-02"))).value == "2031-04-02"


def test_an_ambiguous_day_waits_for_a_second_witness() -> None:
    ambiguous = candidate("visible", ("2031-04-03", "2031-03-04"), "03/04/2031")
    alone = weigh([ambiguous])
    assert (alone.value, alone.earliest, alone.latest) == ("", "2031-03-04", "2031-04-03")
    assert weigh([ambiguous, *of(("url", "2031-03-04"))]).value == "2031-03-04"


def test_universal_time_yields_to_the_printed_day() -> None:
    stamp = candidate("json-ld", "2031-04-01", "2031-04-01T02:30:00Z")
    assert weigh([stamp, *of(("visible", "2031-03-31"))]).value == "2031-03-31"


def test_the_past_that_is_told_bounds_from_below() -> None:
    published = weigh(of(("text", "2031-02-01"), ("clock", "2031-05-12")))
    assert (published.value, published.earliest, published.latest) == (
        "",
        "2031-02-01",
        "2031-05-12",
    )
