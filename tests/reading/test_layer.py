from __future__ import annotations

import dataclasses

import pytest

from onrecord.reading import LAYERS, READING_VERSION
from onrecord.reading.layer import Draft, Layer, check_order


def layer(name: str, requires: tuple[str, ...], provides: tuple[str, ...]) -> Layer:
    return Layer(name, "1", requires, provides, lambda draft: None)


def test_each_layer_finds_what_it_requires() -> None:
    check_order([layer("a", ("tree",), ("names",)), layer("b", ("names", "quotes"), ())])


def test_an_order_that_cannot_work() -> None:
    with pytest.raises(ValueError, match=r"'b' needs \['names'\]"):
        check_order([layer("b", ("names",), ()), layer("a", ("tree",), ("names",))])


def test_the_layers_there_are() -> None:
    check_order(LAYERS)
    names = [each.name for each in LAYERS]
    assert len(set(names)) == len(names)
    fields = {field.name for field in dataclasses.fields(Draft)}
    for each in LAYERS:
        assert set(each.requires) | set(each.provides) <= fields
        assert f"{each.name}/{each.version}" in READING_VERSION.split()
