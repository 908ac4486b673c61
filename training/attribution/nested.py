"""Relations inside contents, which PolNeAR leaves out: contents are read again as texts of their own.

'The paper reported that she had denied it' is one relation in PolNeAR, and a network that learnt from
it sees no second cue in the content. Read alone, 'she had denied it' is a plain relation.
"""

from __future__ import annotations

from collections.abc import Sequence

from decode import Relation
from reader import Backend, Settings, candidates
from words import Span, Words

SHORTEST = 5


def contents(words: Words, found: Sequence[Relation]) -> tuple[Words, list[int]]:
    """Contents as paragraphs of a text of their own, and which word each of its words was.

    A content loses its 'that', and the marks of a quotation that it fills.
    """
    places: list[int] = []
    paragraphs: list[int] = []
    for number, relation in enumerate(found):
        inside = [w for a, b in relation.content for w in range(a, b)]
        while inside and words.strings[inside[0]].lower() in ("that", "“", '"', "``", "«", ","):
            inside = inside[1:]
        if len(inside) >= SHORTEST:
            places += inside
            paragraphs += [number] * len(inside)
    made = Words(
        [words.strings[w] for w in places],
        [words.starts[w] for w in places],
        [words.ends[w] for w in places],
        paragraphs,
    )
    # Sentences and quotations stay what they were, told apart by content.
    made.sentence = [words.sentence[w] for w in places]
    made.quotation = [0 for _ in places]
    made.state = [0 for _ in places]
    return made, places


def nested(
    words: Words,
    pieces: Sequence[list[int]],
    found: Sequence[Relation],
    backend: Backend,
    settings: Settings,
) -> list[Relation]:
    """Relations whose cue lies in the content of one of `found`, in words of the text."""
    inner, places = contents(words, found)
    if not places:
        return []
    own = settings.changed(context=0)
    taken = {w for relation in found for w in range(*relation.cue)}
    made = []
    for relation in candidates(inner, [pieces[w] for w in places], backend, own):
        a, b = back(relation.cue, places)
        if taken.isdisjoint(range(a, b)):
            source = [back(run, places) for run in relation.source]
            content = [back(run, places) for run in relation.content]
            made.append(Relation((a, b), source, content, relation.confidence, relation.scores))
    return made


def back(run: Span, places: Sequence[int]) -> Span:
    """A run of words of the contents as a run of words of the text."""
    return places[run[0]], places[run[1] - 1] + 1
