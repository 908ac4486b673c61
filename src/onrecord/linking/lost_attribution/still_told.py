"""What keeps a line from being plain fact though the source it has in another version is gone."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from onrecord.linking.echoes.lineage import credits, same_house
from onrecord.linking.lost_attribution.assertion_words import (
    BEING,
    HEARSAY,
    HEDGES_TO,
    LABELS,
    LORE,
    NOBODY,
    PASSIVES,
    PICTURES,
    PRESS,
    REPORTING,
    SHOWING,
)
from onrecord.linking.lost_attribution.sourced import Sourced, Version, hashes, indices, reports
from onrecord.linking.words import Words, word_hash

MOST = 0.5
"""Share of a line that is told as somebody's, from which the line is a report and no plain fact."""


def told(carried: Sequence[int], bare: Version, whole: bool) -> bool:
    """The line of `bare` with the words `carried` is what somebody says there. A saying within the line
    ('the clerk argued that …') is part of it, unless it is most of it and `whole` is set."""
    line, kept = range(carried[0], carried[-1] + 1), set(carried)
    for statement in bare.statements:
        if statement.believes and not reports(statement, bare.words):
            continue
        content = indices(bare.words, statement.content)
        if not any(i in line for i in content):
            continue
        cue = indices(bare.words, statement.cue)
        if not cue or not kept.issuperset(cue):
            return True
        if whole and len(kept.intersection(content)) >= MOST * len(kept):
            return True
    return False


def relayed(statement: Sourced, content: Sequence[int], original: Version) -> list[int]:
    """Where `statement` passes on what for the most part another says: the words of that one's cue."""
    own = set(content)
    for inner in original.statements:
        if inner.id == statement.id or not inner.sourced:
            continue
        said = own.intersection(indices(original.words, inner.content))
        cue = indices(original.words, inner.cue)
        if own.issuperset(cue) and len(said) >= MOST * len(own):
            return cue
    return []


def hearsay(words: Words, first: int, last: int) -> bool:
    """The sentence leaves it to others: 'allegedly', 'is said to', 'it is understood'."""
    sentence = words.hashes[first:last].tolist()
    return bool(HEARSAY.intersection(sentence)) or any(
        one in BEING and word in PASSIVES for one, word in pairwise(sentence)
    )


def own_house(statement: Sourced, bare: Version, original: Version) -> bool:
    """The source is the outlet or the agency that the bare version is from, told of by another house."""
    source, imprint = statement.speaker, bare.imprint
    if same_house(source, original.imprint.outlet):
        return False
    return same_house(source, imprint.outlet) or credits(imprint, source)


def still_hedged(hedge: str, words: Words, first: int, last: int) -> bool:
    """The sentence leaves it to others with another hedge; or this one, if it is of that kind, stands in
    the sentence before or after and serves both."""
    word = word_hash(hedge)
    if hearsay(words, first, last):
        return True
    return word in HEARSAY | HEDGES_TO and any(word in s for s in beside(words, first, last))


def of_a_kind(statement: Sourced, said: Words, bare: Words, first: int, last: int) -> bool:
    """It tells what a picture shows or what the legend says, or passes on what the press has, and the bare
    version speaks of pictures, of legends or of the press there; or it is the label of a picture."""
    source, around = hashes(statement.source, said), beside(bare, first, last)
    near = set(bare.hashes[first:last].tolist()).union(*around)
    if source & PICTURES and hashes(statement.cue, said) & SHOWING:
        return source <= LABELS or bool(near & PICTURES)
    if statement.source_type in ("media", "document"):
        return any(sentence & PRESS and sentence & REPORTING for sentence in around)
    return bool(source & LORE and near & LORE)


def names(statement: Sourced, words: Words) -> set[int]:
    """The words that tell who the source is, its name being looked up for 'he'."""
    return hashes((*statement.source, *statement.cue), words) | {
        word_hash(word) for word in statement.speaker.split()
    }


def told_beside(who: set[int], words: Words, first: int, last: int) -> bool:
    """A sentence before or after tells something of the same source."""
    for sentence in beside(words, first, last):
        if sentence & (who - REPORTING | who & NOBODY) and sentence & REPORTING:
            return True
    return False


def beside(words: Words, first: int, last: int) -> list[set[int]]:
    """The words of the sentence before words `[first, last)` and of the one after."""
    return [
        set(words.hashes[slice(*words.sentences(at, at + 1))].tolist())
        for at in (first - 1, last)
        if 0 <= at < len(words)
    ]
