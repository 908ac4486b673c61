"""Days without a year, and clocks that date no article."""

from __future__ import annotations

import pytest

from intake.fiction import PARAGRAPHS, TITLE
from onrecord.intake import understand
from onrecord.model import Article, RawDocument

# March 3, 2031 is a Monday, the day on which the first paragraph has the minister speak.
REST = "\n\n".join(PARAGRAPHS[1:])


def published(text: str, url: str | None = None) -> str:
    found = understand(RawDocument("x", "x", text.encode(), "text/plain", url=url))
    assert isinstance(found, Article)
    return found.published.value


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("The yard had built nine ships in the first half of 2031.", "2031-03-03"),
        ("The yard had built nine ships in 2030.", "XXXX-03-03"),  # the day was a Sunday then
        ("The yard will have built nine ships by 2031.", "XXXX-03-03"),  # yet to come
        ("The yard had built nine ships.", "XXXX-03-03"),
    ],
)
def test_year_of_a_dateline(sentence: str, value: str) -> None:
    assert published(f"PORT VASK, March 3. /VTA/. {PARAGRAPHS[0]}\n\n{sentence}\n\n{REST}") == value


def test_year_of_the_address() -> None:
    text = f"{TITLE}\n\nPosted on Monday, March 3 by Ann Orr\n\n{PARAGRAPHS[0]}\n\n{REST}"
    assert published(text) == "XXXX-03-03"
    assert published(text, "https://vask.example/2031/03/ferry") == "2031-03-03"
    assert published(text, "https://vask.example/2031/04/ferry") == "XXXX-03-03"


def test_clock_over_a_dated_headline() -> None:
    body = "".join(f"<p>{words}</p>" for words in PARAGRAPHS)
    page = (
        "<html><body><div><a href='/'>Radio Vask</a> 91.4 FM <span>Tuesday 12 August 2031</span></div>"
        f"<div>News Schedule</div><h1>{TITLE}</h1><p>03.03.31 | 18:40</p>{body}</body></html>"
    )
    found = understand(RawDocument("x", "x", page.encode(), "text/html"))
    assert isinstance(found, Article)
    assert (found.published.value, found.captured) == ("2031-03-03", "2031-08-12")


def test_clock_under_the_headline_of_a_dump() -> None:
    text = f"Vask Herald\n{TITLE}\n22:40 GMT19 August 2031\nListen Live\n\nPORT VASK, March 3. /VTA/. {PARAGRAPHS[0]}\n\n{REST}"
    assert published(text) == "XXXX-03-03"
