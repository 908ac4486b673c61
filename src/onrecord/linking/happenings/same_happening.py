"""How likely two events of one kind are one happening: a logistic model over what they share.

The weights were fitted on the topics of ECB+'s train part, and the features and thresholds chosen
on its dev part: see training/happenings. All features but the last are of the two events and their articles
alone; `circle` is of what stands around these, and is added where it is known.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from onrecord.linking.happenings.tables import (
    ACTED,
    BEFELL,
    CUE,
    DENIED,
    LIGHT,
    NOUN,
    SURE,
    WEIGHTY,
    Events,
    Floats,
    Ints,
    Ragged,
    Truths,
)
from onrecord.linking.happenings.told import NAMED_ACTOR, NAMED_RECIPIENT, RECIPIENT

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
    "confidence",  # log odds that the less sure one is of what its article tells
    "circle",  # how far their articles have the same neighbours, 0 within one
)
# fmt: off
WEIGHTS: tuple[float, ...] = (
    -3.56, 0.72, 3.61, 0.31, 0.1, -1.22, 0.62, 0.69, 0.9,
    0.66, -0.08, -0.55, -0.03, -0.54, -0.13, 0.55, 3.28,
)
# fmt: on
"""Made by `python -m training.happenings.fit`."""

ALIKE = 0.3
"""Share of participants, or cosine of sentences, from which two events are alike."""
RARE = 1.5
"""What shared participants must weigh to count (a name that is new weighs 1.7): 'police' do not, nor who stands in every article."""
SHORT = 12.0
"""What the stems of a sentence weigh together, squared, under which it is short: that of four that are not common."""
FAR = 0.3
"""Cosine under which two articles are on one subject rather than one story: their events need something
in common besides the kind, and none of them are one if the articles were published at different times: what
these share is a page's furniture. On ECB+'s dev part these conditions leave half of the pairs and the same F1."""


@dataclass(frozen=True)
class Pairs:
    """Events that may be one: rows of the one table, rows of the other, and the values of all
    `FEATURES` but the last, a column each. `alike`, from 0 to 1, is the cosine of their sentences, less where these are
    so `SHORT` that it says little ('he said')."""

    one: Ints
    other: Ints
    values: Floats
    alike: Floats

    def only(self, kept: Ints, first: int) -> Pairs:
        """Some of them, the rows of the other table counted from its row `first`."""
        return Pairs(
            self.one[kept], self.other[kept] - first, self.values[:, kept], self.alike[kept]
        )


def odds(values: Floats) -> npt.NDArray[np.float32]:
    """Log odds that pairs with these values, a column each, are one, before `circle`."""
    total = np.zeros(values.shape[1])
    # Row by row, and not as a product of matrices: that would add up in another order for another number of pairs.
    for weight, row in zip(WEIGHTS[:-1], values, strict=True):
        total = total + weight * row
    return total.astype(np.float32)


def compared(one: Events, other: Events, article: Ints, near: Floats, apart: Truths) -> Pairs:
    """The pairs of an event of an article and an event of another that may be one and are worth weighing.

    `other` are the events of several articles, `article` says for each event which of these it is of, and
    `near` and `apart` are theirs: the cosine with the first article, -1 for that article itself, and
    whether they were published at different times. The values are the same whichever of two articles
    comes first.
    """
    a, b = _of_one_kind(one["kind"], other["kind"])
    cosine = near[article[b]]
    here = cosine < 0
    kept = ~here | (one["at"][a] < other["at"][b])
    kept &= _days_agree(one, other, a, b)
    far = ~here & (cosine < FAR)
    kept &= ~(far & apart[article[b]])
    a, b, far, here = a[kept], b[kept], far[kept], here[kept]

    alike = _sentences(one, other, a, b)
    places_meet = (one.places.masks[a] & other.places.masks[b]) > 0
    figures_meet = (one.figures.masks[a] & other.figures.masks[b]) > 0
    kept = ~far | (alike > 0.1) | places_meet | figures_meet
    a, b, far, here, alike = a[kept], b[kept], far[kept], here[kept], alike[kept]

    people = _Meeting.of(one.participants, other.participants, a, b)
    shared = people.weight()
    taking = _share(shared, one.sum("taking")[a], other.sum("taking")[b])
    places = _share(
        _Meeting.of(one.places, other.places, a, b).weight(),
        one.sum("placed")[a],
        other.sum("placed")[b],
    )
    figures = _Meeting.of(one.figures, other.figures, a, b).count() > 0
    both = one["flags"][a] & other["flags"][b]
    either = one["flags"][a] | other["flags"][b]
    others = ((both & BEFELL) > 0) & (people.count(NAMED_RECIPIENT) == 0)
    others |= ((both & CUE) > 0) & ((both & ACTED) > 0) & (people.count(NAMED_ACTOR) == 0)
    same = (shared > 0) & (shared >= RARE)
    nouns = (both & NOUN) > 0
    away = apart[article[b]] & ~here
    kept = ~others
    kept &= nouns | ((either & SURE) > 0)
    kept &= ~away | (nouns & same)
    kept &= ((both & WEIGHTY) > 0) | (same & (taking > ALIKE))
    kept &= ~here | nouns | same | (alike > 0.2)
    kept &= ~far | (same & (alike > 0.1)) | (alike > 0.15) | (places > 0) | figures
    kept |= alike > ALIKE

    values = (
        np.ones(len(a)),
        one["base"][a] == other["base"][b],
        here,
        np.maximum(near[article[b]], 0.0),
        alike,
        np.where(here, alike, 0.0),
        taking,
        _share(people.weight(RECIPIENT), one.sum("receiving")[a], other.sum("receiving")[b]),
        places,
        figures,
        (either & CUE) > 0,
        (either & LIGHT) > 0,
        (one["type"][a] == other["type"][b]) & (one["type"][a] > 0),
        ((either ^ both) & DENIED) > 0,
        one.sum("late")[a] + other.sum("late")[b],
        np.minimum(one.sum("sureness")[a], other.sum("sureness")[b]),
    )
    a, b = a[kept], b[kept]
    length = one.sum("length")[a] * other.sum("length")[b]
    held = np.clip(alike[kept] * np.minimum(length / SHORT, 1.0), 0.0, 1.0)
    return Pairs(a, b, np.array([column[kept] for column in values], np.float64), held)


def _of_one_kind(one: Ints, other: Ints) -> tuple[Ints, Ints]:
    order = np.argsort(one, kind="stable")
    sorted_ = one[order]
    start = np.searchsorted(sorted_, other, "left")
    counts = np.searchsorted(sorted_, other, "right") - start
    b, within = _repeated(counts)
    return order[start[b] + within], b


def _days_agree(one: Events, other: Events, a: Ints, b: Ints) -> Truths:
    """False where their own clauses state days that cannot be the same."""
    first, second = one["earliest"][a], other["earliest"][b]
    unknown = (first == 0) | (second == 0)
    agree: Truths = unknown | ((first <= other["latest"][b]) & (second <= one["latest"][a]))
    return agree


def _sentences(one: Events, other: Events, a: Ints, b: Ints) -> Floats:
    """Cosine of the events' sentences, but for their own words."""
    mine, theirs = one.sentences, other.sentences
    order = np.argsort(mine.numbers, kind="stable")
    known = mine.numbers[order]
    start = np.searchsorted(known, theirs.numbers, "left")
    counts = np.searchsorted(known, theirs.numbers, "right") - start
    at, within = _repeated(counts)
    first = order[start[at] + within]
    cells = mine.owners()[first] * len(theirs.counts) + theirs.owners()[at]
    size = len(mine.counts) * len(theirs.counts)
    dots = np.bincount(cells, mine.weights[first] * theirs.weights[at], size)
    shared = dots[one["sentence"][a] * len(theirs.counts) + other["sentence"][b]]
    shared = shared - np.where(one["own"][a] == other["own"][b], one.sum("own_weight")[a] ** 2, 0.0)
    length = one.sum("length")[a] * other.sum("length")[b]
    return np.where(length > 0, shared / np.maximum(length, 1e-9), 0.0)


@dataclass(frozen=True)
class _Meeting:
    """The numbers that pairs of rows have in common."""

    pairs: int
    pair: Ints
    weights: Floats
    flags: npt.NDArray[np.uint8]

    @classmethod
    def of(cls, one: Ragged, other: Ragged, a: Ints, b: Ints) -> _Meeting:
        meeting = np.flatnonzero(one.masks[a] & other.masks[b])
        first, second = a[meeting], b[meeting]
        width = other.counts[second]
        pair, within = _repeated(one.counts[first] * width)
        x = one.starts[first][pair] + within // width[pair]
        y = other.starts[second][pair] + within % width[pair]
        hit = np.flatnonzero(one.numbers[x] == other.numbers[y])
        x, y = x[hit], y[hit]
        return cls(len(a), meeting[pair[hit]], one.weights[x], one.flags[x] & other.flags[y])

    def weight(self, flag: int = 0) -> Floats:
        """Of those in common, with the flag on both sides where one is given."""
        counted = self.weights * ((self.flags & flag) > 0) if flag else self.weights
        sums: Floats = np.bincount(self.pair, counted, self.pairs).astype(np.float64)
        return sums

    def count(self, flag: int = 0) -> Ints:
        counted = self.pair[(self.flags & flag) > 0] if flag else self.pair
        counts: Ints = np.bincount(counted, minlength=self.pairs)
        return counts


def _share(shared: Floats, one: Floats, other: Floats) -> Floats:
    return np.where(shared > 0, shared / np.maximum(np.minimum(one, other), 1e-9), 0.0)


def _repeated(counts: Ints) -> tuple[Ints, Ints]:
    """Every index as often as its count, and how many of the same stand before it."""
    index = np.repeat(np.arange(len(counts)), counts)
    return index, np.arange(len(index)) - (np.cumsum(counts) - counts)[index]
