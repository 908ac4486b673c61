"""Nexis Uni (Lexis Advance) exports: many articles in one document.

After a cover page with the search, each article prints its title, its outlet, its date, labelled
lines (`Byline:`, `Section:`, `Length:`, …), the line `Body`, its paragraphs, `Classification` with
more labelled lines, `Load-Date:`, and `End of Document`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.intake.dating.dates import dates_in
from onrecord.intake.formats.excerpt import Excerpt
from onrecord.intake.formats.fields import language_code

_END = re.compile(r"(?:End of Document|Ende des Dokuments|Fin du document|Fin del documento)\W*\Z")
_BODY = re.compile(r"(?:Body|Text|Haupttext|Corps|Cuerpo|Testo)\Z")
_LABEL = re.compile(r"(?P<name>[A-Z][A-Za-z-]*(?: [A-Za-z-]+){0,2})\s?:\s*(?P<value>.*)\Z")
_AFTER = re.compile(
    r"(?:Classification|Klassifizierung|Graphic|Notes|References|Correction-Date|Illustration)\Z|"
    r"(?:Load-Date|Language|Publication-Type|Journal Code|Subject|Company|Industry|Geographic|"
    r"Copyright)\s?:"
)
_BYLINE = ("byline", "author", "autor", "auteur")


def articles(lines: Sequence[str]) -> list[Excerpt]:
    """The articles in the lines of the document, empty where it is no such export."""
    ends = [index for index, line in enumerate(lines) if _END.match(line)]
    if not ends or not any(_BODY.match(line) for line in lines):
        return []
    starts = [0, *(end + 1 for end in ends[:-1])]
    return [_article(lines[start : end + 1]) for start, end in zip(starts, ends, strict=True)]


def _article(lines: Sequence[str]) -> Excerpt:
    opening = next((i for i, line in enumerate(lines) if _BODY.match(line)), len(lines) - 1)
    dated = _dated(lines[:opening])
    # Above the first article stands the cover page, which prints titles and dates too.
    start = max(0, dated - 2) if dated >= 0 else 0
    above = lines[start:opening]
    labels = _labels([*above, *lines[opening:]])
    last = next(
        (i for i in range(len(lines) - 1, opening, -1) if _AFTER.match(lines[i])), len(lines) - 1
    )
    while last > opening + 1 and _AFTER.match(lines[last - 1]):
        last -= 1
    closing = next((i for i in range(opening + 1, last) if lines[i] in _CLOSINGS), last)
    given = {
        "title": above[0] if above else "",
        "outlet": lines[dated - 1] if dated - start >= 2 else "",
        "published": lines[dated] if dated >= 0 else "",
        "byline": next((labels[name] for name in _BYLINE if labels.get(name)), ""),
        "language": language_code(labels.get("language", "").partition(";")[0]),
    }
    body = frozenset(range(opening + 1 - start, closing - start))
    return Excerpt(tuple(lines[start:]), body, given)


_CLOSINGS = ("Classification", "Klassifizierung")


def _dated(lines: Sequence[str]) -> int:
    """The index of the line that is the article's date, -1 where there is none. It is the last full
    one over the text that is no labelled line: 'July 1, 2031 Tuesday 9:20 AM GMT'."""
    for index in range(len(lines) - 1, -1, -1):
        line = lines[index]
        if len(line) <= 80 and not _LABEL.match(line) and any(d.full for d in dates_in(line)):
            return index
    return -1


def _labels(lines: Sequence[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for line in lines:
        match = _LABEL.match(line)
        if match and len(line) < 400:
            found.setdefault(match["name"].lower(), match["value"].strip())
    return found
