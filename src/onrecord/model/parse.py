"""What the parser and the encoder say of one passage. The rest of reading knows this, and neither of them."""

from __future__ import annotations

import msgspec

from onrecord.model.span import Span


class Token(msgspec.Struct, frozen=True, array_like=True):
    """One token. `start`/`end` are code points of the passage; `head` is an index into
    `Parse.tokens` (a root is its own head). `pos`: Universal POS; `tag`: Penn Treebank;
    `dep`: ClearNLP labels as spaCy's English pipelines give them."""

    start: int
    end: int
    text: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int


class Entity(msgspec.Struct, frozen=True, array_like=True):
    """A named entity over tokens `[start, end)`; `label` is of OntoNotes 5 (PERSON, ORG, GPE, …)."""

    start: int
    end: int
    label: str


class Relation(msgspec.Struct, frozen=True, array_like=True):
    """An attribution relation that the encoder thinks of: spans in code points of the passage, and
    the chance, in (0, 1), that source and content are right."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    confidence: float


class Parse(msgspec.Struct, frozen=True, array_like=True):
    """Tokens in order, sentences as token ranges `[start, end)`, named entities, and relations."""

    tokens: tuple[Token, ...]
    sentences: tuple[tuple[int, int], ...]
    entities: tuple[Entity, ...]
    relations: tuple[Relation, ...] = ()
