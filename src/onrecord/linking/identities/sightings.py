"""Known names in text that nobody has read: datelines, and articles in other languages.

A name that the rest of the record knows is the same one there, when it stands there letter for letter,
accents apart: several words, or a place of one. Nothing new is found so, and nothing is guessed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.linking.words import fold
from onrecord.model import Article, Reading, Span

LONGEST = 5
"""Words of the longest name that is sought."""

_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_GAP = re.compile(r"\s+|\.\s*")


def unread(article: Article, reading: Reading) -> Iterator[Span]:
    """The blocks whose names no reading gives."""
    foreign = not article.language.startswith("en") and not reading.names
    for block in article.blocks:
        if block.label == "dateline" or (foreign and block.label == "body"):
            yield block.span


def sightings(article: Article, reading: Reading) -> Iterator[tuple[str, Span]]:
    """(folded words, span) of all that could be a name there: runs of up to `LONGEST` words that begin
    and end with a capital."""
    text = article.text
    credited = [
        credit.span for credit in article.credits if credit.span and credit.field != "dateline"
    ]
    for span in unread(article, reading):
        words = [Span(*m.span()) for m in _WORD.finditer(text, span.start, span.end)]
        for first, start in enumerate(words):
            if not text[start.start].isupper():
                continue
            end = start
            for word in words[first : first + LONGEST]:
                if word != start and not _GAP.fullmatch(text, end.end, word.start):
                    break
                end = word
                if text[end.start].isupper():
                    whole = Span(start.start, end.end)
                    if any(whole.overlaps(credit) for credit in credited):
                        continue
                    yield fold(" ".join(whole.of(text).split())), whole
