"""Web pages: everything that a reader sees, and where each character stands in the page.

Text is laid out as a browser does: white space collapses, block elements become paragraphs,
elements that are not rendered (scripts, `hidden`, `display: none`, `aria-hidden`) give nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from onrecord.intake.decode import declared_charset, decode
from onrecord.intake.formats.rendering import BLOCKS, STRUCTURE, UNSEEN, Renderer, is_hidden
from onrecord.intake.layout import Layout

#: Below this depth an XPath names each step. Deeper pages are broken or hostile; there a text node
#: is named by its number in the document, or the paths alone would outgrow the memory.
DEEPEST_PATH = 256

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
    renderer = Renderer()
    seen = 0
    for node in _walk(root):
        if isinstance(node, _Text):
            seen += node.count
            if node.value:
                path = node.path if node.depth <= DEEPEST_PATH else f"(//text())[{seen}]"
                renderer.text(node.value, path)
        elif node.opens:
            renderer.open(node.element)
        else:
            renderer.close(node.element)
    return renderer.layout()


def depth(root: Any) -> int:
    """How deeply the elements of the page are nested, counted up to a bound of 2,000."""
    deepest, stack = 0, [(root, 1)]
    while stack and deepest < 2_000:
        element, level = stack.pop()
        deepest = max(deepest, level)
        stack += [(child, level + 1) for child in element]
    return deepest


class _Text:
    """A text node; or, with no value, `count` text nodes that aren't rendered."""

    __slots__ = ("count", "depth", "path", "value")

    def __init__(self, value: str, path: str, depth: int, count: int = 1) -> None:
        self.value, self.path, self.depth, self.count = value, path, depth, count


class _Edge:
    """The start or the end of a rendered element."""

    __slots__ = ("element", "opens")

    def __init__(self, element: Any, opens: bool) -> None:
        self.element, self.opens = element, opens


class _Frame:
    """An element on the way down: how many texts and children of each name it has shown."""

    __slots__ = ("children", "element", "names", "path", "texts", "total")

    def __init__(self, element: Any, path: str) -> None:
        self.element, self.path = element, path
        self.children = iter(element)
        self.names: dict[str, int] = {}
        self.texts = self.total = 0

    def text(self, value: str | None, depth: int) -> Iterator[_Text]:
        if value:
            self.texts += 1
            yield _Text(value, f"{self.path}/text()[{self.texts}]", depth)

    def step(self, child: Any) -> str:
        """The XPath of the next child, which must be asked for each in order."""
        name = str(child.tag)
        self.total += 1
        self.names[name] = count = self.names.get(name, 0) + 1
        if not _NAME.match(name):
            return f"{self.path}/*[{self.total}]"
        only = name in ("html", "head", "body") and count == 1
        return f"{self.path}/{name}" if only else f"{self.path}/{name}[{count}]"


def _walk(root: Any) -> Iterator[_Text | _Edge]:
    """Elements and text nodes in document order, without recursion: pages nest without bound."""
    frames = [_Frame(root, "/" + str(root.tag))]
    yield _Edge(root, True)
    yield from frames[0].text(root.text, 1)
    while frames:
        frame = frames[-1]
        child = next(frame.children, None)
        level = len(frames)
        if child is None:
            frames.pop()
            yield _Edge(frame.element, False)
            if frames:
                yield from frames[-1].text(frame.element.tail, len(frames))
        elif not isinstance(child.tag, str):
            yield from frame.text(child.tail, level)
        else:
            path = frame.step(child) if level <= DEEPEST_PATH else ""
            if child.tag in UNSEEN or is_hidden(child):
                yield _Text("", "", level, _texts_within(child))
                yield from frame.text(child.tail, level)
            else:
                frames.append(_Frame(child, path))
                yield _Edge(child, True)
                yield from frames[-1].text(child.text, level + 1)


def _texts_within(element: Any) -> int:
    count = 0
    for inner in element.iter():
        count += isinstance(inner.tag, str) and bool(inner.text)
        count += inner is not element and bool(inner.tail)
    return count


__all__ = ["BLOCKS", "STRUCTURE", "depth", "layout", "tree", "tree_of"]
