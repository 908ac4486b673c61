"""When a settled date counts as right."""

from __future__ import annotations

import pytest
from benchmarks.settling import Pair, _is_right, _quarter, _without_year

from onrecord.model import Article, Reading, Settled


def pair(day: str) -> Pair:
    of = Article("u", "u", "", "", "text/plain", "", (), ())
    return Pair(day, (of, Reading()), (of, Reading()))


@pytest.mark.parametrize(
    ("value", "earliest", "latest", "right"),
    [
        ("2031-06", "2031-06-24", "2031-06-26", True),
        ("2031", "2031-06-26", "2031-07-26", True),
        ("", "2030-12-01", "2031-07-26", True),
        ("2031", "2031-06-28", "2031-07-26", False),
        ("2031", "2031-05-01", "2031-06-23", False),
        ("2030", "2030-05-01", "2031-07-23", False),
    ],
)
def test_bounds_and_year_have_to_hold(value: str, earliest: str, latest: str, right: bool) -> None:
    settled = Settled("u", value, earliest, latest, (), ())
    assert _is_right(pair("2031-06-25"), settled) is right


def test_quarters_and_hidden_years() -> None:
    assert [_quarter(pair(day)) for day in ("2031-03-31", "2031-04-01")] == ["2031 1", "2031 2"]
    article, _ = _without_year(pair("2031-06-25"))
    assert (article.published.value, article.published.latest) == ("XXXX-06-25", None)
