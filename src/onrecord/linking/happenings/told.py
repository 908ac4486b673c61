"""What is kept of an article's events to find happenings: their words, who takes part, their sentences."""

from __future__ import annotations

import math
import re
import zlib
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable
from datetime import date

import msgspec

from onrecord.linking.happenings.event_words import base, is_light, kind
from onrecord.linking.stems import number, stems
from onrecord.model import Article, Event, Reading, Span

MOST = 12
"""Events of one kind that are kept of one article; the later ones are in no happening."""
COMMON = frozenset(
    "agree allow announce arrive ask becom begin cal depart do end find give go hear help hold keep"
    " lead mak meet move put receive report rise run say see show speak support tak us work writ".split()
)
"""Kinds of which a quarter of 4,000 articles of US news tell, without those that news is about ('attack'): of itself,
that two articles tell of such a kind says little."""
_AFTER = re.compile(r"\s+([a-z]+)")
_EDGE = re.compile(r"(?<=[.?!])[\"”’']*\s+(?=[\"“‘]?[A-Z0-9])|\n")

ACTOR, RECIPIENT, NAMED_ACTOR, NAMED_RECIPIENT = 1, 2, 4, 8
"""What a stem of the participants is of; any number of these."""


class Told(msgspec.Struct, frozen=True):
    """One event of one article. `at` is its index in the reading's events, `base` and `kind` are of
    its word (`event_words`), `own` the 32-bit number of that word's stem; `sure` says that it came about, as its
    teller has it, `participants` go from numbers of stems to what they are of, `sentence` is which of the
    body's sentences it stands in, from 0, `confidence` the reading's that it is of what the article
    tells, `quoted` says that it stands in a direct quotation."""

    at: int
    base: str
    kind: str
    own: int = 0
    light: bool = False
    cue: bool = False
    noun: bool = False
    sure: bool = False
    type: str = "other"
    denied: bool = False
    participants: dict[int, int] = {}
    place: frozenset[int] = frozenset()
    figures: frozenset[float] = frozenset()
    sentence: int = 0
    word: str = ""
    earliest: str | None = None
    latest: str | None = None
    confidence: float = 1.0
    quoted: bool = False


class Page(msgspec.Struct, frozen=True):
    """The events of an article, and by their numbers the stems (as numbers) of the sentences that these stand in."""

    events: tuple[Told, ...]
    sentences: dict[int, frozenset[int]]


class Brief(msgspec.Struct, frozen=True, array_like=True):
    """What is shown of an event; fields as in `Told`. `weak` is true of a word of all work, and of a cue of no
    PLOVER type: somebody only said something."""

    word: str
    type: str
    earliest: str | None
    latest: str | None
    weak: bool
    quoted: bool
    confidence: float


def told(article: Article, reading: Reading) -> Page:
    """The events of an article, the first `MOST` of each kind."""
    text = article.text
    starts: list[int] = []
    ends: list[int] = []
    for passage in article.passages():
        edges = list(_EDGE.finditer(text, passage.start, passage.end))
        starts += [passage.start, *(m.end() for m in edges)]
        ends += [*(m.start() for m in edges), passage.end]
    sentences: dict[int, frozenset[int]] = {}
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
        if sentence not in sentences:
            span = Span(starts[sentence], ends[sentence]) if starts else Span(0, 0)
            sentences[sentence] = _numbers(stems(span.of(text)))
        stated = event.dated == "stated"
        found.append(
            Told(
                at=at,
                base=base(word),
                kind=sort,
                own=next(iter(map(number, stems(word))), 0),
                light=is_light(word, particle),
                cue=event.by.endswith("cue"),
                noun=event.by.endswith("noun"),
                sure=event.factuality == "happened",
                type=event.type,
                denied=event.factuality in ("not_happened", "denied"),
                participants=_participants(article, event),
                place=_numbers(stems(event.place.of(text))) if event.place else frozenset(),
                figures=frozenset(reading.figures[f].value for f in event.figures),
                sentence=sentence,
                word=word.lower(),
                earliest=event.earliest if stated else None,
                latest=event.latest if stated else None,
                confidence=event.confidence,
                quoted=event.attribution is not None
                and reading.attributions[event.attribution].kind == "direct",
            )
        )
    return Page(tuple(found), sentences)


def brief(event: Told) -> Brief:
    return Brief(
        word=event.word,
        type=event.type,
        earliest=event.earliest,
        latest=event.latest,
        weak=event.light or (event.cue and event.type == "other"),
        quoted=event.quoted,
        confidence=event.confidence,
    )


def _participants(article: Article, event: Event) -> dict[int, int]:
    found: dict[int, int] = {}
    for participant in event.participants:
        of = {"actor": ACTOR, "recipient": RECIPIENT}.get(participant.role, 0)
        if participant.identity:
            of |= {ACTOR: NAMED_ACTOR, RECIPIENT: NAMED_RECIPIENT}.get(of, 0)
        for stem in stems(participant.identity or participant.span.of(article.text)):
            found[number(stem)] = found.get(number(stem), 0) | of
    return found


def _numbers(found: Iterable[str]) -> frozenset[int]:
    return frozenset(map(number, found))


def log_odds(chance: float) -> float:
    """Held between those of 2 and 98 %."""
    held = min(max(chance, 0.02), 0.98)
    return math.log(held / (1 - held))


def ordinal(day: str | None) -> int:
    """Days since the first of year 1; 0 where unknown."""
    return date.fromisoformat(day).toordinal() if day else 0


def word_number(word: str) -> int:
    """32 bits that stand for a word as it is."""
    return zlib.crc32(word.encode())
