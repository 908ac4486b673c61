"""Candidates for the publication date that a web page states outside its visible text."""

from __future__ import annotations

import re
from typing import Any

from onrecord.intake.dating.dates import MONTHS, dates_in, iso_day, shifted, stamp_day
from onrecord.intake.dating.weigh import Candidate, candidate
from onrecord.intake.metadata import Metadata

_PUBLISHED = (
    "article:published_time",
    "og:published_time",
    "article:published",
    "og:article:published_time",
    "datepublished",
    "pubdate",
    "publishdate",
    "publish-date",
    "publish_date",
    "publication_date",
    "publicationdate",
    "published-date",
    "published_time",
    "date_published",
    "date.published",
    "sailthru.date",
    "parsely-pub-date",
    "cxenseparse:recs:publishtime",
    "bt:pubdate",
    "rnews:datepublished",
    "originalpublicationdate",
    "article_date_original",
    "article.published",
    "article:post_date",
    "prism.publicationdate",
    "citation_publication_date",
    "citation_online_date",
    "displaydate",
    "ptime",
    "dc.date.issued",
    "dcterms.issued",
    "dcterms.created",
    "dc.date.created",
    "dc.created",
    "shareaholic:article_published_time",
    "eomportal-lastupdate-pub",
    "creation_date",
    "date_created",
    "datecreated",
    "article:create_date",
    "dc.date",
    "dcterms.date",
    "dc:date",
    "date",
    "timestamp",
)
_UPDATED = (
    "article:modified_time",
    "og:updated_time",
    "datemodified",
    "lastmod",
    "last-modified",
    "dcterms.modified",
    "dc.date.modified",
    "revised",
    "article:modified",
    "article_date_updated",
    "updated_time",
    "lastupdate",
    "lastupdated",
    "last-updated",
    "last_updated",
    "dateupdated",
    "dateupdate",
    "date_modified",
    "article:modified_date",
    "og:modified_time",
    "dc.modified",
)
_URL_DAY = re.compile(
    r"(?<!\d)((?:19|20)\d\d)[/_.-]?(\d\d)[/_.-]?(\d\d)(?!\d)|/((?:19|20)\d\d)/([a-z]{3,9})/(\d{1,2})/|/((?:19|20)\d\d)/(\d{1,2})/(\d{1,2})/"
)
_MARKED = re.compile(
    r"publish|posted|entry-date|post-?date|date-?(?:line|time|posted)?\b|timestamp|pub-?date|created|article-?date|byline|meta"
)
_UPDATE = re.compile(r"updat|modif")
_DATA = re.compile(
    r"\"(?:date_?published|published_?(?:date|at|on|time)?|publish_?(?:date|time)|pub_?date|publication_?date|"
    r"first_?published(?:_?(?:at|date))?)\\{0,2}\"\s*:\s*\\{0,2}\"(?P<stamp>(?:19|20)\d\d-\d\d-\d\d[^\"\\]{0,30})",
    re.IGNORECASE,
)
_MIDNIGHT = re.compile(r"T2[23]:00(?::00(?:\.0+)?)?(?:Z|[+-]00:?00)$")
_CENTRAL = frozenset("de fr it es nl pl cs da sv nb no hu sl hr sk".split())
_ELSEWHERE = frozenset(("nav", "aside", "footer"))
_OTHERS = re.compile(r"comment|related|sidebar|widget|recent|teaser|latest|footer|popular")


def page_candidates(root: Any, metadata: Metadata, url: str | None) -> list[Candidate]:
    """What JSON-LD, `meta`, `time` elements and the URL say, best first within each kind."""
    found = _structured(metadata)
    found += _elements(root, metadata.language)
    address = url or metadata.url
    if address:
        found += url_candidates(address)
    return found or _scripted(root)


def _scripted(root: Any) -> list[Candidate]:
    """The day of publication that the page's scripts hold as data, where they hold only one."""
    found: dict[str, str] = {}
    for script in root.iter("script"):
        for match in _DATA.finditer(script.text or ""):
            day = stamp_day(match["stamp"])
            if day:
                found.setdefault(day, match["stamp"])
    return [candidate("json-ld", day, found[day], factor=0.5) for day in found if len(found) == 1]


def _structured(metadata: Metadata) -> list[Candidate]:
    found: list[Candidate] = []
    for kind, name, factor in (
        ("json-ld", "datePublished", 1.0),
        ("json-ld", "dateCreated", 0.7),
        ("updated", "dateModified", 1.0),
    ):
        stated = metadata.item(name)
        if isinstance(stated, str) and (day := _day(stated, metadata.language)):
            found.append(candidate(kind, day, stated, factor=factor))
    for kind, names in (("meta", _PUBLISHED), ("updated", _UPDATED)):
        # The most telling name that holds a date; the others mostly repeat it.
        for name in names:
            stated = metadata.metas.get(name, "")
            readings = _readings(stated, metadata.language)
            if readings:
                found.append(
                    candidate(
                        kind, readings, stated, factor=0.6 if name in _PUBLISHED[-5:] else 1.0
                    )
                )
                break
    return found


def _day(stated: str, language: str | None) -> str:
    """The day of a stamp. One at 22 or 23 hours sharp in UTC, on a page in a language of the
    continent of Europe, is a day without a time, kept as midnight there: the next day."""
    day = stamp_day(stated)
    tag = (language or "").lower()[:2]
    return shifted(day, 1) if day and tag in _CENTRAL and _MIDNIGHT.search(stated) else day


def _readings(stated: str, language: str | None) -> tuple[str, ...]:
    day = _day(stated, language)
    if day:
        return (day,)
    return next((date.values for date in dates_in(stated[:100]) if date.full), ())


def _elements(root: Any, language: str | None) -> list[Candidate]:
    """The first `time` element (or microdata) that is the article's, marked ones before others."""
    marked: Candidate | None = None
    first: Candidate | None = None
    update: Candidate | None = None
    for element in root.iter("time", "abbr", "span", "div", "p", "meta"):
        prop = (element.get("itemprop") or "").lower()
        if (
            element.tag != "time"
            and "date" not in prop
            and not (element.tag == "abbr" and element.get("title"))
        ):
            continue
        if element.tag == "meta" and "date" in prop:
            continue  # read with the other metas
        stated = (
            element.get("datetime")
            or element.get("content")
            or element.get("title")
            or "".join(element.itertext())[:80]
        )
        day = _day(stated, language)
        if not day or _elsewhere(element):
            continue
        hint = " ".join(
            (
                element.get("class") or "",
                prop,
                element.getparent().get("class") or "" if element.getparent() is not None else "",
            )
        ).lower()
        if _UPDATE.search(hint):
            update = update or candidate("updated", day, stated)
        elif prop == "datepublished" or element.get("pubdate") is not None or _MARKED.search(hint):
            marked = marked or candidate("time", day, stated)
        else:
            first = first or candidate("time", day, stated, factor=0.7)
    chosen = marked or first
    return [c for c in (chosen, update) if c is not None]


def _elsewhere(element: Any) -> bool:
    for level, around in enumerate(element.iterancestors()):
        named = f"{around.get('class') or ''} {around.get('id') or ''}".lower()
        # Some outlets put the article's own date and names in an aside.
        if around.tag in _ELSEWHERE and not (around.tag == "aside" and _MARKED.search(named)):
            return True
        if (
            level < 5
            and around.tag not in ("body", "html", "article", "main")
            and _OTHERS.search(named)
        ):
            return True
        if level > 60:
            break
    return False


def url_candidates(url: str) -> list[Candidate]:
    """The day in a URL's path, written as numbers or with the month's name."""
    path = re.sub(r"^[a-z]+://[^/]*", "", url.lower()).split("?")[0]
    for match in _URL_DAY.finditer(path):
        groups = match.groups()
        if groups[0]:
            day = iso_day(*groups[:3])
        elif groups[3]:
            day = iso_day(groups[3], MONTHS.get(groups[4], 0), groups[5])
        else:
            day = iso_day(*groups[6:])
        if day:
            return [candidate("url", day, match.group())]
    return []
