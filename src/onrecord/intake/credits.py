"""Whose work an article is: outlet, agency, byline, and the place of its dateline."""

from __future__ import annotations

import re
from collections.abc import Sequence
from urllib.parse import urlsplit

from onrecord.intake.agencies import known_agency, looks_like_agency
from onrecord.intake.dateline import Dateline
from onrecord.intake.metadata import Metadata, names_of, text_of
from onrecord.model import Block, Credit, Span

_BY = re.compile(r"^\W*(?:(?:written|reported|posted|story|words|text)\s+)?(?:by|von|par)\b[:\s]+", re.IGNORECASE)  # fmt: skip
_AFTER_NAME = re.compile(r"\s*(?:\||•|·|–|—|\n|\bpublished\b|\bupdated\b|\bposted\b|\bon\b|,?\s*\d|\(@|@\w)", re.IGNORECASE)  # fmt: skip
_NAME = r"[A-ZÀ-Þ][\w.&'’-]*(?: (?:of|the|for|and|[A-ZÀ-Þ][\w.&'’-]*)){0,4}"
_TAILS = (
    ("contributed to this report", re.compile(rf"(?P<name>(?:The )?{_NAME}) (?:also )?contributed to this (?:report|article|story)")),
    ("with inputs from", re.compile(rf"\b[Ww]ith (?:additional )?(?:inputs?|files|reporting|material|agency inputs?) (?:from|by) (?P<name>(?:the |The )?{_NAME})")),
    ("source line", re.compile(rf"^\W*(?:[Ss]ource|[Vv]ia|[Aa]gency|[Aa]gencies|[Qq]uelle)\s?: ?(?P<name>{_NAME})\W*$")),
    ("signature", re.compile(rf"^\W*[-–—]{{1,2}} ?(?P<name>{_NAME})\W*$")),
    ("copyright line", re.compile(rf"(?:©|\([cC]\)|[Cc]opyright)\s*(?:(?:19|20)\d\d,?\s*)?(?:by )?(?P<name>(?:The )?{_NAME})")),
)  # fmt: skip
_CLOSING = re.compile(rf"\((?P<name>{_NAME}|[a-z]{{3,9}})(?:/\w+)*\)\s*\.?\s*$")


def credits_of(
    text: str,
    blocks: Sequence[Block],
    datelines: Sequence[tuple[Span, Dateline]],
    given: dict[str, str],
    metadata: Metadata | None = None,
    url: str | None = None,
) -> tuple[Credit, ...]:
    """Every credit that the article shows, the best of each field first.

    `given` is what the container states and comes first; then what the text shows, for agency,
    byline and dateline; then what the page states for machines, which comes first for the outlet.
    """
    found = [Credit(field, given[field], None, "given") for field in ("outlet", "agency", "byline") if given.get(field)]  # fmt: skip
    wrappers: list[Credit] = []
    for start, dateline in datelines:
        own, outlet = _of_dateline(text, start, dateline)
        found += own
        wrappers += outlet
    found += _of_lines(text, blocks)
    found += _of_closing(text, blocks)
    if metadata is not None:
        found += _of_page(metadata)
    found += wrappers
    host = _host(url or (metadata.url if metadata else None))
    if host:
        found.append(Credit("outlet", host, None, "host of the URL"))
    return tuple(dict.fromkeys(found))


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
    for block in blocks:
        words = block.span.of(text)
        if block.label == "byline":
            found += _of_byline(text, block.span)
        elif block.label in ("footer", "other"):
            for by, pattern in _TAILS:
                match = pattern.search(words)
                # Journalists contribute to reports too: a tail must name a known agency.
                if match and looks_like_agency(_bare(match["name"])):
                    span = Span(*match.span("name")).shift(block.span.start)
                    found.append(Credit("agency", known_agency(_bare(match["name"])) or match["name"], span, by))  # fmt: skip
    return found


def _bare(name: str) -> str:
    return re.sub(r"^[Tt]he ", "", name)


def _of_byline(text: str, line: Span) -> list[Credit]:
    words = line.of(text)
    start = match.end() if (match := _BY.match(words)) else 0
    while start < len(words) and words[start] in "(@ ":
        start += 1
    cut = _AFTER_NAME.search(words, start + 1)
    end = cut.start() if cut else len(words)
    while end > start and words[end - 1] in " ,)|-–—.":
        end -= 1
    if end <= start:
        return []
    span = Span(line.start + start, line.start + end)
    found = [Credit("byline", span.of(text), span, "byline")]
    whole, _, last = words[start:end].rpartition(",")
    for name in (words[start:end], last.strip()):
        if name and looks_like_agency(name):
            at = line.start + start + words[start:end].rfind(name)
            found.append(_agency(text, Span(at, at + len(name)), "byline"))
            return found if whole else found[1:] + found[:1]
    return found


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


def _of_page(metadata: Metadata) -> list[Credit]:
    found: list[Credit] = []
    publisher = text_of(metadata.item("publisher"))
    for name, by in ((publisher, "json-ld"), (metadata.meta("og:site_name", "application-name", "dc.publisher"), "meta")):  # fmt: skip
        if name and not name.startswith("http"):
            found.append(Credit("outlet", name, None, by))
    authors = [(name, "json-ld") for name in names_of(metadata.item("author"))]
    stated = metadata.meta("author", "article:author", "parsely-author", "dc.creator", "byl", "sailthru.author")  # fmt: skip
    if stated and not authors:
        authors = [(re.sub(r"^by\s+", "", stated, flags=re.IGNORECASE), "meta")]
    people = [(name, by) for name, by in authors if not name.startswith(("http", "@", "www."))]
    agencies = [(name, by) for name, by in people if looks_like_agency(name)]
    found += [Credit("agency", known_agency(name) or name, None, by) for name, by in agencies]
    if people:
        found.append(Credit("byline", ", ".join(name for name, _ in people)[:200], None, people[0][1]))  # fmt: skip
    return found


def _host(url: str | None) -> str | None:
    try:
        host = urlsplit(url or "").hostname
    except ValueError:
        return None
    return re.sub(r"^(?:www\d?|m|mobile|amp)\.", "", host) if host else None
