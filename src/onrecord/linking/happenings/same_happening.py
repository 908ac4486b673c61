"""How likely two events of one kind are one happening: a logistic model over what they share.

The weights were fitted on the topics of ECB+'s train part, and the features and the threshold of
`happenings` chosen on its dev part: see training/happenings.
"""

from __future__ import annotations

import math
from collections.abc import Mapping

from onrecord.linking.happenings.told import Weighed

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
    "circle",  # how far their articles have the same neighbours, 0 within one
    "confidence",  # log odds that the less sure one is of what its article tells
)
# fmt: off
WEIGHTS: tuple[float, ...] = (
    -4.15, 0.65, 3.25, -0.72, 0.7, -1.52, 0.57, 0.82, 1.02,
    0.87, 0.02, -0.56, 0.05, -0.51, -0.15, 0.63, 3.49, 0.43,
)
# fmt: on
"""Made by `python -m training.happenings.fit`."""


ALIKE = 0.3
"""Share of participants, or cosine of sentences, from which two events are alike."""
RARE = 1.5
"""Nats that shared participants must weigh to count: 'police' do not, nor who stands in every article."""
COMMON = 0.25
"""Share of all articles from which a kind is told everywhere, and says little by itself."""
FAR = 0.3
"""Cosine under which two articles are on one subject rather than one story: their events need something
in common besides the kind, and none of them are one if the articles were published at different times: what
these share is a page's furniture. On ECB+'s dev part these conditions leave half of the pairs and the same F1."""


def may_be_one(one: Weighed, other: Weighed) -> bool:
    """False where their own clauses state days that cannot be the same."""
    a, b = one.told, other.told
    if a.earliest is None or a.latest is None or b.earliest is None or b.latest is None:
        return True
    return a.earliest <= b.latest and b.earliest <= a.latest


def features(
    one: Weighed,
    other: Weighed,
    near: float | None,
    around: float,
    *,
    circle: float = 0.0,
    common: float = 0.0,
    apart: bool = False,
) -> tuple[float, ...] | None:
    """The values of `FEATURES`, `None` where the two cannot be one or too little speaks for it. `near` is
    `None` within one article, `circle` as in `neighbours`, `common` the share of all articles that tell of the kind, `apart` says
    that these two were published at different times."""
    a, b = one.told, other.told
    if not may_be_one(one, other) or (apart and near is not None and near < FAR):
        return None
    taking = _overlap(one.participants, other.participants)
    shared = _cosine(one.words, other.words)
    places = _overlap(one.place, other.place)
    figures = not set(a.figures).isdisjoint(b.figures)
    if shared <= ALIKE:
        if _others(a.named_recipients, b.named_recipients) or (
            a.cue and b.cue and _others(a.named_actors, b.named_actors)
        ):
            return None
        same_people = taking > 0 and _weight(one.participants, other.participants) >= RARE
        nouns = a.noun and b.noun
        if not (nouns or a.sure or b.sure) or (apart and not (nouns and same_people)):
            return None
        if (a.light or b.light or common > COMMON) and not (same_people and taking > ALIKE):
            return None
        if near is None:
            if not (nouns or same_people or shared > 0.2):
                return None
        elif near < FAR and not ((same_people and shared > 0.1) or shared > 0.15 or places or figures):  # fmt: skip
            return None
    return (
        1.0,
        float(a.base == b.base),
        float(near is None),
        near or 0.0,
        shared,
        shared if near is None else 0.0,
        taking,
        _overlap(one.recipients, other.recipients),
        places,
        float(figures),
        float(a.cue or b.cue),
        float(a.light or b.light),
        float(a.type == b.type != "other"),
        float(a.denied != b.denied),
        math.log1p(a.sentence) + math.log1p(b.sentence),
        around,
        circle,
        _log_odds(min(a.confidence, b.confidence)),
    )


def probability(of: tuple[float, ...]) -> float:
    """That events with these features are one happening."""
    total = sum(weight * value for weight, value in zip(WEIGHTS, of, strict=True))
    return 1 / (1 + math.exp(-total))


def _others(one: tuple[int, ...], other: tuple[int, ...]) -> bool:
    """Whether both are named, and not one and the same."""
    return bool(one) and bool(other) and set(one).isdisjoint(other)


def _log_odds(chance: float) -> float:
    held = min(max(chance, 0.02), 0.98)
    return math.log(held / (1 - held))


def _cosine(one: Mapping[int, float], other: Mapping[int, float]) -> float:
    return sum([one[word] * other[word] for word in one.keys() & other.keys()])


def _weight(one: Mapping[int, float], other: Mapping[int, float]) -> float:
    return sum([one[word] for word in one.keys() & other.keys()])


def _overlap(one: Mapping[int, float], other: Mapping[int, float]) -> float:
    if not one or not other or one.keys().isdisjoint(other):
        return 0.0
    return _weight(one, other) / min(sum(one.values()), sum(other.values()))
