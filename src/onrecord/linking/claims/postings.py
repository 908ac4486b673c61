"""An inverted index of the statements that each term stands in, and which of them meet in rare terms.

A term that stands in many is a topic and tells nothing: its list is not looked at, and not kept
for long. So what one statement costs is bounded, whatever the record is about.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

import numpy as np

from onrecord.linking.claims.bags import Bags, Keys, Places, Terms
from onrecord.linking.distinct import distinct

CROWD = 100
"""Statements in different words that a term may stand in to lead from one to another."""
KEPT = 2 * CROWD
"""Up to how many a list is kept, lest one that shrinks a little must be made anew."""
AT_ONCE = 1 << 15
"""Terms that are looked up at a time: some 300,000 meetings of news, at most 100 times as many."""
VARIABLES = 500
"""Of one SQL command."""


@dataclass
class Crossed:
    """Terms that came to tell nothing, with the statements they stood in, and terms that tell again."""

    silenced: dict[int, Keys] = field(default_factory=dict)
    telling: list[int] = field(default_factory=list)

    @property
    def terms(self) -> list[int]:
        return [*self.silenced, *self.telling]

    def add(self, more: Crossed) -> None:
        self.silenced.update(more.silenced)
        self.telling += more.telling


class Postings:
    """On disk, a row a term. `everything` gives all bags that are in it, for lists that were not kept."""

    def __init__(
        self, connection: sqlite3.Connection, everything: Callable[[], Iterable[tuple[int, bytes]]]
    ) -> None:
        self._connection = connection
        self._everything = everything
        self._lost: list[int] = []
        connection.execute(
            "CREATE TABLE IF NOT EXISTS postings (term INTEGER PRIMARY KEY, count INTEGER, keys BLOB)"
        )

    def change(self, went: Bags, came: Bags) -> Crossed:
        """Take out and put in; after the last of a linking, `restore`."""
        terms = np.concatenate((went.terms, came.terms))
        keys = np.concatenate((went.keys[went.owners], came.keys[came.owners]))
        comes = np.arange(len(terms)) >= len(went.terms)
        order = np.argsort(terms, kind="stable")
        terms, keys, comes = terms[order], keys[order], comes[order]
        every, begins = np.unique(terms, return_index=True)
        ends = [*begins[1:].tolist(), len(terms)]
        before = self._rows(every)
        crossed = Crossed()

        def rows() -> Iterator[tuple[int, int, bytes | None]]:
            for term, begin, end in zip(every.tolist(), begins.tolist(), ends, strict=True):
                held, stored = before.get(term, (0, b""))
                arriving = comes[begin:end]
                count = held + 2 * int(np.count_nonzero(arriving)) - (end - begin)
                now = None
                if stored is not None:
                    own = np.frombuffer(stored, np.int64)
                    if held and held <= CROWD < count:
                        crossed.silenced[term] = own
                    if not arriving.all():
                        own = own[~np.isin(own, keys[begin:end][~arriving])]
                    if count <= KEPT:
                        now = np.concatenate((own, keys[begin:end][arriving])).tobytes()
                elif count <= CROWD:
                    self._lost.append(term)
                if count <= CROWD < held:
                    crossed.telling.append(term)
                yield term, count, now

        self._connection.executemany("INSERT OR REPLACE INTO postings VALUES (?, ?, ?)", rows())
        return crossed

    def restore(self) -> None:
        """Make the lists anew that were not kept and are short enough now."""
        rows = self._rows(distinct(np.array(self._lost, dtype=np.uint32)), "AND keys IS NULL")
        terms = np.array([t for t, (n, _) in rows.items() if n <= CROWD], dtype=np.uint32)
        self._lost.clear()
        if not len(terms):
            return
        found: dict[int, list[int]] = {term: [] for term in terms.tolist()}
        for key, stored in self._everything():
            for term in np.intersect1d(np.frombuffer(stored, np.uint32), terms).tolist():
                found[term].append(key)
        self._connection.executemany(
            "UPDATE postings SET keys = ? WHERE term = ?",
            ((np.array(own, dtype=np.int64).tobytes(), term) for term, own in found.items()),
        )

    def _rows(self, terms: Terms, condition: str = "") -> dict[int, tuple[int, bytes | None]]:
        found: dict[int, tuple[int, bytes | None]] = {}
        asked = terms.tolist()
        for begin in range(0, len(asked), VARIABLES):
            some = asked[begin : begin + VARIABLES]
            rows = self._connection.execute(
                f"SELECT term, count, keys FROM postings WHERE term IN ({', '.join('?' * len(some))})"
                f" {condition}",
                some,
            )
            found.update((term, (count, keys)) for term, count, keys in rows)
        return found

    def tell(self, terms: Terms) -> dict[int, Keys]:
        """Of those of the terms that lead from one statement to another: which they stand in."""
        rows = self._rows(terms, f"AND count <= {CROWD} AND count > 0")
        return {term: np.frombuffer(keys or b"", np.int64) for term, (_, keys) in rows.items()}

    def meet(self, bags: Bags, least: int) -> Iterator[tuple[Places, Keys]]:
        """Pairs of a bag's place in `bags` and a statement that share `least` telling terms."""
        begin = 0
        while begin < len(bags):
            end = int(np.searchsorted(bags.starts, bags.starts[begin] + AT_ONCE, side="right")) - 1
            end = max(begin + 1, min(end, len(bags)))
            yield self._met(bags, begin, end, least)
            begin = end

    def _met(self, bags: Bags, begin: int, end: int, least: int) -> tuple[Places, Keys]:
        terms = bags.terms[bags.starts[begin] : bags.starts[end]]
        places = np.repeat(np.arange(begin, end), np.diff(bags.starts[begin : end + 1]))
        every, at = np.unique(terms, return_inverse=True)
        told = self.tell(every)
        none = np.empty(0, dtype=np.int64)
        lists = [told.get(term, none) for term in every.tolist()]
        lengths = np.array([len(own) for own in lists], dtype=np.int64)
        starts = np.cumsum(lengths) - lengths
        keys, ranks = np.unique(np.concatenate([none, *lists]), return_inverse=True)
        counts = lengths[at]
        steps = np.arange(counts.sum()) - np.repeat(np.cumsum(counts) - counts, counts)
        met = ranks[np.repeat(starts[at], counts) + steps]
        pairs, times = np.unique(np.repeat(places, counts) << 32 | met, return_counts=True)
        pairs = pairs[times >= least]
        return pairs >> 32, keys[pairs & 0xFFFFFFFF]
