"""ninjs (IPTC, news in JSON) 1.x, 2.x and 3.x: what an item says about its text.

1.x has `body_text`, `body_html`, … and `headline`; 2.x lists `bodies` and `headlines` with a role;
3.x writes its names in camel case. The items within `associations` are pictures and links.
"""

from __future__ import annotations

from typing import Any

from onrecord.intake.formats.fields import pointer, printed

_MARKS = (
    "headline",
    "headlines",
    "bodies",
    "associations",
    "pubstatus",
    "urgency",
    "copyrightholder",
)


def is_item(row: dict[str, Any]) -> bool:
    """Whether the row is a ninjs object: it has a `uri` and what only news items have."""
    names = {name.lower() for name in row}
    return isinstance(row.get("uri"), str) and (
        "versioncreated" in names
        or any(name.startswith("body_") for name in names)
        or sum(mark in names for mark in _MARKS) >= 2
    )


def body_of(row: dict[str, Any]) -> str | None:
    """The JSON Pointer of the item's text, HTML before plain; None where it has none."""
    ranked: list[tuple[int, str]] = []
    for name, value in row.items():
        if name.startswith("body_") and isinstance(value, str) and value.strip():
            ranked.append((_rank(name[5:]), pointer(name)))
    bodies = row.get("bodies")
    for index, body in enumerate(bodies if isinstance(bodies, list) else ()):
        value = body.get("value") if isinstance(body, dict) else None
        if isinstance(value, str) and value.strip():
            kind = f"{body.get('contenttype') or body.get('contentType')} {body.get('role')}"
            ranked.append((_rank(kind), pointer("bodies", index, "value")))
    return min(ranked)[1] if ranked else None


def _rank(kind: str) -> int:
    kind = kind.lower()
    # NITF and other markup is for machines that know it; a caption is another text.
    order = ("xhtml", "html", "text", "main")
    place = next((i for i, name in enumerate(order) if name in kind), len(order))
    return place + (10 if "caption" in kind or "summary" in kind or "nitf" in kind else 0)


def given_of(row: dict[str, Any]) -> dict[str, str]:
    """What the item states. The day is that of this version: that is whose text it is."""
    lower = {name.lower(): value for name, value in row.items()}
    infosource = printed(lower.get("infosource") or lower.get("infosources"))
    given = {
        "title": _headline(lower),
        "byline": printed(lower.get("byline") or lower.get("by")),
        "published": printed(lower.get("versioncreated") or lower.get("firstcreated")),
        "language": printed(lower.get("language")),
        "outlet": printed(lower.get("source") or lower.get("provider"))
        or printed(lower.get("copyrightholder")),
        "agency": infosource,
        "url": _url(lower),
    }
    return {name: value for name, value in given.items() if value}


def _headline(row: dict[str, Any]) -> str:
    plain = printed(row.get("headline"))
    headlines = row.get("headlines")
    if plain or not isinstance(headlines, list):
        return plain
    listed = [h for h in headlines if isinstance(h, dict)]
    main = [h for h in listed if h.get("role") == "main"]
    return next((w for h in [*main, *listed] if (w := printed(h.get("value")))), "")


def _url(row: dict[str, Any]) -> str:
    """A `uri` names the item, and is only sometimes a page's address."""
    uri = printed(row.get("uri"))
    return uri if uri.startswith(("http://", "https://")) else ""
