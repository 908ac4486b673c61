from __future__ import annotations

from linking.build import article
from onrecord.linking.echoes.sheets import sheet
from onrecord.linking.lost_attribution.dropped_hedges import dropped_hedges


def dropped(hedged: str, bare: str) -> list[tuple[str, str, str]]:
    """The hedge, and what stands in the two versions."""
    one, other = (
        article("a", f"{bare} That was all.", day="2030-05-02"),
        article("b", f"{hedged} That was all.", day="2030-05-01"),
    )
    left, right = sheet(one).words, sheet(other).words
    places = {int(h): i for i, h in enumerate(left.hashes)}
    there = {i: places[int(h)] for i, h in enumerate(right.hashes) if int(h) in places}
    there = {
        i: j for i, j in there.items() if there.get(i + 1) == j + 1 or there.get(i - 1) == j - 1
    }
    return [
        (
            found.hedge,
            right.span(found.of_first, found.of_last).of(other.text),
            left.span(found.first, found.last).of(one.text),
        )
        for found in dropped_hedges(left, right, there)
    ]


BARE = "The crew sold forty tons of salt to a merchant of the old town before the storm."


def hedges(hedged: str, bare: str = BARE) -> list[str]:
    return [hedge for hedge, _, _ in dropped(hedged, bare)]


def test_a_hedge_that_is_gone() -> None:
    hedged = BARE.replace("crew sold", "crew allegedly sold")
    assert dropped(hedged, BARE) == [("allegedly", hedged[:-1], BARE[:-1])]
    assert hedges(BARE.replace("crew sold", "crew is thought to have sold")) == ["thought"]
    assert hedges(BARE.replace("crew sold", "crew may have sold")) == ["may"]
    assert hedges(f"Apparently, {BARE.lower()}") == ["apparently"]


def test_what_stays_open_is_not_firmer() -> None:
    hedged = BARE.replace("crew sold", "crew reportedly sold")
    assert hedges(hedged, BARE.replace("crew sold", "crew perhaps sold")) == []
    assert hedges(hedged, BARE.replace("sold", "would sell")) == []
    assert hedges(hedged, BARE.replace("The crew", "A clerk said the crew")) == []


def test_another_line_is_not_the_same_line() -> None:
    hedged = BARE.replace("crew sold", "crew reportedly sold")
    assert hedges(hedged, "The crew sold nothing at all and went home to the islands.") == []


def test_what_is_no_hedge_where_it_stands() -> None:
    for phrase in ("as soon as possible", "in May", "by May 5"):
        assert hedges(BARE.replace("before the storm", f"{phrase} before the storm")) == []
    assert hedges(BARE.replace("crew sold", "crew, if they could, sold")) == []
    assert hedges(BARE.replace("The crew", "“The possible crew").replace("storm.", "storm.”")) == []
