"""Which lines of a web page are the article: trafilatura decides, and its output, which has lost
all offsets, is aligned back to our lines."""

from __future__ import annotations

import logging
from bisect import bisect_left
from functools import cache
from typing import Any

import msgspec

from onrecord.intake.cleaning.prose import prose_lines
from onrecord.intake.layout import Layout, words

# Three consecutive words are nearly unique within a page, and survive where trafilatura drops a
# link or joins two inline elements.
_GRAM = 3
# A line counts as kept when half of it came out: below that, what came out is a phrase it shares
# with a kept line.
_KEPT = 0.5
# Deeper trees overflow the recursion of trafilatura's parts; such pages are broken or hostile.
_DEEPEST = 400


#: trafilatura's time grows with the square of a page's elements: 20,000 take it some seconds, 200,000
#: minutes. Of 769 pages of news sites and blogs the largest has 4,219.
LARGEST_PAGE = 20_000
# What it finds is trusted from this many words on; below, the densest paragraphs are asked.
_FEWEST_WORDS = 20


class Main(msgspec.Struct, frozen=True):
    """Indices of the lines that are the article, and what says so: the reason that their blocks give."""

    lines: set[int]
    by: str


def main_lines(root: Any, layout: Layout) -> Main:
    """The lines of `layout` that are the article: by trafilatura, or, where it finds nothing or the
    page is too large for it, by the density of prose alone."""
    if _holds(f"count(//*) > {LARGEST_PAGE}", root):
        return Main(prose_lines(layout), "prose; too large a page for the extractor")
    texts = [line.span.of(layout.text) for line in layout.lines]
    lines = aligned(texts, _extracted(root))
    if sum(len(words(texts[index])) for index in lines) < _FEWEST_WORDS:
        return Main(prose_lines(layout) or lines, "prose; the extractor found no text")
    return Main(lines, "kept by the extractor")


def _holds(condition: str, root: Any) -> bool:
    """Whether that is true of the page: an XPath, which is many times quicker than a walk."""
    return bool(_compiled(condition)(root))


@cache
def _compiled(condition: str) -> Any:
    from lxml import etree

    return etree.XPath(condition)


def _extracted(root: Any) -> list[str]:
    """The paragraphs that trafilatura keeps, in order; none where it fails."""
    import trafilatura

    if _holds("boolean(" + "/*" * (_DEEPEST + 1) + ")", root):
        return []
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    try:
        # `extract` works on a copy. Precision over recall: a line of junk in the record costs an
        # analyst more than a caption lost.
        text = trafilatura.extract(
            root, include_comments=False, include_tables=True, favor_precision=True
        )
    except (RecursionError, ValueError, TypeError, AttributeError, KeyError, IndexError):
        return []  # it stumbles on malformed pages in many ways; our own fallback takes over
    return [row for row in (text or "").splitlines() if row.strip()]


def aligned(lines: list[str], output: list[str]) -> set[int]:
    """Which of `lines` stand in `output`, both in the order of the page.

    A long line is found by its word trigrams. Where a page shows a passage twice (a teaser and
    the text itself), the longest chain of lines in the output's own order wins. A short line must
    stand in the output as a whole row, between its found neighbours.
    """
    kept_words = [w.lower() for row in output for w in words(row)]
    where: dict[tuple[str, ...], list[int]] = {}
    for i in range(len(kept_words) - _GRAM + 1):
        where.setdefault(tuple(kept_words[i : i + _GRAM]), []).append(i)
    split = [[w.lower() for w in words(line)] for line in lines]

    found: list[tuple[int, int]] = []
    for index, own in enumerate(split):
        grams = [tuple(own[i : i + _GRAM]) for i in range(len(own) - _GRAM + 1)]
        hits = [where[gram][0] for gram in grams if gram in where]
        if len(own) >= 6 and len(hits) >= _KEPT * len(grams):
            found.append((index, hits[len(hits) // 2]))
    chain = _longest_chain(found)
    rows = _row_positions(output)
    return {index for index, _ in chain} | _short_lines(split, chain, rows)


def _row_positions(output: list[str]) -> dict[tuple[str, ...], list[int]]:
    """Where each whole row of the output begins, counted in words."""
    rows: dict[tuple[str, ...], list[int]] = {}
    position = 0
    for row in output:
        own = tuple(w.lower() for w in words(row))
        rows.setdefault(own, []).append(position)
        # List items and table rows come out with marks of their own; cells are rows here.
        for cell in row.split("|") if "|" in row else ():
            rows.setdefault(tuple(w.lower() for w in words(cell)), []).append(position)
        position += len(own)
    return rows


def _short_lines(
    split: list[list[str]], chain: list[tuple[int, int]], rows: dict[tuple[str, ...], list[int]]
) -> set[int]:
    kept: set[int] = set()
    known = {index for index, _ in chain}
    indices = [index for index, _ in chain]
    for index, own in enumerate(split):
        if index in known or not own or tuple(own) not in rows:
            continue
        at = bisect_left(indices, index)
        low = chain[at - 1][1] if at else -1
        high = chain[at][1] if at < len(chain) else float("inf")
        if any(low <= position <= high for position in rows[tuple(own)]):
            kept.add(index)
    return kept


def _longest_chain(found: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest subsequence whose positions never fall (patience sorting)."""
    from bisect import bisect_right

    tails: list[int] = []
    last: list[int] = []
    before: list[int] = []
    for i, (_, position) in enumerate(found):
        at = bisect_right(tails, position)
        before.append(last[at - 1] if at else -1)
        if at == len(tails):
            tails.append(position)
            last.append(i)
        else:
            tails[at], last[at] = position, i
    chain: list[tuple[int, int]] = []
    i = last[-1] if last else -1
    while i >= 0:
        chain.append(found[i])
        i = before[i]
    return chain[::-1]
