"""Adjectives of places ('Lomerian' of 'Lomeria'), where they are formed regularly."""

from __future__ import annotations

from collections.abc import Iterator

SHORTEST = 4
"""Letters of a place's name: shorter ones are inside too many words."""


def places_of(adjective: str) -> Iterator[str]:
    """The folded names of places of which the folded word would be the regular adjective, likelier
    ones first. A plural ('lomerians') is of people, and yields none."""
    found: dict[str, None] = {}
    for ending, instead in _ENDINGS:
        if adjective.endswith(ending):
            for last in instead:
                place = adjective[: -len(ending)] + last
                if len(place) >= SHORTEST:
                    found.setdefault(place)
    yield from found


# Ending of the adjective, and what the place's name may have in its stead.
_ENDINGS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("ian", ("ia", "y", "", "e", "i", "a")),  # Lomerian, Italian, Vaskian
    ("an", ("a", "", "o", "e")),  # Kessaran, Mexican
    ("ese", ("", "a", "e", "o")),  # Viennese
    ("ean", ("e", "ea", "")),
    ("i", ("", "a")),  # Iraqi
    ("ish", ("land", "")),  # Finnish has no regular form; Irish and Polish have
)
