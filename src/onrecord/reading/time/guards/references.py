"""Words that only sometimes point at past, present or future: 'current', 'soon', 'annual'."""

from __future__ import annotations

import re

from onrecord.reading.time.guards.lengths import rate
from onrecord.reading.time.guards.names import capital
from onrecord.reading.time.mention import Mention
from onrecord.reading.time.sentences import Surroundings


def present(text: str, mention: Mention, around: Surroundings) -> bool:
    """An electric current, and the current account of a bank or a country."""
    words = mention.span.of(text).lower()
    if words == "current" and re.match(r"[ -]accounts?\b", text[mention.span.end :]):
        return True
    tags = {around.tokens[at].tag for at in around.index(mention.span.start, mention.span.end)}
    return words == "current" and "JJ" not in tags


def past(text: str, mention: Mention, around: Surroundings) -> bool:
    """'recent' of things, which TimeBank marks in four of eleven, and the preposition 'past'."""
    words = mention.span.of(text).lower()
    if words == "recent" or text[mention.span.end :].startswith(" as "):
        # 'as recently as 2009' is 2009.
        return True
    if words.endswith("past"):
        last = around.index(mention.span.end - 4, mention.span.end)
        return words == "past" or not any(around.tokens[at].tag == "NN" for at in last)
    return False


def future(text: str, mention: Mention, around: Surroundings) -> bool:
    """'soon after', 'as soon as', and the future of something."""
    words = mention.span.of(text).lower()
    after = text[mention.span.end : mention.span.end + 8].lower()
    if words == "soon":
        ahead = around.direction(mention.span.start, mention.span.end) == "future"
        return (
            not ahead
            or after.startswith((" after", " as "))
            or text[max(mention.span.start - 3, 0) : mention.span.start].lower() == "as "
        )
    if words.endswith("future"):
        last = around.index(mention.span.end - 6, mention.span.end)
        adjective = any(around.tokens[at].dep in ("amod", "compound") for at in last)
        return words == "future" or after.startswith(" of ") or adjective
    return False


def adverb(text: str, mention: Mention, around: Surroundings) -> bool:
    """'annual' and 'quarterly' before a noun are kinds of thing ('annual meeting'): TimeBank marks
    one of eleven of them. 'Daily' with a capital is in a newspaper's name."""
    at = around.head(mention.span.start, mention.span.end)
    if (
        mention.span.of(text).lower() in ("annual", "quarterly", "yearly")
        and at is not None
        and around.tokens[at].dep in ("amod", "compound")
    ):
        return True
    if re.match(r"\s+(?:[A-Z]\w|newspapers?\b|papers?\b|tabloids?\b)", text[mention.span.end :]):
        # 'the daily Harbour News'
        return True
    if mention.span.of(text).lower() in ("annually", "yearly", "quarterly", "monthly") and rate(
        text[: mention.span.start]
    ):
        return True
    return capital(text, mention, around) or (
        mention.span.of(text)[0].isupper()
        and re.match(r" [A-Z]", text[mention.span.end : mention.span.end + 2]) is not None
    )
