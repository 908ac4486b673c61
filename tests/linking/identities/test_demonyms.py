from __future__ import annotations

import pytest

from onrecord.linking.identities.demonyms import places_of


@pytest.mark.parametrize(
    ("adjective", "place"),
    [("lomerian", "lomeria"), ("kessaran", "kessara"), ("viennese", "vienna"), ("vaskian", "vask")],
)
def test_the_place_of_a_regular_adjective_is_among_those_tried(adjective: str, place: str) -> None:
    assert place in list(places_of(adjective))


def test_a_plural_is_of_people_and_a_short_place_is_none() -> None:
    assert list(places_of("lomerians")) == []
    assert "om" not in list(places_of("omian"))
