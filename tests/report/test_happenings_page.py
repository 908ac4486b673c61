"""What happened, and who is who, in a real browser."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from onrecord.report import build

from .desk import Desk
from .test_page import hit, until

pytestmark = pytest.mark.browser
Open = Callable[..., Any]

ITEMS = ".happening-item"


def test_a_happening_says_how_each_puts_it(open_page: Open) -> None:
    page = open_page("odd")
    item = page.locator(ITEMS)
    assert item.count() == 1
    assert item.locator(".when").inner_text() == "1 Mar 2021"
    assert (
        item.locator(".tells").inner_text().startswith("The harbour of Sel was closed on Monday.")
    )
    assert item.locator(".trigger-word").inner_text() == "closed"
    assert item.locator(".ways .stance").all_inner_texts() == ["happened 2", "denied 1"]
    assert "3 articles, 3 outlets, 2 independent origins" in item.inner_text()


def test_a_telling_opens_at_its_word_and_lists_the_others(open_page: Open) -> None:
    page = open_page("odd")
    page.locator(ITEMS).click()
    assert page.locator(f"{ITEMS}[aria-current]").count() == 1
    assert page.locator("#reader-title").inner_text() == "Sel shut"
    assert hit(page) == "closed"
    assert "Sel Today itself" in page.locator(".card").inner_text()
    others = page.locator(".card .tellings .line")
    # Who puts it otherwise stands first.
    assert "denied" in others.first.inner_text()
    assert "told by Ada Brandt" in others.nth(1).inner_text()
    until(page, "location.hash.startsWith('#h=')")
    before = page.evaluate("location.hash")
    others.first.click()
    assert page.locator("#reader-title").inner_text() == "Governor speaks"
    assert hit(page) == "closed"
    until(page, f"location.hash != {before!r}")
    again = open_page("odd", view=page.evaluate("location.hash"))
    assert hit(again) == "closed"
    assert again.locator("#reader-title").inner_text() == "Governor speaks"
    broken = open_page("odd", view=page.evaluate("location.hash").split(".")[0] + ".length")
    assert broken.locator("#reader .hit").count() == 0
    page.locator(".card .link", has_text="Tomas Eik").click()
    assert hit(page) == "that the harbour of Sel was closed"
    assert page.locator(f"{ITEMS}[aria-current]").count() == 0


def test_the_way_back_from_a_telling(open_page: Open) -> None:
    page = open_page("odd", width=390, height=844)
    page.locator(ITEMS).focus()
    page.keyboard.press("Enter")
    assert page.locator("#reader.shown").is_visible()
    assert page.evaluate("document.activeElement.classList.contains('hit')")
    page.locator(".card .tellings .line").first.click()
    page.keyboard.press("Escape")
    assert not page.locator("#reader").is_visible()
    assert page.evaluate("document.activeElement.classList.contains('happening-item')")


def test_the_days_chosen_hold_for_happenings(open_page: Open) -> None:
    page = open_page("odd", view="#from=2021-03-02&to=2021-03-09")
    assert page.locator(ITEMS).count() == 0
    assert "0 of 1 in the days chosen" in page.locator("#happening-list").inner_text()
    page.fill("#day-from", "2021-02-20")
    page.locator("#day-from").blur()
    assert page.locator(ITEMS).count() == 1
    assert "days chosen" not in page.locator("#happening-list").inner_text()


def test_many_happenings_in_order_of_days(open_page: Open, desk: Desk, page_path: Path) -> None:
    for day in range(1, 21):
        body = f"{'Long ago ' * 60}Ada Brandt saw that pier {day} sank{' and sank' * 60}."
        one, two = (
            desk.publish(f"{day}{n}.txt", [("body", body)], f"2021-01-{day:02}") for n in "ab"
        )
        dated = {"earliest": f"2021-02-{21 - day:02}"} if day % 2 else {}
        desk.happen(f"sank {day}", desk.tell(one, "sank"), desk.tell(two, "sank"), **dated)
    desk.say(one, "Ada Brandt", "saw", "that pier 20 sank")
    build(desk, page_path)
    page = open_page("many", path=page_path)
    assert page.locator(ITEMS).count() == 12
    page.locator("#happening-list .more", has_text="Show all 20").click()
    days = page.locator(f"{ITEMS} .when").all_inner_texts()
    assert len(days) == 20
    assert days[0].split("\n") == ["no day told", "first told 2 Jan 2021"]
    assert days[9].endswith("first told 20 Jan 2021")
    assert days[10:] == [f"from {day} Feb 2021" for day in range(2, 21, 2)]
    tells = page.locator(f"{ITEMS} .tells").first.inner_text().split("\n")[0]
    assert tells.startswith("… ")
    assert tells.endswith(" …")
    assert len(tells) < 260


def test_nothing_told_twice(open_page: Open, desk: Desk, page_path: Path) -> None:
    article = desk.publish("a.txt", [("body", "Ada Brandt said it sank.")], "2021-01-01")
    desk.say(article, "Ada Brandt", "said", "it sank")
    build(desk, page_path)
    page = open_page("none", path=page_path)
    assert "Nothing here was found" in page.locator("#happening-list").inner_text()
    assert "Nobody who speaks here has a name" in page.locator("#name-list").inner_text()


def test_who_is_who_and_what_to_type(open_page: Open) -> None:
    page = open_page("odd")
    (item,) = page.locator(".name-item").all()
    text = item.inner_text()
    assert "also Brandt, Ade 'Bren' $t" in text
    assert "1 article of 2 Mar 2021, called former by 5 Mar 2021" in text
    assert "2 statements" in text
    assert "named in 2 articles" in text
    item.locator("summary").click()
    reasons = item.locator(".reasons li")
    assert [reason.locator(".judged").count() for reason in reasons.all()] == [1, 0, 0]
    command = reasons.nth(1).locator("code")
    assert not command.is_visible()
    reasons.nth(1).locator("button").click()
    # Whatever a name holds, a shell takes it for one word.
    record = '"desk of sel.record"'
    assert command.inner_text() == (
        f"onrecord judge {record} not-same \"Ada Brandt\" 'Ade '\\''Bren'\\'' $t'"
    )
    reasons.first.locator("button").click()
    assert reasons.first.locator("code").inner_text() == f"onrecord judgements {record}"
    assert reasons.nth(2).locator("button").count() == 0
    same = item.locator("details > .correction")
    same.locator("button").click()
    assert same.locator("code").inner_text() == (
        f'onrecord judge {record} same "Ada Brandt" "THE OTHER NAME"'
    )
    item.locator(".link.name").click()
    assert page.locator("#shown").inner_text() == "2 of 7 statements"


@pytest.mark.parametrize("width", [390, 1600])
def test_an_open_telling_fits(open_page: Open, width: int) -> None:
    page = open_page("odd", width=width, height=844)
    page.locator(ITEMS).click()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    reader = page.locator("#reader .card")
    assert reader.evaluate("node => node.scrollWidth <= node.clientWidth")
