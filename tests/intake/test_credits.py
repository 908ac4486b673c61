from __future__ import annotations

import pytest

from intake.fiction import PARAGRAPHS
from onrecord.intake import understand
from onrecord.model import Article, RawDocument


def article(head: str = "", tail: str = "") -> Article:
    text = f"{head}{PARAGRAPHS[0]}\n\n{PARAGRAPHS[1]}\n\n{PARAGRAPHS[3]}{tail}"
    found = understand(RawDocument("x", "x", text.encode(), "text/plain"))
    assert isinstance(found, Article)
    return found


@pytest.mark.parametrize(
    ("head", "tail", "agency"),
    [
        ("PORT VASK (Corvo) - ", "", "Corvo"),
        ("PORT VASK, March 3 (ANI/Corvo): ", "", "Corvo"),
        ("By Reuters\n\n", "", "Reuters"),
        ("", "\n\nThe Associated Press contributed to this report.", "AP"),
        ("", "\n\nWith inputs from ANI", "ANI"),
        ("", " (dpa)", "dpa"),
        ("", "\n\nSource: Norda News Agency", "Norda News Agency"),
        ("", "\n\nAnn Orr contributed to this report.", None),
        ("", "\n\nPhoto: Tomas Reil/AFP/Getty Images", None),
        ("", " (Ohio)", None),
    ],
)
def test_agency(head: str, tail: str, agency: str | None) -> None:
    found = article(head, tail)
    assert found.agency == agency
    for credit in found.credits:
        if credit.span is not None and credit.field in ("byline", "dateline"):
            assert credit.span.of(found.text) == credit.value


def test_the_wrapper_is_the_outlet() -> None:
    found = article(
        "PORT VASK (Vask Herald / Corvo - 3rd March, 2031) PORT VASK, March 3 (Corvo) - "
    )
    assert (found.outlet, found.agency) == ("Vask Herald", "Corvo")
    assert (found.published.value, found.published.sure) == ("2031-03-03", True)


def test_byline() -> None:
    assert article("By Tomas Reil, Corvo News Agency\n\n").byline is not None
    assert article("By Ann Orr | March 3, 2031\n\n").byline == "Ann Orr"


def test_host_is_the_last_resort() -> None:
    raw = RawDocument(
        "x", "x", "\n\n".join(PARAGRAPHS).encode(), "text/plain", url="https://www.vask.example/a"
    )
    found = understand(raw)
    assert isinstance(found, Article)
    assert found.outlet == "vask.example"
