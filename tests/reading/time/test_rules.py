from __future__ import annotations

from onrecord.reading.time.rules import RULES
from onrecord.reading.time.triggers import words_of

# One phrase or more for each kind of rule.
PHRASES = """
31 March 2019; March 31st; May 07 , 2009; June 3-5; from 3 to 5 June; 2019-03-31; 3/31/19; 3.4.2019;
Sept. 11; Sept.; March '19; May nineteen ninety-six; June to August 2019; Mondays; on Tues.; every Friday
night; the third quarter; Q3 2019; 3Q; the 1988 second quarter; first half of 2018; H1 2018; summer 2014;
the fall; the 1990s; the '90s; nineteen eighties; 480 B.C.; 480 BCE; the 9th century; FY2009; the year two thousand;
nineteen ninety-nine; 1861-63; New Year’s Eve; Halloween; today; the day before yesterday; the day after tomorrow;
tonight; last night; this past week; the coming month; last May; next Easter; the following year; the next day;
the next morning; the day before; that same day; that year; the year ended; later in the day; the quarter;
the latest quarter; year-end; the 1988 period; year-ago; the year-earlier quarter; a year earlier; the previous
Friday; two weeks from now; a week or so ago; not long ago; three days later; 10 p.m.; 7:45 GMT; at 10:30;
3 o'clock; mid-afternoon; dawn; the night; every other week; each year; every May; every hour; nightly;
$3 a year; per day; two to three weeks; a decade; half an hour; a half-day; several hours; the last few days;
months; some time; a while; right now; currently; these days; most recently; the recent past; past years;
in the near future; coming weeks; soon; the long term; the following days; months later; the day after the vote;
March eighth; the second of May; 4 in the morning; the same period last year; the latest period; a week-long trip;
over the years; the weeks ahead; the week of the flood; around 3 May; its third-quarter loss; post-1959; the years that followed; years-long;
the 9/11 attacks; the end of the decade; that October; an eight-month-old truce
"""


def test_no_trigger_hides_a_match() -> None:
    for phrase in PHRASES.replace("\n", " ").split(";"):
        words = words_of(phrase)
        for rule in RULES:
            if rule.pattern.search(phrase) is not None:
                assert not rule.needs.isdisjoint(words), (rule.name, phrase)


def test_every_rule_has_a_phrase() -> None:
    text = PHRASES.replace("\n", " ")
    missing = {rule.name for rule in RULES if rule.pattern.search(text) is None}
    assert missing == set()


def test_names_are_unique() -> None:
    names = [rule.name for rule in RULES]
    assert len(names) == len(set(names))
