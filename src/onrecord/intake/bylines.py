"""Who wrote an article: names out of byline lines, author elements and metadata."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice
from typing import Any

from onrecord.intake.agencies import looks_like_agency, names_an_organisation
from onrecord.intake.cleaning.kinds import clock_text
from onrecord.intake.dating.dates import dates_in
from onrecord.intake.metadata import Metadata, marked, names_of
from onrecord.model import Block, Credit, Span

_BY = re.compile(
    r"^\W*(?:(?:written|reported|posted|published|story|words|text)\s+)?(?:by|von|par|por)\b[:\s]+",
    re.IGNORECASE,
)
_ROLE = re.compile(r"^\W*(?:author|writer|reporter|autor|auteur)s?\s*:\s*", re.IGNORECASE)
_WITHIN = re.compile(r"\b(?:by|von|par|por)\s+", re.IGNORECASE)
_AFTER_NAME = re.compile(
    r"\s*(?:\||•|·|–|—|\n|\bpublished\b|\bupdated\b|\bposted\b|\bon\b|\bin\b|,?\s*\d|\(@|@\w|,? with\b|"
    r"\b(?:an?|one) (?:hour|day|week|month|year)s? ago\b)",
    re.IGNORECASE,
)
_PERSON = re.compile(
    r"[A-ZÀ-ÞĀ-Ž][\w'’.-]*(?: (?:van|von|de|del|der|bin|al|la|le|da|di|do|dos|e|[A-ZÀ-ÞĀ-Ž][\w'’.-]*)){1,4}"
)
_HANDLE = re.compile(r"[\W_]*@?([A-ZÀ-Þ][a-zß-ÿ]+(?:[A-ZÀ-Þ][a-zß-ÿ]+)+)\W*")
_SEAM = re.compile(r"(?<=[a-zß-ÿ])(?=[A-ZÀ-Þ])")
_AUTHOR = re.compile(r"\b(?:author(?:s|-name|_name)?|byline(?:-name|__name)?|autor|writer)\b")
# Elements in an author element; more make it the head of a story.
_MOST_WITHIN = 30
_LONGEST = 80


def byline_credits(text: str, blocks: Sequence[Block]) -> list[Credit]:
    """The names in the lines of name, and in lines of date that also name somebody. A name that
    stands by itself comes before one that is read out of a handle."""
    found: list[Credit] = []
    handles: list[Credit] = []
    for block in blocks:
        line = block.span.of(text)
        if block.label == "byline":
            handle = _HANDLE.fullmatch(line)
            if handle is not None and "@" in line:
                # '@AnnOrr': the seams of the handle part the names.
                span = Span(*handle.span(1)).shift(block.span.start)
                handles.append(Credit("byline", _SEAM.sub(" ", span.of(text)), span, "handle"))
            else:
                found += _of_line(text, block.span)
        elif block.label == "published":
            found += _of_dated(text, block)
    return found + handles


def _of_line(text: str, line: Span) -> list[Credit]:
    words = line.of(text)
    opening = _BY.match(words) or _ROLE.match(words)
    start = opening.end() if opening else 0
    while start < len(words) and words[start] in "(@ ":
        start += 1
    cut = _AFTER_NAME.search(words, start + 1)
    end = cut.start() if cut else len(words)
    # 'Ann Orr March 3, 2031', also glued to the name: where the day begins, the name ends.
    dates = dates_in(words) or _dates_at_seams(words)
    weekday = re.search(
        r"\s*\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b",
        words[start + 1 : end],
        re.IGNORECASE,
    )
    end = min([end, *(d.span.start for d in dates if d.span.start > start)])
    end = min(end, start + 1 + weekday.start()) if weekday else end
    while end > start and words[end - 1] in " ,)|-–—.\u00a0":
        end -= 1
    if end <= start:
        return []
    span = Span(line.start + start, line.start + end)
    found = [Credit("byline", span.of(text), span, "byline")]
    whole, _, last = words[start:end].rpartition(",")
    for name in (words[start:end], last.strip()):
        if name and looks_like_agency(name):
            at = line.start + start + words[start:end].rfind(name)
            found.append(Credit("agency", name, Span(at, at + len(name)), "byline"))
            return found if whole else found[1:] + found[:1]
    return found


def _dates_at_seams(words: str) -> list[Any]:
    """Dates that are glued to what stands before: 'OrrMarch 3, 2031'."""
    opened = _SEAM.sub("\x00", words)
    seams = [i for i, char in enumerate(opened) if char == "\x00"]
    found = dates_in(opened.replace("\x00", " "))
    return (
        [d for d in found[:1] if any(seam + 1 == d.span.start for seam in seams[:1])]
        if clock_text(words)
        else []
    )


def _of_dated(text: str, block: Block) -> list[Credit]:
    """'Posted on Monday, March 3 by Ann Orr in Sea', 'Ann Orr | 3 March 2031'."""
    line = block.span.of(text)
    for by in _WITHIN.finditer(line):
        name = _PERSON.match(line, by.end())
        if name and not names_an_organisation(name.group()):
            return [
                Credit(
                    "byline", name.group(), Span(*name.span()).shift(block.span.start), "date line"
                )
            ]
    if block.by != "name and date":
        return []
    dates = dates_in(line)
    opening = line[: dates[0].span.start] if dates else ""
    name = re.fullmatch(rf"\W*(?P<name>{_PERSON.pattern})\s*[|•·–—,-]\s*", opening)
    if name is None or names_an_organisation(name["name"]):
        return []
    return [
        Credit(
            "byline", name["name"], Span(*name.span("name")).shift(block.span.start), "date line"
        )
    ]


def given_byline(stated: str) -> str:
    """The names of a byline as a container states it, without 'By' and what follows them."""
    found = _of_line(stated, Span(0, len(stated)))
    return next((credit.value for credit in found if credit.field == "byline"), stated)


def page_authors(root: Any) -> list[str]:
    """The names that stand in the page's author elements (`rel=author`, `itemprop=author`, and
    classes such as `byline`) above the end of the article's first lines, each once."""
    found: list[str] = []
    for element, marks in marked(root):
        stated = element.get("rel") == "author" or "author" in (element.get("itemprop") or "")
        if not stated and not _AUTHOR.search(marks):
            continue
        if len(list(islice(element.iter(), _MOST_WITHIN + 1))) > _MOST_WITHIN:
            continue
        shown = " ".join("".join(element.itertext()).split())
        name = _BY.sub("", shown)
        cut = _AFTER_NAME.search(name, 1)
        name = (name[: cut.start()] if cut else name).strip(" ,.|")
        if len(shown) <= _LONGEST and _PERSON.fullmatch(name) and not names_an_organisation(name):
            found.append(name)
            if len(found) >= 3:
                break
    return list(dict.fromkeys(found))


def stated_authors(metadata: Metadata) -> list[tuple[str, str]]:
    """The authors that the page states for machines, each with where."""
    authors = [(name, "json-ld") for name in names_of(metadata.item("author"))]
    stated = metadata.meta(
        "author", "article:author", "parsely-author", "dc.creator", "byl", "sailthru.author"
    )
    if stated and not authors:
        authors = [(re.sub(r"^by\s+", "", stated, flags=re.IGNORECASE), "meta")]
    return [(name, by) for name, by in authors if not name.startswith(("http", "@", "www."))]
