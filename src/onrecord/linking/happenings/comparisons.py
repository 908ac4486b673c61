"""Which events of neighbouring articles are tied, kept for each pair of articles.

How likely two events are one follows from the two of them but for what stands around their articles
(`circles`). So the rest is reckoned once; where a circle changes, only that is added anew.
"""

from __future__ import annotations

import math
import sqlite3
from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby

import numpy as np
import numpy.typing as npt

from onrecord.linking.happenings import same_happening, tied
from onrecord.linking.happenings.circles import Circles, shared
from onrecord.linking.happenings.same_happening import Pairs, compared
from onrecord.linking.happenings.stories import Stories, day_of
from onrecord.linking.happenings.tables import Events, joined, packed, tabled, unpacked
from onrecord.linking.happenings.tied import FULL, TIE, Change, Ties, bucket_of
from onrecord.linking.happenings.told import Page

APART = 30
"""Days between two articles' publication from which they need more in common to tell of one happening."""
AT_ONCE = 16
"""Articles that one is compared with at a time."""
IN_HAND = 512
"""Articles whose events stay in memory, in about 50 MB."""
_ODDS = np.dtype(
    [("one", "<u4"), ("other", "<u4"), ("bucket", "u1"), ("alike", "<u2"), ("odds", "<f4")]
)

Odds = npt.NDArray[np.void]
"""Of pairs of events by their indices in the two readings, before the circles are known."""


class Comparisons:
    """The events of all articles, and the pairs of those that may be one, on disk."""

    def __init__(self, connection: sqlite3.Connection, stories: Stories, circles: Circles) -> None:
        self._connection = connection
        self._stories = stories
        self._circles = circles
        for command in (
            "CREATE TABLE IF NOT EXISTS told_events (number INTEGER PRIMARY KEY, body BLOB)",
            # An article with itself, too. `shared` is how far the two circles are the same.
            "CREATE TABLE IF NOT EXISTS compared (one INTEGER, other INTEGER, shared REAL, body BLOB, PRIMARY KEY (one, other)) WITHOUT ROWID",
            "CREATE INDEX IF NOT EXISTS compared_other ON compared(other)",
            "CREATE TEMP TABLE doubted (one INTEGER, other INTEGER)",
        ):  # fmt: skip
            connection.execute(command)
        self.events = lru_cache(maxsize=IN_HAND)(self._events)

    def add(self, number: int, page: Page) -> None:
        self._connection.execute(
            "INSERT INTO told_events VALUES (?, ?)", (number, packed(tabled(page)))
        )

    def forget(self, number: int) -> None:
        self._connection.execute("DELETE FROM told_events WHERE number = ?", (number,))

    def doubt(self, number: int) -> None:
        """Have its ties to all articles around it reckoned anew by `decide`: its circle is another."""
        members = np.array(sorted(self._circles.members(number)), np.int64)
        pairs = np.column_stack([np.minimum(members, number), np.maximum(members, number)])
        run = self._connection
        run.executemany("INSERT INTO doubted VALUES (?, ?)", pairs.tolist())
        run.execute(
            "INSERT INTO doubted SELECT one, other FROM compared WHERE one = ?1"
            " UNION SELECT one, other FROM compared WHERE other = ?1",
            (number,),
        )

    def decide(self, anew: frozenset[int]) -> Iterator[Change]:
        """What changes in the ties of pairs of articles that are in doubt; `anew` are articles whose events are
        others than they were."""
        self.events.cache_clear()
        self._circles.of.cache_clear()
        rows = self._connection.execute("SELECT DISTINCT one, other FROM doubted ORDER BY one, other")  # fmt: skip
        for one, group in groupby(rows, key=lambda row: row[0]):
            yield from self._decide(one, [other for _, other in group], anew)
        self._connection.execute("DELETE FROM doubted")

    def pairs(self) -> Iterator[tuple[int, int, Events, Events, float, Pairs]]:
        """All that is compared: two articles' numbers, their events, the pairs of these, and `circle`."""
        rows = self._connection.execute("SELECT one, other, shared FROM compared ORDER BY one, other")  # fmt: skip
        for one, other, circle in rows:
            ((_, pairs),) = self._compared(one, [other])
            yield one, other, self.events(one), self.events(other), circle, pairs

    def _decide(self, one: int, others: list[int], anew: frozenset[int]) -> Iterator[Change]:
        known: dict[int, tuple[float, Odds]] = {}
        for other, circle, body in self._connection.execute(
            "SELECT other, shared, body FROM compared WHERE one = ?", (one,)
        ):
            known[other] = circle, np.frombuffer(body, _ODDS)
        near = {other: self._shared(one, other) for other in others}
        new = [
            other
            for other in others
            if near[other] is not None and (other not in known or one in anew or other in anew)
        ]
        found = dict(self._odds(one, new))
        rows: list[tuple[int, int, float, bytes]] = []
        for other in others:
            was = known.get(other)
            circle = near[other]
            if circle is None:
                if was:
                    command = "DELETE FROM compared WHERE one = ? AND other = ?"
                    self._connection.execute(command, (one, other))
                    yield Change(one, other, _tied(one, other, *was), _tied(one, other, 0, _NONE))
                continue
            odds = found[other] if other in found else known[other][1]
            if was and other not in found and was[0] == circle:
                continue
            rows.append((one, other, circle, odds.tobytes()))
            before = _tied(one, other, *was) if was else _tied(one, other, 0, _NONE)
            yield Change(one, other, before, _tied(one, other, circle, odds))
        self._connection.executemany("INSERT OR REPLACE INTO compared VALUES (?, ?, ?, ?)", rows)

    def _shared(self, one: int, other: int) -> float | None:
        """How far their circles are the same, 0 for an article with itself; `None` where neither stands in that of
        the other."""
        mine, theirs = self._circles.of(one), self._circles.of(other)
        if other not in mine and one not in theirs:
            return None
        return shared(mine, theirs) if one != other else 0.0

    def _odds(self, one: int, others: list[int]) -> Iterator[tuple[int, Odds]]:
        """Of the pairs that may come to be tied."""
        # Half a step less: strengths are rounded.
        least = tied.least() - 0.5
        enough = math.log(least / (FULL - least))
        for other, pairs in self._compared(one, others):
            log_odds = same_happening.odds(pairs.values)
            reach = log_odds + (same_happening.WEIGHTS[-1] if one != other else 0.0)
            kept = np.flatnonzero(reach >= enough)
            mine, theirs = self.events(one), self.events(other)
            found = np.zeros(len(kept), _ODDS)
            found["one"] = mine["at"][pairs.one[kept]]
            found["other"] = theirs["at"][pairs.other[kept]]
            found["bucket"] = bucket_of(mine["kind"][pairs.one[kept]])
            found["alike"] = np.rint(FULL * pairs.alike[kept])
            found["odds"] = log_odds[kept]
            yield other, found

    def _compared(self, one: int, others: list[int]) -> Iterator[tuple[int, Pairs]]:
        for start in range(0, len(others), AT_ONCE):
            some = others[start : start + AT_ONCE]
            tables = [self.events(other) for other in some]
            sizes = [len(table) for table in tables]
            article = np.repeat(np.arange(len(some)), sizes)
            near = np.full(len(some), -1.0)
            apart = np.zeros(len(some), np.bool_)
            apart_from = [at for at, other in enumerate(some) if other != one]
            if apart_from:
                near[apart_from] = self._stories.cosines(one, [some[at] for at in apart_from])
                apart[apart_from] = [_apart(one, some[at]) for at in apart_from]
            pairs = compared(self.events(one), joined(tables), article, near, apart)
            of = article[pairs.other]
            offsets = np.cumsum([0, *sizes])
            for at, other in enumerate(some):
                yield other, pairs.only(np.flatnonzero(of == at), int(offsets[at]))

    def _events(self, number: int) -> Events:
        command = "SELECT body FROM told_events WHERE number = ?"
        return unpacked(self._connection.execute(command, (number,)).fetchone()[0])


_NONE = np.zeros(0, _ODDS)


def _tied(one: int, other: int, circle: float, odds: Odds) -> Ties:
    """Those that are likely enough."""
    total = odds["odds"].astype(np.float64) + same_happening.WEIGHTS[-1] * circle
    strength = np.rint(FULL / (1 + np.exp(-total))).astype(np.int64)
    kept = strength >= tied.least()
    ties = np.zeros(int(kept.sum()), TIE)
    ties["one"], ties["other"] = one, other
    ties["one_at"], ties["other_at"] = odds["one"][kept], odds["other"][kept]
    ties["bucket"], ties["alike"] = odds["bucket"][kept], odds["alike"][kept]
    ties["strength"] = strength[kept]
    return ties


def _apart(one: int, other: int) -> bool:
    first, second = day_of(one), day_of(other)
    return bool(first and second) and abs(first - second) > APART
