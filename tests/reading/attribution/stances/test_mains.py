from __future__ import annotations

from onrecord.model import Span
from onrecord.reading import Parser
from onrecord.reading.attribution.candidate import Candidate
from onrecord.reading.attribution.stances.mains import clause_of, mains
from onrecord.reading.tree import Tree


def _said(parser: Parser, text: str, content: str, source: str) -> tuple[Tree, Candidate]:
    """A candidate put together by hand: the words of its content and the head of its source."""
    tree = Tree(text, [Span(0, len(text))], parser.parse([text]))
    words = [token.text for token in tree.tokens]
    start = text.index(content)
    return tree, Candidate(
        anchor=words.index("said"),
        source=[words.index(source)],
        cue=[words.index("said")],
        content=[Span(start, start + len(content))],
        stance="assert",
        act="speech",
        by="test",
        subject=words.index(source),
    )


def _owns(parser: Parser, text: str, content: str, source: str) -> bool:
    tree, candidate = _said(parser, text, content, source)
    inside = set(tree.inside(candidate.content[0]))
    return clause_of(tree, candidate, mains(tree, inside)[0]).own


def test_one_clause_for_each_sentence_of_a_quotation(parser: Parser) -> None:
    content = "The dam is old. The gates are new."
    tree, candidate = _said(parser, f"“{content}” Keene said.", content, "Keene")
    found = mains(tree, set(tree.inside(candidate.content[0])))
    assert [tree.tokens[i].text for i in found] == ["is", "are"]


def test_whose_the_subject_is(parser: Parser) -> None:
    said = "The ministry said it sold the ferry."
    assert _owns(parser, said, "it sold the ferry", "ministry")
    assert _owns(parser, "He said he sold the ferry.", "he sold the ferry", "He")
    assert not _owns(parser, "He said it sank in the harbour.", "it sank in the harbour", "He")
    assert not _owns(parser, "They said the ferry sank.", "the ferry sank", "They")


def test_in_the_speakers_own_words_they_are_others(parser: Parser) -> None:
    quoted = "“They sold the ferry,”"
    assert not _owns(parser, f"{quoted} the unions said.", quoted, "unions")
    ours = "“We sold the ferry,”"
    assert _owns(parser, f"{ours} the unions said.", ours, "unions")
