"""The page in a real browser, opened from disk."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from onrecord.report import build

from .desk import Desk
from .fictions import HOSTILE, large_desk

pytestmark = pytest.mark.browser
Open = Callable[..., Any]

ROWS = "#table tbody tr[data-i]"


def shown(page: Any) -> list[str]:
    return [words.strip() for words in page.locator(f"{ROWS} .said").all_inner_texts()]


def until(page: Any, condition: str) -> None:
    """Waits from outside: the page's policy lets nothing be evaluated from a string within."""
    for _ in range(80):
        if page.evaluate(condition):
            return
        page.wait_for_timeout(50)
    raise AssertionError(f"never true: {condition}")


def hit(page: Any) -> str:
    """The highlighted words, the fragments of a discontinuous content joined as in its text."""
    return str(
        page.evaluate("""() => {
        const hits = [...document.querySelectorAll('#reader .hit')];
        return hits.map((node, i) => {
            const gap = i && document.createRange();
            if (gap) { gap.setStartAfter(hits[i - 1]); gap.setEndBefore(node); }
            return (gap && gap.toString() ? ' … ' : '') + node.textContent;
        }).join('');
    }""")
    )


def test_every_row_leads_to_exactly_its_words(open_page: Open, odd: Desk) -> None:
    page = open_page("odd")
    expected = {statement.text for statement in odd.statement_rows}
    found = set()
    for row in page.locator(ROWS).all():
        row.click()
        found.add(hit(page))
    assert found == expected


def test_characters_beyond_the_basic_plane_shift_nothing(open_page: Open) -> None:
    page = open_page("odd")
    page.locator(ROWS, has_text="the harbour of Sel was closed on Monday").click()
    assert "😀 𐐷" in page.locator("#reader .text").inner_text()
    assert page.locator("#reader .hit-source").inner_text() == "Mayor Ada Brandt"
    assert page.locator("#reader .hit-cue").inner_text() == "said"
    assert hit(page) == "the harbour of Sel was closed on Monday"


def test_words_lead_to_their_row(open_page: Open) -> None:
    page = open_page("middling")
    page.locator(".article-item").nth(20).click()
    words = page.locator("#reader .text .content").nth(3)
    text = words.inner_text()
    words.click()
    row = page.locator(f"{ROWS}[aria-current]")
    assert row.locator(".said").inner_text() == text
    box = row.bounding_box()
    assert 0 <= box["y"] <= 1000


def test_nested_words_open_the_inner_statement_and_the_card_leads_out(open_page: Open) -> None:
    page = open_page("odd")
    page.locator("#reader .depth2", has_text="light had failed").click()
    assert page.locator(".card-head").inner_text().startswith("Ivo Renn")
    page.locator(".card .link", has_text="the port office").click()
    assert hit(page) == "the pilot Ivo Renn said that the light had failed"


def test_hostile_text_stays_text(open_page: Open) -> None:
    page = open_page("odd")
    page.locator(ROWS, has_text="written on the wall").click()
    assert HOSTILE in page.locator("#reader .text").text_content()
    assert page.evaluate("window.hurt") is None
    assert page.locator("img").count() == 0
    assert page.locator("#reader h2").inner_text() == HOSTILE
    # The override stands in an isolate of its own and is shown by name.
    control = page.locator("#reader .control").first
    assert control.get_attribute("data-name") == "RLO"
    assert control.evaluate("n => getComputedStyle(n).unicodeBidi") == "isolate"


def test_only_web_addresses_are_links(open_page: Open) -> None:
    page = open_page("odd")
    page.locator(ROWS, has_text="on the light").click()
    assert "javascript:alert(1)" in page.locator(".article-head").inner_text()
    assert page.locator("#reader a").count() == 0
    page.locator(ROWS, has_text="closed on Monday").click()
    link = page.locator("#reader a")
    assert link.get_attribute("href") == "https://corvo.example/a"
    assert "noopener" in link.get_attribute("rel")


def test_filters_chips_and_the_shared_view(open_page: Open) -> None:
    page = open_page("odd")
    page.select_option("select[data-facet=stance]", label="denies (1)")
    assert shown(page) == ["that the harbour of Sel was closed"]
    assert page.locator("#shown").inner_text() == "1 of 7 statements"
    until(page, "location.hash.includes('stance=deny')")
    again = open_page("odd", view=page.evaluate("location.hash"))
    assert shown(again) == shown(page)
    page.locator(".chip", has_text="denies").click()
    assert len(shown(page)) == 7
    page.fill("#search", 'light "had failed"')
    until(page, "document.querySelectorAll('#table tbody tr').length === 2")
    page.locator("#chips .link").click()
    assert len(shown(page)) == 7
    page.fill("#day-from", "2021-03-01")
    page.fill("#day-to", "2021-03-01")
    page.locator("#day-to").blur()
    assert shown(page) == ["the harbour of Sel was closed on Monday"]


def test_sorting_keeps_undated_rows_last(open_page: Open) -> None:
    page = open_page("odd")
    dates = page.locator(f"{ROWS} .c-date")
    assert dates.first.inner_text().startswith("20–28 Feb 2021")
    assert dates.last.inner_text() == "no date"
    page.locator("th[data-sort=date] button").click()
    assert page.locator("th[data-sort=date]").get_attribute("aria-sort") == "descending"
    assert dates.first.inner_text().startswith("5 Mar 2021")
    assert dates.last.inner_text() == "no date"
    page.locator("th[data-sort=speaker] button").click()
    names = page.locator(f"{ROWS} .name").all_inner_texts()
    assert names == sorted(names, key=str.casefold)


def test_pages_of_rows(open_page: Open) -> None:
    page = open_page("middling")
    assert len(shown(page)) == 50
    first = shown(page)
    page.locator("#pager button", has_text="Next").click()
    assert page.locator("#pager span").inner_text() == "51–100 of 240"
    page.locator("#pager button", has_text="First").click()
    assert shown(page) == first


def test_a_mark_of_the_timeline_selects(open_page: Open) -> None:
    page = open_page("odd")
    page.locator(".mark[aria-label*='Tomas Eik'][aria-label*='denies']").click()
    assert page.locator(".card-head").inner_text().startswith("Tomas Eik")
    assert hit(page) == "that the harbour of Sel was closed"
    assert page.locator(f"{ROWS}[aria-current]").count() == 1
    assert page.locator(".mark.open").count() == 1
    page.locator(".mark[aria-label*='the port office']").hover()
    assert "20–28 Feb 2021" in page.locator("#tip").inner_text()
    assert page.locator(".range").count() == 1
    assert page.locator("#undated").inner_text().startswith("1 statement without a date")


def test_a_mark_of_many_filters_the_table_by_them(open_page: Open) -> None:
    page = open_page("middling")
    label = page.locator(".mark[aria-label*=' statements, ']").first
    count = int(label.get_attribute("aria-label").split(": ")[1].split()[0])
    label.click()
    assert len(shown(page)) == count
    assert page.locator(".chip", has_text="Timeline").count() == 1


def test_dragging_across_days_filters(open_page: Open) -> None:
    page = open_page("odd")
    box = page.locator(".timeline").bounding_box()
    tick = page.locator(".timeline .axis", has_text="1 Mar").bounding_box()
    page.mouse.move(tick["x"], box["y"] + 40)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] - 10, box["y"] + 40, steps=4)
    page.mouse.up()
    chip = page.locator(".chip", has_text="Said")
    assert "Mar 2021" in chip.inner_text()
    assert len(shown(page)) == 5
    assert page.locator(".mark.out").count() >= 1


def test_disputes_show_both_sides_and_lead_to_the_words(open_page: Open) -> None:
    page = open_page("odd")
    sides = page.locator(".dispute .side")
    assert sides.count() == 2
    assert "1 independent origin" in sides.first.inner_text()
    sides.nth(1).locator(".line").click()
    assert hit(page) == "that the harbour of Sel was closed"
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.className") == "line"


def test_keyboard_alone(open_page: Open) -> None:
    page = open_page("odd", width=1000)
    page.keyboard.press("/")
    page.keyboard.type("denied the")
    page.keyboard.press("Escape")
    page.fill("#search", "")
    until(page, "document.querySelectorAll('#table tbody tr').length === 7")
    page.locator(ROWS).first.focus()
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.rowIndex") == 2
    page.keyboard.press("Enter")
    assert page.locator("#reader.shown").is_visible()
    assert page.evaluate("document.activeElement.classList.contains('hit')")
    page.keyboard.press("Escape")
    assert not page.locator("#reader").is_visible()
    assert page.evaluate("document.activeElement.rowIndex") == 2


def test_junk_is_folded_and_opens_for_the_words_in_it(open_page: Open) -> None:
    page = open_page("odd")
    junk = page.locator("#reader .junk")
    assert junk.count() == 2
    assert not junk.first.locator("p").is_visible()
    junk.first.locator("summary").click()
    assert junk.first.locator("p").inner_text().endswith("07:45 GMT 04 August 2020")


def test_publication_evidence_and_echo(open_page: Open) -> None:
    page = open_page("odd")
    page.locator(".article-item", has_text="Sel shut").click()
    head = page.locator(".article-head").inner_text()
    assert "3 Mar 2021, from the dateline: “the dateline”" in head
    assert "Reprint of" in head
    assert "92 %" in head
    assert "1 line put more firmly" in head
    assert "Ada Brandt" in page.locator("#reader .lost").first.get_attribute("title")


def test_theme_follows_the_system_until_switched(open_page: Open) -> None:
    page = open_page("odd", color_scheme="dark")
    colour = "getComputedStyle(document.body).backgroundColor"
    dark = page.evaluate(colour)
    assert page.evaluate("document.documentElement.dataset.theme") == "dark"
    page.locator("#theme").click()
    assert page.evaluate("document.documentElement.dataset.theme") == "light"
    assert page.evaluate(colour) != dark


CONTRAST = """() => {
    const canvas = new OffscreenCanvas(1, 1).getContext('2d', {willReadFrequently: true});
    const rgba = colour => {
        canvas.clearRect(0, 0, 1, 1); canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1);
        const [r, g, b, a] = canvas.getImageData(0, 0, 1, 1).data; return [r, g, b, a / 255];
    };
    const over = (top, under) => [0, 1, 2].map(i => top[i] * top[3] + under[i] * (1 - top[3])).concat(1);
    const light = c => { const f = c.slice(0, 3).map(v => (v /= 255) <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4);
        return .2126 * f[0] + .7152 * f[1] + .0722 * f[2]; };
    const under = node => { const stack = [];
        for (let n = node; n; n = n.parentElement) stack.push(rgba(getComputedStyle(n).backgroundColor));
        return stack.reverse().reduce((below, top) => over(top, below), [255, 255, 255, 1]); };
    const low = [];
    for (const node of document.querySelectorAll('main *, #reader *')) {
        const own = [...node.childNodes].some(n => n.nodeType === 3 && n.data.trim());
        if (!own || !node.checkVisibility() || node.disabled || node.closest('svg, option, noscript')) continue;
        const ground = under(node);
        const [a, b] = [light(over(rgba(getComputedStyle(node).color), ground)), light(ground)].sort((x, y) => y - x);
        const ratio = (a + .05) / (b + .05);
        if (ratio < 4.5) low.push(`${node.tagName}.${node.className} ${ratio.toFixed(2)} ${node.textContent.slice(0, 30)}`);
    }
    return low;
}"""


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_contrast(open_page: Open, theme: str) -> None:
    page = open_page("odd", color_scheme=theme)
    page.locator(ROWS, has_text="closed on Monday").click()
    page.locator(".name-item summary").click()
    page.locator(".name-item .correction button").first.click()
    page.mouse.move(0, 0)
    assert page.evaluate(CONTRAST) == []
    page.locator(".happening-item").click()
    page.mouse.move(0, 0)
    assert page.evaluate(CONTRAST) == []


@pytest.mark.parametrize("width", [390, 768, 1100, 1600])
@pytest.mark.parametrize("name", ["odd", "middling"])
def test_the_page_never_scrolls_sideways(open_page: Open, name: str, width: int) -> None:
    page = open_page(name, width=width, height=844)
    wide = "[document.documentElement.scrollWidth, innerWidth]"
    across, inner = page.evaluate(wide)
    assert across <= inner
    page.locator(ROWS).first.click()
    assert page.locator("#reader").is_visible()
    across, inner = page.evaluate(wide)
    assert across <= inner


def test_narrow_reader_goes_to_the_row_and_back(open_page: Open) -> None:
    page = open_page("odd", width=390, height=844)
    page.locator(ROWS).nth(3).click()
    page.locator(".reader-nav button", has_text="In the table").click()
    assert not page.locator("#reader").is_visible()
    box = page.locator(f"{ROWS}[aria-current]").bounding_box()
    assert 0 <= box["y"] <= 844


def test_csv_of_the_view(open_page: Open) -> None:
    page = open_page("odd", permissions=["clipboard-read", "clipboard-write"])
    page.select_option("select[data-facet=stance]", label="denies (1)")
    page.locator("#csv").click()
    until(page, "document.getElementById('csv').textContent.includes('Copied 1 row')")
    head, line = page.evaluate("navigator.clipboard.readText()").strip().splitlines()
    assert head.startswith("id,said_earliest,said_latest")
    assert '"The governor, Tomas Eik,"' in line
    assert "that the harbour of Sel was closed" in line


def test_nothing_said_shows_the_cue(open_page: Open, desk: Desk, page_path: Path) -> None:
    article = desk.publish("a.txt", [("body", "Ada Brandt declined to comment.")], "2021-01-01")
    desk.say(article, "Ada Brandt", "declined to comment", stance="decline")
    build(desk, page_path)
    page = open_page("cue", path=page_path)
    assert shown(page) == ["[declined to comment]"]
    page.locator(ROWS).click()
    assert page.locator("#reader .hit-cue").inner_text() == "declined to comment"


def test_paper_has_all_rows_and_then_the_screen_its_page(open_page: Open) -> None:
    page = open_page("middling")
    page.locator("#pager button", has_text="Next").click()
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert len(shown(page)) == 240
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator("#pager span").inner_text() == "51–100 of 240"


def test_zooming_into_the_days_chosen(open_page: Open) -> None:
    page = open_page("middling", view="#from=2022-02-01&to=2022-02-10")
    before = page.locator(".timeline .axis").all_inner_texts()
    page.locator(".edges button", has_text="Zoom").click()
    assert page.locator(".timeline .axis").all_inner_texts() != before
    page.locator(".edges button", has_text="Show all days").click()
    assert page.locator(".timeline .axis").all_inner_texts() == before


def test_far_off_days_are_counted_at_the_edge(open_page: Open, desk: Desk, page_path: Path) -> None:
    for number in range(40):
        article = desk.publish(
            f"{number}.txt", [("body", f"Ada Brandt said {number} sank.")], "2021-01-01"
        )
        day = "1911-05-05" if number == 7 else f"2021-01-{number % 28 + 1:02}"
        desk.say(article, "Ada Brandt", "said", f"{number} sank", days=(day, day))
    build(desk, page_path)
    page = open_page("far", path=page_path)
    page.locator(".edges button", has_text="1 statement earlier").click()
    assert shown(page) == ["7 sank"]


def test_an_unreadable_hash_is_no_harm(open_page: Open) -> None:
    page = open_page(
        "odd", view="#pick=[&sort=nonsense&page=-4&s=none&from=yesterday&speaker=nobody"
    )
    assert page.locator(".none").is_visible()
    page.locator(".none .link").click()
    assert len(shown(page)) == 7


def test_an_empty_record(open_page: Open, page_path: Path) -> None:
    build(Desk(), page_path)
    page = open_page("empty", path=page_path)
    assert "No article in this record." in page.locator("#reader").inner_text()
    assert page.locator("[data-number=statements]").inner_text() == "statements\n0"


def test_twenty_thousand_statements_stay_quick(open_page: Open, page_path: Path) -> None:
    build(large_desk(250, 80, days=900), page_path)
    page = open_page("large", path=page_path)
    assert page.locator("#shown").inner_text() == "20,000 statements"
    assert page.locator(".column").count() > 0
    took = page.evaluate("""() => {
        const start = performance.now();
        document.querySelector('th[data-sort=text] button').click();
        document.querySelector('#table tbody tr').click();
        return performance.now() - start;
    }""")
    assert took < 3000  # about 0.2 s on a laptop; a table that is not paged takes far longer
    assert page.locator("*").count() < 15_000
