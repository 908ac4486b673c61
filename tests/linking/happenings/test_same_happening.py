"""When two events are worth comparing at all."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from onrecord.linking.happenings.same_happening import FEATURES, features, probability
from onrecord.linking.happenings.told import Told, Weighed

WEIGHTS = {1: 5.0, 2: 4.0, 3: 0.5, 4: 3.0}
"""Words 1, 2 and 4 are rare; 3 stands in most articles."""

EVENT = Told(
    at=0,
    base="rob",
    kind="steal",
    light=False,
    cue=False,
    noun=False,
    sure=True,
    type="ASSAULT",
    denied=False,
    words=(),
    participants=(),
    recipients=(),
    place=(),
    figures=(),
    sentence=0,
    word="robbed",
    earliest=None,
    latest=None,
    confidence=0.6,
    quoted=False,
    named_actors=(),
    named_recipients=(),
)


def compared(
    one: Told,
    other: Told,
    near: float | None = 0.5,
    *,
    common: float = 0.0,
    apart: bool = False,
) -> tuple[float, ...] | None:
    return features(
        Weighed(one, WEIGHTS), Weighed(other, WEIGHTS), near, 0.5, common=common, apart=apart
    )


def test_events_of_one_story_are_compared_as_they_are() -> None:
    got = compared(EVENT, EVENT)
    assert got is not None
    assert len(got) == len(FEATURES)
    assert 0 < probability(got) < 1


def test_the_same_neighbours_and_surer_events_speak_for_one() -> None:
    def chance(circle: float, confidence: float) -> float:
        sure, other = (Weighed(replace(EVENT, confidence=c), WEIGHTS) for c in (0.9, confidence))
        got = features(sure, other, 0.5, 0.5, circle=circle)
        assert got is not None
        return probability(got)

    assert chance(0.8, 0.6) > chance(0.1, 0.6) > chance(0.1, 0.2)
    assert chance(0.1, 0.0) > 0
    assert chance(0.8, 1.0) < 1


def test_days_that_cannot_be_the_same() -> None:
    one = replace(EVENT, earliest="2031-03-03", latest="2031-03-03")
    other = replace(EVENT, earliest="2031-03-05", latest="2031-03-05")
    assert compared(one, other) is None
    assert compared(one, one) is not None


@pytest.mark.parametrize(
    "weak",
    [{"light": True}, {"sure": False}],
    ids=["a word of all work", "both only planned"],
)
def test_weak_events_need_like_sentences(weak: dict[str, bool]) -> None:
    one = replace(EVENT, **weak)
    assert compared(one, one) is None
    alike = replace(one, words=(1, 2))
    assert compared(alike, alike) is not None


def test_a_kind_that_everybody_tells_of_needs_the_same_people() -> None:
    taking = replace(EVENT, participants=(1,))
    everybody = replace(EVENT, participants=(3,))
    assert compared(EVENT, EVENT, common=0.5) is None
    assert compared(everybody, everybody, common=0.5) is None
    assert compared(taking, taking, common=0.5) is not None


def test_articles_on_one_subject_only_need_something_in_common() -> None:
    assert compared(EVENT, EVENT, near=0.2) is None
    placed = replace(EVENT, place=(4,))
    assert compared(placed, placed, near=0.2) is not None
    counted = replace(EVENT, figures=(12.0,))
    assert compared(counted, counted, near=0.2) is not None


def test_articles_far_apart_in_time() -> None:
    noun = replace(EVENT, noun=True, participants=(1,))
    assert compared(EVENT, EVENT, apart=True) is None
    assert compared(noun, noun, apart=True) is not None


def test_verbs_of_one_article_need_more() -> None:
    assert compared(EVENT, EVENT, near=None) is None
    noun = replace(EVENT, noun=True)
    assert compared(noun, noun, near=None) is not None


def test_what_pages_of_different_times_share_word_for_word_is_their_furniture() -> None:
    words = replace(EVENT, words=(1, 2, 4))
    assert compared(words, words, 0.2) is not None
    assert compared(words, words, 0.2, apart=True) is None
    assert compared(words, words, 0.5, apart=True) is not None


def test_somebody_else_whom_it_befell_or_who_said_it() -> None:
    one, other = (replace(EVENT, named_recipients=names) for names in ((1,), (2,)))
    assert compared(one, one) is not None
    assert compared(one, other) is None
    assert compared(replace(one, words=(1, 2, 4)), replace(other, words=(1, 2, 4))) is not None
    one, other = (replace(EVENT, named_actors=names) for names in ((1,), (2,)))
    assert compared(one, other) is not None
    assert compared(replace(one, cue=True), replace(other, cue=True)) is None
