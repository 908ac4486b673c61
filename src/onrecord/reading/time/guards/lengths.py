"""Ages and counts that are no durations or sets: '52 years old', 'a day', 'three quarters'."""

from __future__ import annotations

import re

from onrecord.reading.time.guards.names import titled
from onrecord.reading.time.mention import Mention
from onrecord.reading.time.sentences import Surroundings

_AGE = re.compile(r"[- ]olds?\b|[- ]of[- ]age\b", re.IGNORECASE)
_LASTING = re.compile(
    r"\b(?:for|in|over|within|after|and|or|of|took|take|takes|lasts?|lasted|only|just|than|long as|about|nearly|almost|least|last|spent|another)\s+$",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"(?:\b\d[\d,.]*|\b(?:once|twice|times|one|two|three|four|five|six|seven|eight|nine|ten|hundred|thousand|million|billion)(?: \w+)?|\bdollars|\beuros|\bpercent|%|[$€£]\S+|\d \w+|\d \w+ \w+|\b(?:dozens|hundreds|thousands|many)(?: of)? \w+|\bhours|\bdays|\bweeks)\s+$",
    re.IGNORECASE,
)


def aged(text: str, mention: Mention, around: Surroundings) -> bool:
    """Ages, fractions ('three quarters of'), years before a unit ('the 1988 quarter'), 'one day'."""
    span = mention.span
    if re.fullmatch(r"(?i)(?:some|three|the|one|many|of|-|\s)+quarters?", span.of(text)):
        return True
    if re.match(r"(?:the )?[12]\d{3}[ -]", span.of(text)):
        return True
    if span.of(text).lower() == "one day" and not _LASTING.search(
        text[max(span.start - 16, 0) : span.start]
    ):
        return True
    if titled(text, mention, around):
        return True
    if _AGE.match(text, span.end) or re.search(
        r"\baged?\s+$", text[max(span.start - 6, 0) : span.start]
    ):
        return True
    return text[max(span.start - 1, 0) : span.start] in tuple(".,:/$€£")


def singular(text: str, mention: Mention, around: Surroundings) -> bool:
    """'a year' says how long only after certain words; 'one day' may be any day."""
    if _AGE.match(text, mention.span.end):
        return True
    before = text[max(mention.span.start - 16, 0) : mention.span.start]
    after = text[mention.span.end : mention.span.end + 12]
    if mention.span.of(text).lower().endswith(" and a half"):
        return False
    if re.match(
        r"[- ](?:long|term|period|before|after|ending|ended|later|earlier)", after
    ) or re.match(r"-\w", after):
        return False
    words = mention.span.of(text).lower()
    return _LASTING.search(before) is None and (words == "one day" or not words.startswith("one"))


_RATE = re.compile(r"(?:[$€£]\S*|%|\bpercent|\bper cent|\bdollars|\beuros)[^.,;]{0,24}$")


def rate(before: str) -> bool:
    """Whether what stands before is a sum or a percentage: '$2 million a year', 'up 8 % annually',
    which say how much, not how often."""
    return _RATE.search(before[-40:]) is not None


def per_unit(text: str, mention: Mention, around: Surroundings) -> bool:
    """'a week' is a rate only after what is counted: 'four flights a week'."""
    if mention.span.of(text).lower().startswith("per"):
        return False
    before = text[max(mention.span.start - 40, 0) : mention.span.start]
    if rate(before):
        return True
    return _COUNTED.search(before) is None or _LASTING.search(before) is not None


_SPENT = re.compile(
    r"\b(?:for|in|over|within|after|take|takes|took|taken|taking|spend|spent|spending|lasts?|lasted|lasting)\s+$",
    re.IGNORECASE,
)


def bare_units(text: str, mention: Mention, around: Surroundings) -> bool:
    """'years' alone is a length only where a preposition or a verb of lasting governs it ('for years', 'takes
    weeks'), or where it says how far from an event: 'days after the vote'."""
    if _AGE.match(text, mention.span.end):
        return True
    before = text[max(mention.span.start - 16, 0) : mention.span.start]
    at = around.head(mention.span.start, mention.span.end)
    role = around.tokens[at].dep if at is not None else ""
    if role in ("pobj", "dobj") and _SPENT.search(before):
        return False
    if role == "npadvmod" and re.match(r" (?:after|before)\b", text[mention.span.end :]):
        return False
    return not re.search(
        r"\b(?:for|in|over|within|after|took|last|and|lasted)\s+$", before, re.IGNORECASE
    ) or not re.match(
        r"\s*(?:[.,;:)\"]|to\b|and\b|of\b|before\b|after\b|the\b|a\b|\w+ed\b|$)",
        text[mention.span.end :],
    )
