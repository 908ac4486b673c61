"""How one version of a text has a line from somebody weightier than another, or from one who vouches."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from onrecord.linking.lost_attribution.assertion_words import (
    COMMON,
    FAINT,
    FEW,
    MANY,
    NOBODY,
    STRONG_CUES,
    WEAK_CUES,
)
from onrecord.linking.lost_attribution.firmness import MIN_WORDS, SAME, Found
from onrecord.linking.lost_attribution.sourced import (
    Sourced,
    Version,
    called,
    cover,
    hashes,
    indices,
)
from onrecord.linking.lost_attribution.still_told import relayed
from onrecord.linking.words import Words, word_hash


def firmer(bare: Version, original: Version, there: Mapping[int, int]) -> Iterator[Found]:
    """Lines with a source in both, of which one is named, or vouches, that was not or did not."""
    for theirs in original.statements:
        if not theirs.sourced:
            continue
        content = indices(original.words, theirs.content)
        carried = {there[i] for i in content if i in there}
        if len(content) < MIN_WORDS or len(carried) < SAME * len(content):
            continue
        if relayed(theirs, content, original):
            continue  # it is the other who would have to be somebody more
        for own in bare.statements:
            if not own.sourced or own.denies != theirs.denies:
                continue
            printed = indices(bare.words, own.content)
            if len(carried.intersection(printed)) < SAME * max(len(content), len(printed)):
                continue
            span = bare.words.span(min(carried & set(printed)), max(carried & set(printed)) + 1)
            was, now = called(theirs), called(own)
            if _upgraded(own, bare.words, theirs, original, there):
                yield (
                    "source_upgraded", span, theirs.id, cover(theirs.content),
                    f"it was {was}", f"has it from {now}",
                )  # fmt: skip
            elif hashes(theirs.cue, original.words) & WEAK_CUES and (
                hashes(own.cue, bare.words) & STRONG_CUES
            ):
                yield (
                    "cue_upgraded", span, theirs.id, cover(theirs.content),
                    f"{was} did not vouch for it", f"has {now} vouch for it",
                )  # fmt: skip


def _upgraded(
    own: Sourced, printed: Words, theirs: Sourced, original: Version, there: Mapping[int, int]
) -> bool:
    """Nobody in particular said it there, somebody of more weight here."""
    said = original.words
    source = indices(said, theirs.source)
    nobody = {int(said.hashes[i]) for i in source} & (NOBODY | FEW)
    if not nobody or nobody & FEW or hashes(own.source, printed) & (FEW | nobody):
        return False
    if theirs.source_type != "unnamed" and not NOBODY.intersection(
        map(word_hash, theirs.speaker.split())
    ):
        return False  # 'Ada Brook, an aide'; 'The Diplomat', a magazine
    first, last = printed.sentences(*printed.inside(cover(own.content)))
    kept = (there[i] for i in source if i in there and int(said.hashes[i]) in nobody)
    if any(first <= i < last for i in kept) or theirs.speaker == own.speaker:
        return False
    if not nobody & MANY and _introduced(own, theirs, original):
        return False
    content = {int(h) for h in said.hashes[slice(*said.inside(cover(theirs.content)))]}
    others = {int(h) for h in printed.hashes[first:last]} - content
    return not NOBODY & (others - hashes(own.source, printed)) and _rank(own, printed) > _rank(
        theirs, said
    )


def _introduced(own: Sourced, theirs: Sourced, original: Version) -> bool:
    """'The aide' of the one version is there, too, the one whom the other names, and who speaks in the
    sentence before or after."""
    at = original.words.inside(cover((*theirs.source, *theirs.content)))
    first, last = original.words.sentences(*at)
    around = range(
        original.words.sentences(max(0, first - 1), last)[0],
        original.words.sentences(first, min(len(original.words), last + 1))[1],
    )
    name = own.speaker.split()[-1:]
    return any(
        other.speaker.split()[-1:] == name
        and any(i in around for i in indices(original.words, other.cue))
        for other in original.statements
        if other.speaker and other.source_type != "unnamed"
    )


def _rank(statement: Sourced, words: Words) -> int:
    """How much of somebody the source is: 0 'sources', 1 'officials', 2 somebody."""
    source = hashes(statement.source, words)
    if source & FAINT:
        return 0
    if source & NOBODY:
        return 1
    somebody = statement.source_type in ("person", "organisation")
    return 2 if somebody and source - COMMON and not source & FEW else 1
