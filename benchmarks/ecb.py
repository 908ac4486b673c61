"""ECB+ (Cybulska & Vossen 2014): mentions of events and entities, with chains across articles.

Only some sentences are annotated, so what is found elsewhere counts neither way. The gold names
tokens by their number in the original files; where the text here begins is found by trying.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count, islice
from pathlib import Path

from benchmarks.common import Row, rows
from onrecord.model import Span

# Lines before the text (an address, a date) hold fewer tokens than this.
_MOST_BEFORE = 400


@dataclass(frozen=True)
class Mention:
    """Words of one document that mention one thing; `tag` is ECB+'s class of it."""

    span: Span
    chain: str
    tag: str


@dataclass(frozen=True)
class Document:
    """`sentences` are the lines of the text, `annotated` those of them that the gold speaks of."""

    id: str
    text: str
    published: str | None
    topic: str
    subtopic: str
    sentences: tuple[Span, ...]
    annotated: tuple[Span, ...]
    mentions: tuple[Mention, ...]


def documents(folder: Path) -> Iterator[Document]:
    """The documents of topics 1 to 35 in `folder`."""
    gold: dict[str, list[Row]] = defaultdict(list)
    for row in rows(folder / "ecbplus_gold_1-35.jsonl"):
        if row["type"] == "coref":
            gold[row["doc"]].append(row)
    for row in rows(folder / "ecbplus_docs_1-35.jsonl"):
        yield _document(row, gold[row["id"]])


def _document(row: Row, gold: Sequence[Row]) -> Document:
    text: str = row["text"]
    sentences, tokens = [], []
    at = 0
    for line in text.split("\n"):
        sentences.append(Span(at, at + len(line)))
        position = at
        for word in line.split(" "):
            if word:
                tokens.append(Span(position, position + len(word)))
            position += len(word) + 1
        at += len(line) + 1
    mentions = _mentions(text, tokens, gold)
    told = {next(i for i, s in enumerate(sentences) if s.covers(m.span)) for m in mentions}
    return Document(
        row["id"],
        text,
        row.get("published"),
        row["topic"],
        row["subtopic"],
        tuple(sentences),
        tuple(sentences[i] for i in sorted(told)),
        tuple(mentions),
    )


def _mentions(text: str, tokens: Sequence[Span], gold: Sequence[Row]) -> list[Mention]:
    """The mentions whose words stand where the gold says, from the beginning that fits most."""

    def fitting(before: int) -> list[Mention]:
        found = []
        for row in gold:
            places = [int(number) - 1 - before for number in row["tokens"]]
            if min(places) < 0 or max(places) >= len(tokens):
                continue
            if " ".join(tokens[p].of(text) for p in places) != row["mention"]:
                continue
            span = Span(tokens[places[0]].start, tokens[places[-1]].end)
            if "\n" not in span.of(text):
                found.append(Mention(span, row["chain"], row["tag"]))
        return found

    best: list[Mention] = []
    for before in islice(count(), _MOST_BEFORE):
        found = fitting(before)
        if len(found) > len(best):
            best = found
        if len(best) == len(gold):
            break
    return best
