"""Which articles stand around an article, and how far those around two are the same (after Jarvis and Patrick 1973).

Two stories of one kind share many words, but hardly the articles nearest to them: on pairs of articles of
one ECB+ topic, whether they are of one story is told with an area under the curve of 0.96 by this, 0.91
by their own cosine.
"""

from __future__ import annotations

import math
import sqlite3
from functools import lru_cache

import numpy as np

from onrecord.linking.happenings.stories import Stories

NEAREST = 12
"""Articles that stand around one. Of more, those of other stories are among them; 10 and 15 are worse on ECB+'s dev part."""
IN_HAND = 4096
"""Articles whose circles stay in memory."""

Circle = frozenset[int]


class Circles:
    """Every article with the nearest to it, by their numbers, on disk."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        connection.execute(
            "CREATE TABLE IF NOT EXISTS circles (number INTEGER PRIMARY KEY, members BLOB)"
        )
        self.of = lru_cache(maxsize=IN_HAND)(self.members)

    def draw(self, number: int, stories: Stories) -> bool:
        """Draw it anew; whether it is another one than it was."""
        was = self.members(number)
        if stories.has(number):
            now = frozenset((number, *(other for _, other in stories.nearest(number, NEAREST))))
        else:
            now = frozenset()
        if now == was:
            return False
        if now:
            self._connection.execute(
                "INSERT OR REPLACE INTO circles VALUES (?, ?)",
                (number, np.array(sorted(now), np.int64).tobytes()),
            )
        else:
            self._connection.execute("DELETE FROM circles WHERE number = ?", (number,))
        return True

    def members(self, number: int) -> Circle:
        """The article and those nearest to it; nobody where it is not known."""
        command = "SELECT members FROM circles WHERE number = ?"
        row = self._connection.execute(command, (number,)).fetchone()
        return frozenset(np.frombuffer(row[0], np.int64).tolist()) if row else frozenset()


def shared(one: Circle, other: Circle) -> float:
    """Cosine of two circles, from 0 to 1."""
    return len(one & other) / math.sqrt(len(one) * len(other))
