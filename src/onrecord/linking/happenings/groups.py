"""Which events of all articles are one happening.

Events are compared where they are of one kind (`event_words`) and stand in one article or in articles
near each other (`stories`); `same_happening` says how likely two are one, and average link makes
groups of that. A happening is told by two articles at least: what one alone tells, however often, nothing
else bears out, and stays an event of that article. And one of them tells it as something that happened:
'give America a raise' in two articles is no happening.
"""

from __future__ import annotations

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from functools import lru_cache
from itertools import groupby
from typing import TypeVar

from onrecord.linking.happenings.average_link import clustered
from onrecord.linking.happenings.neighbours import NEAREST, Circle, circle, shared
from onrecord.linking.happenings.same_happening import features, probability
from onrecord.linking.happenings.stories import PRIOR, Stories
from onrecord.linking.happenings.told import Brief, ToldStore, Weighed, told
from onrecord.linking.hashing import content_id
from onrecord.model import Article, Happening, Reading, Telling

SAME = 0.12
"""Mean probability from which groups are joined: see training/happenings."""
SHOWN = 0.22
"""Mean probability of a group's pairs under which it is left out."""
WEAK = 0.35
"""The same for what was only said, which the record has as statements, and for words of all work: two
articles' 'police said' or 'took' is seldom one."""
WORTH = 0.45
"""Confidence that one of a group's events must have, for them to be a happening and no turn of phrase."""
FAINT = 0.05
"""Ties below are taken for none."""
IN_HAND = 512
"""Articles whose events stay in memory, in about 50 MB."""
KINDS_IN_HAND = 4096
"""Articles of which the kinds of their events stay in memory."""
APART = 30
"""Days between two articles' publication from which they need more in common to tell of one happening."""
YEAR = 366
"""Days."""
_BITS = 20

T = TypeVar("T")

Pair = tuple[int, int, tuple[float, ...]]
"""Two events, as article's number << 20 | event's index, and the features of the two."""


class Happenings:
    """Everything that is kept of articles to find happenings, on disk."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._stories = Stories(connection)
        self._told = ToldStore(connection)

    def add(self, article: Article, reading: Reading) -> None:
        self._stories.add(article, reading)
        self._told.add(article.id, told(article, reading))

    def forget(self, article: str) -> None:
        self._stories.forget(article)
        self._told.forget(article)

    def found(self) -> Iterator[Happening]:
        """In the order of kinds, then of days."""
        articles = self.articles()
        self._connection.execute(
            "CREATE TEMP TABLE ties (kind TEXT, one INTEGER, other INTEGER, strength REAL)"
        )
        for kind, pairs in self.pairs():
            self._connection.executemany(
                "INSERT INTO ties VALUES (?, ?, ?, ?)",
                (
                    (kind, one, other, strength)
                    for one, other, strength in ((a, b, probability(f)) for a, b, f in pairs)
                    if strength >= FAINT
                ),
            )
        rows = self._connection.execute(
            "SELECT kind, one, other, strength FROM ties ORDER BY kind, one, other"
        )
        for _, ties in groupby(rows, key=lambda row: row[0]):
            known = [(one, other, strength) for _, one, other, strength in ties]
            groups = [g for g in clustered(known, SAME) if g[0] >> _BITS != g[-1] >> _BITS]
            of = {key: at for at, group in enumerate(groups) for key in group}
            strengths: dict[int, list[float]] = defaultdict(list)
            for one, other, strength in known:
                if one in of and of[one] == of.get(other):
                    strengths[of[one]].append(strength)
            for at, group in enumerate(groups):
                mean = sum(strengths[at]) / len(strengths[at])
                if mean < SHOWN:
                    continue
                tellings = sorted(
                    (self.telling(articles, key) for key in group),
                    key=lambda t: (t.article, t.event),
                )
                events = [self._event(telling) for telling in tellings]
                if _counts(events, mean):
                    yield _happening(tellings, events, mean)

    def pairs(self) -> Iterator[tuple[str, list[Pair]]]:
        """All pairs of events that may be one happening, by kind within pairs of articles."""
        articles = self.articles()
        self._connection.execute(
            "CREATE TEMP TABLE neighbours (one INTEGER, other INTEGER, cosine REAL,"
            " PRIMARY KEY (one, other)) WITHOUT ROWID"
        )
        self._connection.executemany(
            "INSERT INTO neighbours VALUES (?1, ?2, ?3), (?2, ?1, ?3)", self._stories.near()
        )

        common = self._common(articles)
        days = [_ordinal(day) for day in self._stories.days()]

        @lru_cache(maxsize=KINDS_IN_HAND)
        def kinds(of: int) -> frozenset[str]:
            return frozenset(event.kind for event in self._told.briefs(articles[of]))

        @lru_cache(maxsize=KINDS_IN_HAND)
        def around(of: int) -> dict[str, float]:
            """Of the kinds that a neighbour tells of too, the share of neighbours that do."""
            command = "SELECT other FROM neighbours WHERE one = ?"
            others = self._connection.execute(command, (of,)).fetchall()
            telling = Counter(kind for (other,) in others for kind in kinds(other))
            shares = {kind: telling[kind] / (len(others) + 1) for kind in kinds(of)}
            return {kind: share for kind, share in shares.items() if share}

        @lru_cache(maxsize=KINDS_IN_HAND)
        def nearest(of: int) -> Circle:
            command = "SELECT other, cosine FROM neighbours WHERE one = ? ORDER BY cosine DESC, other LIMIT ?"  # fmt: skip
            return circle(of, dict(self._connection.execute(command, (of, NEAREST)).fetchall()))

        @lru_cache(maxsize=IN_HAND)
        def events(of: int) -> dict[str, list[Weighed]]:
            found: dict[str, list[Weighed]] = defaultdict(list)
            frequencies = self._stories.frequencies
            for event in self._told.weighed(articles[of], frequencies, around(of)):
                found[event.told.kind].append(event)
            return dict(found)

        for one in range(len(articles)):
            command = "SELECT other, cosine FROM neighbours WHERE one = ? AND other > ?"
            later = self._connection.execute(command, (one, one)).fetchall()
            told_around = around(one)
            mine = events(one)
            for kind, here in mine.items():
                both = 2 * told_around[kind]
                yield (
                    kind,
                    [
                        (_key(one, a), _key(one, b), values)
                        for at, a in enumerate(here)
                        for b in here[at + 1 :]
                        if (values := features(a, b, None, both, common=common[kind]))
                    ],
                )
            for other, cosine in later:
                first, second = days[one], days[other]
                apart = bool(first and second) and abs(first - second) > APART
                both_near = shared(nearest(one), nearest(other))
                there = events(other)
                for kind, here in mine.items():
                    if kind in there:
                        both = told_around[kind] + around(other)[kind]
                        yield (
                            kind,
                            [
                                (_key(one, a), _key(other, b), values)
                                for a in here
                                for b in there[kind]
                                if (
                                    values := features(
                                        a,
                                        b,
                                        cosine,
                                        both,
                                        circle=both_near,
                                        common=common[kind],
                                        apart=apart,
                                    )
                                )
                            ],
                        )

    def articles(self) -> list[str]:
        """Ids by the numbers of articles in pairs."""
        return self._stories.articles()

    def telling(self, articles: list[str], key: int) -> Telling:
        """Which event of which article a pair speaks of."""
        return Telling(articles[key >> _BITS], key & (1 << _BITS) - 1)

    def _common(self, articles: Sequence[str]) -> dict[str, float]:
        """The share of articles that tell of a kind, of them and of `PRIOR` that do not."""
        telling = Counter(
            kind for article in articles for kind in {e.kind for e in self._told.briefs(article)}
        )
        return {kind: count / (len(articles) + PRIOR) for kind, count in telling.items()}

    def _event(self, telling: Telling) -> Brief:
        return next(e for e in self._told.briefs(telling.article) if e.at == telling.event)


def _counts(events: Sequence[Brief], strength: float) -> bool:
    """Whether a group is a happening; not if it stands in quotations alone: one statement, printed twice."""
    weak = 2 * sum(event.weak for event in events) > len(events)
    return (
        (strength >= WEAK or not weak)
        and max(event.confidence for event in events) >= WORTH
        and not all(event.quoted for event in events)
    )


def _happening(tellings: Sequence[Telling], events: Sequence[Brief], strength: float) -> Happening:
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
        confidence=round(strength, 3),
    )


def _tells_when(earliest: str | None, latest: str | None) -> bool:
    """Bounded on one side, or on both within a year: 'since 2001' does not say when of a fight of today."""
    if earliest and latest:
        return _ordinal(latest) - _ordinal(earliest) <= YEAR
    return bool(earliest or latest)


def _key(article: int, event: Weighed) -> int:
    return article << _BITS | event.told.at


def _ordinal(day: str) -> int:
    return date.fromisoformat(day).toordinal() if day else 0


def _commonest(counts: Counter[T]) -> T:
    return min(counts, key=lambda one: (-counts[one], str(one)))
