"""A document as it lies before us: its visible text, cut into lines, not yet labelled.

Formats give it out, cleaning takes it in. A `Line` is one paragraph as a reader sees it, whether
a block element of a web page or a paragraph of a text dump.
"""

from __future__ import annotations

import re
from functools import lru_cache

import msgspec

from onrecord.model import Anchor, Span


class Line(msgspec.Struct, frozen=True):
    """One visible paragraph.

    `tag` is the innermost block element (`""` in a text dump); `inside` names the structural
    elements around it (`nav`, `footer`, `figcaption`, `a`, `time`, …); `links` is the share of
    its characters that stand in a link; `hint` the class and id of the elements next to it, in
    lower case; `gap` the number of blank lines above it in a text dump.
    """

    span: Span
    tag: str = ""
    inside: frozenset[str] = frozenset()
    links: float = 0.0
    hint: str = ""
    gap: int = 0


class Layout(msgspec.Struct, frozen=True):
    """`lines` are in text order and disjoint, with only white space between and around them."""

    text: str
    lines: tuple[Line, ...]
    anchors: tuple[Anchor, ...]


SHORT = 400
"""Characters up to which a line's length is kept at hand."""
_WORD = re.compile(r"\w+(?:['’]\w+)?")
# Han, kana, Thai and Lao.
_UNSPACED = re.compile(r"[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff]")


def words(text: str) -> list[str]:
    """The words of `text`; neither an apostrophe nor a soft hyphen splits one."""
    return _WORD.findall(text if text.isascii() else text.replace("\u00ad", ""))


def length(text: str) -> int:
    """The number of words of `text`; in scripts that put no space between words, two characters
    count as one."""
    return _counted(text) if len(text) < SHORT else _count(text)


def _count(text: str) -> int:
    unspaced = 0 if text.isascii() else len(_UNSPACED.findall(text))
    return len(words(_UNSPACED.sub(" ", text) if unspaced else text)) + unspaced // 2


# A page's lines are counted again and again.
_counted = lru_cache(maxsize=1 << 12)(_count)


def folded(text: str) -> str:
    """`text` reduced to its words in lower case: equal for two printings of one headline."""
    return " ".join(words(text.lower()))
