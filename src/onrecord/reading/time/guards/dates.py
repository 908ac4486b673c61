"""Numbers and words that look like a date: '1500 cases', 'a fall in prices', 'the last week of'."""

from __future__ import annotations

import re

from onrecord.model.parse import Token
from onrecord.reading.time.guards import names
from onrecord.reading.time.guards.names import named
from onrecord.reading.time.mention import Mention
from onrecord.reading.time.sentences import Surroundings

_TIME_PREPOSITION = re.compile(
    r"\b(?:in|since|by|of|from|until|till|to|through|throughout|during|before|after|between|late|early|mid-?|circa|around|about|and|or|for|as of|than|into|over|on|at|the|a|an)\s+$",
    re.IGNORECASE,
)
# Nouns before a number that names them.
_NUMBERED = frozenset(
    [
        "Room",
        "Flight",
        "Boeing",
        "Airbus",
        "Article",
        "Resolution",
        "Section",
        "Chapter",
        "Page",
        "Unit",
        "Route",
        "Highway",
        "Bus",
        "Train",
        "Channel",
        "Psalm",
        "Case",
        "Form",
        "Model",
        "Number",
        "Rule",
        "Act",
        "Regulation",
        "Directive",
        "Order",
        "Suite",
        "Gate",
        "Area",
        "Building",
        "House",
    ]
)
_STRICT_PREPOSITION = re.compile(
    r"\b(?:in|since|by|of|from|until|till|through|throughout|during|before|after|between|circa)\s+$",
    re.IGNORECASE,
)
_MEASURE = re.compile(
    r"(?:\s*(?:%|percent|per cent|km|kilomet|miles?|met(?:er|re)s?|feet|kg|tons?|tonnes|pounds|dollars|euros|"
    r"people|hours|hrs|points?|troops|soldiers|GMT|UTC|rpm|mph|am|pm|a\.m|p\.m|million|billion|thousand|"
    r"calories|watts?|votes|miles|yards|men|women|copies|jobs|shares|employees)\b|[-–]?(?:metre|meter|foot|mile|page|seat|point|square)\b|\s*(?:°|%))",
    re.IGNORECASE,
)
_QUOTES = "\"'“”‘’«»`"


def year(text: str, mention: Mention, around: Surroundings) -> bool:
    """Counts, sums, measures, numbered things, and numbers alone in quotation marks: titles."""
    span = mention.span
    words = span.of(text)
    if not words[0].isdigit():
        return False
    before, after = text[max(span.start - 24, 0) : span.start], text[span.end : span.end + 24]
    if re.search(r"(?:[$€£#№.,:/+=]|\bNo\.?\s?|\d[-–—])$", before) or re.match(
        r"[,.:/]\d|[-–]\d{1,3}\b(?!\d)", after
    ):
        return True
    if before[-1:] and before[-1] in _QUOTES and after[:1] and after[0] in _QUOTES:
        return True
    if _MEASURE.match(after):
        return True
    if (before.endswith("-") and not before.endswith("mid-")) or re.match(r"-[A-Za-z]", after):
        return not _STRICT_PREPOSITION.search(before)
    year = int(words)
    if not 1700 <= year <= 2060 and not _STRICT_PREPOSITION.search(before):
        return True
    tokens = around.index(span.start, span.end)
    if not tokens:
        return False
    token = around.tokens[tokens[0]]
    if tokens[0] and _numbered(text, around.tokens[tokens[0] - 1], token):
        return True
    head = around.tokens[token.head]
    if token.dep == "nummod" and head.tag == "NNS" and head.start >= span.end:
        if 1900 <= year <= 2060 and token.head > tokens[0] + 1:
            return False
        return not re.search(
            r"(?:\b(?:the|its|their|his|her|our|this|that)|['’]s)\s+$", before, re.IGNORECASE
        )
    return (
        token.dep == "nummod" and not 1900 <= year <= 2040 and not _TIME_PREPOSITION.search(before)
    )


def _numbered(text: str, before: Token, number: Token) -> bool:
    """'Room 2014' and 'Flight 1990' are numbered things; 'Euro 2016' and 'Sydney 2000' are dated ones."""
    return before.text in _NUMBERED and text[before.end : number.start] == " "


def years(text: str, mention: Mention, around: Surroundings) -> bool:
    """'1990-2010 metres' is a range of something else."""
    span = mention.span
    if re.search(r"(?:[$€£#№.,:+=]|\bNos?\.?\s?)$", text[max(span.start - 4, 0) : span.start]):
        return True
    return _MEASURE.match(text, span.end) is not None


def season(text: str, mention: Mention, around: Surroundings) -> bool:
    """Falls and springs of other kinds, and seasons that only qualify ('summer dress')."""
    span, words = mention.span, mention.span.of(text).lower()
    tags = {around.tokens[at].tag for at in around.index(span.end - 4, span.end)}
    if not tags & {"NN", "NNP"} or named(text, mention, around):
        return True
    if words.endswith(("fall", "spring")):
        if re.match(r"\s(?:of|in|from|to|below|against|was of)\b", text[span.end :]):
            return True
        return not words.startswith("the ") and not re.search(
            r"\b(?:in|by|since|until|during|early|late|mid|next|last|this)[\s-]+$",
            text[max(span.start - 12, 0) : span.start],
            re.IGNORECASE,
        )
    if words.startswith("the "):
        return False
    return not re.search(
        r"\b(?:in|by|since|until|during|early|late|mid|of|this|over|through|every|a|next)[\s-]+$",
        text[max(span.start - 12, 0) : span.start],
        re.IGNORECASE,
    )


def the_unit(text: str, mention: Mention, around: Surroundings) -> bool:
    """'the month of June' says no more than 'June', 'the week of the vote' no date, and 'Player of the Month'
    is a title."""
    if (
        re.search(r"[A-Z]\w* of $", text[: mention.span.start])
        and mention.span.of(text)[4:5].isupper()
    ):
        return True
    return text[mention.span.end :].startswith(" of ") and "year" not in mention.span.of(text)


def nth_of(text: str, mention: Mention, around: Surroundings) -> bool:
    """'the last week of August' is a part of August."""
    if names.titled(text, mention, around):
        return True
    return mention.span.of(text).lower().startswith("the last") and text[
        mention.span.end :
    ].startswith(" of ")


def short_clock(text: str, mention: Mention, around: Surroundings) -> bool:
    """'2:10 p.m.' must not be read from its minutes on."""
    return text[max(mention.span.start - 1, 0) : mention.span.start] in (":", ".", "-")


def day_part(text: str, mention: Mention, around: Surroundings) -> bool:
    """'morning' alone is a kind of time ('good morning'), 'the morning' one of a day."""
    words = mention.span.of(text).lower()
    head = around.head(mention.span.start, mention.span.end)
    if (
        head is not None
        and around.tokens[head].dep in ("compound", "nmod", "amod")
        and not words.startswith("this")
    ):
        # 'the morning shows'
        return True
    if words.startswith(("this", "that", "the ", "mid", "early", "late")):
        return False
    return not re.search(r"\bby\s+$", text[max(mention.span.start - 6, 0) : mention.span.start])
