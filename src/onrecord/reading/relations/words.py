"""Text as words: what the reader counts in, and the plain facts about each word.

A word is a run of letters and digits, a clitic ('s, n't), or one mark of punctuation. Each knows
its paragraph, its sentence and its quotation. Offsets are code points, end exclusive.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

Span = tuple[int, int]
Integers = npt.NDArray[np.int64]

_WORD = re.compile(
    r"[^\W_]+(?=n['’]t\b)|n['’]t\b|['’](?:s|re|ve|ll|d|m)\b|[^\W_]+(?:[_\-][^\W_]+)*"
    r"|``|''|\.{2,}|[^\w\s]|_",
    re.IGNORECASE,
)
_PARAGRAPH = re.compile(r"[^\n]*\S[^\n]*")
_TITLES = frozenset(
    "mr mrs ms dr sen rep gov gen lt col sgt st jr sr vs no pres prof rev hon".split()
)
_STOPS = frozenset((".", "!", "?", "...", "…"))
OPENERS = frozenset(("“", "``", "«", "„", "〝"))
CLOSERS = frozenset(("”", "''", "»", "〞"))
CLOSING_MARKS = CLOSERS | {'"', "’", ")", "]"}
OUTSIDE, INSIDE, OPENING, CLOSING = range(4)
LINK_BUCKETS = 24
LINK_RELATIONS = 12
# Distances in words as steps 0..11; all from `_FAR` on are alike.
_FAR = 40
_STEPS = np.array(
    [gap if gap <= 4 else min(11, int(5 + np.log2(gap / 5) * 2)) for gap in range(_FAR + 1)]
)


@dataclass(slots=True)
class Words:
    """The words of one text; every list is as long as `strings`.

    `paragraph`, `sentence` count from 0; `quotation` numbers the quotation a word stands in from
    1 (its marks belong to it), 0 outside; `state` is OUTSIDE, INSIDE, OPENING or CLOSING.
    """

    strings: list[str]
    starts: list[int]
    ends: list[int]
    paragraph: list[int]
    sentence: list[int] = field(default_factory=list)
    quotation: list[int] = field(default_factory=list)
    state: list[int] = field(default_factory=list)


def paragraphs(text: str) -> list[Span]:
    """Spans of the lines of a text that are not blank."""
    return [match.span() for match in _PARAGRAPH.finditer(text)]


def split(text: str, passages: Sequence[Span] | None = None) -> Words:
    """The words of `text` within `passages` (paragraphs; by default its lines)."""
    found = Words([], [], [], [])
    for number, (start, end) in enumerate(paragraphs(text) if passages is None else passages):
        for match in _WORD.finditer(text, start, end):
            found.strings.append(match.group())
            found.starts.append(match.start())
            found.ends.append(match.end())
            found.paragraph.append(number)
    annotate(found)
    return found


def annotate(found: Words) -> None:
    """Fill in sentences and quotations from the strings and the paragraphs."""
    _quote(found)
    _sentences(found)


def _quote(found: Words) -> None:
    """Pair double quotation marks within a paragraph; an unclosed one runs to the paragraph's end.

    A straight mark opens when none is open. A curly single mark counts outside double ones only,
    and only where it is a word of its own, so that apostrophes stay out.
    """
    found.state = [OUTSIDE] * len(found.strings)
    found.quotation = [0] * len(found.strings)
    number, closer, last = 0, "", -1
    for i, string in enumerate(found.strings):
        if found.paragraph[i] != last:
            closer, last = "", found.paragraph[i]
        if closer:
            found.quotation[i] = number
            if (closer == "’" and string == "’") or (
                closer != "’" and (string in CLOSERS or (string == '"' and closer == '"'))
            ):
                found.state[i], closer = CLOSING, ""
            else:
                found.state[i] = INSIDE
        elif string in OPENERS or string in ('"', "‘"):
            number += 1
            closer = {'"': '"', "‘": "’"}.get(string, "”")
            found.state[i], found.quotation[i] = OPENING, number


def _sentences(found: Words) -> None:
    """Number the sentences: a stop, its closing marks, then a capital, a digit or an opener."""
    strings, number = found.strings, 0
    found.sentence = [0] * len(strings)
    stopped = False
    for i, string in enumerate(strings):
        if i and found.paragraph[i] != found.paragraph[i - 1]:
            number, stopped = number + 1, False
        elif stopped and not (string in CLOSING_MARKS and found.state[i] != OPENING):
            if string in _STOPS:
                pass
            elif found.state[i] == OPENING or not string[0].islower():
                number, stopped = number + 1, False
            else:
                stopped = False
        found.sentence[i] = number
        if string in _STOPS and i and found.paragraph[i] == found.paragraph[i - 1]:
            before = strings[i - 1]
            after = strings[i + 1] if i + 1 < len(strings) else ""
            known = before.lower() in _TITLES or (len(before) == 1 and before.isalpha())
            decimal = before.isdigit() and after.isdigit()
            stopped = stopped or not (string == "." and (known or decimal))


def shape(string: str) -> int:
    """Kind of letters, for an encoder that reads lower case: 0 to 4."""
    if string.islower():
        return 0
    if string.isupper():
        return 2 if len(string) > 1 else 1
    if string[:1].isupper():
        return 1 if string[1:].islower() else 4
    return 3


def link_features(found: Words, cue: Span, start: int, end: int) -> tuple[Integers, Integers]:
    """How words [start, end) stand to a cue (words [a, b)): distance bucket and relation class.

    Distance: 0 in the cue, 1..11 before it, 12..23 after it, on a logarithmic scale. Relation: 0-3
    by quotation (neither in one / same one / the word alone / other), in the same sentence; plus 4
    in another sentence of the paragraph, plus 8 in another paragraph.
    """
    a, b = cue
    places = np.arange(start, end)
    gap = np.where(places < a, a - places, np.where(places >= b, places - b + 1, 0))
    steps = _STEPS[np.minimum(gap, _FAR)]
    bucket = np.where((places < a) | (gap == 0), steps, steps + 12)
    quotation = np.asarray(found.quotation[start:end])
    own = found.quotation[a]
    kind = np.where(quotation == 0, 0 if own == 0 else 3, np.where(quotation == own, 1, 2))
    sentence = np.asarray(found.sentence[start:end]) != found.sentence[a]
    paragraph = np.asarray(found.paragraph[start:end]) != found.paragraph[a]
    relation = kind + np.where(paragraph, 8, np.where(sentence, 4, 0))
    return bucket, relation.astype(np.int64)
