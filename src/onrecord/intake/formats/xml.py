"""XML that somebody else wrote: parsed without entities, without DTDs, without the network."""

from __future__ import annotations

import re
from typing import Any

from onrecord.intake.decode import decode

_DECLARATION = re.compile(r"\A\s*<\?xml[^>]*\?>")
_ENCODING = re.compile(rb"\A[^<]{0,4}<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]{2,40})")
_SUBSET = re.compile(r"<!DOCTYPE[^>\[]*\[")
_NAME = re.compile(r"[A-Za-z_][\w.-]*")
_BARRED = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


class RefusedError(ValueError):
    """The document declares entities, which may expand without end."""


def tree_of(data: bytes) -> Any:
    """The root element, None where there is none; damage is passed over as far as it goes.

    Raises `RefusedError` for a document type with entities of its own. Entities that a document uses
    without declaring them, `&nbsp;` and its like, give nothing.
    """
    from lxml import etree

    found = _ENCODING.match(data)
    text = decode(data, found.group(1).decode("ascii", "ignore") if found else None)
    subset = _SUBSET.search(text)
    if subset and text.find("<!ENTITY", subset.end()) >= 0:
        raise RefusedError(
            "the XML declares entities, which may expand without end; replace them by the "
            "characters they stand for"
        )
    text = _BARRED.sub("\ufffd", _DECLARATION.sub("", text.lstrip("\ufeff"), count=1))
    parser = etree.XMLParser(
        encoding="utf-8",
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        recover=True,
        remove_pis=True,
        remove_comments=True,
    )
    try:
        return etree.fromstring(text.strip().encode("utf-8", "replace"), parser)
    except (etree.XMLSyntaxError, ValueError):
        return None


def name_of(element: Any) -> str:
    """The element's name without its namespace, `""` for what is no element."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def children(element: Any, *names: str) -> list[Any]:
    """The children with one of these names, whatever their namespace."""
    return [child for child in element if name_of(child) in names]


def text_of(element: Any | None) -> str:
    """All text in the element, white space collapsed."""
    return "" if element is None else " ".join("".join(element.itertext()).split())


def child_text(element: Any, *names: str) -> str:
    """The text of the first child with one of these names that has any."""
    return next((text for c in children(element, *names) if (text := text_of(c))), "")


def page_of(elements: Any) -> str:
    """Elements of XHTML or NITF as HTML."""
    from lxml import etree

    parts = []
    for element in elements:
        for inner in element.iter():
            if isinstance(inner.tag, str):
                # A prefix that the document never bound stands in the name, where none may stand.
                name = name_of(inner).rpartition(":")[2]
                inner.tag = name if _NAME.fullmatch(name) else "span"
        etree.cleanup_namespaces(element)
        parts.append(etree.tostring(element, method="html", encoding="unicode", with_tail=False))
    return "\n".join(parts)
