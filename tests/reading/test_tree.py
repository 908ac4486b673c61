from __future__ import annotations

import pytest

from onrecord.model import Entity, Parse, Span, Token
from onrecord.reading.tree import Tree

TEXT = "junk\nPilots sail late .\nHe slept . Boats rot"
PASSAGES = [Span(5, 23), Span(24, 44)]


def token(text: str, word: str, head: int, dep: str = "dep") -> Token:
    start = text.index(word)
    return Token(start, start + len(word), word, word.lower(), "X", "XX", dep, head)


def tree() -> Tree:
    first, second = (passage.of(TEXT) for passage in PASSAGES)
    return Tree(
        TEXT,
        PASSAGES,
        [
            Parse(
                (
                    token(first, "Pilots", 1, "nsubj"),
                    token(first, "sail", 1, "ROOT"),
                    token(first, "late", 1, "advmod"),
                    token(first, ".", 1, "punct"),
                ),
                ((0, 4),),
                (Entity(0, 1, "NORP"),),
            ),
            Parse(
                (
                    token(second, "He", 1, "nsubj"),
                    token(second, "slept", 1, "ROOT"),
                    token(second, ".", 1, "punct"),
                    token(second, "Boats", 4, "nsubj"),
                    token(second, "rot", 4, "ROOT"),
                ),
                ((0, 3), (3, 5)),
                (Entity(3, 4, "PRODUCT"),),
            ),
        ],
    )


def test_offsets_and_indices_count_over_the_article() -> None:
    found = tree()
    assert len(found) == 9
    assert all(TEXT[t.start : t.end] == t.text for t in found.tokens)
    assert [t.head for t in found.tokens] == [1, 1, 1, 1, 5, 5, 5, 8, 8]
    assert found.sentences == [(0, 4), (4, 7), (7, 9)]
    assert found.passages == [(0, 4), (4, 9)]
    assert found.entities == [Entity(0, 1, "NORP"), Entity(7, 8, "PRODUCT")]


def test_where_a_token_is() -> None:
    found = tree()
    assert [found.sentence(i) for i in (0, 3, 4, 6, 7, 8)] == [
        (0, 4), (0, 4), (4, 7), (4, 7), (7, 9), (7, 9),
    ]  # fmt: skip
    assert [found.passage_of(i) for i in range(9)] == [0] * 4 + [1] * 5


def test_children_and_subtrees() -> None:
    found = tree()
    assert found.children[1] == [0, 2, 3]
    assert found.child(1, "advmod", "nsubj") == 0
    assert found.child(1, "dobj") is None
    assert found.children_by(1, "advmod", "punct") == [2, 3]
    assert found.subtree(1) == [0, 1, 2, 3]
    assert found.subtree(1, without=[2]) == [0, 1, 3]


def test_from_offsets_to_tokens() -> None:
    found = tree()
    assert found.at(0) == 0
    assert found.at(5) == 0
    assert found.at(11) == 1  # the space before 'sail'
    assert found.at(len(TEXT)) == len(found)
    assert found.inside(Span(5, 16)) == range(0, 2)
    assert found.inside(Span(0, 3)) == range(0, 0)


def test_from_tokens_to_spans() -> None:
    found = tree()
    assert found.span(0, 1).of(TEXT) == "Pilots sail"
    assert [s.of(TEXT) for s in found.spans([2, 0, 1, 8, 8])] == ["Pilots sail late", "rot"]
    assert found.spans([]) == ()


def test_every_passage_wants_a_parse() -> None:
    with pytest.raises(ValueError, match="2 passages but 1 parses"):
        Tree(TEXT, PASSAGES, [Parse((), (), ())])


def test_a_passage_without_words() -> None:
    found = Tree("a\n \nb", [Span(0, 1), Span(2, 3), Span(4, 5)], [
        Parse((token("a", "a", 0),), ((0, 1),), ()),
        Parse((), (), ()),
        Parse((token("b", "b", 0),), ((0, 1),), ()),
    ])  # fmt: skip
    assert [found.passage_of(i) for i in range(2)] == [0, 2]
    assert [found.sentence(i) for i in range(2)] == [(0, 1), (1, 2)]
