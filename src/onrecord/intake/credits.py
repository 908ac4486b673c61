"""Whose work an article is: outlet, agency, byline, and the place of its dateline."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any
from urllib.parse import urlsplit

import msgspec

from onrecord.intake.agencies import (
    fullest_name,
    known_agency,
    looks_like_agency,
    names_an_organisation,
)
from onrecord.intake.bylines import byline_credits, given_byline, page_authors, stated_authors
from onrecord.intake.dateline import Dateline
from onrecord.intake.metadata import Metadata
from onrecord.intake.outlets import outlet_credits
from onrecord.model import Block, Credit, Span

_NAME = r"[A-ZÀ-Þ][\w.&'’-]*(?: (?:of|the|for|and|[A-ZÀ-Þ][\w.&'’-]*)){0,4}"
_CREDITED = (
    (
        "contributed to this report",
        re.compile(
            rf"(?P<name>(?:The )?{_NAME}) (?:also )?contributed to this (?:report|article|story)"
        ),
    ),
    (
        "with inputs from",
        re.compile(
            rf"\b[Ww]ith (?:additional )?(?:inputs?|files|reports?|reporting|material|agency inputs?) (?:from|by) (?P<name>(?:the |The )?{_NAME})"
        ),
    ),
    (
        "with reports",
        re.compile(rf"\b[Ww]ith (?P<name>{_NAME}) (?:reports?|inputs?|files|material)\b"),
    ),
)
_TAILS = (
    *_CREDITED,
    (
        "source line",
        re.compile(
            rf"^\W*(?:[Ss]ource|[Vv]ia|[Aa]gency|[Aa]gencies|[Qq]uelle)\s?: ?(?P<name>{_NAME})\W*$"
        ),
    ),
    ("signature", re.compile(rf"^\W*[-–—]{{1,2}} ?(?P<name>{_NAME})\W*$")),
    (
        "copyright line",
        re.compile(
            rf"(?:©|\([cC]\)|[Cc]opyright)\s*(?:(?:19|20)\d\d,?\s*)?(?:by )?(?P<name>(?:The )?{_NAME})"
        ),
    ),
)
_CLOSING = re.compile(rf"\((?P<name>{_NAME}|[a-z]{{3,9}})(?:/\w+)*\)\s*\.?\s*$")


class Page(msgspec.Struct, frozen=True):
    """What a web page gives beside its text: its tree, and what it states for machines."""

    root: Any
    metadata: Metadata


def credits_of(
    text: str,
    blocks: Sequence[Block],
    datelines: Sequence[tuple[Span, Dateline]],
    given: dict[str, str],
    page: Page | None = None,
    url: str | None = None,
    headline: str = "",
) -> tuple[Credit, ...]:
    """Every credit that the article shows, the best of each field first.

    `given` is what the container states and comes first; then what the text shows, for agency,
    byline and dateline; then what the page states for machines, which comes first for the outlet.
    """
    root, metadata = (page.root, page.metadata) if page else (None, None)
    found = [
        Credit(field, given[field], None, "given")
        for field in ("outlet", "agency")
        if given.get(field)
    ]
    if given.get("byline"):
        found.append(Credit("byline", given_byline(given["byline"]), None, "given"))
        found += _of_tail(given["byline"], None)
    wrappers: list[Credit] = []
    for start, dateline in datelines:
        own, outlet = _of_dateline(text, start, dateline)
        found += own
        wrappers += outlet
    people = stated_authors(metadata) if metadata else []
    found += _bylines(text, blocks, page, people)
    found += _of_lines(text, blocks)
    found += _of_closing(text, blocks)
    found += [Credit("agency", name, None, by) for name, by in people if looks_like_agency(name)]
    found += outlet_credits(text, blocks, headline, root, metadata)
    found += wrappers
    host = _host(url or (metadata.url if metadata else None))
    if host:
        found.append(Credit("outlet", host, None, "host of the URL"))
    return tuple(dict.fromkeys(_with_full_names(found, text)))


def _bylines(
    text: str, blocks: Sequence[Block], page: Page | None, people: list[tuple[str, str]]
) -> list[Credit]:
    """Names shown in lines of their own; a page's author elements, where no such line was found
    or one only says more than the name; what it states for machines last."""
    lines = byline_credits(text, blocks)
    if page is not None:
        shown = page_authors(page.root)
        elements = [Credit("byline", name, None, "author element") for name in shown[:1]]
        printed = next((c.value for c in lines if c.field == "byline"), "")
        first = bool(shown) and len(shown) == 1 and (not printed or shown[0] in printed)
        lines = elements + lines if first else lines + elements
    if people:
        lines.append(
            Credit("byline", ", ".join(name for name, _ in people)[:200], None, people[0][1])
        )
    return lines


def _with_full_names(found: list[Credit], text: str) -> list[Credit]:
    """The credits, with each agency under the fullest name that the document shows of it."""
    others = [credit.value for credit in found if credit.field in ("outlet", "agency")]
    return [
        Credit(c.field, fullest_name(c.value, text, others), c.span, c.by)
        if c.field == "agency"
        else c
        for c in found
    ]


def best(credits: Sequence[Credit], field: str) -> str | None:
    """The value of the first credit of that field."""
    return next((credit.value for credit in credits if credit.field == field), None)


def _of_dateline(text: str, span: Span, dateline: Dateline) -> tuple[list[Credit], list[Credit]]:
    """Place and agency. Where a bracket names several, the last is the origin, and one before it
    that is no agency is the outlet that wrapped it: '(The Vask Post / Corvo - 31st March, 2019)'."""
    found: list[Credit] = []
    if dateline.place:
        place = dateline.place.shift(span.start)
        found.append(Credit("dateline", place.of(text), place, "dateline"))
    names = [name.shift(span.start) for name in dateline.names]
    if not names:
        return found, []
    origin = names[-1]
    found.append(_agency(text, origin, "dateline"))
    outlets: list[Credit] = []
    for name in names[:-1]:
        words = name.of(text)
        if looks_like_agency(words):
            found.append(_agency(text, name, "dateline"))
        elif words != origin.of(text):
            outlets.append(Credit("outlet", words, name, "dateline"))
    return list(dict.fromkeys(found)), outlets


def _agency(text: str, span: Span, by: str) -> Credit:
    words = span.of(text)
    return Credit("agency", known_agency(words) or words, span, by)


def _of_lines(text: str, blocks: Sequence[Block]) -> list[Credit]:
    found: list[Credit] = []
    body = [block for block in blocks if block.label == "body"]
    for block in blocks:
        if block.label in ("footer", "other", "byline") or block in body[-2:]:
            found += _of_tail(text, block)
    return found


def _of_tail(text: str, block: Block | None) -> list[Credit]:
    """The agency that a tail credits, in a line of its own or in a byline (`block` None: all of
    `text`). Journalists contribute to reports too: the name must be an organisation's."""
    line = block.span.of(text) if block else text
    own = block is not None and block.label in ("footer", "other")
    for by, pattern in _TAILS if own else _CREDITED:
        match = pattern.search(line)
        if match is None:
            continue
        name = _bare(match["name"])
        credited = names_an_organisation if (by, pattern) in _CREDITED else looks_like_agency
        if credited(name):
            start = match.end("name") - len(name)
            span = Span(start, match.end("name")).shift(block.span.start) if block else None
            return [Credit("agency", known_agency(name) or name, span, by)]
    return []


def _bare(name: str) -> str:
    return re.sub(r"^[Tt]he ", "", name)


def _of_closing(text: str, blocks: Sequence[Block]) -> list[Credit]:
    """'… the ministry said. (Corvo)': the agency closes the last paragraph. Only known ones count;
    any bracket may close a paragraph."""
    body = [block for block in blocks if block.label == "body"]
    if not body:
        return []
    last = body[-1].span
    match = _CLOSING.search(last.of(text))
    if not match or not known_agency(match["name"]):
        return []
    return [_agency(text, Span(*match.span("name")).shift(last.start), "end of the text")]


def _host(url: str | None) -> str | None:
    try:
        host = urlsplit(url or "").hostname
    except ValueError:
        return None
    return re.sub(r"^(?:www\d?|m|mobile|amp)\.", "", host) if host else None
