"""One text by one outlet, with its parts labelled and every character's way back to the raw input."""

from __future__ import annotations

from typing import Literal

import msgspec

from onrecord.model.span import Span

BlockLabel = Literal[
    "headline",  # the article's title, as it stands in the text
    "standfirst",  # the summary under the title
    "body",  # a paragraph of the article proper: the only blocks that are read
    "subheading",
    "dateline",  # 'PORT VASK, March 31 (Corvo) -', also where it opens a body paragraph
    "byline",  # author line, agency credit line
    "published",  # a visible publication or update line
    "clock",  # the page's own clock: when it was captured, not when it was published
    "caption",
    "correction",  # the outlet's note on its own text
    "navigation",
    "widget",  # share buttons, 'Get short URL', listen-live, comment counters, consent notices
    "related",  # headlines and teasers of other stories
    "plea",  # newsletter and subscription pleas
    "advert",
    "footer",  # agency and copyright lines
    "other",
]


class Block(msgspec.Struct, frozen=True):
    """A labelled stretch of `Article.text`. Blocks are in text order and never overlap;
    only white space lies between them."""

    span: Span
    label: BlockLabel
    by: str = ""


class Anchor(msgspec.Struct, frozen=True, array_like=True):
    """Where a run of `Article.text` stands in the raw input.

    The run starts at code point `start` of the text and is `length` long. It is the same
    characters as those at `offset` of `node`: an XPath (with `/text()[n]` or an attribute)
    for a web page, `""` for a plain text whose decoded code points `offset` counts, and a
    field name for a JSONL row.
    """

    start: int
    length: int
    node: str
    offset: int


class Evidence(msgspec.Struct, frozen=True):
    """One reason to believe in a publication date.

    `kind`: `given`, `json-ld`, `meta`, `time`, `url`, `dateline`, `credit`, `visible`,
    `updated`, `clock`, `header`, `text`. `value` is a TIMEX value (`XXXX-06-26` where the year is
    unknown); `words` the characters it was read from; `span` where they stand in the
    article's text, when they do.
    """

    kind: str
    value: str
    words: str
    span: Span | None = None


class Published(msgspec.Struct, frozen=True):
    """The document creation time (DCT): when the article was published, not captured.

    `value` is a TIMEX value, `""` when nothing is known; `earliest` and `latest` are ISO days
    that bound it, `None` where unbounded. `sure` is true where we would bet on the day.
    """

    value: str = ""
    earliest: str | None = None
    latest: str | None = None
    sure: bool = False
    evidence: tuple[Evidence, ...] = ()


class Credit(msgspec.Struct, frozen=True):
    """Whose work the article says it is. `field`: `outlet`, `agency`, `byline` or `dateline` (place)."""

    field: str
    value: str
    span: Span | None = None
    by: str = ""


class Article(msgspec.Struct, frozen=True):
    """One text by one outlet.

    `id` is a hash of the raw bytes and of what the container stated; the same input gives the
    same id wherever it lies. `text` holds everything visible, junk included, in reading
    order; `blocks` say what is what; `anchors` lead every character back to the raw input.
    """

    id: str
    key: str
    path: str
    raw_sha256: str
    media_type: str
    text: str
    blocks: tuple[Block, ...]
    anchors: tuple[Anchor, ...]
    title: str | None = None
    outlet: str | None = None
    agency: str | None = None
    byline: str | None = None
    dateline: str | None = None
    url: str | None = None
    published: Published = Published()
    captured: str | None = None
    language: str = "en"
    credits: tuple[Credit, ...] = ()

    def passages(self) -> list[Span]:
        """The body paragraphs: what reading reads."""
        return [block.span for block in self.blocks if block.label == "body"]
