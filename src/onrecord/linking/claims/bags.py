"""Bags of terms in arrays, and how much of them pairs share.

The weights of terms (`rarity`) are multiples of a power of two, so sums of them are exact in any order.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

import numpy as np
import numpy.typing as npt

from onrecord.linking import rarity
from onrecord.linking.stems import number

Terms = npt.NDArray[np.uint32]
Keys = npt.NDArray[np.int64]
Places = npt.NDArray[np.int64]

SCARCER = 3.0
"""Nats by which a word tells more in a statement than in an article, which has some twenty times as many:
the mean difference to the idf over 89,000 statements of 4,000 articles of US news is 3.1."""
AT_ONCE = 1 << 16
"""Pairs that are weighed at a time, in some 50 MB."""


@dataclass(frozen=True)
class Shared:
    """Of each pair: how many terms it shares, what these weigh, and what each of the two weighs."""

    count: npt.NDArray[np.int64]
    common: npt.NDArray[np.float64]
    one: npt.NDArray[np.float64]
    other: npt.NDArray[np.float64]


@dataclass(frozen=True)
class Bags:
    """The terms of `keys[i]`, ascending, are `terms[starts[i]:starts[i + 1]]`."""

    keys: Keys
    starts: Places
    terms: Terms

    @classmethod
    def of(cls, rows: Iterable[tuple[int, bytes]]) -> Bags:
        """From keys and terms as `stored`."""
        keys, lengths, terms = [], [0], bytearray()
        for key, stored in rows:
            keys.append(key)
            lengths.append(len(stored) // 4)
            terms += stored
        starts = np.cumsum(np.array(lengths, dtype=np.int64))
        return cls(np.array(keys, dtype=np.int64), starts, np.frombuffer(bytes(terms), np.uint32))

    def __len__(self) -> int:
        return len(self.keys)

    def __getitem__(self, at: int) -> Terms:
        return self.terms[self.starts[at] : self.starts[at + 1]]

    @cached_property
    def owners(self) -> Places:
        """The place of the bag that each term is of."""
        return np.repeat(np.arange(len(self), dtype=np.int64), np.diff(self.starts))

    @cached_property
    def weight(self) -> npt.NDArray[np.float64]:
        """What each bag weighs, in nats."""
        found: npt.NDArray[np.float64] = np.bincount(
            self.owners, weights(self.terms), len(self)
        ).astype(np.float64)
        return found


def weights(terms: Terms) -> npt.NDArray[np.float64]:
    """How much each tells of a statement, in nats."""
    return rarity.weights(terms) + SCARCER


def numbers_of(terms: Iterable[str]) -> Terms:
    """Ascending."""
    return np.array(sorted({number(term) for term in terms}), dtype=np.uint32)


def bags_at_once(rows: Iterable[tuple[int, bytes]], size: int = 1 << 16) -> Iterable[Bags]:
    """The rows in parts of `size`, so that memory does not grow with their number."""
    rest = iter(rows)
    while len(some := Bags.of(islice(rest, size))):
        yield some


def shared(ones: Bags, first: Places, others: Bags, second: Places) -> Shared:
    """Of the pairs of bags at the places `first` of `ones` and `second` of `others`."""
    count = np.zeros(len(first), dtype=np.int64)
    common = np.zeros(len(first))
    for begin in range(0, len(first), AT_ONCE):
        end = min(begin + AT_ONCE, len(first))
        left = _entries(ones, first[begin:end])
        right = _entries(others, second[begin:end])
        found = right[np.isin(right, left, assume_unique=True)]
        pairs = found >> 32
        count[begin:end] = np.bincount(pairs, minlength=end - begin)
        terms = (found & 0xFFFFFFFF).astype(np.uint32)
        common[begin:end] = np.bincount(pairs, weights(terms), end - begin)
    return Shared(count, common, ones.weight[first], others.weight[second])


def _entries(bags: Bags, places: Places) -> Keys:
    """(rank in `places`, term) in 64 bits each."""
    lengths = bags.starts[places + 1] - bags.starts[places]
    ranks = np.repeat(np.arange(len(places), dtype=np.int64), lengths)
    steps = np.arange(len(ranks)) - np.repeat(np.cumsum(lengths) - lengths, lengths)
    terms = bags.terms[np.repeat(bags.starts[places], lengths) + steps]
    entries: Keys = ranks << 32 | terms.astype(np.int64)
    return entries
