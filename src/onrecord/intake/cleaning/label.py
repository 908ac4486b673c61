"""Every line of a document gets its label: by its own kind, its element, and where it stands."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from onrecord.intake.agencies import looks_like_agency
from onrecord.intake.cleaning.endings import ending_lines
from onrecord.intake.cleaning.gaps import HEADINGS, Gaps
from onrecord.intake.cleaning.headline import headline_lines
from onrecord.intake.cleaning.kinds import (
    Kind,
    clock_text,
    is_sentence,
    is_terminal,
    kinds_of,
    lower_share,
)
from onrecord.intake.cleaning.rows import is_item, is_record
from onrecord.intake.dateline import Dateline, parse_dateline
from onrecord.intake.dating.dates import dates_in
from onrecord.intake.layout import Layout, Line, folded, words
from onrecord.model import Block, Span
from onrecord.model.span import trim

_STANDFIRST = re.compile(
    r"standfirst|subtitle|sub-?head(?:line)?\b|\bdek\b|\bdeck\b|summary|excerpt|teaser|intro\b|abstract"
)
_PICTURE = re.compile(
    r"caption|cutline|\blegend[ae]?\b|bildunterschrift|\bpic\b|\bcap\b|\bfotos?\b|\bphoto\b"
)
_NAVIGATION = frozenset(("nav", "header", "footer", "aside", "form", "button", "menu"))
# A dateline opens the report; later ones (round-ups) must name an agency.
_OPENING_LINES = 3
_CREDIT_MARK = re.compile(r"[(/]")


class Labelled(msgspec.Struct, frozen=True):
    """`blocks` cover the text; `headline` is the best line of that label; `datelines` are those
    found, each with the span of its block, from whose start its own spans count."""

    blocks: tuple[Block, ...]
    headline: Span | None
    datelines: tuple[tuple[Span, Dateline], ...]


def label(
    layout: Layout,
    kept: set[int],
    titles: list[str],
    kinds: Sequence[Kind | None] | None = None,
    by: str = "prose",
) -> Labelled:
    """Label the lines of `layout`, of which `kept` are the article's by the finder of its format.

    `titles` are the article's titles as stated elsewhere (metadata, a container); a line that
    repeats one is its headline. `kinds` are those of the lines, where they are known already; `by`
    says what kept them.
    """
    return _Labeller(layout, kept, titles, kinds, by).run()


class _Labeller:
    """State: the document at hand, and each line's kind."""

    def __init__(
        self,
        layout: Layout,
        kept: set[int],
        titles: list[str],
        kinds: Sequence[Kind | None] | None,
        by: str,
    ) -> None:
        self.by = by
        self.lines = layout.lines
        self.text = layout.text
        self.words = [line.span.of(layout.text) for line in layout.lines]
        self.kinds = list(kinds_of(self.words) if kinds is None else kinds)
        self.kept = kept
        self.first = min(kept, default=len(self.lines))
        self.last = max(kept, default=-1)
        self.page = any(line.tag for line in self.lines)
        stated = {folded(title) for title in titles if title.strip()}
        self.headlines = headline_lines(self.lines, self.words, self.kinds, self.first, stated)
        self.first = min(kept - self.headlines, default=self.first)
        self.dated_below = self._is_dated_below()
        pictured = {i for i in kept if _PICTURE.search(self.lines[i].hint)}
        size = sum(len(self.words[i]) for i in kept)
        # A container named for its picture may hold the text itself.
        beside = sum(len(self.words[i]) for i in pictured) <= 0.25 * size
        self.pictured = pictured if beside else set()
        self.endings = ending_lines(self.words, self.kinds, kept - self.headlines)
        self.tail = self._tail()
        self.gaps = Gaps(self.lines, self.words, self.kinds, kept, self.page)

    def run(self) -> Labelled:
        blocks: list[Block] = []
        datelines: list[tuple[Span, Dateline]] = []
        opening = 0
        for index, line in enumerate(self.lines):
            kind = self._kind(index)
            if kind.label != "body":
                blocks.append(Block(line.span, kind.label, kind.by))
                continue
            opening += 1
            dateline = self._dateline(index, opening)
            if dateline is None:
                blocks.append(Block(line.span, "body", kind.by))
                continue
            start = line.span.start
            split = trim(Span(start, start + dateline.end), self.text)
            blocks.append(Block(split, "dateline", "opening of the report"))
            datelines.append((split, dateline))
            rest = trim(Span(start + dateline.end, line.span.end), self.text)
            if rest:
                blocks.append(Block(rest, "body", kind.by))
        best = min(self.headlines, key=self._headline_rank, default=None)
        return Labelled(
            tuple(blocks), self.lines[best].span if best is not None else None, tuple(datelines)
        )

    def _dateline(self, index: int, opening: int) -> Dateline | None:
        """The dateline of the article's `opening`-th paragraph. One farther down must credit an
        agency, in brackets or between slashes."""
        text = self.words[index]
        early = opening <= _OPENING_LINES
        if not early and not _CREDIT_MARK.search(text[:200]):
            return None
        found = parse_dateline(text)
        if early or found is None:
            return found
        credited = any(looks_like_agency(name.of(text)) for name in found.names)
        return found if credited else None

    def _headline_rank(self, index: int) -> tuple[bool, bool, int]:
        return (self.lines[index].tag != "h1", index > self.first, abs(self.first - index))

    def _is_dated_below(self) -> bool:
        """Whether a line of date stands between the headline and the text."""
        top = min((h for h in self.headlines if h < self.first), default=self.first)
        between = range(top + 1, self.first + 1)
        return any(
            (kind := self.kinds[i]) is not None
            and kind.label in ("published", "byline")
            and dates_in(clock_text(self.words[i]))
            for i in between
            if i < len(self.kinds)
        )

    def _tail(self) -> set[int]:
        """Kept lines at the end that are headlines of other stories: two or more in a row that
        end no sentence, or any number of them in links."""
        tail: list[int] = []
        for index in sorted(self.kept, reverse=True):
            text = self.words[index]
            prose = len(words(text)) >= 8 and lower_share(text) >= 0.6
            ends = is_terminal(text) and (text[-1] not in "?!" or prose)
            if not self.page and (is_item(text) or is_record(text)):
                break
            if self.kinds[index] is None and (ends or len(words(text)) > 25):
                break
            tail.append(index)
        titles = [i for i in tail if self.kinds[i] is None]
        linked = [i for i in titles if self.lines[i].links > 0.5]
        return set(linked if len(titles) < 2 or self.page else titles)

    def _kind(self, index: int) -> Kind:
        line, text, kind = self.lines[index], self.words[index], self.kinds[index]
        if index in self.headlines:
            return Kind("headline", "the title")
        if "figcaption" in line.inside or (line.tag == "caption" and "table" in line.inside):
            return Kind("caption", "figcaption")
        if index and len(words(self.words[index - 1])) <= 2:
            over = self.kinds[index - 1]
            if over is not None and over.by == "tag list" and len(words(text)) <= 25:
                return Kind("navigation", "tag list")
        if index in self.endings:
            return self.endings[index]
        if kind is not None and not self._is_own(index, kind):
            return self._placed(index, kind)
        if "address" in line.inside and index < self.first and len(words(text)) <= 12:
            return Kind("byline", "address")
        if index in self.kept:
            return self._within(index)
        count = len(words(text))
        if self.page and line.inside & _NAVIGATION:
            beside = "aside" in line.inside and count >= 4
            return Kind("related" if beside else "navigation", "element")
        if "figure" in line.inside:
            return Kind("caption", "figure")
        if line.links > 0.6:
            return Kind("related" if count >= 4 else "navigation", "link")
        if index < self.first:
            return self._above(index, count)
        if index < self.last:
            return self.gaps.kind(index)
        if self.page and is_sentence(text):
            return Kind("other", "below the article")
        return Kind("related" if count >= 4 else "navigation", "below the article")

    def _is_own(self, index: int, kind: Kind) -> bool:
        """Whether a dump's line is the article's, kind or not: the full stop behind a link, or an
        item of one of its lists, which may well be a day and a name."""
        if self.page or index not in self.kept:
            return False
        dated = kind.label in ("published", "byline", "related") and is_item(self.words[index])
        return kind.by == "no words" or dated or kind.label in ("widget", "clock", "published")

    def _placed(self, index: int, kind: Kind) -> Kind:
        """Whether a lone date or time is the article's or the page's own: what stands between the
        headline and the text is the article's, what stands above menus is the page's clock."""
        line = self.lines[index]
        above = any(h < index for h in self.headlines) and index < self.first
        far = index > self.last + 3 or "aside" in line.inside
        if (
            kind.label in ("published", "byline", "clock")
            and far
            and kind.by not in ("date line", "update line")
        ):
            return Kind("related", "name or date of something else")
        if kind.by == "signature of a post":
            beside = not {index - 1, index + 1}.isdisjoint(self.kept)
            quoted = beside or self.gaps.is_quoted(index)
            own = quoted and self.first < index <= self.last + 1
            return Kind("body" if own else "other", kind.by)
        following = self.kinds[index + 1] if index + 1 < len(self.kinds) else None
        menu = following is not None and following.label in ("widget", "navigation", "clock")
        if kind.label == "clock" and ((above and (self.page or not menu)) or "time" in line.inside):
            return Kind("published", "date under the headline")
        top = min(self.headlines, default=-1)
        if (
            kind.label == "published"
            and kind.by != "update line"
            and index < top
            and self.dated_below
        ):
            return Kind("clock", "date over a dated headline")
        if kind.label == "published" and kind.by in ("bare date", "name and date") and not above:
            if index in self.kept and self.page:
                return kind
            masthead = bool(line.inside & {"nav", "header", "footer"}) and "time" not in line.inside
            if "article" not in line.inside and (masthead or (index < self.first and menu)):
                return Kind("clock", "date over the menu")
        return kind

    def _within(self, index: int) -> Kind:
        line, text = self.lines[index], self.words[index]
        count = len(words(text))
        if index in self.tail:
            return Kind("related", "headlines under the article")
        if line.tag in HEADINGS and not (count > 20 and is_sentence(text)):
            return Kind("subheading", "heading")
        if index in self.pictured and (count <= 40 or not is_terminal(text)):
            return Kind("caption", "class")
        beside = [self.kinds[i] for i in (index - 1, index + 1) if 0 <= i < len(self.kinds)]
        if (
            count <= 3
            and not is_terminal(text)
            and any(k is not None and k.by == "widget words" for k in beside)
            and line.tag in ("li", "button", "span", "div")
        ):
            return Kind("widget", "beside the page's controls")
        if line.links > 0.85 and count <= 30 and not is_sentence(text):
            return Kind("related", "link")
        if self.first == index and _STANDFIRST.search(line.hint) and line.tag != "p" and count > 6:
            return Kind("standfirst", "class")
        return Kind("body", self.by)

    def _above(self, index: int, count: int) -> Kind:
        line, text = self.lines[index], self.words[index]
        under = any(h < index <= h + 3 for h in self.headlines)
        if under and (_STANDFIRST.search(line.hint) or (is_sentence(text) and count > 6)):
            return Kind("standfirst", "under the headline")
        if count >= 4 and not is_sentence(text):
            return (
                Kind("related", "headline above the article")
                if not under
                else Kind("standfirst", "under the headline")
            )
        return Kind("other" if is_sentence(text) else "navigation", "above the article")


__all__ = ["Labelled", "Line", "label"]
