"""Plain text: kept as it is, cut into paragraphs."""

from __future__ import annotations

import re
from itertools import pairwise

from onrecord.intake.layout import Layout, Line
from onrecord.model import Anchor, Span

_LINE = re.compile(r"[^\r\n\v\f\x1c-\x1e\x85\u2028\u2029]+")
CLOSED = re.compile(r"[.!?:;…][\"'”’»)\]]*$")


def layout(text: str, node: str = "") -> Layout:
    """`text` itself, its paragraphs, and one anchor: `node` and the same offsets.

    A paragraph is a line, or, where the text is hard-wrapped, a run of lines that are full: wrapped
    text is recognised by its width, and a paragraph ends with a short line, a blank line, or
    before an indented one.
    """
    anchors = (Anchor(0, len(text), node, 0),) if text else ()
    return Layout(text, tuple(paragraphs(text)), anchors)


def paragraphs(text: str) -> list[Line]:
    """The paragraphs of `text`, trimmed of the white space around them."""
    rows = _rows(text)
    width = _wrap_width([row.span.of(text) for row in rows if _is_written(row.span.of(text))])
    if not width:
        return rows
    joined: list[Line] = []
    open_ended = False
    for row in rows:
        words = row.span.of(text)
        written = _is_written(words)
        indented = _indent(text, row.span.start) > (
            _indent(text, joined[-1].span.start) if joined else 0
        )
        if open_ended and written and not row.gap and not indented:
            joined[-1] = Line(Span(joined[-1].span.start, row.span.end), gap=joined[-1].gap)
        else:
            joined.append(row)
        # A full line that ends a sentence may end the paragraph too; the blank line or the
        # indent after it says so, and where neither stands the paragraph goes on.
        open_ended = written and len(words) >= 0.72 * width
    return joined


def _rows(text: str) -> list[Line]:
    """The lines that hold something, with the number of blank ones above each."""
    rows: list[Line] = []
    last = 0
    for match in _LINE.finditer(text):
        words = match.group()
        stripped = words.strip()
        if not stripped:
            continue
        start = match.start() + words.index(stripped[0])
        end = start + len(stripped)
        breaks = text.count("\n", last, start) or text.count("\r", last, start)
        rows.append(Line(Span(start, end), gap=max(0, breaks - 1)))
        last = end
    return rows


def _is_written(row: str) -> bool:
    """Whether the row holds words: '=====' and '-----' are rules, and part the text."""
    return any(char.isalnum() for char in row)


def _indent(text: str, start: int) -> int:
    before = start
    while before > 0 and text[before - 1] in " \t\u00a0":
        before -= 1
    return start - before


def _wrap_width(rows: list[str]) -> int:
    """The width at which the text is hard-wrapped, 0 where it isn't.

    In wrapped text the long lines are all of about one length, no longer than a screen's, and
    most of them end in the middle of a sentence.
    """
    long = sorted(len(row) for row in rows if len(row) >= 40)
    if len(long) < 4:
        return 0
    width = long[int(0.95 * (len(long) - 1))]
    if width > 132 or long[-1] > 1.35 * width:
        return 0
    full = [row for row in rows if len(row) >= 0.72 * width]
    open_ended = sum(1 for row in full if not CLOSED.search(row))
    continued = sum(
        1 for above, row in pairwise(rows) if len(above) >= 0.72 * width and row[:1].islower()
    )
    return width if open_ended >= 0.6 * len(full) and continued >= 0.3 * len(full) else 0
