"""A pile of made-up news that grows as a real one does: so many articles a day, each of a story that is
told for some days, by outlets that reprint, edit or retell what a wire wrote.

Articles come with their readings, so that linking can be measured without the parser. Everything
follows from the number of an article; nothing is held in memory.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import lru_cache
from hashlib import sha256

from benchmarks.scaling.words import (
    TRIGGERS,
    Piece,
    Sentence,
    any_word,
    clause,
    edited,
    name,
    retold,
    saying,
)
from onrecord.model import (
    Article,
    Attribution,
    Block,
    Event,
    Name,
    NameType,
    Participant,
    Published,
    RawDocument,
    Reading,
    Span,
)

A_DAY = 120
"""Articles a day."""
STORIES_A_DAY = 30
LIVES = 5
"""Days for which a story is told."""
OUTLETS = 200
FAMOUS = 3000
"""Persons, organisations and places of whom many stories tell, the n-th about 1/n as often."""
_FIRST = date(2031, 1, 1)
_NAMED: dict[str, NameType] = {
    "person": "person", "source": "person", "organisation": "organisation", "place": "place",
}  # fmt: skip


@dataclass(frozen=True)
class Story:
    """What a wire wrote of it, in paragraphs, and who takes part."""

    paragraphs: tuple[tuple[Sentence, ...], ...]


@lru_cache(maxsize=4 * STORIES_A_DAY * LIVES)
def story(number: int) -> Story:
    chance = random.Random(f"story {number}")
    cast = [
        *(Piece(name("person", FAMOUS + 4 * number + at), "person") for at in range(3)),
        *(Piece(name(kind, _famous(chance)), kind) for kind in ("person", "organisation") * 2),
        *(Piece(name("place", _famous(chance)), "place") for _ in range(2)),
    ]
    topic = [any_word(chance) for _ in range(60)]
    paragraphs = []
    for _ in range(chance.randint(10, 26)):
        sentences = []
        for _ in range(chance.randint(1, 3)):
            said = clause(chance, topic, cast, chance.randint(10, 24))
            sentences.append(saying(chance, said, cast) if chance.random() < 0.5 else said)
        paragraphs.append(tuple(sentences))
    return Story(tuple(paragraphs))


def document(number: int) -> tuple[RawDocument, Article, Reading]:
    """The article of that number with what there is to read in it."""
    chance = random.Random(f"article {number}")
    today = number // A_DAY
    # Most tell of the last days' stories, of some of them much more often.
    age = min(int(LIVES * chance.random() ** 2), today)
    of_day = int(STORIES_A_DAY * chance.random() ** 2)
    of = story((today - age) * STORIES_A_DAY + of_day)
    outlet = int(OUTLETS ** chance.random())
    page = _Page()
    for paragraph in _told(chance, of):
        page.paragraph(paragraph)
    page.standing(f"{name('organisation', 10_000 + outlet)} is read by those who read it daily .")
    day = (_FIRST + timedelta(days=today)).isoformat()
    data = f"{number} {page.text}".encode()
    digest = sha256(data).hexdigest()
    article = Article(
        id=digest[:32], key=str(number), path="", raw_sha256=digest, media_type="text/plain",
        text=page.text, blocks=tuple(page.blocks), anchors=(), title=" ".join(
            piece.text for piece in of.paragraphs[0][0][:8]
        ), outlet=f"Outlet {outlet}", agency=None, published=Published(day, day, day, True),
    )  # fmt: skip
    raw = RawDocument(path=f"world/{number}", key=str(number), data=data, media_type="text/plain")
    return raw, article, page.reading()


def _famous(chance: random.Random) -> int:
    return int(FAMOUS ** chance.random())


def _told(chance: random.Random, of: Story) -> Sequence[Sequence[Sentence]]:
    """A reprint, whole or trimmed; an edited one; a report of its own; or one that takes a passage over."""
    wire = list(of.paragraphs)
    way = chance.random()
    if way < 0.3:
        return wire[: chance.randint(len(wire) // 2, len(wire))]
    if way < 0.5:
        kept = [p for p in wire if chance.random() < 0.8] or wire[:1]
        return [[edited(chance, sentence) for sentence in p] for p in kept]
    own = [[retold(chance, sentence) for sentence in p] for p in wire if chance.random() < 0.7]
    chance.shuffle(own)
    if way < 0.65:
        own.append(list(chance.choice(wire)))
    return own or [[retold(chance, wire[0][0])]]


@dataclass
class _Page:
    """A text while it is written, and what is read in it."""

    text: str = ""
    blocks: list[Block] = field(default_factory=list)
    names: list[Name] = field(default_factory=list)
    attributions: list[Attribution] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)

    def paragraph(self, sentences: Sequence[Sentence]) -> None:
        if self.text:
            self.text += "\n\n"
        start = len(self.text)
        for sentence in sentences:
            self._sentence(sentence)
        self.blocks.append(Block(Span(start, len(self.text)), "body"))

    def standing(self, text: str) -> None:
        """A line that the outlet prints under everything."""
        self.paragraph([tuple(Piece(each) for each in text.split())])

    def reading(self) -> Reading:
        return Reading(tuple(self.names), tuple(self.attributions), (), tuple(self.events), ())

    def _sentence(self, sentence: Sentence) -> None:
        if self.text and self.text[-1] != "\n":
            self.text += " "
        spans = []
        for at, piece in enumerate(sentence):
            self.text += " " if at else ""
            printed = piece.text if at else piece.text[0].upper() + piece.text[1:]
            spans.append(Span(len(self.text), len(self.text) + len(printed)))
            self.text += printed
        self.text += "."
        named = {}
        for piece, span in zip(sentence, spans, strict=True):
            if piece.tag in _NAMED:
                self.names.append(Name(span, _NAMED[piece.tag], piece.text))
                named[span] = piece.text
        tags = [piece.tag for piece in sentence]
        attribution = None
        if "cue" in tags:
            attribution = len(self.attributions)
            cue = sentence[1].text
            self.attributions.append(
                Attribution(
                    source=(spans[0],), cue=(spans[1],), content=(Span(spans[3].start, spans[-1].end),),
                    kind="indirect", act="speech", source_type="person", speaker=sentence[0].text,
                    stance="deny" if cue == "denied" else "demand" if cue == "demanded" else "assert",
                    speaker_spans=(spans[0],),
                )
            )  # fmt: skip
        for piece, span in zip(sentence, spans, strict=True):
            if piece.tag == "event":
                who = [s for s in named if s.end < span.start][-1:]
                self.events.append(
                    Event(
                        span, TRIGGERS[piece.text],
                        tuple(Participant("actor", s, named[s]) for s in who),
                        attribution=attribution,
                    )
                )  # fmt: skip
