"""Rows that point at a text held elsewhere, and the texts that are found for them.

Media Cloud and GDELT lists, reference managers and feeds of summaries state what an article is and
where it stood, but not its text. Where a page of that URL lies among the files, it gets what the
row states; a row whose text is nowhere is told as a problem.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import parse_qsl, urlencode, urlsplit

import msgspec

from onrecord.model import Problem, RawDocument

#: A row of a list takes some 500 bytes until the end of the run.
MOST_POINTERS = 500_000

_TRACKING = re.compile(r"utm_\w+|fbclid|gclid|mc_[ce]id|ref|cmpid|ocid", re.IGNORECASE)
_HOST = re.compile(r"[\w-]+(?:\.[\w-]+)+")
_HEAD = 65_536
_STATED = (
    re.compile(rb"saved from url=\(\d+\)\s*(\S+)", re.IGNORECASE),
    re.compile(rb"Page saved with SingleFile\s+url:\s*(\S+)", re.IGNORECASE),
    re.compile(rb"<link[^>]{0,200}?rel=[\"']?canonical[^>]{0,200}?href=[\"']?([^\"'\s>]+)", re.I),
    re.compile(rb"<link[^>]{0,200}?href=[\"']?([^\"'\s>]+)[^>]{0,200}?rel=[\"']?canonical", re.I),
    re.compile(rb"<meta[^>]{0,200}?og:url[\"']?\s[^>]{0,200}?content=[\"']?([^\"'\s>]+)", re.I),
)


class Pointer(msgspec.Struct, frozen=True):
    """A row without a text. `given` is what it states of the article, as in `RawDocument`; `why`
    says what it is and what to do, for the case that no text is found."""

    path: str
    key: str
    url: str
    given: dict[str, str]
    why: str
    captured: str | None = None
    #: Whether it is met among the texts, and adds nothing to the one it points at.
    is_late: bool = False

    def problem(self) -> Problem:
        return Problem(self.path, self.key, "no_article", self.why)


class Pointers:
    """State: the rows met so far by the URL they point at, and which of these URLs had a text."""

    def __init__(self) -> None:
        self._rows: dict[str, list[Pointer]] = {}
        self._late: list[Pointer] = []
        self._seen: set[int] = set()
        self._count = 0

    def add(self, pointer: Pointer) -> bool:
        """Remember the row before the texts are read; False where there are too many."""
        self._count += 1
        if self._count > MOST_POINTERS:
            return False
        self._rows.setdefault(url_key(pointer.url), []).append(pointer)
        return True

    def add_late(self, pointer: Pointer) -> None:
        """Remember a row that adds nothing to its text, such as a WARC's revisit."""
        self._late.append(pointer)

    def joined(self, raw: RawDocument) -> RawDocument:
        """The document with what the rows of its URL state, unless it states that itself."""
        urls = [raw.url] if raw.url else list(_stated_urls(raw)) if self._rows else []
        for url in urls:
            name = url_key(url)
            self._seen.add(hash(name))
            rows = self._rows.get(name)
            if not rows:
                continue
            given = dict(raw.given)
            for row in rows:
                stated = row.given
                if _HOST.fullmatch(stated.get("outlet", "")):  # the page knows its own name
                    stated = {k: v for k, v in stated.items() if k != "outlet"}
                given = stated | given
            captured = raw.captured or next((r.captured for r in rows if r.captured), None)
            return msgspec.structs.replace(
                raw, url=raw.url or rows[0].url, given=given, captured=captured
            )
        return raw

    def left(self) -> Iterator[Problem]:
        """A problem for each row whose text was not found."""
        for name, rows in self._rows.items():
            if hash(name) not in self._seen:
                yield from (row.problem() for row in rows)
        for row in self._late:
            if hash(url_key(row.url)) not in self._seen:
                yield row.problem()


def url_key(url: str) -> str:
    """The URL without what differs between two ways to one page: scheme, `www.`, fragment,
    trailing slash and tracking parameters."""
    try:
        parts = urlsplit(url.strip())
        host = (parts.hostname or "").removeprefix("www.")
    except ValueError:
        return url.strip()
    pairs = [p for p in parse_qsl(parts.query, True)[:100] if not _TRACKING.fullmatch(p[0])]
    return f"{host}{parts.path.rstrip('/')}?{urlencode(sorted(pairs), errors='replace')}"


def _stated_urls(raw: RawDocument) -> Iterator[str]:
    """The URLs that a saved page names as its own."""
    if raw.media_type != "text/html":
        return
    for pattern in _STATED:
        found = pattern.search(raw.data, 0, _HEAD)
        if found:
            yield found.group(1).decode("utf-8", "replace").replace("&amp;", "&")
