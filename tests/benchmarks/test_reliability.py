from __future__ import annotations

from xml.etree import ElementTree

import pytest
from benchmarks.reliability import bins, calibration_error, diagram
from hypothesis import given
from hypothesis import strategies as st

judged = st.lists(st.tuples(st.floats(0, 1), st.booleans()))


@given(judged)
def test_every_attribution_stands_in_one_bin(found: list[tuple[float, bool]]) -> None:
    made = bins(found)
    assert sum(b.count for b in made) == len(found)
    assert 0 <= calibration_error(made) <= 1


def test_confidence_that_means_what_it_says() -> None:
    honest = [(0.75, True)] * 3 + [(0.75, False)]
    assert calibration_error(bins(honest)) == pytest.approx(0)
    boasting = [(0.95, False)] * 4
    assert calibration_error(bins(boasting)) == pytest.approx(0.95)


@given(judged)
def test_the_diagram_is_well_formed(found: list[tuple[float, bool]]) -> None:
    ElementTree.fromstring(diagram({"a set": bins(found), "another": []}))
