from __future__ import annotations

from collections.abc import Callable

from reading.events.words import counted
from reading.words import Read

Reads = Callable[..., Read]


def test_figures_of_those_who_take_part(reads: Reads) -> None:
    read = reads("The storm killed 14 people and destroyed 30 houses.")
    assert counted(read, "killed") == ["14 people"]
    assert counted(read, "destroyed") == ["30 houses"]


def test_figures_of_what_it_came_with(reads: Reads) -> None:
    read = reads("Forty engineers arrived in Dorval on board two ships, which also brought 9 tonnes of food.")  # fmt: skip
    assert counted(read, "arrived") == ["Forty engineers", "two ships", "9 tonnes of food"]
    assert "9 tonnes of food" in counted(read, "brought")


def test_figures_of_a_noun(reads: Reads) -> None:
    assert counted(reads("The arrival of two ships angered the town."), "arrival") == ["two ships"]


def test_what_is_told_is_no_figure_of_the_telling(reads: Reads) -> None:
    read = reads("The mayor said that 14 people had died.")
    assert counted(read, "said") == []
    assert counted(read, "died") == ["14 people"]
