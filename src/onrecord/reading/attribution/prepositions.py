"""'According to X', 'per X': sources that hang on a preposition."""

from __future__ import annotations

from onrecord.model import Span
from onrecord.reading.attribution import phrases
from onrecord.reading.attribution.candidate import Candidate
from onrecord.reading.tree import Tree

_OPENERS = frozenset({"accord", "according", "per"})
_APART = frozenset({",", '"', "”", "''", "’"})


def prepositional(tree: Tree) -> list[Candidate]:
    """Content is the sentence, or the clause, that the phrase stands in, less the phrase."""
    found: list[Candidate] = []
    for index, token in enumerate(tree.tokens):
        if token.lemma.lower() not in _OPENERS:
            continue
        cue, head = _opening(tree, index)
        source = phrases.noun_phrase(tree, head) if head is not None else []
        content = _around(tree, index, source) if source else []
        if not content:
            continue
        found.append(
            Candidate(
                anchor=index,
                source=source,
                cue=cue,
                content=content,
                stance="assert",
                act="speech",
                by="rule:according-to",
                subject=head,
            )
        )
    return found


def _opening(tree: Tree, index: int) -> tuple[list[int], int | None]:
    """The words of the cue that begins here, and the head of the source after them, if any."""
    after = index + 1
    if after >= len(tree):
        return [], None
    if tree.tokens[index].lemma.lower() in ("accord", "according"):
        if tree.tokens[after].lemma != "to":
            return [], None
        return [index, after], tree.child(after, "pobj") or tree.child(index, "pobj")
    head = tree.child(index, "pobj")
    named = head is not None and tree.tokens[head].pos == "PROPN"
    # 'five crowns per Person': only at the edge of a clause.
    start, _ = tree.sentence(index)
    apart = index == start or tree.tokens[index - 1].text in _APART
    return ([index], head) if named and apart else ([], None)


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
