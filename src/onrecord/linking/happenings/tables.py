"""The events of an article as columns, so that many pairs of them are compared at a time."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import msgspec
import numpy as np
import numpy.typing as npt

from onrecord.linking.happenings.told import (
    COMMON,
    NAMED_ACTOR,
    NAMED_RECIPIENT,
    RECIPIENT,
    Page,
    Told,
    log_odds,
    ordinal,
    word_number,
)
from onrecord.linking.rarity import weights

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
Numbers = npt.NDArray[np.uint32]
Truths = npt.NDArray[np.bool_]

LIGHT, CUE, NOUN, SURE, DENIED, WEIGHTY, ACTED, BEFELL = (1 << place for place in range(8))
"""Flags of an event; `WEIGHTY` is one whose kind is of itself worth something: neither light nor common; `ACTED` and
`BEFELL` have a named actor or recipient."""
COUNTS = ("at", "kind", "base", "type", "flags", "earliest", "latest", "own", "sentence")
"""Of an event: kinds, bases, types (0 for `other`) and its own word (0 where it is not in its sentence) as 32-bit numbers; days as ordinals, 0
where not both are known; its sentence's row."""
SUMS = ("late", "sureness", "own_weight", "length", "taking", "receiving", "placed")
"""Of an event: the log of its sentence's number, log odds of its confidence, the weight of its own word, the length of its sentence as a
vector without that, the weights of its participants, of recipients, and of its place."""
CAP = 3.0
"""Nats that a stem may tell: in a record on a few stories, their names are rare in the news at large and tell
less than it seems. For the same reason stems weigh the root of that; either is worth some tenths of a point of F1 on
ECB+'s dev part."""


def weighed(numbers: Numbers) -> Floats:
    """The square root of what stems tell, in nats, with `CAP`."""
    root: Floats = np.sqrt(np.minimum(weights(numbers), CAP))
    return root


@dataclass(frozen=True)
class Ragged:
    """A set of 32-bit numbers a row, each ascending, with their weights and flags; `masks` has one bit of 64 set for
    each number, so that two rows without a common bit have nothing in common."""

    counts: Ints
    numbers: Numbers
    weights: Floats
    flags: npt.NDArray[np.uint8]
    masks: npt.NDArray[np.uint64]
    starts: Ints

    @classmethod
    def of(cls, rows: Sequence[Mapping[int, int]]) -> Ragged:
        """Rows go from numbers to flags."""
        counts = np.array([len(row) for row in rows], np.int64)
        items = [item for row in rows for item in sorted(row.items())]
        numbers, flags = np.array(items, np.int64).reshape(-1, 2).T
        masks = np.zeros(len(rows), np.uint64)
        bits = np.left_shift(np.uint64(1), (numbers % 64).astype(np.uint64))
        np.bitwise_or.at(masks, np.repeat(np.arange(len(rows)), counts), bits)
        stems = numbers.astype(np.uint32)
        # As they are kept.
        weights = weighed(stems).astype(np.float32).astype(np.float64)
        return cls(
            counts, stems, weights, flags.astype(np.uint8), masks, np.cumsum(counts) - counts
        )

    def packed(self) -> list[bytes]:
        return [
            self.counts.astype(np.uint32).tobytes(),
            self.numbers.tobytes(),
            self.weights.astype(np.float32).tobytes(),
            self.flags.tobytes(),
            self.masks.tobytes(),
        ]

    @classmethod
    def unpacked(cls, parts: Sequence[bytes]) -> Ragged:
        counts = np.frombuffer(parts[0], np.uint32).astype(np.int64)
        return cls(
            counts,
            np.frombuffer(parts[1], np.uint32),
            np.frombuffer(parts[2], np.float32).astype(np.float64),
            np.frombuffer(parts[3], np.uint8),
            np.frombuffer(parts[4], np.uint64),
            np.cumsum(counts) - counts,
        )

    @classmethod
    def joined(cls, parts: Sequence[Ragged]) -> Ragged:
        counts = np.concatenate([part.counts for part in parts])
        return cls(
            counts,
            np.concatenate([part.numbers for part in parts]),
            np.concatenate([part.weights for part in parts]),
            np.concatenate([part.flags for part in parts]),
            np.concatenate([part.masks for part in parts]),
            np.cumsum(counts) - counts,
        )

    def owners(self) -> Ints:
        """The row of every number."""
        return np.repeat(np.arange(len(self.counts)), self.counts)

    def totals(self, flag: int = 0, weights: Floats | None = None) -> Floats:
        """The weight of every row, of numbers with the flag where one is given."""
        weights = self.weights if weights is None else weights
        counted = weights * ((self.flags & flag) > 0) if flag else weights
        sums: Floats = np.bincount(self.owners(), counted, len(self.counts)).astype(np.float64)
        return sums


@dataclass(frozen=True)
class Events:
    """Columns over events but for `sentences`, whose rows are sentences."""

    counts: Ints
    """A row for each of `COUNTS`."""
    sums: Floats
    """A row for each of `SUMS`."""
    participants: Ragged
    places: Ragged
    figures: Ragged
    sentences: Ragged

    def __len__(self) -> int:
        return int(self.counts.shape[1])

    def __getitem__(self, column: str) -> Ints:
        """One of `COUNTS`."""
        found: Ints = self.counts[COUNTS.index(column)]
        return found

    def sum(self, column: str) -> Floats:
        """One of `SUMS`."""
        found: Floats = self.sums[SUMS.index(column)]
        return found


def joined(parts: Sequence[Events]) -> Events:
    """One table of all."""
    if len(parts) == 1:
        return parts[0]
    counts = np.concatenate([part.counts for part in parts], axis=1)
    sentences = np.cumsum([0, *(len(part.sentences.counts) for part in parts[:-1])])
    counts[COUNTS.index("sentence")] += np.repeat(sentences, [len(part) for part in parts])
    return Events(
        counts,
        np.concatenate([part.sums for part in parts], axis=1),
        Ragged.joined([part.participants for part in parts]),
        Ragged.joined([part.places for part in parts]),
        Ragged.joined([part.figures for part in parts]),
        Ragged.joined([part.sentences for part in parts]),
    )


def tabled(page: Page) -> Events:
    """The events of one article."""
    rows = {sentence: row for row, sentence in enumerate(sorted(page.sentences))}
    events = page.events
    participants = Ragged.of([e.participants for e in events])
    places = Ragged.of([dict.fromkeys(e.place, 0) for e in events])
    figures = [{word_number(repr(float(figure))): 0 for figure in e.figures} for e in events]
    sentences = Ragged.of([dict.fromkeys(page.sentences[sentence], 0) for sentence in rows])
    own = np.array([e.own if e.own in page.sentences[e.sentence] else 0 for e in events], np.uint32)
    own_weight = np.where(own > 0, weighed(own), 0.0)
    of = np.array([rows[e.sentence] for e in events], np.int64)
    dated = [(ordinal(e.earliest), ordinal(e.latest)) if e.earliest and e.latest else (0, 0) for e in events]  # fmt: skip
    counts = [
        [e.at for e in events],
        [word_number(e.kind) for e in events],
        [word_number(e.base) for e in events],
        [word_number(e.type) if e.type != "other" else 0 for e in events],
        [_flags(e) for e in events],
        [earliest for earliest, _ in dated],
        [latest for _, latest in dated],
        own.tolist(),
        of.tolist(),
    ]
    squares = sentences.totals(weights=sentences.weights**2)[of] - own_weight**2
    sums = [
        np.array([math.log1p(e.sentence) for e in events]),
        np.array([log_odds(e.confidence) for e in events]),
        own_weight,
        np.sqrt(np.maximum(squares, 0.0)),
        participants.totals(),
        participants.totals(RECIPIENT),
        places.totals(),
    ]
    return Events(
        np.array(counts, np.int64),
        np.array(sums).astype(np.float32).astype(np.float64),
        participants,
        places,
        Ragged.of(figures),
        sentences,
    )


def packed(events: Events) -> bytes:
    """What `unpacked` reads."""
    ragged = (events.participants, events.places, events.figures, events.sentences)
    counts, sums = events.counts.astype(np.uint32), events.sums.astype(np.float32)
    return msgspec.msgpack.encode(
        [counts.tobytes(), sums.tobytes(), *(part for of in ragged for part in of.packed())]
    )


def unpacked(data: bytes) -> Events:
    counts, sums, *parts = _reader.decode(data)
    participants, places, figures, sentences = (
        Ragged.unpacked(parts[at : at + 5]) for at in range(0, 20, 5)
    )
    return Events(
        np.frombuffer(counts, np.uint32).reshape(len(COUNTS), -1).astype(np.int64),
        np.frombuffer(sums, np.float32).reshape(len(SUMS), -1).astype(np.float64),
        participants,
        places,
        figures,
        sentences,
    )


_reader = msgspec.msgpack.Decoder(list[bytes])


def _flags(event: Told) -> int:
    weighty = not event.light and event.kind not in COMMON
    named = list(event.participants.values())
    given = (event.light, event.cue, event.noun, event.sure, event.denied, weighty)
    return sum(1 << place for place, is_so in enumerate(given) if is_so) | (
        ACTED * any(of & NAMED_ACTOR for of in named)
        | BEFELL * any(of & NAMED_RECIPIENT for of in named)
    )
