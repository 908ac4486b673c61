"""CSL-JSON (Citation Style Language, data schema 1.0), as Zotero exports a library.

An item says what an article is and where it stood; its text is a snapshot: a saved page, found by
the item's URL.
"""

from __future__ import annotations

from typing import Any

from onrecord.intake.formats.fields import printed

_TYPES = frozenset(
    "article article-journal article-magazine article-newspaper bill book broadcast chapter dataset "
    "document entry entry-dictionary entry-encyclopedia figure graphic hearing interview "
    "legal_case legislation manuscript map motion_picture musical_score pamphlet paper-conference "
    "patent performance periodical personal_communication post post-weblog regulation report "
    "review review-book software song speech standard thesis treaty webpage".split()
)


def is_item(row: dict[str, Any]) -> bool:
    """Whether the row is a CSL item: it has a type of that vocabulary, and a title or a URL."""
    return row.get("type") in _TYPES and any(n in row for n in ("title", "URL")) and "id" in row


def given_of(row: dict[str, Any]) -> dict[str, str]:
    """What the item states of its article."""
    authors = row.get("author")
    names = [_name(a) for a in authors if isinstance(a, dict)] if isinstance(authors, list) else []
    given = {
        "title": printed(row.get("title")),
        "outlet": printed(row.get("container-title")) or printed(row.get("publisher")),
        "published": _date(row.get("issued")),
        "byline": ", ".join(filter(None, names)),
        "language": printed(row.get("language")),
        "url": printed(row.get("URL")),
    }
    return {name: value for name, value in given.items() if value}


def captured_of(row: dict[str, Any]) -> str | None:
    """When the page was seen, if the item says so."""
    return _date(row.get("accessed")) or None


def _name(author: dict[str, Any]) -> str:
    parts = (author.get(n) for n in ("given", "non-dropping-particle", "family", "suffix"))
    return printed(author.get("literal")) or " ".join(filter(None, map(printed, parts)))


def _date(value: object) -> str:
    """A CSL date: `date-parts` (year, month, day, as numbers or strings), `raw` or `literal`. A date
    without a day bounds nothing that is used, and is given as it is."""
    if not isinstance(value, dict):
        return printed(value)
    ranges = value.get("date-parts")
    parts = ranges[0] if isinstance(ranges, list) and ranges else None
    if isinstance(parts, list) and parts and all(printed(p).isdigit() for p in parts[:3]):
        numbers = [int(printed(part)[:4]) for part in parts[:3]]
        return "-".join([f"{numbers[0]:04d}", *(f"{number:02d}" for number in numbers[1:])])
    return printed(value.get("raw")) or printed(value.get("literal"))
