"""'According to X', 'in the words of X', 'per X': sources that hang on a preposition."""

from __future__ import annotations

from onrecord.model import Span
from onrecord.reading.attribution import phrases
from onrecord.reading.attribution.candidate import Candidate
from onrecord.reading.tree import Tree


def prepositional(tree: Tree) -> list[Candidate]:
    """Content is the sentence, or the clause, that the phrase stands in, less the phrase."""
    found: list[Candidate] = []
    for index, token in enumerate(tree.tokens):
        if token.lemma not in ("accord", "according") or index + 1 >= len(tree):
            continue
        if tree.tokens[index + 1].lemma != "to":
            continue
        head = tree.child(index + 1, "pobj") or tree.child(index, "pobj")
        if head is None:
            continue
        source = phrases.noun_phrase(tree, head)
        content = _around(tree, index, source)
        if not source or not content:
            continue
        found.append(
            Candidate(
                anchor=index,
                source=source,
                cue=[index, index + 1],
                content=content,
                stance="assert",
                act="speech",
                by="rule:according-to",
                subject=head,
            )
        )
    return found


def _around(tree: Tree, first: int, source: list[int]) -> list[Span]:
    start, end = tree.sentence(first)
    # 'said that, according to X, …': what X says begins behind 'that'.
    if (
        first - 1 > start
        and tree.tokens[first - 1].text == ","
        and tree.tokens[first - 2].dep == "mark"
    ):
        start = first
    last = max(source)
    # What hangs on the source but is no part of its phrase ('which was published …') is left out.
    below = [i for i in tree.subtree(source[-1]) if i < end]
    last = max([last, *[i for i in below if i > last and tree.tokens[i].dep == "relcl"]])
    before = phrases.clause_span(tree, list(range(start, first)))
    after = phrases.clause_span(tree, list(range(last + 1, end)))
    spans: list[Span] = []
    if before is not None and len(before) > 12:
        spans.append(before)
        # 'X fell, according to Y, and Z rose': behind a comma the sentence goes on.
        closing = last + 1 < end and tree.tokens[last + 1].text == ","
        if after is not None and closing and len(after) > 12:
            spans.append(after)
    elif after is not None:
        spans.append(after)
    return spans
