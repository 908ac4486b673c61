"""What the parser says of one passage. The rest of reading knows this, and no parser."""

from __future__ import annotations

import msgspec


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


class Parse(msgspec.Struct, frozen=True, array_like=True):
    """Tokens in order, sentences as token ranges `[start, end)`, and named entities."""

    tokens: tuple[Token, ...]
    sentences: tuple[tuple[int, int], ...]
    entities: tuple[Entity, ...]
