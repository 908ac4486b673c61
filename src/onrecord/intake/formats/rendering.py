"""What a browser shows of a page: which elements are seen, which start a new paragraph, and how
white space collapses (CSS Text 3, `white-space: normal`)."""

from __future__ import annotations

import re
from typing import Any

from onrecord.intake.layout import Layout, Line
from onrecord.intake.wordset import word_set
from onrecord.model import Anchor, Span

UNSEEN = word_set(
    "script style head template noscript svg iframe object embed audio video canvas select "
    "textarea input map noframes datalist progress meter math title meta link"
)
BLOCKS = word_set(
    "address article aside blockquote body button center dd details dialog dir div dl dt "
    "fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main "
    "menu nav ol p pre section summary table tbody td tfoot th thead tr ul caption"
)
#: The elements around a line that say what it is for.
STRUCTURE = word_set(
    "a address article aside blockquote button figcaption figure footer form h1 h2 h3 h4 h5 h6 "
    "header li main nav table time cite"
)

_HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_RUN = re.compile(r"[^ \t\n\r\f]+(?: [^ \t\n\r\f]+)*")
_ROW = re.compile(r"[^\n]+")
WHITE_SPACE = " \t\n\r\f"


def is_hidden(element: Any) -> bool:
    """Whether the element's own attributes hide it; style sheets are not consulted."""
    hidden = element.get("hidden")
    if hidden is not None and hidden.lower() != "until-found":
        return True
    if (element.get("aria-hidden") or "").lower() == "true":
        return True
    style = element.get("style")
    return style is not None and _HIDING.search(style) is not None


class Renderer:
    """Takes elements and text nodes in document order, and gives the layout.

    State: the pieces of the text so far, and the paragraph that is being filled.
    """

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._length = 0
        self._anchors: list[Anchor] = []
        self._lines: list[Line] = []
        self._open: list[Any] = []
        self._inside: dict[str, int] = {}
        self._pre = 0
        self._space = False
        self._breaks = 0
        self._start: int | None = None
        self._tag = ""
        self._around: frozenset[str] = frozenset()
        self._hint = ""
        self._linked = 0

    def open(self, element: Any) -> None:
        tag = element.tag
        self._open.append(element)
        if tag in BLOCKS:
            self._end_line()
        elif tag == "br":
            self._breaks += 1
            if self._breaks > 1:
                self._end_line()
        if tag in STRUCTURE:
            self._inside[tag] = self._inside.get(tag, 0) + 1
        self._pre += tag == "pre"

    def close(self, element: Any) -> None:
        tag = element.tag
        self._open.pop()
        if tag in BLOCKS:
            self._end_line()
        if tag in STRUCTURE:
            self._inside[tag] -= 1
        self._pre -= tag == "pre"

    def text(self, value: str, path: str) -> None:
        """A text node with its XPath."""
        end = 0
        for run in (_ROW if self._pre else _RUN).finditer(value):
            words = run.group()
            if self._pre and not words.strip():
                continue
            if self._pre and end:
                self._breaks = max(self._breaks, 1)
            self._space = self._space or run.start() > end or (run.start() > 0 and end == 0)
            self._put(words, path, run.start())
            end = run.end()
            self._space = False
        if end < len(value):
            if self._pre and "\n" in value[end:]:
                self._breaks = max(self._breaks, 1)
            self._space = True

    def space(self, value: str) -> None:
        """A text node of white space."""
        if self._pre and "\n" in value:
            self._breaks = max(self._breaks, 1)
        self._space = True

    def _put(self, words: str, path: str, offset: int) -> None:
        if self._start is None:
            if self._length:
                self._add("\n\n")
            self._start = self._length
            blocks = [e for e in self._open if e.tag in BLOCKS]
            self._tag = blocks[-1].tag if blocks else ""
            self._around = frozenset(tag for tag, count in self._inside.items() if count)
            near = self._open[-3:]
            self._hint = " ".join(f"{e.get('class', '')} {e.get('id', '')}" for e in near).lower()[
                :400
            ]
        elif self._breaks:
            self._add("\n")
        elif self._space:
            self._add(" ")
        self._breaks = 0
        self._anchors.append(Anchor(self._length, len(words), path, offset))
        if self._inside.get("a"):
            self._linked += len(words)
        self._add(words)

    def _add(self, piece: str) -> None:
        self._pieces.append(piece)
        self._length += len(piece)

    def _end_line(self) -> None:
        if self._start is not None:
            span = Span(self._start, self._length)
            share = self._linked / len(span)
            self._lines.append(Line(span, self._tag, self._around, share, self._hint))
        self._start = None
        self._linked = self._breaks = 0
        self._space = False

    def layout(self) -> Layout:
        self._end_line()
        return Layout("".join(self._pieces), tuple(self._lines), tuple(self._anchors))
