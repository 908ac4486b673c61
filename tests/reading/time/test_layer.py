from __future__ import annotations

from collections.abc import Callable
from datetime import date

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.model import Published, Timex
from onrecord.reading.time import NAME, VERSION
from onrecord.reading.time.layer import document_time

Read = Callable[..., list[Timex]]

PIECES = st.sampled_from(
    [
        "on Monday", "the 1990s", "March", "31", "2019", "the first quarter", "of", "last", "year",
        "week", "two", "days", "ago", "later", "at 10:30", "p.m.", "every", "early", "June 3-5",
        "–", ",", "'s", "10/11/12", "99/99/99", "February 30", "a century", "the", "Easter", "\n",
        "midnight", "9999", "0001-01-01", "half", "an hour", "the previous decade", "said", "BC",
        "1000000 years ago", "5000 weeks later", "30 February 2001", "every 7 quarters", "Q4", "é",
    ]
)  # fmt: skip


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(PIECES, max_size=25),
    st.sampled_from(
        ["", "2019-03-31", "XXXX-02-29", "2019-03", "2019", "0001-01-01", "9999-12-31", "junk"]
    ),
)
def test_any_text_is_safe(read: Read, pieces: list[str], published: str) -> None:
    text = " ".join(pieces)
    found = read(text, published)
    end = 0
    for index, timex in enumerate(found):
        assert end <= timex.span.start < timex.span.end <= len(text)
        assert timex.span.of(text).strip() == timex.span.of(text)
        end = timex.span.end
        assert timex.anchor in ("DCT", "self") or 0 <= int(timex.anchor) < index
        assert (timex.earliest is None) == (timex.latest is None)
        if timex.earliest is not None and timex.latest is not None:
            assert date.fromisoformat(timex.earliest) <= date.fromisoformat(timex.latest)


def test_spans_count_in_the_article(read: Read) -> None:
    text = "A headline of no passage\nThe port closed on 3 May 2011.\nIt opened the next day."
    found = read(text)
    assert [timex.span.of(text) for timex in found] == ["3 May 2011", "the next day"]
    assert [timex.anchor for timex in found] == ["self", "0"]


def test_bounds_meet_the_publication_date(read: Read) -> None:
    text = "Earlier this month it rained. It will snow later this year. It has been dry over the past two weeks."
    assert [(timex.earliest, timex.latest) for timex in read(text)] == [
        ("2019-03-01", "2019-03-31"),
        ("2019-03-31", "2019-12-31"),
        ("2019-03-17", "2019-03-31"),
    ]


def test_nothing_is_bounded_without_a_year(read: Read) -> None:
    for published in ("", "XXXX-06-26"):
        found = read("On Wednesday, in April and last week it rained.", published)
        assert len(found) == 3
        assert all(timex.earliest is None and timex.latest is None for timex in found)


def test_document_time() -> None:
    def value(published: Published) -> str | None:
        found = document_time(published)
        return found.value if found else None

    assert value(Published("2019-03-31T10:15")) == "2019-03-31"
    assert value(Published("XXXX-06-26")) == "XXXX-06-26"
    assert value(Published("XXXX-06-26", "2019-06-26", "2019-06-26")) == "2019-06-26"
    assert value(Published("", "2019-06-26", "2019-06-26")) == "2019-06-26"
    assert value(Published("", "2019-06-01", "2019-06-26")) is None


def test_the_layer_is_named() -> None:
    assert (NAME, VERSION) == ("time", "4")
