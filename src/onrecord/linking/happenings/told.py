"""What is kept of every event while happenings are sought: its word, who takes part, its sentence."""

from __future__ import annotations

import math
import re
import sqlite3
from bisect import bisect_right
from collections import Counter
from collections.abc import Container, Iterable, Mapping

import msgspec
import numpy as np

from onrecord.linking.happenings.event_words import base, is_light, kind
from onrecord.linking.happenings.stories import Frequencies
from onrecord.linking.stems import number, stems
from onrecord.model import Article, Event, Reading, Role, Span

MOST = 12
"""Events of one kind that are kept of one article; the later ones are in no happening."""
_AFTER = re.compile(r"\s+([a-z]+)")
_EDGE = re.compile(r"(?<=[.?!])[\"”’']*\s+(?=[\"“‘]?[A-Z0-9])|\n")


class Told(msgspec.Struct, frozen=True, array_like=True):
    """One event of one article. `at` is its index in the reading's events, `base` and `kind` are of
    its word (`event_words`), `sure` says that it came about, as its teller has it, words are 32-bit
    numbers of stems (`stories.number`), `sentence` is which of the body's sentences it stands in, from 0,
    `confidence` the reading's that it is of what the article tells, `quoted` says that it stands in a direct
    quotation; `named_actors` and `named_recipients` are stems of the names among those."""

    at: int
    base: str
    kind: str
    light: bool
    cue: bool
    noun: bool
    sure: bool
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
    confidence: float
    quoted: bool
    named_actors: tuple[int, ...]
    named_recipients: tuple[int, ...]


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
        after = _AFTER.match(text, event.trigger.end)
        particle = after[1] if after else ""
        sort = kind(word, particle)
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
                light=is_light(word, particle),
                cue=event.by.endswith("cue"),
                noun=event.by.endswith("noun"),
                sure=event.factuality == "happened",
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
                confidence=event.confidence,
                quoted=event.attribution is not None
                and reading.attributions[event.attribution].kind == "direct",
                named_actors=_named(event, "actor"),
                named_recipients=_named(event, "recipient"),
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


def _named(event: Event, role: Role) -> tuple[int, ...]:
    return _numbers(
        stem
        for participant in event.participants
        if participant.role == role and participant.identity
        for stem in stems(participant.identity)
    )


def _numbers(found: Iterable[str]) -> tuple[int, ...]:
    return tuple(sorted({number(stem) for stem in found}))


class Brief(msgspec.Struct, frozen=True, array_like=True):
    """What is shown of an event, and its kind, by which it is found; fields as in `Told`. `weak` is true
    of a word of all work, and of a cue of no PLOVER type: somebody only said something."""

    at: int
    kind: str
    word: str
    type: str
    earliest: str | None
    latest: str | None
    weak: bool
    quoted: bool
    confidence: float


class Weighed:
    """An event with the weights of its words, those of its sentence scaled to a length of one."""

    __slots__ = ("participants", "place", "recipients", "told", "words")

    def __init__(self, of: Told, weights: Mapping[int, float]) -> None:
        self.told = of
        words = [weights[w] for w in of.words]
        length = math.hypot(*words) or 1.0
        self.words = {w: weight / length for w, weight in zip(of.words, words, strict=True)}
        self.participants = {w: weights[w] for w in of.participants}
        self.recipients = {w: weights[w] for w in of.recipients}
        self.place = {w: weights[w] for w in of.place}


class ToldStore:
    """The events of all articles, on disk by article."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._packer = msgspec.msgpack.Encoder()
        self._reader = msgspec.msgpack.Decoder(list[Told])
        self._brief_reader = msgspec.msgpack.Decoder(list[Brief])
        connection.execute(
            "CREATE TABLE IF NOT EXISTS told (article TEXT PRIMARY KEY, brief BLOB, body BLOB)"
        )

    def add(self, article: str, events: list[Told]) -> None:
        briefs = [
            Brief(
                at=e.at,
                kind=e.kind,
                word=e.word,
                type=e.type,
                earliest=e.earliest,
                latest=e.latest,
                weak=e.light or (e.cue and e.type == "other"),
                quoted=e.quoted,
                confidence=e.confidence,
            )
            for e in events
        ]
        self._connection.execute(
            "INSERT INTO told VALUES (?, ?, ?)",
            (article, self._packer.encode(briefs), self._packer.encode(events)),
        )

    def forget(self, article: str) -> None:
        self._connection.execute("DELETE FROM told WHERE article = ?", (article,))

    def briefs(self, article: str) -> list[Brief]:
        command = "SELECT brief FROM told WHERE article = ?"
        row = self._connection.execute(command, (article,)).fetchone()
        return self._brief_reader.decode(row[0]) if row else []

    def weighed(
        self, article: str, frequencies: Frequencies, kinds: Container[str]
    ) -> list[Weighed]:
        """Its events of these kinds."""
        command = "SELECT body FROM told WHERE article = ?"
        row = self._connection.execute(command, (article,)).fetchone()
        events = [e for e in self._reader.decode(row[0]) if e.kind in kinds] if row else []
        numbers = sorted({w for e in events for w in (*e.words, *e.participants, *e.place)})
        weights = frequencies.weights(np.array(numbers, dtype=np.uint32)).tolist()
        known = dict(zip(numbers, weights, strict=True))
        return [Weighed(event, known) for event in events]
