"""Statements while they are compared: on disk, but for numbers that stand for their words.

A statement's number is its rank by id, so that nothing depends on the order of arrival.
"""

from __future__ import annotations

import math
import sqlite3
import zlib
from array import array
from collections import OrderedDict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from hashlib import blake2b
from itertools import groupby

import msgspec
import numpy as np
import numpy.typing as npt

from onrecord.linking.claims.terms import Said
from onrecord.model import NameType, Span

IN_HAND = 512
"""Statements that stay in memory once read."""

Terms = npt.NDArray[np.uint32]

_encoder = msgspec.msgpack.Encoder()
_decoder = msgspec.msgpack.Decoder(Said)
_spans = msgspec.msgpack.Decoder(tuple[Span, ...]).decode


class Sayings:
    """All statements of a record. First `add` and `forget`, then `seal`, then read."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        for command in (
            """CREATE TABLE IF NOT EXISTS sayings (arrival INTEGER PRIMARY KEY, id TEXT UNIQUE,
                article TEXT, stance TEXT, who TEXT, who_type TEXT, who_spans BLOB, counting INTEGER,
                wording INTEGER, terms BLOB)""",
            "CREATE INDEX IF NOT EXISTS sayings_article ON sayings(article, arrival)",
            "CREATE INDEX IF NOT EXISTS sayings_stance ON sayings(stance, id)",
            "CREATE TABLE IF NOT EXISTS said (arrival INTEGER PRIMARY KEY, body BLOB)",
            "CREATE TEMP TABLE voices (arrival INTEGER PRIMARY KEY, id TEXT UNIQUE, identity TEXT)",
            "CREATE TEMP TABLE claimed (arrival INTEGER PRIMARY KEY, id TEXT UNIQUE, claim TEXT)",
        ):
            connection.execute(command)
        self._terms = array("I")
        self._ends = array("Q", [0])
        self._wordings = array("q")
        self._order = array("q")  # arrival by number
        self._rank: npt.NDArray[np.int32] = np.empty(0, dtype=np.int32)  # number by arrival
        self._in_hand: OrderedDict[int, Said] = OrderedDict()

    def __len__(self) -> int:
        return len(self._order)

    def add(
        self,
        statement: Said,
        wording: tuple[object, ...] | None,
        speaker: tuple[str, NameType] | None = None,
        spans: Sequence[Span] = (),
    ) -> None:
        """`wording` is equal for statements in the same words; `None` for those that are not to be
        compared. `speaker` is the folded name and type that its article knows the speaker by,
        `spans` are the words that give it."""
        terms = np.array(sorted({term_number(t) for t in statement.terms}), dtype=np.uint32)
        (arrival,) = self._connection.execute(
            "INSERT INTO sayings(id, article, stance, who, who_type, who_spans, counting, wording,"
            " terms) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING arrival",
            (
                statement.id, statement.article, statement.stance, *(speaker or (None, None)),
                _encoder.encode(spans) if speaker else None, len(statement.figures) > 0,
                _digest(wording) if wording is not None else 0, terms.tobytes(),
            ),
        ).fetchone()  # fmt: skip
        self._connection.execute(
            "INSERT INTO said VALUES (?, ?)", (arrival, _encoder.encode(statement))
        )

    def forget(self, article: str) -> None:
        """Take out the statements of the article."""
        self._connection.execute(
            "DELETE FROM said WHERE arrival IN (SELECT arrival FROM sayings WHERE article = ?)",
            (article,),
        )
        self._connection.execute("DELETE FROM sayings WHERE article = ?", (article,))

    def seal(self, who: Callable[[str, tuple[str, NameType], Sequence[Span]], str | None]) -> None:
        """All have been added. `who` gives the identity of an article's speaker by name and words."""
        for arrival, wording, terms in self._connection.execute(
            "SELECT arrival, wording, terms FROM sayings ORDER BY id"
        ):
            self._order.append(arrival)
            self._wordings.append(wording)
            self._terms.frombytes(terms)
            self._ends.append(len(self._terms))
        arrivals = np.array(self._order, dtype=np.int64)
        self._rank = np.full(int(arrivals.max(initial=-1)) + 1, -1, dtype=np.int32)
        self._rank[arrivals] = np.arange(len(arrivals), dtype=np.int32)
        rows = self._connection.execute(
            "SELECT arrival, id, article, who, who_type, who_spans FROM sayings WHERE who IS NOT NULL"
            " ORDER BY article, arrival"
        )
        self._connection.executemany(
            "INSERT INTO voices VALUES (?, ?, ?)",
            (
                (arrival, identifier, identity)
                for arrival, identifier, article, name, kind, spans in rows
                if (identity := who(article, (name, kind), _spans(spans))) is not None
            ),
        )

    def __getitem__(self, number: int) -> Said:
        held = self._in_hand.get(number)
        if held is not None:
            self._in_hand.move_to_end(number)
            return held
        row = self._connection.execute(
            "SELECT body, identity FROM said LEFT JOIN voices USING (arrival) WHERE arrival = ?",
            (self._order[number],),
        ).fetchone()
        read = self._in_hand[number] = _said(*row)
        if len(self._in_hand) > IN_HAND:
            self._in_hand.popitem(last=False)
        return read

    def terms(self, number: int) -> Terms:
        """The statement's content words as numbers, sorted."""
        start, end = self._ends[number], self._ends[number + 1]
        return np.array(self._terms[start:end], dtype=np.uint32)

    def wordings(self) -> npt.NDArray[np.int64]:
        """By number; equal for equal wordings, 0 for those that are not to be compared."""
        return np.array(self._wordings, dtype=np.int64)

    def number(self, identifier: str) -> int | None:
        row = self._connection.execute(
            "SELECT arrival FROM sayings WHERE id = ?", (identifier,)
        ).fetchone()
        return None if row is None else int(self._rank[row[0]])

    def every_term(self) -> tuple[Terms, npt.NDArray[np.int32]]:
        """The terms of all statements in the order of numbers, and the number that each is of."""
        ends = np.array(self._ends, dtype=np.int64)
        lengths = ends[1:] - ends[:-1]
        owners = np.repeat(np.arange(len(self), dtype=np.int32), lengths)
        return np.array(self._terms, dtype=np.uint32), owners

    def by_article(
        self, stances: Collection[str] = (), *, counting: bool = False
    ) -> Iterator[list[tuple[int, Said]]]:
        """The statements of each article in their order there, with their numbers: of articles that
        have one with such a stance, or, if `counting`, several with figures."""
        marks = ", ".join("?" * len(stances))
        which = f"SELECT article FROM sayings WHERE stance IN ({marks})"
        if counting:
            which = (
                "SELECT article FROM sayings WHERE counting GROUP BY article HAVING count(*) > 1"
            )
        rows = self._connection.execute(
            "SELECT article, arrival, body, identity FROM sayings JOIN said USING (arrival)"
            f" LEFT JOIN voices USING (arrival) WHERE article IN ({which})"
            " ORDER BY article, arrival",
            tuple(stances),
        )
        for _, group in groupby(rows, key=lambda row: row[0]):
            yield [(int(self._rank[row[1]]), _said(row[2], row[3])) for row in group]

    def with_stance(self, *stances: str) -> Iterator[tuple[int, Said]]:
        """By id."""
        marks = ", ".join("?" * len(stances))
        rows = self._connection.execute(
            "SELECT arrival, body, identity FROM sayings JOIN said USING (arrival)"
            f" LEFT JOIN voices USING (arrival) WHERE stance IN ({marks}) ORDER BY sayings.id",
            stances,
        )
        for arrival, body, identity in rows:
            yield int(self._rank[arrival]), _said(body, identity)

    def claimed(self, claim: str, numbers: Iterable[int]) -> None:
        """Note that these statements make or deny the claim with that id."""
        self._connection.executemany(
            "INSERT OR REPLACE INTO claimed SELECT arrival, id, ? FROM sayings WHERE arrival = ?",
            ((claim, self._order[n]) for n in numbers),
        )

    def claim_of(self, number: int) -> str | None:
        row = self._connection.execute(
            "SELECT claim FROM claimed WHERE arrival = ?", (self._order[number],)
        ).fetchone()
        return None if row is None else str(row[0])


class Weights:
    """The idf of every term over statements in different words: reprints count once."""

    def __init__(self, sayings: Sayings, numbers: npt.NDArray[np.int32]) -> None:
        """`numbers`: a statement for each wording."""
        terms, owners = sayings.every_term()
        counted = np.zeros(len(sayings), dtype=np.bool_)
        counted[numbers] = True
        self._terms, df = np.unique(terms[counted[owners]], return_counts=True)
        self._weights = np.log((1 + len(numbers)) / df)
        self._unknown = math.log(1 + len(numbers))

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


def stand_ins(sayings: Sayings) -> tuple[npt.NDArray[np.int32], list[list[int]]]:
    """One number for each wording (the least), ascending, and for those that have equals, all of
    them; a much-reprinted statement is compared once."""
    wordings = sayings.wordings()
    order = np.argsort(wordings, kind="stable").astype(np.int32)
    order = order[wordings[order] != 0]
    if not len(order):
        return order, []
    begins = np.concatenate(([0], np.flatnonzero(np.diff(wordings[order])) + 1))
    lengths = np.diff(np.concatenate((begins, [len(order)])))
    equals = [
        order[begins[at] : begins[at] + lengths[at]].tolist() for at in np.flatnonzero(lengths > 1)
    ]
    return np.sort(order[begins]), equals


def _digest(wording: tuple[object, ...]) -> int:
    plain = [sorted(part) if isinstance(part, frozenset) else part for part in wording]
    digest = blake2b(repr(plain).encode(), digest_size=8).digest()
    return int.from_bytes(digest, signed=True) or 1


def _said(body: bytes, speaker: str | None) -> Said:
    kept = _decoder.decode(body)
    return kept if speaker is None else msgspec.structs.replace(kept, speaker=speaker)
