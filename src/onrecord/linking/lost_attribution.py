"""Lines that carried their source in the original and are plain fact in an echo.

Conservative: the echo's whole sentence must be the original's content, word for word but for small
edits, outside quotation marks, with no attribution over it, no word of reporting and no name of the
source in it. A denial whose denier is gone is such a line too: what was denied is now said; and so
is a line of an unnamed source for which the echo names somebody.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

import msgspec

from onrecord.linking.alignment import Passage, align
from onrecord.linking.lineage import Imprint, same_house
from onrecord.linking.words import QUOTED, Words, word_hash
from onrecord.model import Echo, LostAttribution, Span, Statement
from onrecord.model.reading import SourceType

MIN_WORDS = 6
"""Content words below which equal words prove nothing."""
CARRIED = 0.8
"""Share of the content's words that the echo's sentence prints, in whatever order."""
ALIGNED = 0.6
"""Share of them that stand there in the same order, which shows where the sentence is from."""
NEAR_CARRIED, NEAR_ALIGNED = 0.5, 0.4
"""The same two beside a sentence that is copied from the same original: there less shows whence."""
BARE = 0.6
"""Share of the echo's sentence that the content must make up."""
SURE = 0.6
"""Confidence from which an attribution of the original is taken for one."""

_REPORTING_WORDS = (
    "said says say saying told tells tell according reported reportedly reports report claimed claims"
    " claim alleged allegedly alleges stated states announced added adding noted insisted argued"
    " warned wrote writes tweeted explained confirmed suggested acknowledged believes believed thinks"
    " thought quoted cited citing sources officials statement testified declared denied denies"
    " asserted asserts estimated estimates predicted predicts revealed disclosed informed learned"
    " described recalled responded replied"
)
_COMMON = frozenset(
    word_hash(word)
    for word in (
        "a an the of to in on at by for from with and or but as is was were are be been has have had"
        " he she it they his her its their who that which this these those not no mr mrs ms dr new"
    ).split()
)
_NOBODY = frozenset(
    word_hash(word)
    for word in "source sources official officials insider insiders person people diplomat diplomats"
    " adviser advisers aide aides anonymity unnamed".split()
)
_REPORTING = frozenset(word_hash(word) for word in _REPORTING_WORDS.split())


class Sourced(msgspec.Struct, frozen=True):
    """A statement with a source, as this module needs it. Spans count in its article's text."""

    id: str
    source: tuple[Span, ...]
    content: tuple[Span, ...]
    sourced: bool
    """The source is in words, and it is speech: only then can it be lost."""
    source_type: SourceType = "none"


def sourced(statement: Statement) -> Sourced:
    attribution = statement.attribution
    return Sourced(
        statement.id,
        (*attribution.source, *attribution.cue),
        attribution.content,
        bool(attribution.source)
        and attribution.act == "speech"
        and attribution.stance in {"assert", "accuse", "predict", "deny"}
        and attribution.source_type != "none"
        and attribution.confidence >= SURE,
        attribution.source_type,
    )


def with_lost(
    echo: Echo,
    words: Callable[[str], Words],
    statements: Callable[[str], Sequence[Sourced]],
    imprints: Mapping[str, Imprint],
) -> Echo:
    """The echo with the attributions lost on the way. Only where the direction is known, and not
    within one house: there it has come to vouch for the line itself. `words` and `statements`
    give those of an article by its id."""
    one, other = imprints[echo.article], imprints[echo.of_article]
    if echo.lineage not in {"copied_from", "shared_origin"} or same_house(one.outlet, other.outlet):
        return echo
    theirs = statements(echo.of_article)
    if not theirs:
        return echo
    own = statements(echo.article)
    lost = _lost(words(echo.article), words(echo.of_article), own, theirs, echo.spans)
    return msgspec.structs.replace(echo, lost_attribution=tuple(lost))


def _lost(
    echo: Words,
    original: Words,
    own: Sequence[Sourced],
    theirs: Sequence[Sourced],
    copied: Sequence[Span],
) -> Iterable[LostAttribution]:
    there = _correspondence(align(echo, original))
    for statement in theirs:
        if not statement.sourced:
            continue
        content = [i for span in statement.content for i in range(*original.inside(span))]
        carried = sorted(there[i] for i in content if i in there)
        if len(content) < MIN_WORDS or len(carried) < NEAR_ALIGNED * len(content):
            continue
        if (original.flags[content] & QUOTED).sum() > len(content) / 2:
            continue  # without its marks it is a transcript, or a theft that another part finds
        first, last = echo.sentences(carried[0], carried[-1] + 1)
        near = _beside(echo, first, last, copied)
        if len(carried) < (NEAR_ALIGNED if near else ALIGNED) * len(content):
            continue
        said = {int(original.hashes[i]) for i in content}
        printed = [int(h) for h in echo.hashes[first:last]]
        kept = set(printed)
        if sum(int(original.hashes[i]) in kept for i in content) < (
            NEAR_CARRIED if near else CARRIED
        ) * len(content):
            continue
        bare = sum(h in said for h in printed)
        if bare < BARE * len(printed) or len(printed) > 2 * len(content) + 4:
            continue
        span = echo.span(carried[0], carried[-1] + 1)
        over = [s for s in own if _over(s, span)]
        source = [i for span in statement.source for i in range(*original.inside(span))]
        names = {int(original.hashes[i]) for i in source}
        if names & _NOBODY and _upgraded(statement, over):
            yield LostAttribution(span, statement.id, _cover(statement.content))
            continue
        if _still_sourced(echo, first, last) or over:
            continue
        if any(first - 3 <= there[i] < last + 3 for i in source if i in there):
            continue
        if (names - said - _COMMON) & kept:
            continue
        yield LostAttribution(span, statement.id, _cover(statement.content))


def once(echoes: Sequence[Echo], imprints: Mapping[str, Imprint]) -> list[Echo]:
    """The echoes of one article, each line that lost its source kept with one original only: with what
    it was copied from, before what has it from the same origin, and the earliest of those."""

    def rank(at: int) -> tuple[bool, str, str]:
        echo = echoes[at]
        day = imprints[echo.of_article].earliest
        return echo.lineage != "copied_from", day or "9999", echo.of_article

    seen: list[Span] = []
    kept = list(echoes)
    for at in sorted(range(len(echoes)), key=rank):
        lost = []
        for line in echoes[at].lost_attribution:
            if not any(line.span.overlaps(span) for span in seen):
                seen.append(line.span)
                lost.append(line)
        kept[at] = msgspec.structs.replace(echoes[at], lost_attribution=tuple(lost))
    return kept


def _correspondence(passages: Iterable[Passage]) -> dict[int, int]:
    """For each equal word of the original (right), the word of the echo (left)."""
    found: dict[int, int] = defaultdict(int)
    for passage in passages:
        for tile in passage.tiles:
            for offset in range(tile.length):
                found[tile.right + offset] = tile.left + offset
    return dict(found)


def _upgraded(statement: Sourced, over: Sequence[Sourced]) -> bool:
    """Nobody in particular said it there; here somebody is named for it."""
    return statement.source_type == "unnamed" and any(
        s.sourced and s.source_type in ("person", "organisation") for s in over
    )


def _beside(echo: Words, first: int, last: int, copied: Sequence[Span]) -> bool:
    """The sentence before or after words `[first, last)` lies mostly in what is copied."""
    for at in (first - 1, last):
        if 0 <= at < len(echo):
            start, end = echo.sentences(at, at + 1)
            sentence = echo.span(start, end)
            inside = sum(
                max(0, min(sentence.end, c.end) - max(sentence.start, c.start)) for c in copied
            )
            if inside >= BARE * len(sentence):
                return True
    return False


def _still_sourced(words: Words, first: int, last: int) -> bool:
    """A word of reporting or a quotation mark stands in the sentence."""
    if (words.flags[first:last] & QUOTED).any():
        return True
    return any(int(h) in _REPORTING for h in words.hashes[first:last])


def _over(statement: Sourced, span: Span) -> bool:
    return any(content.overlaps(span) for content in statement.content)


def _cover(spans: Sequence[Span]) -> Span:
    return Span(min(s.start for s in spans), max(s.end for s in spans))
