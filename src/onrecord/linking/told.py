"""What is kept of every event while happenings are sought: its word, who takes part, its sentence."""

from __future__ import annotations

import re
import sqlite3
from bisect import bisect_right
from collections import Counter, OrderedDict
from collections.abc import Iterable, Mapping

import msgspec
import numpy as np

from onrecord.linking.event_words import base, is_light, kind
from onrecord.linking.stories import Frequencies, number, stems
from onrecord.model import Article, Event, Reading, Role, Span

MOST = 12
"""Events of one kind that are kept of one article; the later ones are in no happening."""
IN_HAND = 512
"""Articles whose events stay in memory once read."""
_EDGE = re.compile(r"(?<=[.?!])[\"”’']*\s+(?=[\"“‘]?[A-Z0-9])|\n")


class Told(msgspec.Struct, frozen=True, array_like=True):
    """One event of one article. `at` is its index in the reading's events, `base` and `kind` are of
    its word (`event_words`), words are 32-bit numbers of stems (`stories.number`), `sentence` is which
    of the body's sentences it stands in, from 0."""

    at: int
    base: str
    kind: str
    light: bool
    cue: bool
    type: str
    denied: bool
    words: tuple[int, ...]
    participants: tuple[int, ...]
    recipients: tuple[int, ...]
    place: tuple[int, ...]
    figures: tuple[float, ...]
    sentence: int
    word: str
    earliest: str | None
    latest: str | None


def told(article: Article, reading: Reading) -> list[Told]:
    """The events of an article, the first `MOST` of each kind."""
    text = article.text
    starts: list[int] = []
    ends: list[int] = []
    for passage in article.passages():
        edges = list(_EDGE.finditer(text, passage.start, passage.end))
        starts += [passage.start, *(m.end() for m in edges)]
        ends += [*(m.start() for m in edges), passage.end]
    words: dict[int, list[str]] = {}
    seen: Counter[str] = Counter()
    found = []
    for at, event in enumerate(reading.events):
        word = event.trigger.of(text)
        sort = kind(word)
        seen[sort] += 1
        if seen[sort] > MOST:
            continue
        sentence = max(0, bisect_right(starts, event.trigger.start) - 1)
        if sentence not in words:
            words[sentence] = (
                stems(Span(starts[sentence], ends[sentence]).of(text)) if starts else []
            )
        stated = event.dated == "stated"
        own = set(stems(word))
        found.append(
            Told(
                at=at,
                base=base(word),
                kind=sort,
                light=is_light(word),
                cue=event.by.endswith("cue"),
                type=event.type,
                denied=event.factuality in ("not_happened", "denied"),
                words=_numbers(s for s in words[sentence] if s not in own),
                participants=_taking(article, event, None),
                recipients=_taking(article, event, "recipient"),
                place=_numbers(stems(event.place.of(text))) if event.place else (),
                figures=tuple(sorted({reading.figures[f].value for f in event.figures})),
                sentence=sentence,
                word=word.lower(),
                earliest=event.earliest if stated else None,
                latest=event.latest if stated else None,
            )
        )
    return found


def _taking(article: Article, event: Event, role: Role | None) -> tuple[int, ...]:
    return _numbers(
        stem
        for participant in event.participants
        if role is None or participant.role == role
        for stem in stems(participant.identity or participant.span.of(article.text))
    )


def _numbers(found: Iterable[str]) -> tuple[int, ...]:
    return tuple(sorted({number(stem) for stem in found}))


class Weighed:
    """An event with the weights of its words."""

    __slots__ = ("participants", "place", "recipients", "told", "words")

    def __init__(self, of: Told, weights: Mapping[int, float]) -> None:
        self.told = of
        length = sum(weights[w] ** 2 for w in of.words) ** 0.5 or 1.0
        self.words = {w: weights[w] / length for w in of.words}
        self.participants = {w: weights[w] for w in of.participants}
        self.recipients = {w: weights[w] for w in of.recipients}
        self.place = {w: weights[w] for w in of.place}


class ToldStore:
    """The events of all articles, on disk by article."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._packer = msgspec.msgpack.Encoder()
        self._reader = msgspec.msgpack.Decoder(list[Told])
        self._in_hand: OrderedDict[str, list[Told]] = OrderedDict()
        connection.execute("CREATE TABLE told (article TEXT PRIMARY KEY, body BLOB)")

    def add(self, article: str, events: list[Told]) -> None:
        self._connection.execute(
            "INSERT INTO told VALUES (?, ?)", (article, self._packer.encode(events))
        )

    def of(self, article: str) -> list[Told]:
        if article in self._in_hand:
            self._in_hand.move_to_end(article)
            return self._in_hand[article]
        command = "SELECT body FROM told WHERE article = ?"
        row = self._connection.execute(command, (article,)).fetchone()
        events = self._in_hand[article] = self._reader.decode(row[0]) if row else []
        if len(self._in_hand) > IN_HAND:
            self._in_hand.popitem(last=False)
        return events

    def weighed(self, article: str, frequencies: Frequencies) -> list[Weighed]:
        events = self.of(article)
        numbers = sorted({w for e in events for w in (*e.words, *e.participants, *e.place)})
        weights = frequencies.weights(np.array(numbers, dtype=np.uint32)).tolist()
        known = dict(zip(numbers, weights, strict=True))
        return [Weighed(event, known) for event in events]
