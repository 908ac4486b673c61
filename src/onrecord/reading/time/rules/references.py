"""Expressions that point at the past, the present or the future as a whole."""

from __future__ import annotations

import re

from onrecord.reading.time.grammar import rule
from onrecord.reading.time.meaning import Fixed
from onrecord.reading.time.triggers import words

_PLURAL = r"(?:days|weeks|months|quarters|years|decades|centuries|times)"


def _past(_: re.Match[str]) -> Fixed:
    return Fixed("DATE", "PAST_REF")


def _present(_: re.Match[str]) -> Fixed:
    return Fixed("DATE", "PRESENT_REF")


def _future(_: re.Match[str]) -> Fixed:
    return Fixed("DATE", "FUTURE_REF")


RULES = (
    rule(
        "present",
        words("now currently current presently nowadays present moment time these"),
        r"now|currently|current|presently|nowadays|at present|at the moment|at this (?:moment|time)|these days",
        _present,
    ),
    rule(
        "past",
        words("recently recent past previous"),
        rf"(?:more |most |only |just )?recently|(?:the )?(?:very )?recent {_PLURAL}|(?:the )?(?:past|previous) {_PLURAL}|recent|(?:the )?(?:recent |distant |not[- ]too[- ]distant )?past",
        _past,
    ),
    rule(
        "future",
        words("future coming upcoming next soon term"),
        rf"future {_PLURAL}|(?:the )?(?:near |immediate |foreseeable |not[- ]too[- ]distant )?future|(?:the )?(?:coming|upcoming|next) {_PLURAL}|soon|the (?:near|short|long) term",
        _future,
    ),
)
