"""Statements while they are compared: on disk, but for numbers that stand for their words.

A statement's number is its rank by id, so that nothing depends on the order of arrival.
"""

from __future__ import annotations

import math
import sqlite3
import zlib
from array import array
from collections import OrderedDict
from collections.abc import Iterable, Iterator, Sequence
from hashlib import blake2b

import msgspec
import numpy as np
import numpy.typing as npt

from onrecord.linking.terms import Said

IN_HAND = 512
"""Statements that stay in memory once read."""

Terms = npt.NDArray[np.uint32]

_encoder = msgspec.msgpack.Encoder()
_decoder = msgspec.msgpack.Decoder(Said)


class Sayings:
    """All statements of a record. First `add` them, then read."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        connection.execute(
            """CREATE TABLE sayings (arrival INTEGER PRIMARY KEY, id TEXT, article TEXT,
            stance TEXT, parent TEXT, body BLOB, identity TEXT, claim TEXT)"""
        )
        self._terms = array("I")
        self._ends = array("Q", [0])
        self._wordings = array("Q")
        self._order: npt.NDArray[np.int32] | None = None
        self._rank: npt.NDArray[np.int32] | None = None
        self._in_hand: OrderedDict[int, Said] = OrderedDict()

    def __len__(self) -> int:
        return len(self._wordings)

    def add(self, statement: Said, wording: tuple[object, ...] | None) -> None:
        """`wording` is equal for statements in the same words; `None` for those that are not to be
        compared."""
        self._connection.execute(
            "INSERT INTO sayings VALUES (?, ?, ?, ?, ?, ?, ?, NULL)",
            (
                len(self), statement.id, statement.article, statement.stance, statement.parent,
                _encoder.encode(statement), statement.speaker,
            ),
        )  # fmt: skip
        self._terms.extend(sorted({term_number(t) for t in statement.terms}))
        self._ends.append(len(self._terms))
        self._wordings.append(_digest(wording) if wording is not None else 0)

    def seal(self) -> None:
        """All have been added."""
        self._connection.execute("CREATE UNIQUE INDEX sayings_id ON sayings(id)")
        self._connection.execute("CREATE INDEX sayings_article ON sayings(article, arrival)")
        rows = self._connection.execute("SELECT arrival FROM sayings ORDER BY id")
        self._order = np.fromiter((row[0] for row in rows), dtype=np.int32)
        self._rank = np.empty(len(self), dtype=np.int32)
        self._rank[self._order] = np.arange(len(self), dtype=np.int32)

    def __getitem__(self, number: int) -> Said:
        held = self._in_hand.get(number)
        if held is not None:
            self._in_hand.move_to_end(number)
            return held
        (body,) = self._connection.execute(
            "SELECT body FROM sayings WHERE arrival = ?", (self._arrival(number),)
        ).fetchone()
        read = self._in_hand[number] = _decoder.decode(body)
        if len(self._in_hand) > IN_HAND:
            self._in_hand.popitem(last=False)
        return read

    def terms(self, number: int) -> Terms:
        """The statement's content words as numbers, sorted."""
        arrival = self._arrival(number)
        start, end = self._ends[arrival], self._ends[arrival + 1]
        return np.array(self._terms[start:end], dtype=np.uint32)

    def wordings(self) -> npt.NDArray[np.uint64]:
        """By number; equal for equal wordings, 0 for those that are not to be compared."""
        assert self._order is not None, "seal it first"
        return np.array(self._wordings, dtype=np.uint64)[self._order]

    def number(self, identifier: str) -> int | None:
        row = self._connection.execute(
            "SELECT arrival FROM sayings WHERE id = ?", (identifier,)
        ).fetchone()
        return None if row is None else self._number(row[0])

    def by_article(self) -> Iterator[list[tuple[int, Said]]]:
        """The statements of each article in their order there, with their numbers."""
        held: list[tuple[int, Said]] = []
        rows = self._connection.execute(
            "SELECT arrival, body FROM sayings ORDER BY article, arrival"
        )
        for arrival, body in rows:
            statement = _decoder.decode(body)
            if held and held[0][1].article != statement.article:
                yield held
                held = []
            held.append((self._number(arrival), statement))
        if held:
            yield held

    def with_stance(self, *stances: str) -> Iterator[tuple[int, Said]]:
        """By id."""
        marks = ", ".join("?" * len(stances))
        command = f"SELECT arrival, body FROM sayings WHERE stance IN ({marks}) ORDER BY id"
        for arrival, body in self._connection.execute(command, stances):
            yield self._number(arrival), _decoder.decode(body)

    def claimed(self, claim: str, numbers: Iterable[int]) -> None:
        """Note that these statements make or deny the claim with that id."""
        self._connection.executemany(
            "UPDATE sayings SET claim = ? WHERE arrival = ?",
            ((claim, self._arrival(n)) for n in numbers),
        )

    def claim_of(self, number: int) -> str | None:
        row = self._connection.execute(
            "SELECT claim FROM sayings WHERE arrival = ?", (self._arrival(number),)
        ).fetchone()
        return None if row[0] is None else str(row[0])

    def _arrival(self, number: int) -> int:
        assert self._order is not None, "seal it first"
        return int(self._order[number])

    def _number(self, arrival: int) -> int:
        assert self._rank is not None, "seal it first"
        return int(self._rank[arrival])


class Weights:
    """The idf of every term over statements in different words: reprints count once."""

    def __init__(self, statements: Iterable[Terms]) -> None:
        every = array("I")
        count = 0
        for terms in statements:
            every.frombytes(terms.tobytes())
            count += 1
        self._terms, df = np.unique(np.frombuffer(every, dtype=np.uint32), return_counts=True)
        self._weights = np.log((1 + count) / df)
        self._unknown = math.log(1 + count)

    def of(self, terms: Terms) -> npt.NDArray[np.float64]:
        """The weights of terms; one that was never seen weighs most."""
        if not len(self._terms):
            return np.full(len(terms), self._unknown)
        at = np.minimum(np.searchsorted(self._terms, terms), len(self._terms) - 1)
        return np.where(self._terms[at] == terms, self._weights[at], self._unknown)

    def __getitem__(self, term: str) -> float:
        return float(self.of(np.array([term_number(term)], dtype=np.uint32))[0])


def term_number(term: str) -> int:
    """32 bits of a term: in a record of a million terms one in four thousand has a double."""
    return zlib.crc32(term.encode())


def stand_ins(sayings: Sayings) -> tuple[Sequence[int], list[list[int]]]:
    """One number for each wording (the least), ascending, and for those that have equals, all of
    them; a much-reprinted statement is compared once."""
    wordings = sayings.wordings()
    order = np.argsort(wordings, kind="stable").astype(np.int32)
    order = order[np.searchsorted(wordings[order], 1) :]
    if not len(order):
        return [], []
    begins = np.concatenate(([0], np.flatnonzero(np.diff(wordings[order])) + 1))
    lengths = np.diff(np.concatenate((begins, [len(order)])))
    equals = [
        order[begins[at] : begins[at] + lengths[at]].tolist() for at in np.flatnonzero(lengths > 1)
    ]
    return array("l", np.sort(order[begins]).tolist()), equals


def _digest(wording: tuple[object, ...]) -> int:
    plain = [sorted(part) if isinstance(part, frozenset) else part for part in wording]
    return int.from_bytes(blake2b(repr(plain).encode(), digest_size=8).digest()) or 1
