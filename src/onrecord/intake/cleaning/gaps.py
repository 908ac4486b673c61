"""What a line is that stands within the article and that the finder of the article left out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise

from onrecord.intake.cleaning.kinds import Kind, is_sentence, is_terminal, lower_share
from onrecord.intake.layout import Line, words

HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_PULLED = re.compile(r"pull|aside|highlight|related|teaser|promo")
# 'Ada Brenn (left) in the harbour. (Source: Vask Post)' stands under a picture.
_POINTS = re.compile(
    r"(?i:\((?:l|r|m|c|left|right|links|rechts|mitte|centre|center|von links|v\. ?l)\b\.?|"
    r"\((?:source|quelle|photo|foto|bild|image|picture|credit|courtesy)\b)|"
    r"(?<![\w/.])[A-Z]\w+ ?/ ?[A-Z]\w+\W*$"
)
_LONGEST_CAPTION = 40
# A subheading in capitals is shorter than the headline of another story.
_FEWEST_LOUD = 6
# Other stories' headlines stand within an article in no longer runs than this.
_LONGEST_TEASERS = 12


class Gaps:
    """State: the lines of a document, their kinds, and which are `kept` as the article's."""

    def __init__(
        self,
        lines: Sequence[Line],
        texts: Sequence[str],
        kinds: Sequence[Kind | None],
        kept: AbstractSet[int],
        page: bool,
    ) -> None:
        self.lines, self.words, self.kinds = lines, texts, kinds
        self.kept, self.page = kept, page
        self.repeats = Counter(texts)
        self.bridges = self._bridges()

    def kind(self, index: int) -> Kind:
        """A line within the article that its finder left out."""
        line, text = self.lines[index], self.words[index]
        count = len(words(text))
        if self.is_quoted(index) and line.links <= 0.6 and self.repeats[text] == 1:
            return Kind("body", "quotation between paragraphs")
        if not self.page and count >= _FEWEST_LOUD and text.isupper():
            return Kind("related", "capitals between paragraphs")
        if not self.page and count <= _LONGEST_CAPTION and _POINTS.search(text):
            return Kind("caption", "points at a picture")
        neighbours = self._goes_on(index, -1) and self._goes_on(index, 1)
        if line.tag in HEADINGS and count <= 15 and index + 1 in self.kept:
            return Kind("subheading", "heading")
        if not self.page and neighbours and count <= 12 and not is_terminal(text):
            return Kind("subheading", "short line between paragraphs")
        beside = index - 1 in self.kept or index + 1 in self.kept
        if (
            not self.page
            and (neighbours or (beside and count >= 20))
            and lower_share(text) >= 0.5
            and count >= 5
            and self.repeats[text] == 1
        ):
            return Kind("body", "prose between paragraphs")
        if not self.page and self.repeats[text] == 1 and index in self.bridges:
            return Kind("body", "lines between paragraphs")
        return Kind(
            "related" if 4 <= count <= 25 and not is_sentence(text) else "other",
            "left out of the article",
        )

    def is_quoted(self, index: int) -> bool:
        """Whether the page sets the line as a quotation, such as a post of somebody's; but not one
        that repeats the article's own words in large letters."""
        line = self.lines[index]
        return "blockquote" in line.inside and not _PULLED.search(line.hint)

    def _goes_on(self, index: int, step: int) -> bool:
        """Whether the article is the next line in that direction, or, in a dump, the one after it
        with no furniture between: two headings, a heading and its source."""
        if index + step in self.kept:
            return True
        plain = 0 <= index + step < len(self.kinds) and self.kinds[index + step] is None
        return plain and not self.page and index + 2 * step in self.kept

    def _bridges(self) -> frozenset[int]:
        """The lines of gaps that hold nothing but plain lines: one alone, or a list, which a colon opens
        or which is too long for other stories' headlines. On 120 dumps such lines were the article's
        by .87, 1.0 and .99 of their characters."""
        found: list[int] = []
        order = sorted(self.kept)
        for above, below in pairwise(order):
            between = range(above + 1, below)
            if not between or any(self.kinds[index] is not None for index in between):
                continue
            opened = self.words[above].rstrip().endswith(":")
            if len(between) == 1 or opened or len(between) > _LONGEST_TEASERS:
                found += between
        return frozenset(found)
