"""How one version of a text puts a line more firmly than another: without its source, without a hedge, or
with a weightier source."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from onrecord.linking.lost_attribution.assertion_words import (
    COMMON,
    FAINT,
    FEW,
    FIRST_PERSON,
    NOBODY,
    REPORTING,
    STRONG_CUES,
    WEAK_CUES,
)
from onrecord.linking.lost_attribution.dropped_hedges import dropped_hedges
from onrecord.linking.lost_attribution.sentences import by_sentence, home, reworded
from onrecord.linking.lost_attribution.sourced import (
    Sourced,
    Version,
    called,
    cover,
    hashes,
    indices,
    reports,
)
from onrecord.linking.words import CREDITED, FURNITURE, QUOTED, Words, word_hash
from onrecord.model import Span
from onrecord.model.linked import Loss

MIN_WORDS = 6
"""Content words below which equal words prove nothing."""
CARRIED = 0.7
"""Share of the content's words that tell (`COMMON` ones do not) which the bare sentence prints."""
ALIGNED = 0.5
"""Share of all of them that stand there in the same order, which shows where the sentence is from."""
NEAR_CARRIED, NEAR_ALIGNED = 0.5, 0.4
"""The same two beside a sentence that is copied from the same original: there less shows whence."""
BARE = 0.6
"""Share of the bare sentence that the content must make up."""
OPENING = 6
"""Words of the content that tell, from its start, of which the bare sentence prints two."""
SAME = 0.6
"""Share of two contents, of each, that is equal where they are one line with two sources."""
Found = tuple[Loss, Span, str | None, Span, str, str]
"""Kind, span in the bare version, statement and span in the other, what it was there and is here."""


def firmer(bare: Version, original: Version, there: Mapping[int, int]) -> Iterator[Found]:
    """Lines with a source in both, of which one is named, or vouches, that was not or did not."""
    for theirs in original.statements:
        if not theirs.sourced:
            continue
        content = indices(original.words, theirs.content)
        carried = {there[i] for i in content if i in there}
        if len(content) < MIN_WORDS or len(carried) < SAME * len(content):
            continue
        for own in bare.statements:
            if not own.sourced or own.denies != theirs.denies:
                continue
            printed = indices(bare.words, own.content)
            if len(carried.intersection(printed)) < SAME * max(len(content), len(printed)):
                continue
            span = bare.words.span(min(carried & set(printed)), max(carried & set(printed)) + 1)
            was, now = called(theirs), called(own)
            if _upgraded(own, bare.words, theirs, original.words):
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


def unsourced(
    bare: Version, original: Version, there: Mapping[int, int], copied: Sequence[Span]
) -> Iterator[Found]:
    """Lines with a source in `original` that are plain fact in `bare`."""
    for statement in original.statements:
        if not statement.sourced or not reports(statement, original.words):
            continue
        for content in by_sentence(original.words, statement.content):
            found = _plain(statement, content, bare, original, there, copied)
            if found:
                kind: Loss = "denial_dropped" if statement.denies else "source_dropped"
                verb = "denied by" if statement.denies else "from"
                yield (
                    kind, found, statement.id, original.words.span(content[0], content[-1] + 1),
                    f"{verb} {called(statement)}", "states it as fact",
                )  # fmt: skip


def _plain(
    statement: Sourced,
    content: Sequence[int],
    bare: Version,
    original: Version,
    there: Mapping[int, int],
    copied: Sequence[Span],
) -> Span | None:
    """Where `bare` states the content (words of one sentence) as plain fact."""
    said_words, printed_words = original.words, bare.words
    carried = sorted(there[i] for i in content if i in there)
    if len(content) < MIN_WORDS:
        return None
    if len(carried) < NEAR_ALIGNED * len(content):
        carried = reworded(content, said_words, printed_words)
    if len(carried) < NEAR_ALIGNED * len(content):
        return None
    if (said_words.flags[content] & FURNITURE > 0).sum() > len(content) / 2:
        return None  # a caption
    if (said_words.flags[content] & QUOTED).sum() > len(content) / 2:
        return None  # without its marks it is a transcript, or a theft that another part finds
    first, last = home(printed_words, carried)
    carried = [i for i in carried if first <= i < last]
    near = _beside(printed_words, first, last, copied)
    if len(carried) < (NEAR_ALIGNED if near else ALIGNED) * len(content):
        return None
    said = {int(said_words.hashes[i]) for i in content}
    if said & FIRST_PERSON:
        return None  # somebody's words, set off without marks
    telling = [
        int(said_words.hashes[i]) for i in content if int(said_words.hashes[i]) not in COMMON
    ]
    printed = [int(h) for h in printed_words.hashes[first:last]]
    kept = set(printed)
    if sum(h in kept for h in telling) < (NEAR_CARRIED if near else CARRIED) * len(telling):
        return None
    if sum(h in said for h in printed) < BARE * len(printed):
        return None
    if sum(h in kept for h in telling[:OPENING]) < 2:
        return None  # only what hung on the end of it
    from_content = set(carried)
    new = {int(printed_words.hashes[i]) for i in range(first, last) if i not in from_content}
    if new & REPORTING or (printed_words.flags[first:last] & (QUOTED | CREDITED)).any():
        return None
    span = printed_words.span(carried[0], carried[-1] + 1)
    for own in bare.statements:
        speaks = not own.believes or reports(own, printed_words)
        told = speaks and any(c.overlaps(span) for c in own.content)
        # A saying within what was said is part of the line.
        if told and not from_content.issuperset(indices(printed_words, own.cue) or [-1]):
            return None
    source = indices(said_words, (*statement.source, *statement.cue))
    if any(first - 3 <= there[i] < last + 3 for i in source if i in there):
        return None
    names = (_names(statement, said_words) - said) - COMMON
    if names & kept or _told_beside(names, printed_words, first, last):
        return None
    return span


def unhedged(bare: Version, original: Version, there: Mapping[int, int]) -> Iterator[Found]:
    for found in dropped_hedges(bare.words, original.words, there):
        span = bare.words.span(found.first, found.last)
        of_span = original.words.span(found.of_first, found.of_last)
        holder = _over(original.statements, of_span)
        if _over(bare.statements, span) and not holder:
            continue  # a source has taken the place of the hedge
        yield (
            "hedge_dropped", span, holder.id if holder else None, of_span,
            f"'{found.hedge}'", "leaves that out",
        )  # fmt: skip


def _upgraded(own: Sourced, printed: Words, theirs: Sourced, said: Words) -> bool:
    """Nobody in particular said it there, somebody of more weight here."""
    there = hashes(theirs.source, said)
    if hashes(own.source, printed) & FEW:
        return False
    if not there & NOBODY or there & FEW or there & NOBODY & hashes(own.source, printed):
        return False
    content = {int(h) for h in said.hashes[slice(*said.inside(cover(theirs.content)))]}
    first, last = printed.sentences(*printed.inside(cover(own.content)))
    beside = {int(h) for h in printed.hashes[first:last]} - content
    return not NOBODY & (beside - hashes(own.source, printed)) and _rank(own, printed) > _rank(
        theirs, said
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


def _names(statement: Sourced, words: Words) -> set[int]:
    """The words that tell who the source is, its name being looked up for 'he'."""
    return hashes((*statement.source, *statement.cue), words) | {
        word_hash(word) for word in statement.speaker.split()
    }


def _told_beside(names: set[int], words: Words, first: int, last: int) -> bool:
    """A sentence before or after tells something of the same source."""
    for at in (first - 1, last):
        if 0 <= at < len(words):
            sentence = {int(h) for h in words.hashes[slice(*words.sentences(at, at + 1))]}
            if sentence & (names - REPORTING | names & NOBODY) and sentence & REPORTING:
                return True
    return False


def _beside(words: Words, first: int, last: int, copied: Sequence[Span]) -> bool:
    """The sentence before or after words `[first, last)` lies mostly in what is copied."""
    for at in (first - 1, last):
        if 0 <= at < len(words):
            start, end = words.sentences(at, at + 1)
            sentence = words.span(start, end)
            inside = sum(
                max(0, min(sentence.end, c.end) - max(sentence.start, c.start)) for c in copied
            )
            if inside >= BARE * len(sentence):
                return True
    return False


def _over(statements: Sequence[Sourced], span: Span) -> Sourced | None:
    """A sourced statement that holds most of `span`."""
    for statement in statements:
        inside = sum(
            max(0, min(c.end, span.end) - max(c.start, span.start)) for c in statement.content
        )
        if statement.sourced and not statement.believes and inside >= SAME * len(span):
            return statement
    return None
