"""How sure an event is one that the article is there to tell."""

from __future__ import annotations

from collections.abc import Callable

from onrecord.reading.events.classes import NAMES, classes
from onrecord.reading.events.confidence import WEIGHTS, probability
from reading.events.words import event
from reading.words import Read

Reads = Callable[..., Read]


def test_what_befell_somebody_before_words_of_all_work(reads: Reads) -> None:
    got = reads(
        "Raiders shot the ferryman of Port Vask on Monday. The council may make better use of the quay, the "
        "harbour master said after a long day on which many came to ask him what would be next."
    )
    shot = event(got, "shot").confidence
    assert shot > 0.8
    for word in ("said", "came", "ask"):
        assert event(got, word).confidence < 0.6 < shot


def test_told_again_is_surer(reads: Reads) -> None:
    once = reads("The bridge at Lomira was closed. The mayor left for the coast.")
    again = reads("The bridge at Lomira was closed. The mayor closed the road to the coast.")
    first = next(e for e in again.reading.events if e.trigger.of(again.text) == "closed")
    assert first.confidence > event(once, "closed").confidence


def test_an_open_outcome_is_less_sure(reads: Reads) -> None:
    done = reads("Pirates attacked the lighthouse.")
    open_ = reads("Pirates may attack the lighthouse.")
    assert event(done, "attacked").confidence > event(open_, "attack").confidence


def test_what_has_no_weight_changes_nothing() -> None:
    assert probability({"always": 1.0, "no such feature": 5.0}) == probability({"always": 1.0})
    assert 0 < probability({}) < 1


def test_classes() -> None:
    assert classes("murder") == {"harm"}
    assert classes("chandlery") == frozenset()
    assert {f"class {name}" for name in NAMES} <= WEIGHTS.keys()
