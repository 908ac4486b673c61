"""From a passage to the expressions in it: rules everywhere, guards, then joining of neighbours."""

from __future__ import annotations

import re

from onrecord.model.span import Span
from onrecord.reading.time.guards import refuse
from onrecord.reading.time.joining import join
from onrecord.reading.time.mention import Mention
from onrecord.reading.time.modifiers import modify
from onrecord.reading.time.rules import RULES
from onrecord.reading.time.sentences import Surroundings
from onrecord.reading.time.triggers import words_of

# No rule reaches from one sentence into the next, and most have nothing to find in most of them. The
# full stop of 'p.m.' or 'U.S.' ends none.
_EDGE = re.compile(r"(?<!\.[A-Za-z])[.!?][\"'”’)]*\s+(?=[\"'“‘(]*[A-Z])")


def recognise(text: str, around: Surroundings) -> list[Mention]:
    """The expressions of a passage in text order, none overlapping.

    Every rule is tried everywhere; the longest match wins, then the earlier rule.
    """
    found: list[tuple[int, int, int, Mention]] = []
    start = 0
    for stop in [*(edge.end() for edge in _EDGE.finditer(text)), len(text)]:
        words = words_of(text[start:stop])
        for rank, rule in enumerate(RULES):
            if rule.needs.isdisjoint(words):
                continue
            for match in rule.pattern.finditer(text, start, stop):
                for group, meaning in rule.build(match):
                    mention = Mention(Span(*match.span(group)), rule.name, meaning)
                    # The parts of a match count with the length of the whole.
                    found.append((match.start() - match.end(), rank, mention.span.start, mention))
        start = stop
    found.sort(key=lambda item: item[:3])
    taken = bytearray(len(text))
    kept: list[Mention] = []
    for _, _, _, mention in found:
        span = mention.span
        if not any(taken[span.start : span.end]) and not refuse(text, mention, around):
            taken[span.start : span.end] = b"\1" * len(span)
            kept.append(mention)
    kept.sort(key=lambda mention: mention.span)
    return modify(text, join(text, kept))
