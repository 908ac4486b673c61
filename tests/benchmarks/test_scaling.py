"""The made-up news that linking is measured on, and the picture of what came out."""

from __future__ import annotations

from pathlib import Path

import pytest
from benchmarks.scaling import Cost, run
from benchmarks.scaling.diagram import diagram
from benchmarks.scaling.world import document


@pytest.mark.parametrize("number", [0, 7, 4000])
def test_an_article_is_what_its_number_says(number: int) -> None:
    raw, article, reading = document(number)
    assert (raw, article, reading) == document(number)
    assert article.text.encode() in raw.data
    assert {name.span.of(article.text) for name in reading.names} <= {
        form for name in reading.names for form in (name.identity, name.identity.capitalize())
    }
    for attribution in reading.attributions:
        assert attribution.cue[0].of(article.text) in ("said", "denied", "demanded")
        assert attribution.content[0].end <= len(article.text)


def test_a_run_costs_something(tmp_path: Path) -> None:
    cost = run(20, tmp_path)
    assert cost.articles == 20
    assert min(cost.seconds, cost.more, cost.alone, cost.peak) > 0


def test_the_picture_has_a_dot_for_each_cost() -> None:
    drawn = diagram([Cost(100, 1.0, 10**8, 0.5, 0.1), Cost(1000, 12.0, 2 * 10**8, 3.0, 0.1)])
    assert drawn.count("<title>") == 6
