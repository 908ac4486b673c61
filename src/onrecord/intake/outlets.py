"""Which outlet published a page or a dump, by the names it gives itself."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice
from typing import Any

from onrecord.intake.cleaning.vocabulary import WIDGET_WORDS
from onrecord.intake.layout import folded, words
from onrecord.intake.metadata import Metadata, marked, text_of
from onrecord.intake.titles import site_in_title, title_element
from onrecord.model import Block, Credit, Span

_CAPITAL = "A-ZÀ-ÖØ-ÞĀ-Ž"
_NAME = rf"[{_CAPITAL}][\w.'’-]*(?:,? (?:of|the|for|and|de|du|der|die|do|da|di|el|la|le|&|[{_CAPITAL}\d][\w.'’-]*)){{0,5}}"
_RIGHTS = re.compile(
    rf"(?:©|\([cC]\)|[Cc]opyright|&copy;)\W*(?:[Cc]opyright\W*)?(?:(?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)?\d\d)?\W*)?(?:by )?(?P<name>(?:The )?{_NAME})"
)
_LEGAL = re.compile(
    r"[,.]? (?:(?:Publishing|Media|Newspapers?|Press)? ?(?:LLC|Ltd|Limited|Inc|GmbH|AG|plc|PLC|Corp|Corporation|Co|Company|S\.?A|S\.?p\.?A|Pty|Trust|Cooperative|Foundation|e\.?V)|All [Rr]ights.*|ALL RIGHTS.*)\b\.?",
    re.DOTALL,
)
_LOGO = re.compile(
    r"\blogo\b|masthead|site-?(?:title|name|logo)|\bbrand\b|nameplate|cabecalho|cabeçalho|header-?(?:logo|title)"
)
_NO_NAME = re.compile(
    r"\b(?:logo|home|homepage|menu|image|icon|link|navigation|go to|back to)\b", re.IGNORECASE
)
# A picture's rights line names its agency: '© Photo: …', '© Rafi Sonn/KTA'.
_PICTURE = re.compile(r"photo|foto|image|getty|/", re.IGNORECASE)
# Elements in a logo; more make it a whole header.
_LARGEST_LOGO = 40
_MASTHEAD_LINES = 3
_LONGEST = 6


def outlet_credits(
    text: str,
    blocks: Sequence[Block],
    headline: str,
    root: Any = None,
    metadata: Metadata | None = None,
) -> list[Credit]:
    """The outlet's names, the surest first: what the page states for machines; the end of its
    `title`; its logo; the line over everything else in a dump; its rights line."""
    found: list[Credit] = []
    if metadata is not None:
        publisher = text_of(metadata.item("publisher"))
        site = metadata.meta("og:site_name", "application-name", "dc.publisher")
        found += [
            Credit("outlet", name, None, by)
            for name, by in ((publisher, "json-ld"), (site, "meta"))
            if name and not _is_address(name)
        ]
    if root is not None:
        found += _of_title(root, headline)
        logo = _logo(root)
        found += [Credit("outlet", logo, None, "logo")] if logo else []
    else:
        found += _of_masthead(text, blocks)
    return found + _of_rights(text, blocks)


def _is_address(name: str) -> bool:
    return name.startswith(("http", "www.", "@"))


def _of_title(root: Any, headline: str) -> list[Credit]:
    name = site_in_title(title_element(root) or "", headline)
    return [Credit("outlet", name, None, "title")] if name and not _is_address(name) else []


def _logo(root: Any) -> str | None:
    """The name in the page's logo: its words, else the `alt` of its picture."""
    for element, marks in marked(root):
        home = element.tag == "a" and element.get("href") in ("/", "./", "index.html")
        if not home and not _LOGO.search(marks):
            continue
        within = list(islice(element.iter(), _LARGEST_LOGO + 1))
        if len(within) > _LARGEST_LOGO:
            continue
        shown = " ".join("".join(element.itertext()).split())
        pictures = [
            inner.get("alt") or inner.get("title") or "" for inner in within if inner.tag == "img"
        ]
        for name in (shown, *pictures):
            name = re.sub(r"\s*\b[Ll]ogo\b\s*", " ", name).strip(" -–|")
            if _names_an_outlet(name):
                return name
    return None


def _names_an_outlet(name: str) -> bool:
    own = words(name)
    return (
        0 < len(own) <= _LONGEST
        and name[0].isupper()
        and not _NO_NAME.search(name)
        and not all(word.lower() in WIDGET_WORDS or word.isdigit() for word in own)
    )


def _of_masthead(text: str, blocks: Sequence[Block]) -> list[Credit]:
    """The first line of a dump, over clock and menu: 'The Vask Courier', 'VTA', '[VTA] [Login]'.
    A single word is a section's more often, unless it is an acronym."""
    first = next((i for i, b in enumerate(blocks) if b.label in ("body", "dateline")), 0)
    for block in blocks[: min(_MASTHEAD_LINES, first)]:
        line = block.span.of(text)
        if block.label in ("clock", "published", "headline", "byline"):
            return []
        bracket = re.match(r"\W*\[([^\[\]]{2,30})\]", line)
        start = bracket.start(1) if bracket else 0
        name = bracket.group(1) if bracket else line
        if not re.fullmatch(rf"(?:The )?{_NAME}", name) or not _names_an_outlet(name):
            continue
        if len(words(name)) >= 2 or name.isupper():
            at = block.span.start + start
            return [Credit("outlet", name, Span(at, at + len(name)), "masthead")]
        return []
    return []


def _of_rights(text: str, blocks: Sequence[Block]) -> list[Credit]:
    for block in reversed(blocks):
        line = block.span.of(text)
        match = _RIGHTS.search(line) if block.label in ("footer", "other") else None
        if match is None or _PICTURE.search(line[: match.end() + 12]):
            continue
        name = _LEGAL.split(match["name"])[0].strip(" ,.")
        if _names_an_outlet(name) and folded(name):
            start = block.span.start + match.start("name")
            return [Credit("outlet", name, Span(start, start + len(name)), "rights line")]
    return []
