"""Lines that carried their source, or a hedge, in one version and are put more firmly in another.

Conservative: the barer version's sentence must be the other's content but for small edits, outside
quotation marks, with no attribution over it, no word of reporting or hearsay and no name of the source in
it or told beside it; and it must not be what another says for the most part. Nothing is said of why: the later version may have come to know. Where nobody knows which of two
versions came first, both ways are looked at, and `because` says so.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

import msgspec

from onrecord.linking.echoes.alignment import Passage, align
from onrecord.linking.echoes.lineage import Imprint, known_order, same_house
from onrecord.linking.lost_attribution.firmness import unhedged, unsourced
from onrecord.linking.lost_attribution.sourced import Sourced, Version, sourced
from onrecord.linking.lost_attribution.upgrades import firmer
from onrecord.linking.words import Words
from onrecord.model import Echo, LostAttribution, Span

__all__ = ["Sourced", "once", "sourced", "with_lost"]


def with_lost(
    echo: Echo,
    words: Callable[[str], Words],
    statements: Callable[[str], Sequence[Sourced]],
    imprints: Mapping[str, Imprint],
) -> Echo:
    """The echo with what its lines lost on the way. `words` and `statements` give those of an
    article by its id."""
    one, other = (
        Version(imprints[a], words(a), statements(a)) for a in (echo.article, echo.of_article)
    )
    passages = align(one.words, other.words)
    there = _correspondence(passages)
    order = _order(echo, one.imprint, other.imprint)
    lost = list(_lost(one, other, there, echo.spans, order))
    if not _directed(echo, one.imprint, other.imprint):
        back = {left: right for right, left in there.items()}
        lost += _lost(other, one, back, echo.of_spans, order)
    return msgspec.structs.replace(echo, lost_attribution=tuple(lost))


def _lost(
    bare: Version, original: Version, there: Mapping[int, int], copied: Sequence[Span], order: str
) -> Iterator[LostAttribution]:
    """What lines of `original` lost in `bare`; `there` leads from words of the one to the other's."""
    seen: list[Span] = []
    for kind, span, of_statement, of_span, was, now in (
        *firmer(bare, original, there),
        *unsourced(bare, original, there, copied),
        *unhedged(bare, original, there),
    ):
        if not any(span.overlaps(other) for other in seen):
            seen.append(span)
            because = f"{was} in {original.imprint.words}; {bare.imprint.words} {now}; {order}"
            yield LostAttribution(span, of_statement, of_span, kind, bare.imprint.article, because)


def once(echoes: Sequence[Echo], imprints: Mapping[str, Imprint]) -> list[Echo]:
    """The echoes, each line of an article that lost something kept with one original only: with what it
    was copied from, before what has it from the same origin, and the earliest of those. Where it is not
    known which version came first, a line of the original is lost to one article only: that many print it
    barely may well mean that the one put its source in."""

    def rank(at: int) -> tuple[bool, str, str, str]:
        echo = echoes[at]
        day = imprints[echo.of_article].earliest
        directed = echo.lineage in {"copied_from", "update_of"}
        return not directed, day or "9999", echo.of_article, echo.article

    seen: dict[str, list[Span]] = defaultdict(list)
    lost_of: dict[str, list[Span]] = defaultdict(list)
    kept = list(echoes)
    for at in sorted(range(len(echoes)), key=rank):
        echo, lost = echoes[at], []
        directed = not rank(at)[0]
        for line in echo.lost_attribution:
            other = echo.of_article if line.article == echo.article else echo.article
            told = not directed and any(line.of_span.overlaps(s) for s in lost_of[other])
            if not told and not any(line.span.overlaps(span) for span in seen[line.article]):
                seen[line.article].append(line.span)
                lost_of[other].append(line.of_span)
                lost.append(line)
        kept[at] = msgspec.structs.replace(echoes[at], lost_attribution=tuple(lost))
    return kept


def _correspondence(passages: Iterable[Passage]) -> dict[int, int]:
    """For each equal word of the original (right), the word of the echo (left)."""
    return {
        tile.right + offset: tile.left + offset
        for passage in passages
        for tile in passage.tiles
        for offset in range(tile.length)
    }


def _directed(echo: Echo, one: Imprint, other: Imprint) -> bool:
    """It is known which of the two has the words from the other."""
    if echo.lineage == "copied_from":
        return not same_house(one.outlet, other.outlet) or known_order(one, other)
    return echo.lineage == "update_of" and known_order(one, other)


def _order(echo: Echo, one: Imprint, other: Imprint) -> str:
    if echo.lineage == "shared_origin":
        return "both have it from elsewhere"
    if not _directed(echo, one, other):
        return "which of the two came first nobody knows"
    return "it is the later version" if known_order(one, other) else "it has the text from there"
