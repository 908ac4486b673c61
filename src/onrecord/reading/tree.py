"""The parses of one article's passages as one tree in the article's own code points.

Layers ask it for children, subtrees and phrases; they never meet the parser.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from onrecord.model import Entity, Parse, Relation, Span, Token
from onrecord.reading.parse import shifted


class Tree:
    """Tokens of all passages, in order, with offsets into `text`; indices count over the article.

    `sentences` and `passages` are token ranges `[start, end)`. A sentence never crosses a
    passage; the parser's sentences are kept as they are (`quotes` mends what it splits
    inside a quotation).
    """

    def __init__(self, text: str, passages: Sequence[Span], parses: Sequence[Parse]) -> None:
        if len(passages) != len(parses):
            raise ValueError(f"{len(passages)} passages but {len(parses)} parses")
        self.text = text
        self.tokens: list[Token] = []
        self.sentences: list[tuple[int, int]] = []
        self.passages: list[tuple[int, int]] = []
        self.entities: list[Entity] = []
        self.relations: list[Relation] = []
        for passage, parse in zip(passages, parses, strict=True):
            base, offset = len(self.tokens), passage.start
            self.tokens += [shifted(token, offset, base) for token in parse.tokens]
            self.sentences += [(start + base, end + base) for start, end in parse.sentences]
            self.entities += [Entity(e.start + base, e.end + base, e.label) for e in parse.entities]
            self.relations += [_shifted(relation, offset) for relation in parse.relations]
            self.passages.append((base, len(self.tokens)))
        self.children: list[list[int]] = [[] for _ in self.tokens]
        for index, token in enumerate(self.tokens):
            if token.head != index:
                self.children[token.head].append(index)
        self._starts = [token.start for token in self.tokens]
        self._sentence_starts = [start for start, _ in self.sentences]
        self._passage_ends = [end for _, end in self.passages]

    def __len__(self) -> int:
        return len(self.tokens)

    def sentence(self, index: int) -> tuple[int, int]:
        """The token range of the sentence that holds token `index`."""
        return self.sentences[bisect_right(self._sentence_starts, index) - 1]

    def passage_of(self, index: int) -> int:
        """The number of the passage that holds token `index`."""
        return bisect_right(self._passage_ends, index)

    def child(self, index: int, *deps: str) -> int | None:
        """The first child of `index` with one of these dependency labels."""
        for child in self.children[index]:
            if self.tokens[child].dep in deps:
                return child
        return None

    def children_by(self, index: int, *deps: str) -> list[int]:
        return [child for child in self.children[index] if self.tokens[child].dep in deps]

    def subtree(self, index: int, without: Iterable[int] = ()) -> list[int]:
        """`index` and all below it, in text order, less the subtrees rooted at `without`."""
        barred = set(without)
        found: list[int] = []
        stack = [index]
        while stack:
            top = stack.pop()
            if top in barred:
                continue
            found.append(top)
            stack.extend(self.children[top])
        return sorted(found)

    def at(self, offset: int) -> int:
        """The first token that ends after code point `offset` (may be `len(self)`)."""
        index = bisect_right(self._starts, offset) - 1
        if index >= 0 and self.tokens[index].end > offset:
            return index
        return index + 1

    def inside(self, span: Span) -> range:
        """The tokens that begin in `span`."""
        return range(bisect_left(self._starts, span.start), bisect_left(self._starts, span.end))

    def span(self, first: int, last: int) -> Span:
        """From token `first` to token `last`, both included."""
        return Span(self.tokens[first].start, self.tokens[last].end)

    def spans(self, indices: Iterable[int]) -> tuple[Span, ...]:
        """Runs of neighbouring tokens as spans, in text order."""
        runs: list[Span] = []
        previous = -2
        for index in sorted(set(indices)):
            token = self.tokens[index]
            if index == previous + 1 and runs:
                runs[-1] = Span(runs[-1].start, token.end)
            else:
                runs.append(Span(token.start, token.end))
            previous = index
        return tuple(runs)


def _shifted(relation: Relation, by: int) -> Relation:
    """`relation` counted from an origin `by` code points earlier."""
    return Relation(
        tuple(span.shift(by) for span in relation.source),
        tuple(span.shift(by) for span in relation.cue),
        tuple(span.shift(by) for span in relation.content),
        relation.confidence,
    )
