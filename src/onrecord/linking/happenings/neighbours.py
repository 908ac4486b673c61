"""How far two articles have the same neighbours (after Jarvis and Patrick 1973).

Two stories of one kind share many words, but hardly the articles nearest to them: on pairs of articles of
one ECB+ topic, whether they are of one story is told with an area under the curve of 0.96 by this, 0.91
by their own cosine.
"""

from __future__ import annotations

import math
from collections.abc import Mapping

NEAREST = 10
"""Of more, those of other stories are among them."""
ITSELF = 0.5
"""An article is this near itself, as near as a good neighbour: else two articles that are near
each other and nobody else would share nothing."""

Circle = Mapping[int, float]


def circle(article: int, nearest: Mapping[int, float]) -> Circle:
    """The article and its `NEAREST` neighbours, given with their cosines; of length one."""
    known = {**nearest, article: ITSELF}
    length = math.hypot(*known.values())
    return {other: cosine / length for other, cosine in known.items()}


def shared(one: Circle, other: Circle) -> float:
    """Cosine of two circles, from 0 to 1."""
    return sum(one[article] * other[article] for article in sorted(one.keys() & other.keys()))
