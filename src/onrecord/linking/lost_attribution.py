"""Lines that carried their source in the original and are plain fact in an echo.

Conservative: the echo's whole sentence must be the original's content, word for word but for small
edits, outside quotation marks, with no attribution over it and no word of reporting in it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

import msgspec

from onrecord.linking.alignment import Passage, align
from onrecord.linking.lineage import Imprint, same_house
from onrecord.linking.words import QUOTED, SENTENCE_END, Words, word_hash
from onrecord.model import Echo, LostAttribution, Span, Statement

MIN_WORDS = 6
"""Content words below which equal words prove nothing."""
CARRIED = 0.8
"""Share of the content's words that the echo prints."""
BARE = 0.6
"""Share of the echo's sentence that the content must make up."""

_REPORTING_WORDS = (
    "said says say saying told tells tell according reported reportedly reports report claimed claims"
    " claim alleged allegedly alleges stated states announced added adding noted insisted argued"
    " warned wrote writes tweeted explained confirmed suggested acknowledged believes believed thinks"
    " thought quoted cited citing sources officials statement testified declared denied denies"
)
_REPORTING = frozenset(word_hash(word) for word in _REPORTING_WORDS.split())


class Sourced(msgspec.Struct, frozen=True):
    """A statement with a source, as this module needs it. Spans count in its article's text."""

    id: str
    source: tuple[Span, ...]
    content: tuple[Span, ...]
    sourced: bool
    """The source is in words, and it is speech: only then can it be lost."""


def sourced(statement: Statement) -> Sourced:
    attribution = statement.attribution
    return Sourced(
        statement.id,
        (*attribution.source, *attribution.cue),
        attribution.content,
        bool(attribution.source)
        and attribution.act == "speech"
        and attribution.stance in {"assert", "accuse", "predict"}
        and attribution.source_type != "none",
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
    lost = _lost(words(echo.article), words(echo.of_article), own, theirs)
    return msgspec.structs.replace(echo, lost_attribution=tuple(lost))


def _lost(
    echo: Words, original: Words, own: Sequence[Sourced], theirs: Sequence[Sourced]
) -> Iterable[LostAttribution]:
    there = _correspondence(align(echo, original))
    for statement in theirs:
        if not statement.sourced:
            continue
        content = [i for span in statement.content for i in range(*original.inside(span))]
        carried = sorted(there[i] for i in content if i in there)
        if len(content) < MIN_WORDS or len(carried) < CARRIED * len(content):
            continue
        first, last = _sentences(echo, carried[0], carried[-1] + 1)
        if len(carried) < BARE * (last - first) or last - first > 2 * len(content) + 4:
            continue
        span = echo.span(carried[0], carried[-1] + 1)
        if _still_sourced(echo, first, last) or any(_over(s, span) for s in own):
            continue
        source = [i for span in statement.source for i in range(*original.inside(span))]
        if any(first - 3 <= there[i] < last + 3 for i in source if i in there):
            continue
        yield LostAttribution(span, statement.id, _cover(statement.content))


def _correspondence(passages: Iterable[Passage]) -> dict[int, int]:
    """For each equal word of the original (right), the word of the echo (left)."""
    found: dict[int, int] = defaultdict(int)
    for passage in passages:
        for tile in passage.tiles:
            for offset in range(tile.length):
                found[tile.right + offset] = tile.left + offset
    return dict(found)


def _sentences(words: Words, first: int, last: int) -> tuple[int, int]:
    """The words of the sentences that words `[first, last)` lie in."""
    while first > 0 and not words.flags[first - 1] & SENTENCE_END:
        first -= 1
    while last < len(words) and not words.flags[last - 1] & SENTENCE_END:
        last += 1
    return first, last


def _still_sourced(words: Words, first: int, last: int) -> bool:
    """A word of reporting or a quotation mark stands in the sentence."""
    if (words.flags[first:last] & QUOTED).any():
        return True
    return any(int(h) in _REPORTING for h in words.hashes[first:last])


def _over(statement: Sourced, span: Span) -> bool:
    return any(content.overlaps(span) for content in statement.content)


def _cover(spans: Sequence[Span]) -> Span:
    return Span(min(s.start for s in spans), max(s.end for s in spans))
