"""Printed lines, from whatever file they came: a database's export of many articles, or one text.

Nexis Uni and Factiva write the same lines into Word, RTF, HTML and text files; their modules tell
where an article begins and what its lines are, this one makes documents of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from onrecord.intake.decode import declared_charset, decode
from onrecord.intake.formats import factiva, html, nexis
from onrecord.intake.formats.excerpt import Excerpt
from onrecord.model import Problem, RawDocument

_CODED_PAGE = re.compile(rb"<b>\s*HD\s*</b>", re.IGNORECASE)
_CODED_TEXT = re.compile(rb"<b>\s*(?:LP|TD)\s*</b>", re.IGNORECASE)
_ENDS = re.compile(rb"End of Document|Document [A-Z0-9]{6,}|^HD\b", re.MULTILINE)
_DIVISIONS = re.compile(r"[\n\v\f\x1c-\x1e\x85\u2028\u2029]+")


def documents(lines: Sequence[str], name: str) -> Iterator[RawDocument | Problem]:
    """The articles in the lines of an export, keyed `name#id` (else `name#n` from 1), or the one text
    that the lines are. `data` are the article's lines in UTF-8, a blank line between two of
    them, and `given["body"]` says which of their characters are its paragraphs."""
    filled = [line for row in lines if (line := _printable(row))]
    if not filled:
        yield Problem(name, name, "empty", "the document has no text")
        return
    found = nexis.articles(filled) or factiva.articles(filled)
    if not found:
        # Blank lines are kept: they part paragraphs.
        data = "\n".join(_printable(row) for row in lines).strip("\n").encode()
        yield RawDocument(name, name, data, "text/plain", given={"charset": "utf-8"})
    for number, excerpt in enumerate(found, 1):
        yield _document(excerpt, name, number)


def page(data: bytes, name: str) -> Iterator[RawDocument | Problem]:
    """A web page, or the articles of one that is an export of Factiva."""
    if _CODED_PAGE.search(data) and _CODED_TEXT.search(data):
        root = html.tree_of(decode(data, declared_charset(data)))
        if root is not None:
            layout = html.layout(root)
            lines = [_printable(line.span.of(layout.text)) for line in layout.lines]
            if found := factiva.articles([line for line in lines if line]):
                for number, excerpt in enumerate(found, 1):
                    yield _document(excerpt, name, number)
                return
    yield RawDocument(name, name, data, "text/html")


def text(data: bytes, name: str) -> Iterator[RawDocument | Problem]:
    """A text, or the articles of one that is an export."""
    if _ENDS.search(data):
        lines = [line for row in decode(data).splitlines() if (line := _printable(row))]
        if found := nexis.articles(lines) or factiva.articles(lines):
            for number, excerpt in enumerate(found, 1):
                yield _document(excerpt, name, number)
            return
    yield RawDocument(name, name, data, "text/plain")


def _printable(line: str) -> str:
    line = line.replace("\u00a0", " ").replace("\x00", "\ufffd").replace("\ufeff", "")
    return _DIVISIONS.sub(" ", line).strip()


def _document(excerpt: Excerpt, name: str, number: int) -> RawDocument | Problem:
    key = f"{name}#{excerpt.member or number}"
    if not excerpt.body:
        return Problem(name, key, "no_article", "an article of the export without a text")
    spans: list[list[int]] = []
    at = 0
    for index, line in enumerate(excerpt.lines):
        if index in excerpt.body:
            if spans and index - 1 in excerpt.body:
                spans[-1][1] = at + len(line)
            else:
                spans.append([at, at + len(line)])
        at += len(line) + 2
    given = {field: value for field, value in excerpt.given.items() if value}
    given["body"] = ",".join(f"{start}-{end}" for start, end in spans)
    given["charset"] = "utf-8"
    data = "\n\n".join(excerpt.lines).encode("utf-8", "replace")
    return RawDocument(name, key, data, "text/plain", given=given)
