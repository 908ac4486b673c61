"""Words beside an expression that say which part of it, or how nearly: 'early', 'the end of', 'about'."""

from __future__ import annotations

import re

import msgspec

from onrecord.model.span import Span
from onrecord.reading.time.joining import is_day
from onrecord.reading.time.meaning import Calendar, Clock, Fixed, Shift
from onrecord.reading.time.mention import Mention

_START = r"(?:the )?early(?:[ -]in| on)?(?: the)?|in early|earlier(?: in| on| during)?|the (?:beginning|start|outset|onset|turn) of|the (?:very )?(?:first|opening) (?:few )?(?:days?|weeks?|months?|hours?) of|the (?:early|small|wee) (?:hours|days|weeks|months|years|part) of"
_END = r"(?:the )?late(?:[ -]in| on)?(?: the)?|later(?: in| on| during)?|the (?:very )?(?:end|close) of|the (?:last|final|closing) (?:few )?(?:days?|weeks?|months?|hours?) of"
_MID = r"(?:the )?mid(?:dle of)?|(?:the )?mid-?|the middle(?: of)?|the midst of"
_EDGE = re.compile(
    rf"(?<!\w)(?:(?P<START>{_START})|(?P<END>{_END})|(?P<MID>{_MID}))(?P<gap>\s+the\s+|\s+|-|)$".replace(
        " ", r"\s+"
    ),
    re.IGNORECASE,
)
_DEGREE = re.compile(
    r"(?<!\w)(?:(?P<APPROX>about|around|approximately|roughly|some|an estimated|nearly|almost|close to)"
    r"|(?P<MORE_THAN>more than|longer than|(?:(?<=\bjust[ ])|(?<=\bwell[ ])|(?<=\bfor[ ])|(?<=\bafter[ ])|(?<=\bin[ ])|(?<=\bby[ ])|(?<=\blasted[ ])|(?<=\btook[ ]))over)"
    r"|(?P<LESS_THAN>less than|under|fewer than)"
    r"|(?P<EQUAL_OR_MORE>at least|no less than|a minimum of)"
    r"|(?P<EQUAL_OR_LESS>at most|up to|as (?:much|many|long) as|no more than|a maximum of))\s+$".replace(
        " ", r"\s+"
    ),
    re.IGNORECASE,
)
_HALF = re.compile(r"(?<!\w)the\s+(?P<which>first|second|latter)\s+half\s+of\s+$", re.IGNORECASE)
_OR_SO = re.compile(r"\s+or\s+(?:so|(?P<more>more|longer))\b", re.IGNORECASE)
_AROUND = re.compile(r"(?<!\w)(?:around|circa)\s+$", re.IGNORECASE)
_REACH = 40


def _dated(mention: Mention) -> bool:
    meaning = mention.meaning
    if isinstance(meaning, Fixed):
        return meaning.type == "DATE" and meaning.value.isdigit()
    return not isinstance(meaning, Clock) and not (
        isinstance(meaning, Shift) and meaning.steps is None
    )


def _weekday(mention: Mention) -> bool:
    return isinstance(mention.meaning, Calendar) and mention.meaning.weekday is not None


def _counted(mention: Mention) -> bool:
    meaning = mention.meaning
    if isinstance(meaning, Fixed):
        return meaning.type == "DURATION" and mention.rule != "bare"
    return mention.rule in ("ago", "later", "year-earlier")


def _with_mod(mention: Mention, start: int, end: int, mod: str | None) -> Mention:
    return Mention(
        Span(start, end),
        mention.rule,
        msgspec.structs.replace(mention.meaning, mod=mod or mention.meaning.mod),
    )


def _modified(text: str, mention: Mention, floor: int) -> Mention:
    span = mention.span
    left = max(span.start - _REACH, floor)
    before = text[left : span.start]
    if _dated(mention):
        half = _HALF.search(before)
        if half is not None and isinstance(mention.meaning, Calendar | Shift):
            part = "H1" if half["which"].lower() == "first" else "H2"
            meaning = mention.meaning
            whole = (
                msgspec.structs.replace(meaning, part=part)
                if isinstance(meaning, Calendar)
                else Calendar(part=part, year_of=meaning)
            )
            if (isinstance(meaning, Shift) and meaning.unit == "year") or meaning == Calendar(
                year=getattr(meaning, "year", None)
            ):
                return Mention(Span(left + half.start(), span.end), f"half+{mention.rule}", whole)
        edge = _EDGE.search(before)
        # 'Earlier Friday' is a time of Friday that the words do not give; 'early Friday' is one.
        # TimeBank takes it along in 'Earlier yesterday' at the head of a sentence; AQUAINT leaves it
        # out of 'Earlier Friday'.
        if edge is not None and not (
            is_day(mention.meaning)
            and (
                edge[0].startswith(("earlier", "later"))
                or (_weekday(mention) and edge[0].startswith(("Earlier", "Later")))
            )
        ):
            mod = edge.lastgroup if edge.lastgroup != "gap" else None
            mod = mod or next(name for name in ("START", "END", "MID") if edge[name])
            start = left + edge.start()
            if text[start : start + 3].lower() == "in ":
                start += 3
            return _with_mod(mention, start, span.end, mod)
        around = _AROUND.search(before)
        # 'They got around Friday's ruling' has no date there.
        if around is not None and span.of(text)[:4].lower() != "the " and not _weekday(mention):
            return _with_mod(mention, left + around.start(), span.end, "APPROX")
    elif isinstance(mention.meaning, Clock):
        edge = re.search(r"(?<!\w)(?P<word>early|late|mid-?)\s*$", before, re.IGNORECASE)
        if edge is not None:
            mods = {"e": "START", "l": "END", "m": "MID"}
            return _with_mod(mention, left + edge.start(), span.end, mods[edge["word"][0].lower()])
        around = re.search(r"(?<!\w)(?:around|about)\s+$", before, re.IGNORECASE)
        if around is not None and mention.meaning.time[1].isdigit():
            return _with_mod(mention, left + around.start(), span.end, "APPROX")
    if _counted(mention):
        # 'over the past year', 'about the next two weeks' have prepositions there.
        if span.of(text)[:4].lower() == "the ":
            return mention
        degree = _DEGREE.search(before)
        start, end, mod = span.start, span.end, None
        if degree is not None:
            start, mod = left + degree.start(), degree.lastgroup
        if (more := _OR_SO.match(text, span.end)) is not None:
            end, mod = more.end(), "EQUAL_OR_MORE" if more["more"] else "APPROX"
        return _with_mod(mention, start, end, mod)
    return mention


def modify(text: str, mentions: list[Mention]) -> list[Mention]:
    """The mentions, widened over what modifies them, never into the mention before."""
    modified: list[Mention] = []
    for mention in mentions:
        floor = modified[-1].span.end if modified else 0
        modified.append(_modified(text, mention, floor))
    return modified
