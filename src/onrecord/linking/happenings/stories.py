"""Which articles tell of the same things: those whose weightiest words are the same.

An article is a vector of its `TERMS` weightiest stems by TF-IDF (Salton and Buckley 1988), those of names
and numbers counted `BOOST`-fold, for they tell two earthquakes apart. Articles are numbered by day,
then id; each is compared with the `REACH` next ones that share one of its stems, so that the
comparisons grow with the number of articles and not with its square.
"""

from __future__ import annotations

import math
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from onrecord.linking.stems import number, stems
from onrecord.model import Article, Reading

TERMS = 60
BOOST = 2.0
"""Of articles on one part of a topic and on two (ECB+), a pair of each is told apart with an area under
the curve of 0.62 by words alone, 0.65 with names and numbers doubled; 3 adds 0.004."""
NEAR = 0.15
"""Cosine from which two articles are neighbours: on ECB+ 99.7 % of pairs are in the right order, and
three in four above 0.2 are of one subtopic."""
NEIGHBOURS = 40
REACH = 50
PRIOR = 500
"""Articles without the word that every count is thought to rest on: in a pile on one story, its words
would else weigh nothing."""
BUCKETS = 64
BLOCK = 1024
"""Articles whose neighbours are sought at a time."""
_SLOTS = 1 << 20

Numbers = npt.NDArray[np.uint32]
Weights = npt.NDArray[np.float32]


class Frequencies:
    """In how many articles a stem stands. Rare ones may share a slot, which costs them little."""

    def __init__(self) -> None:
        self._counts = np.zeros(_SLOTS, dtype=np.int32)
        self._articles = 0

    def add(self, words: Numbers) -> None:
        self._counts[np.unique(words % _SLOTS)] += 1
        self._articles += 1

    def weights(self, words: Numbers) -> npt.NDArray[np.float64]:
        """Inverse document frequency, in nats."""
        total = math.log(self._articles + PRIOR)
        weights: npt.NDArray[np.float64] = total - np.log1p(self._counts[words % _SLOTS])
        return weights


class Stories:
    """The words of articles, on disk; once all are added, `near` finds who is near whom."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self.frequencies = Frequencies()
        connection.execute(
            "CREATE TABLE IF NOT EXISTS stories"
            " (article TEXT PRIMARY KEY, day TEXT, count INTEGER, words BLOB)"
        )
        connection.execute("CREATE TEMP TABLE postings (bucket INTEGER, words BLOB, owners BLOB, weights BLOB)")  # fmt: skip
        connection.execute("CREATE TEMP TABLE shared (block INTEGER, pairs BLOB, cosines BLOB)")

    def add(self, article: Article, reading: Reading) -> None:
        counts: Counter[str] = Counter()
        for passage in article.passages():
            counts.update(stems(passage.of(article.text)))
        named = {s for n in reading.names for s in stems(n.span.of(article.text))}
        words = np.array([number(s) for s in counts], dtype=np.uint32)
        weights = np.array(
            [
                (1 + math.log(times)) * (BOOST if s in named or s[0].isdigit() else 1)
                for s, times in counts.items()
            ],
            dtype=np.float32,
        )
        self._connection.execute(
            "INSERT INTO stories VALUES (?, ?, ?, ?)",
            (
                article.id,
                article.published.latest or "",
                len(words),
                words.tobytes() + weights.tobytes(),
            ),
        )

    def forget(self, article: str) -> None:
        self._connection.execute("DELETE FROM stories WHERE article = ?", (article,))

    def articles(self) -> list[str]:
        """Ids by number: in the order of days, then of ids."""
        rows = self._connection.execute("SELECT article FROM stories ORDER BY day, article")
        return [row[0] for row in rows]

    def days(self) -> list[str]:
        """ISO days of publication by number, empty where unknown."""
        rows = self._connection.execute("SELECT day FROM stories ORDER BY day, article")
        return [row[0] for row in rows]

    def near(self) -> Iterator[tuple[int, int, float]]:
        """Neighbours as (lower number, higher number, cosine), sorted by both numbers; a pair is
        given where either is among the `NEIGHBOURS` nearest of the other."""
        for count, body in self._connection.execute("SELECT count, words FROM stories"):
            self.frequencies.add(np.frombuffer(body, np.uint32, count))
        self._post()
        for bucket in range(BUCKETS):
            self._share(bucket)
        self._connection.execute("CREATE INDEX temp.shared_block ON shared(block)")
        # What is nearest to an article may be lower than it: cosines of all pairs come first.
        self._connection.execute(
            "CREATE TEMP TABLE cosines (one INTEGER, other INTEGER, cosine REAL)"
        )
        last = self._connection.execute("SELECT max(block) FROM shared").fetchone()[0]
        for block in range(0 if last is None else last + 1):
            self._connection.executemany("INSERT INTO cosines VALUES (?, ?, ?)", self._block(block))
        command = """
            SELECT one, other, cosine FROM (
                SELECT min(a, b) AS one, max(a, b) AS other, cosine FROM (
                    SELECT a, b, cosine,
                        row_number() OVER (PARTITION BY a ORDER BY cosine DESC, b) AS place
                    FROM (SELECT one AS a, other AS b, cosine FROM cosines
                        UNION ALL SELECT other, one, cosine FROM cosines))
                WHERE place <= ?)
            GROUP BY one, other ORDER BY one, other"""
        yield from self._connection.execute(command, (NEIGHBOURS,))

    def _post(self) -> None:
        """Writes every article's weightiest stems into the buckets of these stems."""
        rows = self._connection.execute("SELECT count, words FROM stories ORDER BY day, article")
        held: list[tuple[int, Numbers, Weights]] = []
        for owner, (count, body) in enumerate(rows):
            words = np.frombuffer(body, np.uint32, count)
            weights = np.frombuffer(body, np.float32, count, 4 * count)
            weights = (weights * self.frequencies.weights(words)).astype(np.float32)
            kept = np.lexsort((words, -weights))[:TERMS]
            length = float(np.linalg.norm(weights[kept])) or 1.0
            held.append((owner, words[kept], weights[kept] / np.float32(length)))
            if len(held) == BLOCK:
                self._write(held)
                held = []
        self._write(held)
        self._connection.execute("CREATE INDEX temp.postings_bucket ON postings(bucket)")

    def _write(self, held: list[tuple[int, Numbers, Weights]]) -> None:
        if not held:
            return
        words = np.concatenate([w for _, w, _ in held])
        weights = np.concatenate([w for _, _, w in held])
        owners = np.repeat(np.array([o for o, _, _ in held], np.int32), [len(w) for _, w, _ in held])  # fmt: skip
        order = np.argsort(words, kind="stable")
        words, owners, weights = words[order], owners[order], weights[order]
        edges = np.arange(1, BUCKETS, dtype=np.uint32) << np.uint32(26)
        cuts = [0, *np.searchsorted(words, edges).tolist(), len(words)]
        self._connection.executemany(
            "INSERT INTO postings VALUES (?, ?, ?, ?)",
            (
                (bucket, words[a:b].tobytes(), owners[a:b].tobytes(), weights[a:b].tobytes())
                for bucket, (a, b) in enumerate(pairwise(cuts))
                if b > a
            ),
        )

    def _share(self, bucket: int) -> None:
        """Adds up what pairs of articles share in one bucket, and writes it by the lower one's block."""
        rows = self._connection.execute(
            "SELECT words, owners, weights FROM postings WHERE bucket = ?", (bucket,)
        ).fetchall()
        if not rows:
            return
        words = np.frombuffer(b"".join(row[0] for row in rows), np.uint32)
        owners = np.frombuffer(b"".join(row[1] for row in rows), np.int32).astype(np.int64)
        weights = np.frombuffer(b"".join(row[2] for row in rows), np.float32).astype(np.float64)
        order = np.lexsort((owners, words))
        words, owners, weights = words[order], owners[order], weights[order]
        pairs: list[npt.NDArray[np.int64]] = []
        products: list[npt.NDArray[np.float64]] = []
        for ahead in range(1, min(REACH, len(words) - 1) + 1):
            both = np.flatnonzero(words[:-ahead] == words[ahead:])
            if not len(both):
                break
            pairs.append(owners[both] << 32 | owners[both + ahead])
            products.append(weights[both] * weights[both + ahead])
        if not pairs:
            return
        found, sums = _summed(np.concatenate(pairs), np.concatenate(products))
        blocks = (found >> 32) // BLOCK
        cuts = [0, *(np.flatnonzero(np.diff(blocks)) + 1).tolist(), len(found)]
        self._connection.executemany(
            "INSERT INTO shared VALUES (?, ?, ?)",
            (
                (int(blocks[a]), found[a:b].tobytes(), sums[a:b].tobytes())
                for a, b in pairwise(cuts)
            ),
        )

    def _block(self, block: int) -> Iterable[tuple[int, int, float]]:
        rows = self._connection.execute(
            "SELECT pairs, cosines FROM shared WHERE block = ? ORDER BY rowid", (block,)
        ).fetchall()
        pairs = np.frombuffer(b"".join(row[0] for row in rows), np.int64)
        cosines = np.frombuffer(b"".join(row[1] for row in rows), np.float64)
        pairs, cosines = _summed(pairs, cosines)
        near = cosines >= NEAR
        for pair, cosine in zip(pairs[near].tolist(), cosines[near].tolist(), strict=True):
            yield pair >> 32, pair & 0xFFFFFFFF, cosine


def _summed(
    pairs: npt.NDArray[np.int64], values: npt.NDArray[np.float64]
) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.float64]]:
    found, at = np.unique(pairs, return_inverse=True)
    return found, np.bincount(at, weights=values, minlength=len(found)).astype(np.float64)
