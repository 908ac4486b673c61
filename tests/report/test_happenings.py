"""Which happenings the page is given, who tells them, and which telling leads."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.linking.words import words_of
from onrecord.model import Span, Telling
from onrecord.report.data import page_data
from onrecord.report.happenings import sentence_of
from onrecord.report.rows import HappeningRow

from .desk import Desk


def happenings(desk: Desk) -> list[HappeningRow]:
    return page_data(desk, "x").happenings


def test_every_telling_leads_to_its_words(odd: Desk) -> None:
    page = page_data(odd, "x")
    (row,) = page.happenings
    told = [
        (
            page.articles[t.article].key,
            page.articles[t.article].text[slice(*t.trigger)],
            t.factuality,
            None
            if t.statement is None
            else page.speakers[page.statements[t.statement].speaker].name,
        )
        for t in row.tellings
    ]
    assert told == [
        ("harbour.txt", "closed", "happened", "Ada Brandt"),
        ("reprint.txt", "closed", "happened", None),
        ("denial.txt", "closed", "denied", "Tomas Eik"),
    ]
    assert (row.earliest, row.origins, row.doubtful) == ("2021-03-01", 2, False)
    lead = row.tellings[row.lead]
    sentence = page.articles[lead.article].text[slice(*lead.sentence)]
    assert sentence == "The harbour of Sel was closed on Monday."


def test_what_is_shown_is_sure_enough_told_by_two_and_no_saying(desk: Desk) -> None:
    one, two = (
        desk.publish(f"{n}.txt", [("body", f"Ada Brandt said {n} piers sank.")], "2021-01-01")
        for n in ("two", "six")
    )
    for article in (one, two):
        desk.say(article, "Ada Brandt", "said", "piers sank")
    sank = [desk.tell(one, "sank"), desk.tell(two, "sank")]
    said = [desk.tell(one, "said"), desk.tell(two, "said")]
    desk.happen("said", *said)
    desk.happen("sank", *sank, confidence=0.49)
    desk.happen("sank", sank[0])
    desk.happen("sank", sank[0], Telling("no such article", 0), Telling(two.id, 99))
    assert happenings(desk) == []
    desk.happen("sank", *sank, confidence=0.5)
    (row,) = happenings(desk)
    assert row.doubtful


def test_the_sure_and_much_told_come_first(desk: Desk) -> None:
    made = [desk.publish(f"{n}.txt", [("body", f"Pier {n} sank.")], "2021-01-01") for n in "abc"]
    told = [desk.tell(article, "sank") for article in made]
    desk.happen("doubtful", *told, confidence=0.69)
    desk.happen("twice", *told[:2])
    desk.happen("thrice", *told)
    assert [row.word for row in happenings(desk)] == ["thrice", "twice", "doubtful"]


def test_a_plain_dated_sentence_leads(desk: Desk) -> None:
    lines = {
        "Did the northern pier of Sel harbour sink in the storm?": {},
        "The northern pier of Sel harbour will sink in the storm.": {"factuality": "planned"},
        "The northern pier of Sel harbour did sink in the storm.": {},
        "The northern pier of Sel harbour did sink on Monday.": {"dated": "stated"},
    }
    tellings = []
    for line, more in lines.items():
        article = desk.publish(line[:30], [("body", line)], "2021-01-01", title=line)
        tellings.append(desk.tell(article, "sink", **more))
    for most in (4, 3, 2):
        desk.happening_rows.clear()
        desk.happen("sink", *tellings[:most])
        page = page_data(desk, "x")
        (row,) = page.happenings
        lead = page.articles[row.tellings[row.lead].article].title
        assert lead == list(lines)[{4: 3, 3: 2, 2: 0}[most]]


@given(st.lists(st.sampled_from(["Rain fell.", "“Go!”", "Mr. Holt", "😀", "no", "(So.)", "\n\n"])))
def test_a_sentence_holds_what_it_is_asked_for(parts: list[str]) -> None:
    desk = Desk()
    article = desk.publish("a.txt", [("body", " ".join([*parts, "it sank", *parts]))], None)
    start = article.text.index("sank")
    trigger = Span(start, start + 4)
    found = sentence_of(trigger, words_of(article), article.text)
    assert found.covers(trigger)
    assert 0 <= found.start < found.end <= len(article.text)
    assert found.of(article.text) == found.of(article.text).strip()


def test_sentences_have_their_marks_and_no_neighbours(desk: Desk) -> None:
    article = desk.publish(
        "a.txt", [("body", "It rained. “The pier of Mr. Holt sank!” Nobody saw.")], None
    )
    start = article.text.index("sank")
    found = sentence_of(Span(start, start + 4), words_of(article), article.text)
    assert found.of(article.text) == "“The pier of Mr. Holt sank!”"
    headline = Span(len(article.text) - 1, len(article.text))
    assert sentence_of(headline, words_of(article), article.text) == headline
