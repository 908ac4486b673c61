"""Where the article lies in a text dump: the stretch of lines that is richest in prose.

Each line gets a value, positive for sentences and negative for furniture and headlines, and the
article is the contiguous stretch of greatest sum (Kadane's algorithm; the idea is that of
Pasternack & Roth 2009, *Extracting Article Text from the Web with Maximum Subsequence
Segmentation*, with features of the line instead of learnt token weights).

Measured by `benchmarks/intake.py` on the visible text of 120 pages with known article text (mean
character F1 of a page): .963. Tables (`rows`) are worth .006 of it, lists and lone lines within the
article (`gaps`) .003, the function words of other languages .004. A
two-stage linear scorer trained on other outlets' pages did no better than the first round's rules
(.896 where they had .927), so there is none.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from onrecord.intake.cleaning.kinds import (
    Kind,
    function_share,
    is_terminal,
    kinds_of,
    lower_share,
)
from onrecord.intake.cleaning.rows import credit_records, list_lines, table_cells
from onrecord.intake.layout import Layout, Line, length

# Headings under which other stories, or readers' comments, begin.
_SECTION = re.compile(
    r"\b(?:comments?|related|recommended|most (?:read|popular|viewed)|more (?:from|on|stories)|trending|latest|"
    r"top stories|you (?:may|might)|also like|read (?:next|more)|repl(?:y|ies)|discussion|all rights reserved)\b",
    re.IGNORECASE,
)
# A line of twelve words that ends as a sentence is hardly ever a menu or a headline.
_PROSE = 12
# Who writes so much without a full stop forgot it; a shorter line may be a list.
_LONG = 60
# One very long paragraph must not outweigh the rest.
_CAP = 60.0
# On the visible text of 120 pages with known article text (word 4-gram F1): .2 .875, .35 .886,
# .5 .894, 1 (no discount) .893.
_ISOLATED = 0.5
_LEAD_REACH, _LEAD = 9, 14.0
_CLOSED = re.compile(r"[.!?:…。！？][\"'”’»)\]]*$")
_COMMENTS = re.compile(
    r"^\W*(?:(?:\d+|one|two|three|no) (?:responses?|thoughts?|repl(?:y|ies)|comments?) (?:to|on|so far|for)\b|"
    r"leave a (?:reply|comment)|post a (?:reply|comment)|add (?:a|your) comment|join the (?:conversation|discussion)\W*$|"
    r"(?:readers?['’]? |your |all )?comments? ?\(\d+\)\W*$|kommentare ?\(\d+\)\W*$|"
    r"(?P<bare>(?:\d+ )?(?:comments?|kommentare|commentaires|comentarios|comentários|commenti)\W*$))",
    re.IGNORECASE,
)
# Prose, in words, that must stand above a heading of comments for it to be one.
_FEWEST_ABOVE = 60.0
# Where the heading is but the word, which also stands in menus over the text: the paragraphs or the
# share of all prose that must.
_PARAGRAPHS_ABOVE, _SHARE_ABOVE = 2, 0.35
_CUT = re.compile(
    r"(?:\.\.+|…|\[(?:\.\.\.|…)\]|\((?:\.\.\.|…)\))\s*(?:»|›|→|read more|more)?\W*$", re.IGNORECASE
)
_FEWEST_CUT = 3
_POSTED = re.compile(r"\b(?:pic\.twitter\.com|t\.co)/\w+\W*$")
# A paragraph stands once; a caption or a teaser may stand many times.
_TOO_OFTEN = 3


def prose_lines(layout: Layout, kinds: Sequence[Kind | None] | None = None) -> set[int]:
    """Indices of the lines that are the article's own, empty where there is no prose at all.

    `kinds` are those of the lines, where they are known already.
    """
    texts = [line.span.of(layout.text) for line in layout.lines]
    known = kinds_of(texts) if kinds is None else kinds
    values = [0.0] * len(texts)
    for unit in _units(texts, known, layout.lines):
        links = min(layout.lines[i].links for i in unit)
        whole = texts[unit[0]] if len(unit) == 1 else " ".join(texts[i] for i in unit)
        value = value_of(whole, known[unit[0]] if len(unit) == 1 else None, links)
        for index in unit:
            values[index] = value / len(unit)
    _end_at_comments(values, texts)
    repeats = Counter(text for text in texts if len(text) >= 40)
    values = [
        min(v, -4.0) if repeats[t] >= _TOO_OFTEN else v for v, t in zip(values, texts, strict=True)
    ]
    _discount_teasers(values, texts)
    credit_records(values, texts, known, layout.lines)
    cells = table_cells(texts)
    values = [max(v, 0.0) if i in cells else v for i, v in enumerate(values)]
    start, end = best_stretch(_isolated_discounted(values))
    # The report's first sentence is often cut off from the rest by a picture and its credits.
    for index in range(start - 1, max(-1, start - 1 - _LEAD_REACH), -1):
        if values[index] >= _LEAD:
            start = index
    while end < len(texts) and known[end] is None and _runs_on(texts[end]):
        end += 1
    kept = {index for index in range(start, end) if values[index] > 0 or _runs_on(texts[index])}
    kept |= {index for index in cells if min(kept, default=0) < index < max(kept, default=0)}
    return kept | list_lines(texts, known, kept)


def _units(
    texts: Sequence[str], kinds: Sequence[Kind | None], lines: Sequence[Line]
) -> list[list[int]]:
    """Lines that are one sentence, torn at its links: '… said', 'Ada Brenn', ', the minister.' Where
    a line goes on in lower case or with a comma, it belongs to the one above, and so does a
    few words' link between two such parts."""
    units: list[list[int]] = []
    for index, text in enumerate(texts):
        torn = (
            index > 0
            and not lines[index].gap
            and not lines[index].tag
            and not _CLOSED.search(texts[index - 1])
        )
        goes_on = torn and (text[0].islower() or text[0] in ",.;:)’”")
        before = goes_on and len(units) > 1 and len(units[-1]) == 1 and len(texts[index - 1]) <= 60
        if (
            before
            and kinds[index - 2] is None
            and not _CLOSED.search(texts[index - 2])
            and not lines[index - 1].gap
        ):
            link = units.pop()
            units[-1] += [*link, index]
        elif goes_on:
            units[-1].append(index)
        else:
            units.append([index])
    return units


def _end_at_comments(values: list[float], texts: Sequence[str]) -> None:
    """Readers' comments are prose too: nothing counts below the heading they stand under. Counters
    at the top of a page ('12 Comments') have no prose above them."""
    total, above = sum(value for value in values if value > 0), 0.0
    paragraphs = 0
    for index, text in enumerate(texts):
        mark = _COMMENTS.search(text) if above >= _FEWEST_ABOVE and len(text) < 200 else None
        told = paragraphs >= _PARAGRAPHS_ABOVE or above >= _SHARE_ABOVE * total
        if mark is not None and (not mark["bare"] or told):
            for later in range(index, len(values)):
                values[later] = min(values[later], -1.0)
            return
        above += max(0.0, values[index])
        paragraphs += values[index] >= _LEAD


def _runs_on(text: str) -> bool:
    """Whether the line is prose though it ends no sentence: a paragraph that was cut short, or one
    that a picture or a list follows."""
    return length(text) >= 25 and lower_share(text) >= 0.6 and function_share(text) >= 0.25


def _isolated_discounted(values: list[float]) -> list[float]:
    """The values, with lone sentences between furniture worth less: a teaser stands under the
    headline of its own story, a paragraph stands among paragraphs."""
    padded = [-1.0, *values, -1.0]
    return [
        value * _ISOLATED if value > 0 and padded[i] <= 0 and padded[i + 2] <= 0 else value
        for i, value in enumerate(values)
    ]


def _discount_teasers(values: list[float], texts: Sequence[str]) -> None:
    """Paragraphs that break off with dots are the openings of other stories, where a page shows
    several of them."""
    cut = [i for i, text in enumerate(texts) if values[i] > 0 and _CUT.search(text)]
    if len(cut) >= _FEWEST_CUT:
        for index in cut:
            values[index] = -4.0


def value_of(text: str, kind: Kind | None = None, links: float = 0.0) -> float:
    """How much the line speaks for being prose: about its number of words for a sentence, below
    zero for what is not one. `kind` is the line's own."""
    count = length(text)
    if kind is not None:
        if count <= 5 and _SECTION.search(text):
            return -25.0
        return {"correction": -4.0, "caption": -4.0, "advert": -3.0}.get(kind.label, -9.0)
    # A post that is quoted ends with the address of its picture.
    terminal = is_terminal(text) or _POSTED.search(text) is not None
    lower = lower_share(text)
    if links > 0.7:
        return -8.0
    if count >= _PROSE and lower >= 0.5:
        if terminal:
            return min(_CAP, count)
        share = 1.0 if count >= _LONG else 0.5
        return share * min(_CAP, count) if count >= 25 and function_share(text) >= 0.25 else -5.0
    if terminal and lower >= 0.35 and count >= 3:
        return float(count)
    if terminal and count >= 1 and text[0] in "\"“‘'«„":
        return 2.0
    return -5.0 if count <= 14 else -7.0


def best_stretch(values: list[float]) -> tuple[int, int]:
    """`[start, end)` of the contiguous stretch with the greatest sum; (0, 0) if none is positive."""
    best = (0.0, 0, 0)
    total, start = 0.0, 0
    for index, value in enumerate(values):
        if total <= 0:
            total, start = 0.0, index
        total += value
        if total > best[0]:
            best = (total, start, index + 1)
    return best[1], best[2]
