"""How likely two events of one kind are one happening: a logistic model over what they share.

The weights were fitted on the topics of ECB+'s train part, and the features and the threshold of
`happenings` chosen on its dev part: see training/happenings.
"""

from __future__ import annotations

import math
from collections.abc import Mapping

from onrecord.linking.told import Weighed

FEATURES = (
    "always",  # 1
    "base",  # the same word, not only the same kind
    "article",  # both in one article
    "near",  # cosine of their articles, 0 within one
    "sentences",  # cosine of their sentences
    "sentences_here",  # the same within one article
    "participants",  # weight of shared stems in that of the fewer
    "recipients",
    "places",
    "figures",  # a number of theirs in common
    "cue",  # one of them is a saying
    "light",  # one of them is a word of all work
    "type",  # the same PLOVER type
    "denied",  # one came about, the other did not
    "late",  # log of the numbers of their sentences
    "around",  # the shares of their articles' neighbours that tell of the kind
)
# fmt: off
WEIGHTS: tuple[float, ...] = (
    -2.96, 0.43, 2.23, 3.3, 0.63, -1.36, 0.45, 0.97,
    1.5, 0.98, -0.83, -0.82, 0.75, -0.99, -0.14, 0.73,
)
# fmt: on
"""Made by `python -m training.happenings.fit`."""


def may_be_one(one: Weighed, other: Weighed) -> bool:
    """False where their own clauses state days that cannot be the same."""
    a, b = one.told, other.told
    if a.earliest is None or a.latest is None or b.earliest is None or b.latest is None:
        return True
    return a.earliest <= b.latest and b.earliest <= a.latest


def features(one: Weighed, other: Weighed, near: float | None, around: float) -> tuple[float, ...]:
    """The values of `FEATURES`; `near` is `None` within one article."""
    a, b = one.told, other.told
    shared = _cosine(one.words, other.words)
    return (
        1.0,
        float(a.base == b.base),
        float(near is None),
        near or 0.0,
        shared,
        shared if near is None else 0.0,
        _overlap(one.participants, other.participants),
        _overlap(one.recipients, other.recipients),
        _overlap(one.place, other.place),
        float(not set(a.figures).isdisjoint(b.figures)),
        float(a.cue or b.cue),
        float(a.light or b.light),
        float(a.type == b.type != "other"),
        float(a.denied != b.denied),
        math.log1p(a.sentence) + math.log1p(b.sentence),
        around,
    )


def probability(of: tuple[float, ...]) -> float:
    """That events with these features are one happening."""
    total = sum(weight * value for weight, value in zip(WEIGHTS, of, strict=True))
    return 1 / (1 + math.exp(-total))


def _cosine(one: Mapping[int, float], other: Mapping[int, float]) -> float:
    if len(other) < len(one):
        one, other = other, one
    return sum(value * other[word] for word, value in one.items() if word in other)


def _overlap(one: Mapping[int, float], other: Mapping[int, float]) -> float:
    if not one or not other:
        return 0.0
    shared = sum(value for word, value in one.items() if word in other)
    return shared / min(sum(one.values()), sum(other.values()))
