"""NewsML-G2 (IPTC, 2.x) news items, alone or in a news message, and NITF documents.

The text is the item's `inlineXML` (XHTML or NITF) or `inlineData`. Items of pictures and packages
hold no text and are passed over.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from onrecord.intake.formats import xml
from onrecord.intake.pointers import Pointer
from onrecord.model import Problem, RawDocument

_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


def documents(data: bytes, name: str) -> Iterator[RawDocument | Problem | Pointer]:
    """A document a news item with a text, keyed `name#guid` (else its number from 1); `data` is the
    item's text as HTML, its elements as the item has them, without namespaces."""
    try:
        root = xml.tree_of(data)
    except xml.RefusedError as error:
        yield Problem(name, name, "unreadable", str(error))
        return
    if root is None:
        yield Problem(name, name, "unreadable", "the document is no XML")
        return
    nitf = xml.name_of(root) == "nitf"
    items = [root] if nitf else [e for e in root.iter() if xml.name_of(e) == "newsItem"]
    if not items:
        yield Problem(name, name, "no_article", "the NewsML-G2 document holds no news item")
    for number, item in enumerate(items, 1):
        key = f"{name}#{item.get('guid') or number}"
        found = _nitf(item, name, key, {}) if nitf else _item(item, name, key)
        if found is not None:
            yield found


def _item(item: Any, name: str, key: str) -> RawDocument | Problem | Pointer | None:
    given = _given(item)
    contents = next(iter(xml.children(item, "contentSet")), None)
    for inline in [] if contents is None else xml.children(contents, "inlineXML"):
        body = next(iter(inline), None)
        if body is None:
            continue
        if xml.name_of(body) == "nitf":
            return _nitf(body, name, key, given)
        inner = [e for e in body.iter() if xml.name_of(e) == "body"] or [body]
        page = xml.page_of(inner[:1])
        if page.strip():
            return _raw(page, name, key, given, "text/html")
    for inline in [] if contents is None else xml.children(contents, "inlineData"):
        text = "".join(inline.itertext())
        if text.strip():
            kind = "text/html" if "html" in (inline.get("contenttype") or "") else "text/plain"
            return _raw(text, name, key, given, kind)
    if _is_text(item):
        return Problem(
            name, key, "no_article", "a news item of text without the text; fetch its content too"
        )
    return None


def _is_text(item: Any) -> bool:
    kinds = (e for e in item.iter() if xml.name_of(e) == "itemClass")
    return any((e.get("qcode") or e.get("uri") or "").lower().endswith("text") for e in kinds)


def _given(item: Any) -> dict[str, str]:
    """What the item states. Its day is that of this version: that is whose text it is."""
    management = next(iter(xml.children(item, "itemMeta")), item)
    content = next(iter(xml.children(item, "contentMeta")), item)
    provider = next(iter(xml.children(management, "provider")), None)
    language = next((e.get("tag") for e in xml.children(content, "language") if e.get("tag")), "")
    creators = [_party(e) for e in xml.children(content, "creator")]
    given = {
        "title": xml.child_text(content, "headline") or xml.child_text(management, "title"),
        "published": xml.child_text(management, "versionCreated")
        or xml.child_text(content, "contentModified", "contentCreated")
        or xml.child_text(management, "firstCreated"),
        "outlet": _party(provider),
        "agency": xml.child_text(content, "creditline")
        or next(filter(None, map(_party, xml.children(content, "infoSource"))), ""),
        "byline": xml.child_text(content, "by") or ", ".join(filter(None, creators)),
        "language": language or item.get(_LANGUAGE) or "",
    }
    return {field: value for field, value in given.items() if value}


def _party(element: Any | None) -> str:
    """A party's name, else how it is called in words; a code is no name."""
    if element is None:
        return ""
    return xml.child_text(element, "name") or element.get("literal") or ""


def _nitf(root: Any, name: str, key: str, given: dict[str, str]) -> RawDocument | Problem:
    """The document of an NITF element (IPTC NITF 3.x)."""
    named = {xml.name_of(e): e for e in reversed(list(root.iter()))}
    issued = named.get("date.issue")
    own = {
        "title": xml.text_of(named.get("hl1")) or xml.text_of(named.get("title")),
        "byline": xml.text_of(named.get("byline")),
        "published": issued.get("norm") or "" if issued is not None else "",
        "agency": xml.text_of(named.get("distributor")),
    }
    body = named.get("body.content")
    page = xml.page_of([body]) if body is not None else ""
    if not page.strip():
        return Problem(name, key, "no_article", "the NITF document holds no text")
    return _raw(page, name, key, {k: v for k, v in own.items() if v} | given, "text/html")


def _raw(text: str, name: str, key: str, given: dict[str, str], kind: str) -> RawDocument:
    given = given | {"body": "all", "charset": "utf-8"}
    return RawDocument(name, key, text.encode("utf-8", "replace"), kind, given=given)
