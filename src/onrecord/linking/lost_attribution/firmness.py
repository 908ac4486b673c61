"""How one version of a text puts a line more firmly than another: without its source or without a hedge."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from onrecord.linking.lost_attribution.assertion_words import (
    COMMON,
    FIRST_PERSON,
    REPORTING,
)
from onrecord.linking.lost_attribution.dropped_hedges import dropped_hedges
from onrecord.linking.lost_attribution.sentences import by_sentence, home, reworded
from onrecord.linking.lost_attribution.sourced import (
    Sourced,
    Version,
    called,
    indices,
    reports,
)
from onrecord.linking.lost_attribution.still_told import (
    hearsay,
    names,
    of_a_kind,
    own_house,
    relayed,
    still_hedged,
    told,
    told_beside,
)
from onrecord.linking.words import CREDITED, FURNITURE, QUOTED, Words
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
        carried = reworded(content, said_words, bare)
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
    if told(carried, bare, whole=not statement.denies):
        return None
    if not statement.denies and any(i in there for i in relayed(statement, content, original)):
        return None
    if own_house(statement, bare, original) or hearsay(printed_words, first, last):
        return None
    if of_a_kind(statement, said_words, printed_words, first, last):
        return None
    whose = indices(said_words, (*statement.source, *statement.cue))
    whose = [i for i in whose if i in there and int(said_words.hashes[i]) not in COMMON]
    if any(first - 3 <= there[i] < last + 3 for i in whose):
        return None
    who = (names(statement, said_words) - said) - COMMON
    if who & kept or told_beside(who, printed_words, first, last):
        return None
    return span


def unhedged(bare: Version, original: Version, there: Mapping[int, int]) -> Iterator[Found]:
    for found in dropped_hedges(bare.words, original.words, there):
        span = bare.words.span(found.first, found.last)
        of_span = original.words.span(found.of_first, found.of_last)
        holder = _over(original.statements, of_span)
        if _over(bare.statements, span) and not holder:
            continue  # a source has taken the place of the hedge
        if still_hedged(found.hedge, bare.words, *bare.words.sentences(found.first, found.last)):
            continue
        yield (
            "hedge_dropped", span, holder.id if holder else None, of_span,
            f"'{found.hedge}'", "leaves that out",
        )  # fmt: skip


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
