"""When two events are worth comparing at all."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pytest
from msgspec.structs import replace

from onrecord.linking.happenings import tables
from onrecord.linking.happenings.same_happening import FEATURES, SHORT, compared, odds
from onrecord.linking.happenings.tables import CAP, joined, packed, tabled, unpacked
from onrecord.linking.happenings.told import (
    ACTOR,
    COMMON,
    NAMED_ACTOR,
    NAMED_RECIPIENT,
    Page,
    Told,
)

WEIGHTS = {1: 5.0, 2: 4.0, 3: 0.5, 4: 3.0, 5: 3.0, 6: 3.0}
"""All words but 3 are rare; that stands in most articles."""

EVENT = Told(
    at=0, base="rob", kind="steal", sure=True, type="ASSAULT", word="robbed", confidence=0.6
)


@pytest.fixture(autouse=True)
def _weights(monkeypatch: pytest.MonkeyPatch) -> None:
    def weights(numbers: npt.NDArray[np.uint32]) -> npt.NDArray[np.float64]:
        return np.array([WEIGHTS.get(int(n), 0.0) for n in numbers.ravel()], np.float64)

    monkeypatch.setattr(tables, "weights", weights)


def features(
    one: Told,
    other: Told,
    near: float = 0.5,
    *,
    words: tuple[frozenset[int], frozenset[int]] = (frozenset(), frozenset()),
    apart: bool = False,
) -> list[float] | None:
    """Those of the two; of one article where `near` is below 0."""
    if near < 0:
        sentences = {0: words[0], 1: words[1]}
        both = tabled(Page((one, replace(other, at=1, sentence=1)), sentences))
        first = second = both
    else:
        first, second = (tabled(Page((e,), {e.sentence: w})) for e, w in zip((one, other), words))  # noqa: B905
    values = []
    for a, b in ((first, second), (second, first)):
        article = np.zeros(len(b), np.int64)
        pairs = compared(a, b, article, np.array([near]), np.array([apart]))
        values.append(pairs.values.T.tolist())
    assert values[0] == values[1]  # whichever comes first
    return values[0][0] if values[0] else None


def chance(values: list[float] | None) -> float:
    assert values is not None
    return float(1 / (1 + np.exp(-odds(np.array([values]).T)[0])))


def test_events_of_one_story_are_compared_as_they_are() -> None:
    got = features(EVENT, EVENT)
    assert got is not None
    assert len(got) == len(FEATURES) - 1
    assert 0 < chance(got) < 1


def test_only_one_kind() -> None:
    assert features(EVENT, replace(EVENT, kind="flee")) is None


def test_surer_events_speak_for_one() -> None:
    sure = replace(EVENT, confidence=0.9)
    assert chance(features(sure, EVENT)) > chance(features(sure, replace(EVENT, confidence=0.2)))
    assert 0 < chance(features(sure, replace(EVENT, confidence=0.0))) < 1


def test_days_that_cannot_be_the_same() -> None:
    one = replace(EVENT, earliest="2031-03-03", latest="2031-03-03")
    other = replace(EVENT, earliest="2031-03-05", latest="2031-03-05")
    assert features(one, other) is None
    assert features(one, one) is not None
    assert features(one, replace(other, earliest=None)) is not None


ALIKE = (frozenset({1, 2}), frozenset({1, 2}))


@pytest.mark.parametrize(
    "weak",
    [{"light": True}, {"sure": False}],
    ids=["a word of all work", "both only planned"],
)
def test_weak_events_need_like_sentences(weak: dict[str, bool]) -> None:
    one = replace(EVENT, **weak)
    assert features(one, one) is None
    assert features(one, one, words=ALIKE) is not None


def test_the_own_word_makes_no_sentence_alike() -> None:
    one = replace(EVENT, own=1, sure=False)
    assert features(one, one, words=(frozenset({1, 2}), frozenset({1, 4}))) is None
    assert features(one, one, words=ALIKE) is not None
    assert features(one, one, words=(frozenset({1}), frozenset({1}))) is None


def test_short_sentences_say_little() -> None:
    def alike(words: frozenset[int]) -> float:
        one, other = (tabled(Page((EVENT,), {0: words})) for _ in range(2))
        pairs = compared(one, other, np.zeros(1, np.int64), np.array([0.5]), np.array([False]))
        return float(pairs.alike[0])

    assert alike(frozenset({1, 2, 4, 5, 6})) == pytest.approx(1)
    assert alike(frozenset({1})) == pytest.approx(CAP / SHORT)


def test_a_kind_that_everybody_tells_of_needs_the_same_people() -> None:
    common = replace(EVENT, kind=min(COMMON))
    taking = replace(common, participants={1: ACTOR})
    everybody = replace(common, participants={3: ACTOR})
    assert features(common, common) is None
    assert features(everybody, everybody) is None
    assert features(taking, taking) is not None


def test_articles_on_one_subject_only_need_something_in_common() -> None:
    assert features(EVENT, EVENT, near=0.2) is None
    placed = replace(EVENT, place=frozenset({4}))
    assert features(placed, placed, near=0.2) is not None
    counted = replace(EVENT, figures=frozenset({12.0}))
    assert features(counted, counted, near=0.2) is not None


def test_articles_far_apart_in_time() -> None:
    noun = replace(EVENT, noun=True, participants={1: ACTOR})
    assert features(EVENT, EVENT, apart=True) is None
    assert features(noun, noun, apart=True) is not None


def test_verbs_of_one_article_need_more() -> None:
    assert features(EVENT, EVENT, near=-1) is None
    noun = replace(EVENT, noun=True)
    assert features(noun, noun, near=-1) is not None


def test_what_pages_of_different_times_share_word_for_word_is_their_furniture() -> None:
    assert features(EVENT, EVENT, 0.2, words=ALIKE) is not None
    assert features(EVENT, EVENT, 0.2, words=ALIKE, apart=True) is None
    assert features(EVENT, EVENT, 0.5, words=ALIKE, apart=True) is not None


def test_somebody_else_whom_it_befell_or_who_said_it() -> None:
    one, other = (replace(EVENT, participants={n: NAMED_RECIPIENT}) for n in (1, 2))
    assert features(one, one) is not None
    assert features(one, other) is None
    assert features(one, other, words=ALIKE) is not None
    one, other = (replace(EVENT, participants={n: NAMED_ACTOR}) for n in (1, 2))
    assert features(one, other) is not None
    assert features(replace(one, cue=True), replace(other, cue=True)) is None


def test_tables_are_kept_as_they_are() -> None:
    one = replace(EVENT, participants={4: ACTOR, 1: 0}, place=frozenset({3}), own=2)
    page = Page((one, replace(EVENT, at=3, sentence=2)), {0: frozenset({1, 2}), 2: frozenset({4})})
    table = tabled(page)
    again = unpacked(packed(table))
    empty = unpacked(packed(tabled(Page((), {}))))
    assert len(table) == len(again) == 2
    assert len(empty) == 0
    whole = joined([empty, again, table])
    for kept in (again, unpacked(packed(again))):
        assert (kept.counts == table.counts).all()
        assert (kept.sums == table.sums).all()
        assert (kept.participants.numbers == table.participants.numbers).all()
        assert (kept.participants.masks == table.participants.masks).all()
    assert whole["sentence"].tolist() == [0, 1, 2, 3]
    assert whole["at"].tolist() == [0, 3, 0, 3]
    assert whole.participants.owners().tolist() == [0, 0, 2, 2]
