"""Web pages: everything that a reader sees, and where each character stands in the page.

Text is laid out as a browser does: white space collapses, block elements become paragraphs,
elements that are not rendered (scripts, `hidden`, `display: none`, `aria-hidden`) give nothing.
"""

from __future__ import annotations

import re
from typing import Any

from onrecord.intake.decode import declared_charset, decode
from onrecord.intake.formats.rendering import (
    BLOCKS,
    STRUCTURE,
    UNSEEN,
    WHITE_SPACE,
    Renderer,
    is_hidden,
)
from onrecord.intake.layout import Layout

#: Below this depth an XPath names each step. Deeper pages are broken or hostile; there a text node
#: is named by its number in the document, or the paths alone would outgrow the memory.
DEEPEST_PATH = 256

_ONLY = frozenset(("html", "head", "body"))
_NAME = re.compile(r"[A-Za-z_][\w.-]*\Z")


def tree(data: bytes, charset: str | None = None) -> Any:
    """The page as an lxml element tree root, or None where there is no element at all.

    This is the tree that the XPaths of anchors count in: decoded by `decode`, NUL characters
    replaced by U+FFFD (the HTML standard's rule; the parser would stop there), parsed by libxml2.
    """
    return tree_of(decode(data, charset or declared_charset(data)))


def tree_of(page: str) -> Any:
    """The tree of a page that is already decoded."""
    from lxml import etree
    from lxml.html import HTMLParser

    parser = HTMLParser(encoding="utf-8", huge_tree=True, remove_pis=True)
    page = re.sub(r"[\x00\x01-\x08\x0b\x0e-\x1f\ufffe\uffff]", "\ufffd", page)
    try:
        return etree.fromstring(page.encode("utf-8", "replace"), parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None


def layout(root: Any) -> Layout:
    """The visible text of the page under `root`, its paragraphs and their anchors.

    Each anchor's node is the XPath of a text node (`/html/body/div[2]/p[1]/text()[1]`; in very
    deep pages `(//text())[n]`), and its offset counts code points of that node. White space that
    the layout put in has no anchor; all else has.
    """
    return _Walk().over(root)


class _Frame:
    """An element on the way down: how many texts and children of each name it has shown."""

    __slots__ = ("above", "children", "element", "known", "names", "step", "texts", "total")

    def __init__(self, element: Any, above: _Frame | None, step: str) -> None:
        self.element, self.above, self.step = element, above, step
        self.children = iter(element)
        self.names: dict[str, int] = {}
        self.texts = self.total = 0
        self.known: str | None = None

    def path(self) -> str:
        """The XPath of the element, made only when a text asks for it."""
        if self.known is None:
            self.known = f"{self.above.path() if self.above else ''}/{self.step}"
        return self.known

    def next_step(self, name: str) -> str:
        """The step to the next child, which must be asked for each in order."""
        self.total += 1
        self.names[name] = count = self.names.get(name, 0) + 1
        if not _NAME.match(name):
            return f"*[{self.total}]"
        return name if count == 1 and name in _ONLY else f"{name}[{count}]"


class _Walk:
    """Elements and text nodes in document order, without recursion: pages nest without bound.

    State: the renderer, the elements on the way down, and the number of text nodes so far.
    """

    def __init__(self) -> None:
        self.renderer = Renderer()
        self.frames: list[_Frame] = []
        self.seen = 0

    def over(self, root: Any) -> Layout:
        frames, renderer = self.frames, self.renderer
        frames.append(_Frame(root, None, str(root.tag)))
        renderer.open(root)
        self._text(root.text)
        while frames:
            frame = frames[-1]
            child = next(frame.children, None)
            if child is None:
                frames.pop()
                renderer.close(frame.element)
                if frames:
                    self._text(frame.element.tail)
                continue
            tag = child.tag
            if isinstance(tag, str):
                step = frame.next_step(tag)
                if tag in UNSEEN or is_hidden(child):
                    self.seen += _texts_within(child)
                else:
                    frames.append(_Frame(child, frame, step))
                    renderer.open(child)
                    self._text(child.text)
                    continue
            self._text(child.tail)
        return renderer.layout()

    def _text(self, value: str | None) -> None:
        if not value:
            return
        self.seen += 1
        frame = self.frames[-1]
        frame.texts += 1
        if not value.strip(WHITE_SPACE):
            self.renderer.space(value)
        elif len(self.frames) <= DEEPEST_PATH:
            self.renderer.text(value, f"{frame.path()}/text()[{frame.texts}]")
        else:
            self.renderer.text(value, f"(//text())[{self.seen}]")


def _texts_within(element: Any) -> int:
    count = 0
    for inner in element.iter():
        count += isinstance(inner.tag, str) and bool(inner.text)
        count += inner is not element and bool(inner.tail)
    return count


__all__ = ["BLOCKS", "STRUCTURE", "layout", "tree", "tree_of"]
