from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.fiction import PARAGRAPHS
from onrecord.intake.dating.dates import dates_in, stamp_day
from onrecord.intake.dating.page import url_candidates
from onrecord.intake.dating.weigh import Candidate, candidate, weigh
from onrecord.intake.understand import understand
from onrecord.model import Article, Evidence, Published, RawDocument, Span

BODY = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)


def dated(body: str, root: str = "") -> Published:
    page = f"<html {root}><head><title>Ferry</title></head><body><h1>Ferry to sail</h1>{body}</body></html>"
    found = understand(RawDocument("a", "a", page.encode(), "text/html"))
    assert isinstance(found, Article)
    return found.published


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
        ("26 | 01 | 2031", ("2031-01-26",)),
        ("26/10/31, 03:48 pm", ("2031-10-26",)),
        ("29.09.2011:03", ("2020-09-29",)),
        ("29.09.203111:03", ("2031-09-29",)),
        ("Jan 04 09:34 2031", ("2031-01-04",)),
        ("Sat Jan 04 09:34:12 CET 2031", ("2031-01-04",)),
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


def test_where_only_the_change_is_shown_it_dates_the_page_and_is_not_sure() -> None:
    machine = of(("json-ld", "2031-03-28"), ("meta", "2031-03-28"), ("updated", "2031-03-31"))
    assert weigh(machine).sure
    shown = candidate("visible", "2031-03-31", "31 March 2031", factor=0.6)
    assert (weigh([*machine, shown]).value, weigh([*machine, shown]).sure) == ("2031-03-31", False)
    for kind in ("time", "given"):
        assert weigh([*machine, shown, *of((kind, "2031-03-28"))]).value == "2031-03-28"


def test_a_day_that_readers_are_not_shown_is_not_sure_against_one_that_they_are() -> None:
    machine = of(("meta", "2031-03-28"), ("url", "2031-03-28"))
    assert weigh(machine).sure
    other = Candidate(
        Evidence("updated", "2031-04-09", "9 April 2031", Span(40, 52)), ("2031-04-09",)
    )
    assert (weigh([*machine, other]).value, weigh([*machine, other]).sure) == ("2031-03-28", False)


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


@pytest.mark.parametrize(
    ("language", "day"),
    [("en-GB", "2031-04-03"), ("en-US", "2031-03-04"), ("es", "2031-04-03"), ("en", "")],
)
def test_the_language_of_the_page_orders_day_and_month(language: str, day: str) -> None:
    published = dated(f'<p class="date">03/04/2031</p>{BODY}', f'lang="{language}"')
    assert (published.value, published.sure) == (day, False)
    stated = f'<time datetime="2031-03-04">03/04/2031</time>{BODY}'
    assert dated(stated, f'lang="{language}"').value == "2031-03-04"


@pytest.mark.parametrize("language", ["de", "de-AT", "en", ""])
def test_midnight_on_the_continent_is_kept_in_universal_time(language: str) -> None:
    stamp = '<meta property="article:published_time" content="2031-03-30T22:00:00.000Z">'
    day = "2031-03-31" if language.startswith("de") else "2031-03-30"
    assert dated(stamp + BODY, f'lang="{language}"').value == day
    sharper = stamp.replace("22:00:00.000Z", "22:04:13.000Z")
    assert dated(sharper + BODY, f'lang="{language}"').value == "2031-03-30"


@pytest.mark.parametrize(
    "opening",
    ["(31 March 2031) ", "31.03.2031 – ", "31 March 2031: ", "Monday, 31 March 2031 | "],
)
def test_a_report_that_opens_with_its_day(opening: str) -> None:
    published = dated(BODY.replace("<p>", f"<p>{opening}", 1))
    assert published.value == "2031-03-31"
    assert [e.kind for e in published.evidence] == ["dateline"]


def test_a_sentence_that_opens_with_a_day_tells_of_it() -> None:
    told = dated(BODY.replace("<p>", "<p>31 March 2031 was the day that the harbour closed. ", 1))
    assert told.value == ""


def test_the_line_above_a_day_says_what_it_is() -> None:
    changed = dated(f"<div>Zuletzt geändert am:</div><div>31.03.2031</div>{BODY}")
    assert [e.kind for e in changed.evidence] == ["updated"]
    assert dated(f"<div>Registered: 31.03.2031, 05:56</div>{BODY}").value == ""


def test_the_scripts_of_a_page_are_asked_last() -> None:
    script = (
        '<script>var state = {"headline": "x", "publishedDate":"2031-03-31T20:37:27Z"};</script>'
    )
    assert dated(script + BODY).value == "2031-03-31"
    assert dated(script + script.replace("03-31", "04-02") + BODY).value == ""
    assert dated(f"{script}<p>3 March 2031</p>{BODY}").value == "2031-03-03"


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
