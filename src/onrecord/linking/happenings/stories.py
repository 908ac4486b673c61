"""Which articles tell of the same things: those whose weightiest words are the same.

An article is a vector of its `TERMS` weightiest stems by TF-IDF (Salton and Buckley 1988), those of names
and numbers counted `BOOST`-fold, for they tell two earthquakes apart. Its `KEYS` weightiest are looked up:
each article is compared with those that stand within `REACH` places of it in the list of a key, lists
being in the order of days. So the comparisons grow with the number of articles and not with its square,
and an article that comes or goes touches no more than what stands that near.
"""

from __future__ import annotations

import hashlib
import math
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from onrecord.linking.happenings.reach import REACH, moved
from onrecord.linking.happenings.tables import weighed
from onrecord.linking.happenings.told import ordinal
from onrecord.linking.stems import number, stems
from onrecord.model import Article, Reading

TERMS = 60
KEYS = 16
"""With these, 98 of 100 articles among the ten nearest are found (4,000 of US news)."""
BOOST = 2.0
"""Of articles on one part of a topic and on two (ECB+), a pair of each is told apart with an area under
the curve of 0.62 by words alone, 0.65 with names and numbers doubled; 3 adds 0.004."""
NEAR = 0.25
"""Cosine from which two articles are near; 0.15 finds twice as many and no better happenings on ECB+'s dev part."""
STEPS = 1 << 20
"""Cosines are kept in steps of one in so many."""
LISTS_AT_ONCE = 2000
PAIRS_AT_ONCE = 1 << 16
IN_HAND = 4096
"""Articles whose vectors stay in memory."""
_DAY_BITS = 16
_FIRST_DAY = 693_596
"""The first of 1900, less one."""

Numbers = npt.NDArray[np.uint32]
Weights = npt.NDArray[np.float64]
Vector = tuple[Numbers, Weights]


def numbered(article: Article) -> int:
    """63 bits that stand for the article and sort by its day, the unknown first, then as good as at random: of
    100,000 articles of one day two have the same number once in 30,000 such records."""
    day = ordinal(article.published.latest)
    since = min(max(day - _FIRST_DAY, 1), (1 << _DAY_BITS) - 1) if day else 0
    digest = hashlib.blake2b(article.id.encode(), digest_size=8).digest()
    return since << (63 - _DAY_BITS) | int.from_bytes(digest, "big") >> (_DAY_BITS + 1)


def day_of(number: int) -> int:
    """Days from the first of 1900; 0 where unknown."""
    return number >> (63 - _DAY_BITS)


class Stories:
    """The words of articles by the articles' numbers, and who is near whom, on disk."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        for command in (
            "CREATE TABLE IF NOT EXISTS stories (number INTEGER PRIMARY KEY, article TEXT UNIQUE, keys BLOB, words BLOB, weights BLOB)",
            "CREATE TABLE IF NOT EXISTS story_keys (word INTEGER, number INTEGER, PRIMARY KEY (word, number)) WITHOUT ROWID",
            # Both ways; `far` is one less the cosine, in steps.
            "CREATE TABLE IF NOT EXISTS near (one INTEGER, far INTEGER, other INTEGER, PRIMARY KEY (one, far, other)) WITHOUT ROWID",
            # What came and went since the last update, both where an article was read again.
            "CREATE TEMP TABLE stories_came (number INTEGER PRIMARY KEY)",
            "CREATE TEMP TABLE stories_went (number INTEGER PRIMARY KEY)",
            "CREATE TEMP TABLE story_keys_moved (word INTEGER, number INTEGER, came INTEGER, PRIMARY KEY (word, number, came)) WITHOUT ROWID",
            "CREATE TEMP TABLE stories_meeting (one INTEGER, other INTEGER)",
            "CREATE TEMP TABLE stories_parting (one INTEGER, other INTEGER, PRIMARY KEY (one, other)) WITHOUT ROWID",
            "CREATE TEMP TABLE stories_nearing (one INTEGER, far INTEGER, other INTEGER)",
            "CREATE TEMP TABLE stories_moved (number INTEGER PRIMARY KEY)",
        ):  # fmt: skip
            connection.execute(command)
        self._vector = lru_cache(maxsize=IN_HAND)(self._vector_of)

    def add(self, article: Article, reading: Reading) -> int:
        """Its number."""
        counts: Counter[str] = Counter()
        for passage in article.passages():
            counts.update(stems(passage.of(article.text)))
        named = {s for n in reading.names for s in stems(n.span.of(article.text))}
        words = np.array([number(s) for s in counts], np.uint32)
        often = [
            (1 + math.log(times)) * (BOOST if s in named or s[0].isdigit() else 1)
            for s, times in counts.items()
        ]
        weights = np.array(often) * weighed(words)
        best = np.lexsort((words, -weights))[:TERMS]
        keys = words[best[:KEYS]]
        best = best[np.argsort(words[best])]
        vector = weights[best] / (np.linalg.norm(weights[best]) or 1.0)
        own = numbered(article)
        self._connection.execute(
            "INSERT INTO stories VALUES (?, ?, ?, ?, ?)",
            (own, article.id, keys.tobytes(), words[best].tobytes(), vector.tobytes()),
        )
        self._connection.execute("INSERT INTO stories_came VALUES (?)", (own,))
        return own

    def forget(self, article: str) -> int | None:
        """The number that it had."""
        command = "SELECT number, keys FROM stories WHERE article = ?"
        row = self._connection.execute(command, (article,)).fetchone()
        if row is None:
            return None
        own, keys = row
        self._connection.execute("DELETE FROM stories WHERE number = ?", (own,))
        came = self._connection.execute("DELETE FROM stories_came WHERE number = ?", (own,))
        if not came.rowcount:
            self._connection.execute("INSERT INTO stories_went VALUES (?)", (own,))
            self._connection.executemany(
                "INSERT OR IGNORE INTO story_keys_moved VALUES (?, ?, 0)",
                ((word, own) for word in np.frombuffer(keys, np.uint32).tolist()),
            )
        return int(own)

    def article(self, number: int) -> str:
        """The id of the article with this number."""
        command = "SELECT article FROM stories WHERE number = ?"
        return str(self._connection.execute(command, (number,)).fetchone()[0])

    def has(self, number: int) -> bool:
        command = "SELECT 1 FROM stories WHERE number = ?"
        return self._connection.execute(command, (number,)).fetchone() is not None

    def nearest(self, number: int, most: int) -> list[tuple[int, int]]:
        """Those near it as (steps from a cosine of 1, number), the nearest first."""
        command = "SELECT far, other FROM near WHERE one = ? ORDER BY far, other LIMIT ?"
        return self._connection.execute(command, (number, most)).fetchall()

    def cosines(self, one: int, others: Iterable[int]) -> Weights:
        """Of one article with others, as kept."""
        return 1 - self._far(one, list(others)) / STEPS

    def update(self) -> Iterator[tuple[int, bool]]:
        """Find anew who is near whom; the numbers of all for whom that changed, and of all that came or went,
        ascending, with whether it went and came again."""
        self._vector.cache_clear()
        self._part()
        self._meet()
        run = self._connection.execute
        run("INSERT OR IGNORE INTO stories_moved SELECT one FROM stories_nearing")
        run("INSERT INTO near SELECT one, far, other FROM stories_nearing ORDER BY one, far, other")
        run("INSERT OR IGNORE INTO stories_moved SELECT number FROM stories_came")
        run("INSERT OR IGNORE INTO stories_moved SELECT number FROM stories_went")
        yield from run(
            "SELECT stories_moved.number, stories_came.number IS NOT NULL AND stories_went.number IS NOT NULL"
            " FROM stories_moved LEFT JOIN stories_came USING (number) LEFT JOIN stories_went USING (number)"
            " ORDER BY stories_moved.number"
        )
        for table in ("stories_came", "stories_went", "story_keys_moved", "stories_meeting", "stories_parting", "stories_nearing", "stories_moved"):  # fmt: skip
            run(f"DELETE FROM {table}")

    def _part(self) -> None:
        """Take out of `near` those that went."""
        run = self._connection.execute
        for (gone,) in run("SELECT number FROM stories_went").fetchall():
            self._connection.executemany(
                "DELETE FROM near WHERE one = ? AND far = ? AND other = ?",
                [(other, far, gone) for far, other in self.nearest(gone, -1)],
            )
            run(
                "INSERT OR IGNORE INTO stories_moved SELECT other FROM near WHERE one = ?",
                (gone,),
            )
            run("DELETE FROM near WHERE one = ?", (gone,))

    def _meet(self) -> None:
        """Put into `nearing` those that are near now, and take out of `near` those that have come out of reach."""
        run = self._connection.execute
        for number_, keys in run(
            "SELECT number, keys FROM stories_came JOIN stories USING (number)"
        ).fetchall():
            self._connection.executemany(
                "INSERT OR IGNORE INTO story_keys_moved VALUES (?, ?, 1)",
                ((word, number_) for word in np.frombuffer(keys, np.uint32).tolist()),
            )
        words = run("SELECT DISTINCT word FROM story_keys_moved ORDER BY word")
        while some := [word for (word,) in words.fetchmany(LISTS_AT_ONCE)]:
            self._reach(some[0], some[-1])
        run("DELETE FROM story_keys WHERE (word, number) IN (SELECT word, number FROM story_keys_moved WHERE NOT came)")  # fmt: skip
        run("INSERT OR IGNORE INTO story_keys SELECT word, number FROM story_keys_moved WHERE came ORDER BY word, number")  # fmt: skip
        pairs = run("SELECT DISTINCT one, other FROM stories_meeting ORDER BY one, other")
        while some := pairs.fetchmany(PAIRS_AT_ONCE):
            ones, others = np.array(some, np.int64).T
            cuts = np.flatnonzero(np.diff(ones)) + 1
            for one, of_one in zip(ones[[0, *cuts]].tolist(), np.split(others, cuts), strict=True):
                far = self._far(one, of_one.tolist())
                close = far <= (1 - NEAR) * STEPS
                rows = zip(far[close].tolist(), of_one[close].tolist(), strict=True)
                self._connection.executemany(
                    "INSERT INTO stories_nearing VALUES (?1, ?2, ?3), (?3, ?2, ?1)",
                    ((one, *row) for row in rows),
                )
        for one, other in run(
            "SELECT one, other FROM stories_parting ORDER BY one, other"
        ).fetchall():
            self._out_of_reach(one, other)
        # Two that have met over one word may have been near by another before.
        run("DELETE FROM stories_nearing WHERE EXISTS (SELECT 1 FROM near WHERE near.one = stories_nearing.one AND near.far = stories_nearing.far AND near.other = stories_nearing.other)")  # fmt: skip

    def _reach(self, first: int, last: int) -> None:
        """Note who came into reach and who left it in the changed lists of these words."""
        run = self._connection.execute
        stood = run(
            "SELECT word, number FROM story_keys WHERE word IN"
            " (SELECT word FROM story_keys_moved WHERE word BETWEEN ? AND ?)",
            (first, last),
        ).fetchall()
        command = (
            "SELECT word, number FROM story_keys_moved WHERE word BETWEEN ? AND ? AND came = ?"
        )
        came, went = (run(command, (first, last, is_so)).fetchall() for is_so in (1, 0))
        met, parted = moved(stood, came, went)
        self._connection.executemany("INSERT INTO stories_meeting VALUES (?, ?)", met)
        self._connection.executemany("INSERT OR IGNORE INTO stories_parting VALUES (?, ?)", parted)

    def _out_of_reach(self, one: int, other: int) -> None:
        """Take the two out of `near` unless they are within reach by another key."""
        if not (self.has(one) and self.has(other)):
            return
        (far,) = self._far(one, [other]).tolist()
        both = (one, far, other), (other, far, one)
        command = "SELECT 1 FROM near WHERE one = ? AND far = ? AND other = ?"
        if self._connection.execute(command, both[0]).fetchone() is None:
            return
        for word in sorted(set(self._keys(one)) & set(self._keys(other))):
            between = self._connection.execute(
                "SELECT count(*) FROM (SELECT 1 FROM story_keys WHERE word = ?"
                " AND number > ? AND number <= ? LIMIT ?)",
                (word, min(one, other), max(one, other), REACH + 1),
            ).fetchone()[0]
            if between <= REACH:
                return
        command = "DELETE FROM near WHERE one = ? AND far = ? AND other = ?"
        self._connection.executemany(command, both)
        self._connection.executemany(
            "INSERT OR IGNORE INTO stories_moved VALUES (?)", [(one,), (other,)]
        )

    def _keys(self, number: int) -> list[int]:
        command = "SELECT keys FROM stories WHERE number = ?"
        (keys,) = self._connection.execute(command, (number,)).fetchone()
        return [int(key) for key in np.frombuffer(keys, np.uint32)]

    def _vector_of(self, number: int) -> Vector:
        """Its stems, ascending, and their weights, of length one."""
        command = "SELECT words, weights FROM stories WHERE number = ?"
        words, weights = self._connection.execute(command, (number,)).fetchone()
        return np.frombuffer(words, np.uint32), np.frombuffer(weights, np.float64)

    def _far(self, one: int, others: list[int]) -> npt.NDArray[np.int64]:
        words, weights = self._vector(one)
        vectors = [self._vector(other) for other in others]
        theirs = np.concatenate([v[0] for v in vectors])
        owners = np.repeat(np.arange(len(others)), [len(v[0]) for v in vectors])
        at = np.minimum(np.searchsorted(words, theirs), len(words) - 1)
        hit = words[at] == theirs
        products = weights[at[hit]] * np.concatenate([v[1] for v in vectors])[hit]
        cosines = np.bincount(owners[hit], products, len(others))
        return np.rint((1 - cosines) * STEPS).astype(np.int64)
