"""Quotation marks, paired: where something stands word for word.

Marks are hard evidence: what stands between them is given as said. Pairs are sought passage by
passage; a passage that opens a quotation and does not close it quotes to its end, as is the
custom for quotations of several paragraphs.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.model import Span

# An opening mark and what closes it. Straight marks close themselves; '`` … \'\'' is the
# Penn Treebank's way; German and French marks occur in English texts of continental outlets.
_DOUBLE = {'"': '"”“', "“": '”"', "”": '”"', "„": "“”", "«": "»", "``": "''"}
_MARK = re.compile(r"``|''|[\"“”„«»]")
_SINGLE_OPEN = re.compile(r"(?<![\w'’])['‘](?=[\w“\"(])")
_SINGLE_CLOSE = re.compile(r"(?<=[\w.,!?…\")])['’](?!\w)")
# 'in the “Harbour. Court. Weather” programme': a name in marks, with a full stop before its end, in the
# midst of a sentence that goes on behind it.
_TITLE = re.compile(r"(?<=\w )(?:[\"“][^\"“”\n]{3,80}[\"”]|['‘][^'‘’\n]{3,80}['’])(?=,? [a-z])")
_STOP = re.compile(r"[.!?](?=\s)")
_LONGEST_TITLE = 8  # words


@dataclass(frozen=True)
class Quotation:
    """One quotation, marks included: a part for each passage it runs through."""

    parts: tuple[Span, ...]

    @property
    def start(self) -> int:
        return self.parts[0].start


def quotations(text: str, passages: Sequence[Span]) -> list[Quotation]:
    """The quotations of an article, in text order, outermost only.

    Double marks are trusted; single ones only in passages without a double mark, where they are
    set off by spaces and punctuation and at least two words stand between them, since the
    same character is an apostrophe. A quotation left open at the end of a passage goes on in the next one if
    that begins with an opening mark (the custom of print) or closes a quotation it never opened.
    """
    found: list[Quotation] = []
    carried: list[Span] = []
    for passage in passages:
        spans, opens_whole, still_open = _double(text, passage, bool(carried))
        if not spans:
            found += [Quotation((span,)) for span in _single(text, passage)]
        if carried and opens_whole and spans:
            carried.append(spans.pop(0))
            if still_open and not spans:
                continue
        if carried:
            found.append(Quotation(tuple(carried)))
            carried = []
        if still_open and spans:
            carried = [spans.pop()]
        found += [Quotation((span,)) for span in spans]
    if carried:
        found.append(Quotation(tuple(carried)))
    return sorted(found, key=lambda quotation: quotation.parts[0])


def unstopped(text: str) -> str:
    """`text`, as long as before, with commas for the full stops inside titles that stand in a
    sentence like a word: a parser would end the sentence there, and the sentence goes on."""
    pieces, last = [], 0
    for match in _TITLE.finditer(text):
        words = match.group()
        if _STOP.search(words) and len(words.split()) <= _LONGEST_TITLE:
            pieces += [text[last : match.start()], _STOP.sub(",", words)]
            last = match.end()
    return "".join([*pieces, text[last:]])


def _double(text: str, passage: Span, inside: bool) -> tuple[list[Span], bool, bool]:
    """Quotations of one passage; whether the first goes on from before (given that one is
    `inside`); whether the last is left open."""
    found: list[Span] = []
    opened: tuple[int, str] | None = None
    goes_on = False
    body = passage.start
    while body < passage.end and text[body].isspace():
        body += 1
    for mark in _MARK.finditer(text, passage.start, passage.end):
        sign, at = mark.group(), mark.start()
        if opened is not None and sign in _DOUBLE[opened[1]]:
            found.append(Span(opened[0], mark.end()))
            opened = None
        elif opened is None and _closes(text, sign, at, passage):
            # Closed here, opened in a passage before this one.
            if inside and not found:
                found.append(Span(body, mark.end()))
                goes_on = True
        elif opened is None and sign in _DOUBLE and not _is_inch(text, at):
            opened = (at, sign)
            if inside and not found and at == body:
                goes_on = True
        elif opened is not None and sign == "“" and opened[1] == "“":
            # A second opening mark within one passage: the first was never closed.
            opened = (at, sign)
    if opened is None:
        return found, goes_on, False
    # Unclosed, it is a quotation only where it opens the passage or a sentence, or follows a
    # colon or comma.
    before = text[passage.start : opened[0]].rstrip()
    if before and before[-1] not in ':,.!?”"':
        return found, goes_on, False
    found.append(Span(opened[0], _rstrip(text, opened[0], passage.end)))
    return found, goes_on, True


def _closes(text: str, sign: str, at: int, passage: Span) -> bool:
    """A mark that can only close: '”', "''", or a straight mark behind a word and before none."""
    if sign in ("”", "''", "»"):
        return at > passage.start
    if sign != '"' or at == passage.start:
        return False
    after = text[at + 1 : at + 2]
    return (
        not text[at - 1].isspace()
        and (not after or not after.isalnum())
        and text[at - 1] not in "(["
    )


def _is_inch(text: str, at: int) -> bool:
    return text[at] == '"' and at > 0 and text[at - 1].isdigit()


def _single(text: str, passage: Span) -> list[Span]:
    found: list[Span] = []
    at = passage.start
    while True:
        opening = _SINGLE_OPEN.search(text, at, passage.end)
        if opening is None:
            return found
        closing = None
        for close in _SINGLE_CLOSE.finditer(text, opening.end(), passage.end):
            # "the workers' demands" closes nothing: a closing mark ends a clause or the passage.
            before, after = text[close.start() - 1], text[close.end() : close.end() + 1]
            ends = before in ".,!?…" or after in tuple(".,;:!?)") or close.end() == passage.end
            if ends or (after == " " and before != "s"):
                closing = close
                break
        if closing is None:
            return found
        if " " in text[opening.end() : closing.start()].strip():
            found.append(Span(opening.start(), closing.end()))
        at = closing.end()


def _rstrip(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1].isspace():
        end -= 1
    return end


def inner(text: str, quotation: Span) -> Span:
    """The words between the marks."""
    start, end = quotation.start, quotation.end
    start += 2 if text.startswith("``", start) else 1
    if text.endswith("''", start, end):
        end -= 2
    elif end > start and text[end - 1] in "\"”“»'’":
        end -= 1
    return Span(start, max(start, end))
