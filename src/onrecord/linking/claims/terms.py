"""What a statement says, as far as words can be compared: content words, numbers, names, polarity."""

from __future__ import annotations

import re
from collections.abc import Iterable
from sys import intern

import msgspec

from onrecord.linking.claims.count import Count
from onrecord.linking.claims.totals import total_in
from onrecord.linking.stems import STOPWORDS, stemmed
from onrecord.linking.words import fold
from onrecord.model import Span, Stance, Statement

SHORT = 20
"""Words up to which a negation is taken to negate the whole content."""

_TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)*")


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_NEGATORS = _words(
    "no not never neither nor cannot isnt arent wasnt"
    " werent dont doesnt didnt wont wouldnt cant couldnt shouldnt hasnt havent hadnt aint"
)
_UNTRUE = _words("false untrue baseless unfounded groundless fabricated incorrect")
_COPULAS = _words(
    "is are was were be been as entirely completely totally simply utterly categorically"
)
"""'The report is false' negates; 'false reports spread' does not."""
_WHEN = _words(
    "monday tuesday wednesday thursday friday saturday sunday january february march april june july"
    " august september october november december yesterday today tomorrow"
)
_NUMBERS = {
    "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8",
    "nine": "9", "ten": "10", "eleven": "11", "twelve": "12", "hundred": "100", "thousand": "1000",
    "dozen": "12", "million": "m", "billion": "bn",
}  # fmt: skip


class Said(msgspec.Struct, frozen=True):
    """A statement as it is compared. `denies` is true when it says that its `terms` are not so, by
    its stance or by a negation in its words ('denied: there was no order' is no double negation:
    that is how papers run denial and words together). `negations` counts the latter
    where the content is too long to tell what they negate. `quotes` are the words in quotation
    marks; `cover` spans the content, `starts` is where source, cue or content begin; `figures`
    stand in the content. `speech` is false of attitudes."""

    id: str
    article: str
    text: str
    stance: Stance
    speaker: str | None
    speaker_name: str | None
    addressee: str | None
    unnamed: bool
    terms: frozenset[str]
    numbers: frozenset[str]
    names: tuple[str, ...]
    when: frozenset[str]
    denies: bool
    negations: int
    quotes: tuple[str, ...]
    cover: Span
    starts: int
    parent: str | None
    day: str | None
    dated: bool
    speech: bool
    figures: tuple[Count, ...] = ()


def said(
    statement: Statement, day: str | None, figures: Iterable[Count] = (), speaker: str | None = None
) -> Said:
    """`day` is the ISO day by which it was said; `figures` are those of the article; `speaker` is the
    identity's id, where it is known already."""
    attribution = statement.attribution
    tokens = list(_TOKEN.finditer(statement.text))
    terms: set[str] = set()
    numbers: set[str] = set()
    names: list[str] = []
    when: set[str] = set()
    negations = 0
    word = ""
    for at, match in enumerate(tokens):
        printed = match.group()
        before, word = word, fold(printed)
        if word in _NEGATORS or (word in _UNTRUE and before in _COPULAS):
            negations += 1
        elif word in _WHEN:
            when.add(word)
        elif word[0].isdigit() or word in _NUMBERS:
            numbers.add(intern(_NUMBERS.get(word, word.replace(",", ""))))
        elif word not in STOPWORDS and len(word) > 1:
            stem = stemmed(word)
            terms.add(stem)
            if printed[0].isupper() and at and not _opens(statement.text, match.start()):
                names.append(stem)
    short = len(tokens) <= SHORT
    cover = Span(
        min((s.start for s in attribution.content), default=0),
        max((s.end for s in attribution.content), default=0),
    )
    spans = (*attribution.source, *attribution.cue, *attribution.content)
    negated = negations % 2 == 1 and short
    return Said(
        id=statement.id,
        article=statement.article,
        text=statement.text,
        stance=attribution.stance,
        speaker=speaker,
        speaker_name=attribution.speaker,
        addressee=attribution.addressee,
        unnamed=attribution.source_type in {"unnamed", "collective", "none"},
        terms=frozenset(terms),
        numbers=frozenset(numbers),
        names=tuple(dict.fromkeys(names)),
        when=frozenset(when),
        denies=attribution.stance == "deny" or negated,
        negations=0 if short else negations,
        quotes=quoted_words(statement),
        cover=cover,
        starts=min((s.start for s in spans), default=0),
        parent=statement.parent,
        day=day,
        dated=attribution.said_earliest is not None,
        speech=attribution.act == "speech",
        figures=_figures(statement, figures),
    )


def _figures(statement: Statement, figures: Iterable[Count]) -> tuple[Count, ...]:
    """The figures in the content, and a total that stands without its noun."""
    content = statement.attribution.content
    found = [f for f in figures if any(c.covers(f.span) for c in content)]
    total = total_in(statement.text) if content else None
    if total and total[1] <= len(content[0]):
        start, end, value, noun = total
        span = Span(content[0].start + start, content[0].start + end)
        if not any(f.span.overlaps(span) for f in found):
            counts = stemmed(fold(noun).split()[-1]) if noun else ""
            found.append(Count(span, value, counts, "", False, statement.text[start:end]))
    return tuple(found)


def quoted_words(statement: Statement) -> tuple[str, ...]:
    """The folded words of the statement's quoted parts, one string a part."""
    found = []
    for quote in statement.quoted:
        at = 0
        for fragment in statement.attribution.content:
            start, end = max(quote.start, fragment.start), min(quote.end, fragment.end)
            if start < end:
                piece = statement.text[at + start - fragment.start : at + end - fragment.start]
                found.append(" ".join(re.findall(r"\w+", fold(piece))))
            at += len(fragment) + len(" … ")
    return tuple(found)


def _opens(text: str, start: int) -> bool:
    """The word at `start` opens a sentence or quotation, where a capital says nothing."""
    before = text[:start].rstrip()
    return not before or before[-1] in ".?!:\"“‘'("
