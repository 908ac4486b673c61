"""Which events of all articles are one happening.

Events are compared where they are of one kind (`event_words`) and stand in one article or in articles
near each other (`stories`, `circles`); `same_happening` says how likely two are one, and average link makes
groups of that. A happening is told by two articles at least: what one alone tells, however often, nothing
else bears out, and stays an event of that article. And one of them tells it as something that happened:
'give America a raise' in two articles is no happening.

Each step is kept, and where an article comes or goes, each hands on to the next only what it changes
there: who is near whom, then the circles of articles, the ties of pairs of articles, what hangs together by
ties, and the happenings of that.
"""

from __future__ import annotations

import math
import sqlite3
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from functools import lru_cache
from typing import TypeVar

import msgspec
import numpy as np
import numpy.typing as npt

from onrecord.linking.happenings import tied
from onrecord.linking.happenings.average_link import clustered
from onrecord.linking.happenings.circles import Circles
from onrecord.linking.happenings.comparisons import Comparisons
from onrecord.linking.happenings.stories import Stories
from onrecord.linking.happenings.tied import FULL, Event, Knots, Tied
from onrecord.linking.happenings.told import Brief, brief, told
from onrecord.linking.hashing import content_id
from onrecord.model import Article, Delta, Happening, Reading, Telling

SHOWN, FEW = 0.3, 0.6
"""What the mean probability of a group's pairs and the mean cosine of their sentences add up to at least, and what is
asked besides, divided by the number of its articles. `same_happening` alone was fitted where all articles are of a few
stories; in US news, it is too sure of two articles on one subject."""
EVEN, STEEP = 0.4, 6.0
"""What these add up to, less what is asked, where a group is as likely one happening as not, and how fast the log odds
grow from there: 150 groups of 4,000 articles of US news were judged by reading them; see training/happenings."""
WEAK = 0.2
"""What the mean probability counts for at most where something was only said, which the record has as statements, and
for words of all work: two articles' 'police said' or 'took' is one if the rest of the sentence is the same."""
WORTH = 0.45
"""Confidence that one of a group's events must have, for them to be a happening and no turn of phrase."""
IN_HAND = 4096
"""Articles whose ids stay in memory."""
YEAR = 366
"""Days."""

T = TypeVar("T")
Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]


class Happenings:
    """Everything that is kept of articles to find happenings, and the happenings, on disk."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._stories = Stories(connection)
        self._circles = Circles(connection)
        self._comparisons = Comparisons(connection, self._stories, self._circles)
        self._tied = Tied(connection)
        for command in (
            "CREATE TABLE IF NOT EXISTS briefs (number INTEGER, event INTEGER, body BLOB, PRIMARY KEY (number, event)) WITHOUT ROWID",
            "CREATE TABLE IF NOT EXISTS happenings (id TEXT PRIMARY KEY, knot INTEGER, body BLOB) WITHOUT ROWID",
            "CREATE INDEX IF NOT EXISTS happenings_knot ON happenings(knot)",
            "CREATE TEMP TABLE happenings_moved (id TEXT PRIMARY KEY) WITHOUT ROWID",
        ):  # fmt: skip
            connection.execute(command)
        self._pack = msgspec.msgpack.Encoder().encode
        self._happening = msgspec.msgpack.Decoder(Happening).decode
        self._brief = msgspec.msgpack.Decoder(Brief).decode

    def add(self, article: Article, reading: Reading) -> None:
        number = self._stories.add(article, reading)
        page = told(article, reading)
        self._comparisons.add(number, page)
        self._connection.executemany(
            "INSERT INTO briefs VALUES (?, ?, ?)",
            ((number, event.at, self._pack(brief(event))) for event in page.events),
        )

    def forget(self, article: str) -> None:
        number = self._stories.forget(article)
        if number is not None:
            self._comparisons.forget(number)
            self._connection.execute("DELETE FROM briefs WHERE number = ?", (number,))

    def update(self) -> Delta[Happening]:
        """Find anew what those change that were added and forgotten since the last time."""
        run = self._connection.execute
        run("DELETE FROM happenings_moved")
        anew = set()
        for number, again in self._stories.update():
            if again:
                anew.add(number)
            if self._circles.draw(number, self._stories) or again:
                self._comparisons.doubt(number)
        changes = self._comparisons.decide(frozenset(anew))
        for knots in self._tied.update(changes):
            self._replace(knots)
        gone = run("SELECT id FROM happenings_moved WHERE id NOT IN (SELECT id FROM happenings)")
        return Delta(
            [identifier for (identifier,) in gone],
            self._given("SELECT body FROM happenings_moved JOIN happenings USING (id) ORDER BY id"),
        )

    def all(self) -> Iterator[Happening]:
        """As of the last update, by id."""
        return self._given("SELECT body FROM happenings ORDER BY id")

    def _given(self, command: str) -> Iterator[Happening]:
        return (self._happening(body) for (body,) in self._connection.execute(command))

    def pairs(self) -> Iterator[tuple[Telling, Telling, tuple[float, ...]]]:
        """All pairs of events that are compared, as of the last update, with the values of `FEATURES`."""
        for one, other, mine, theirs, circle, pairs in self._comparisons.pairs():
            first, second = self._stories.article(one), self._stories.article(other)
            rows = pairs.values.T.tolist()
            ats = zip(
                mine["at"][pairs.one].tolist(), theirs["at"][pairs.other].tolist(), strict=True
            )
            for (a, b), values in zip(ats, rows, strict=True):
                yield Telling(first, a), Telling(second, b), (*values, circle)

    def _replace(self, knots: Knots) -> None:
        """Put the happenings of these knots in the place of those of the knots before."""
        command = "SELECT id, knot, body FROM happenings WHERE knot = ?"
        before = {
            identifier: (knot, body)
            for replaced in knots.replaced
            for identifier, knot, body in self._connection.execute(command, (replaced,))
        }
        now = {happening.id: (knot, self._pack(happening)) for knot, happening in self._of(knots)}
        run = self._connection.executemany
        run("DELETE FROM happenings WHERE id = ?", ((i,) for i in before))
        # The same events may be of another kind now, and in another bucket's knot before.
        run(
            "INSERT OR REPLACE INTO happenings VALUES (?, ?, ?)",
            ((i, *row) for i, row in now.items()),
        )
        moved = [
            i
            for i in before.keys() | now.keys()
            if i not in before or i not in now or before[i][1] != now[i][1]
        ]
        run("INSERT OR IGNORE INTO happenings_moved VALUES (?)", ((i,) for i in sorted(moved)))

    def _of(self, knots: Knots) -> Iterator[tuple[int, Happening]]:
        article = lru_cache(maxsize=IN_HAND)(self._stories.article)
        events, a, b = knots.events, knots.a, knots.b
        of = clustered(len(events), a, b, knots.strength, tied.least())
        inside = of[a] == of[b]
        articles = np.array([article for article, _ in events], np.int64)
        across = inside & (articles[a] != articles[b])
        strength = _means(of[a[inside]], knots.strength[inside], len(events))
        alike = _means(of[a[across]], knots.alike[across], len(events))
        tellers = np.unique(np.column_stack([of, articles]), axis=0)[:, 0]
        count = np.bincount(tellers, minlength=len(events))
        told = strength + alike - FEW / np.maximum(count, 1)
        worth = (count > 1) & (told >= SHOWN)
        order = np.argsort(of, kind="stable")
        order = order[worth[of[order]]]
        for group in np.split(order, np.flatnonzero(np.diff(of[order])) + 1):
            if not len(group):
                continue
            at = of[group[0]]
            members: list[Event] = [events[member] for member in group.tolist()]
            of_all = [self._shown(member) for member in members]
            bears = float(told[at])
            if 2 * sum(event.weak for event in of_all) > len(of_all):
                bears -= max(float(strength[at]) - WEAK, 0.0)
            if bears >= SHOWN and _counts(of_all):
                tellings = sorted(
                    (Telling(article(number), event) for number, event in members),
                    key=lambda t: (t.article, t.event),
                )
                yield int(knots.knot[group[0]]), _happening(tellings, of_all, bears)

    def _shown(self, event: Event) -> Brief:
        command = "SELECT body FROM briefs WHERE number = ? AND event = ?"
        return self._brief(self._connection.execute(command, event).fetchone()[0])


def _means(of: Ints, values: Ints, count: int) -> Floats:
    """The means of the values of each of so many groups, in `FULL`ths; 0 of none."""
    sums = np.bincount(of, values, count)
    found: Floats = sums / np.maximum(np.bincount(of, minlength=count), 1) / FULL
    return found


def _counts(events: Sequence[Brief]) -> bool:
    """Whether a group is a happening at all; not if it stands in quotations alone: one statement, printed twice."""
    return max(event.confidence for event in events) >= WORTH and not all(
        event.quoted for event in events
    )


def _happening(tellings: Sequence[Telling], events: Sequence[Brief], bears: float) -> Happening:
    days = Counter((e.earliest, e.latest) for e in events if _tells_when(e.earliest, e.latest))
    closed = Counter({bounds: count for bounds, count in days.items() if None not in bounds})
    earliest, latest = _commonest(closed or days) if days else (None, None)
    return Happening(
        id=content_id("happening", (f"{t.article}:{t.event}" for t in tellings)),
        word=_commonest(Counter(e.word for e in events)),
        type=_commonest(Counter(e.type for e in events)),
        tellings=tuple(tellings),
        articles=tuple(sorted({t.article for t in tellings})),
        earliest=earliest,
        latest=latest,
        confidence=round(1 / (1 + math.exp(-STEEP * (bears - EVEN))), 3),
    )


def _tells_when(earliest: str | None, latest: str | None) -> bool:
    """Bounded on one side, or on both within a year: 'since 2001' does not say when of a fight of today."""
    if earliest and latest:
        return (date.fromisoformat(latest) - date.fromisoformat(earliest)).days <= YEAR
    return bool(earliest or latest)


def _commonest(counts: Counter[T]) -> T:
    return min(counts, key=lambda one: (-counts[one], str(one)))
