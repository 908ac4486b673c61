"""Feeds: RSS 0.9x, 1.0 and 2.0, and Atom (RFC 4287), whose entries carry their texts.

The text is `content:encoded`, Atom's `content`, or a `description` or `summary` that is long
enough to be one. Entries with a summary only point at their page.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from onrecord.intake.formats import xml
from onrecord.intake.pointers import Pointer
from onrecord.model import Problem, RawDocument

#: Descriptions of fewer words are summaries: these have 15 to 60 words where feeds carry them.
_FEWEST_WORDS = 120
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_ENCLOSED = "{http://purl.org/rss/1.0/modules/content/}encoded"


def documents(data: bytes, name: str) -> Iterator[RawDocument | Problem | Pointer]:
    """A document an entry, keyed `name#id` (else its link, else its number from 1); `data` is the
    entry's text as the feed has it, HTML as a rule."""
    try:
        root = xml.tree_of(data)
    except xml.RefusedError as error:
        yield Problem(name, name, "unreadable", str(error))
        return
    if root is None:
        yield Problem(name, name, "unreadable", "the feed is no XML; fetch it again")
        return
    channel = next(iter(xml.children(root, "channel")), root)
    entries = [e for e in root.iter() if xml.name_of(e) in ("item", "entry")]
    if not entries:
        yield Problem(name, name, "empty", "the feed has no entries")
    for number, entry in enumerate(entries, 1):
        yield _document(entry, channel, name, number)


def _document(entry: Any, channel: Any, name: str, number: int) -> RawDocument | Problem | Pointer:
    given = _given(entry, channel)
    member = xml.child_text(entry, "guid", "id") or given.get("url") or str(number)
    key = f"{name}#{member}"
    markup, text = _content(entry)
    url = given.get("url")
    if not text.strip():
        if url:
            why = f"a feed entry without its full text; save the page {url[:200]} beside the feed"
            return Pointer(name, key, url, given, why)
        return Problem(name, key, "no_article", "a feed entry without a text and without a link")
    return RawDocument(
        path=name,
        key=key,
        data=text.encode("utf-8", "replace"),
        media_type="text/html" if markup else "text/plain",
        url=url,
        given=given | {"body": "all", "charset": "utf-8"},
    )


def _given(entry: Any, channel: Any) -> dict[str, str]:
    source = next(iter(xml.children(entry, "source")), None)
    outlet = "" if source is None else xml.child_text(source, "title") or xml.text_of(source)
    authors = [xml.child_text(a, "name") or xml.text_of(a) for a in xml.children(entry, "author")]
    given = {
        "title": xml.child_text(entry, "title"),
        "outlet": outlet or xml.child_text(channel, "title"),
        "published": xml.child_text(entry, "published", "pubDate", "issued", "date")
        or xml.child_text(entry, "updated", "modified"),
        "byline": xml.child_text(entry, "creator") or ", ".join(filter(None, authors)),
        "language": xml.child_text(channel, "language")
        or next((e.get(_LANGUAGE) for e in (entry, channel) if e.get(_LANGUAGE)), ""),
        "url": _link(entry),
    }
    return {field: value for field, value in given.items() if value}


def _link(entry: Any) -> str:
    """Atom's alternate link, RSS's link, else a guid that is one."""
    links = xml.children(entry, "link")
    hrefs = [e.get("href") for e in links if e.get("rel", "alternate") == "alternate"]
    texts = [xml.text_of(e) for e in [*links, *xml.children(entry, "guid")]]
    found = (value.strip() for value in [*hrefs, *texts] if value)
    return next((url for url in found if url.startswith(("http://", "https://"))), "")


def _content(entry: Any) -> tuple[bool, str]:
    """The entry's full text, and whether it is markup."""
    encoded = next((e for e in entry if e.tag == _ENCLOSED), None)
    if encoded is not None and (text := "".join(encoded.itertext())).strip():
        return True, text
    for element in xml.children(entry, "content"):
        kind = (element.get("type") or "text").lower()
        if element.get("src") or element.get("url"):
            continue
        if kind in ("xhtml", "application/xhtml+xml"):
            return True, xml.page_of(list(element))
        if text := "".join(element.itertext()):
            return kind not in ("text", "text/plain"), text
    for element in xml.children(entry, "description", "summary"):
        text = "".join(element.itertext())
        if len(text.split()) >= _FEWEST_WORDS:
            return True, text
    return False, ""
