"""The outlet, the agency and the author, as pages and dumps show them."""

from __future__ import annotations

import pytest

from intake.fiction import PARAGRAPHS, TITLE
from onrecord.intake import understand
from onrecord.intake.agencies import fullest_name, names_an_organisation
from onrecord.intake.titles import site_in_title, without_site
from onrecord.model import Article, RawDocument

BODY = "".join(f"<p>{words}</p>" for words in PARAGRAPHS)


def page(title: str, *, head: str = "", over: str = "", under: str = "", foot: str = "") -> Article:
    data = f"<html><head><title>{title}</title>{head}</head><body>{over}<div class='story'><h1>{TITLE}</h1>{under}{BODY}</div>{foot}</body></html>"
    found = understand(
        RawDocument("x", "x", data.encode(), "text/html", url="https://www.vask.example/sea/1")
    )
    assert isinstance(found, Article)
    return found


def dump(head: str, tail: str = "") -> Article:
    data = head + "\n\n".join(PARAGRAPHS) + tail
    found = understand(RawDocument("x", "x", data.encode(), "text/plain"))
    assert isinstance(found, Article)
    return found


@pytest.mark.parametrize("mark", [" | ", " - ", " – ", " :: ", " « ", " | Sea | "])
def test_outlet_at_the_end_of_the_title(mark: str) -> None:
    found = page(f"{TITLE}{mark}Vask &amp; Shore Weekly")
    assert (found.outlet, found.title) == ("Vask & Shore Weekly", TITLE)


def test_outlet_in_the_logo() -> None:
    assert (
        page(TITLE, over="<div class='masthead'>The Vask Courier</div>").outlet
        == "The Vask Courier"
    )
    logo = "<a href='/'><img src='l.png' alt='Radio Vask logo'></a>"
    assert page(TITLE, over=logo).outlet == "Radio Vask"


def test_outlet_in_the_rights_line() -> None:
    found = page(
        TITLE, foot="<footer>© 2031 Vask Evening Publishing Ltd. All rights reserved.</footer>"
    )
    assert found.outlet == "Vask Evening"


def test_what_the_page_states_comes_first_and_the_host_last() -> None:
    stated = "<meta property='og:site_name' content='The Vask Courier'>"
    assert page(f"{TITLE} | Courier Online", head=stated).outlet == "The Vask Courier"
    assert page(TITLE).outlet == "vask.example"


@pytest.mark.parametrize(
    ("head", "outlet"),
    [
        (f"Vask Herald\n{TITLE}\n10:15 GMT12 May 2031\nListen Live\n\n", "Vask Herald"),
        (f"Skip to content\nVTA\nMenu\nPolitics\n{TITLE}\nShare\n", "VTA"),
        (f"[VTA] [Login] [A+ A-]\n04:12 Vask time, Tue 19 Nov 2030\n{TITLE}\n\n", "VTA"),
        (f"10:15 GMT12 May 2031\nWatch Live\n  Southern Islands\n{TITLE}\n\n", None),
        (f"Politics\n{TITLE}\n\n", None),
    ],
)
def test_outlet_over_a_dump(head: str, outlet: str | None) -> None:
    found = dump(head)
    assert (found.outlet, found.title) == (outlet, TITLE)


def test_site_in_title() -> None:
    assert (
        site_in_title("Ferry sinks off Vask - Sea - The Post", "Ferry sinks off Vask") == "The Post"
    )
    assert site_in_title("Ferry sinks off Vask", "Ferry sinks off Vask") is None
    assert site_in_title("Union - Minister: no strike", "Storm over Orland") is None
    assert without_site("Ferry sinks off Vask | Sea | The Post", "") == "Ferry sinks off Vask"
    assert without_site("Union – minister", "") == "Union – minister"


@pytest.mark.parametrize(
    ("tail", "agency"),
    [
        ("\n\nCorvo Press contributed to this report.", "Corvo Press"),
        ("\n\nVTA contributed to this report.", "VTA"),
        ("\n\nAnn Orr contributed to this report.", None),
        ("\n\nWith reports from Corvo News", "Corvo News"),
    ],
)
def test_credits_in_the_tail(tail: str, agency: str | None) -> None:
    assert dump("", tail).agency == agency


def test_agency_by_its_fullest_name() -> None:
    assert (
        dump("PORT VASK (Corvo) - ", "\n\nCorvo Press contributed to this report.").agency
        == "Corvo Press"
    )
    assert page(f"{TITLE} | Corvo Press").agency is None
    assert (
        fullest_name("Corvo", "He told Corvo so.", ["Corvo Press", "Corvonia Today"])
        == "Corvo Press"
    )
    assert fullest_name("Corvo", "The Corvo News Agency said so.", []) == "Corvo News Agency"
    assert fullest_name("Reuters", "Reuters Press", ["Reuters News"]) == "Reuters"
    assert names_an_organisation("Corvo Press")
    assert not names_an_organisation("Ann Orr")


@pytest.mark.parametrize(
    ("under", "byline"),
    [
        ("<p><span>By Ann Orr</span> <time>March 3, 2031</time></p>", "Ann Orr"),
        ("<p>By Ann Orr Monday, March 3, 2031 09:48 GMT</p>", "Ann Orr"),
        (
            "<address><a rel='author' href='/o'>Ann Orr</a> Harbour correspondent</address>",
            "Ann Orr",
        ),
        ("<p>Posted on Monday, March 3 by Ann Orr in Sea</p>", "Ann Orr"),
        ("<p>Ann Orr | 3 March 2031, 10:32</p>", "Ann Orr"),
        ("<p>Vask Courier | 3 March 2031, 10:32</p>", None),
    ],
)
def test_byline_on_a_page(under: str, byline: str | None) -> None:
    assert page(TITLE, under=under).byline == byline


def test_byline_in_a_dump() -> None:
    assert dump(f"{TITLE}\n\n(@AnnOrr)\n\nAnn Orr 16 weeks ago\n\n").byline == "Ann Orr"
    handle = dump(f"{TITLE}\n\n(@AnnOrr)\n\n")
    assert handle.byline == "Ann Orr"
    spans = [c.span for c in handle.credits if c.field == "byline"]
    assert spans[0] is not None
    assert spans[0].of(handle.text) == "AnnOrr"
    assert (
        dump("", "\n\nTags:\nAda Brenn, Port Vask\nLighthouse Keeper Finds Letter").byline is None
    )


def test_byline_of_a_container() -> None:
    row = RawDocument(
        "x",
        "x",
        "\n\n".join(PARAGRAPHS).encode(),
        "text/plain",
        given={"byline": "By Ann Orr, with VTA reports"},
    )
    found = understand(row)
    assert isinstance(found, Article)
    assert (found.byline, found.agency) == ("Ann Orr", "VTA")
