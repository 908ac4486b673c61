"""What a web page states about itself for machines: JSON-LD (schema.org), `meta`, microdata."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import msgspec

_ARTICLE = re.compile(
    r"article|blogposting|report$|newsitem|liveblog|opinion|review$|analysis", re.IGNORECASE
)
_PAGE = re.compile(r"webpage|itempage|creativework", re.IGNORECASE)
# Deeper or longer JSON-LD is not about one article.
_DEEPEST, _MOST = 8, 2_000
_MARKED = (
    "div", "span", "p", "header", "address", "td", "li", "h1", "h2", "b", "strong", "em", "cite",
)  # fmt: skip


class Metadata(msgspec.Struct, frozen=True):
    """`items` are the JSON-LD objects about the article, the likeliest first; `metas` the first
    content of each `meta` name, property or itemprop, in lower case; `language` of the html
    element; `url` the canonical one."""

    items: tuple[dict[str, Any], ...]
    metas: dict[str, str]
    language: str | None
    url: str | None

    def item(self, name: str) -> Any:
        """The first article object's value of that property, None where none has it."""
        return next((item[name] for item in self.items if item.get(name)), None)

    def meta(self, *names: str) -> str | None:
        return next((self.metas[name] for name in names if self.metas.get(name)), None)


def metadata_of(root: Any) -> Metadata:
    """What the page under `root` states; broken JSON-LD is passed over."""
    metas: dict[str, str] = {}
    for element in root.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop")
        content = (element.get("content") or "").strip()
        if name and content:
            metas.setdefault(name.strip().lower(), content)
    canonical = next(
        (
            e.get("href")
            for e in root.iter("link")
            if (e.get("rel") or "").lower() == "canonical" and e.get("href")
        ),
        None,
    )
    language = root.get("lang") or root.get("xml:lang")
    return Metadata(tuple(_articles(root)), metas, language, canonical or metas.get("og:url"))


def marked(root: Any) -> Iterator[tuple[Any, str]]:
    """The elements of the page that could be named for what they hold, with their class and id in
    lower case; links always."""
    for element in root.iter("a", *_MARKED):
        own, name = element.get("class"), element.get("id")
        if own or name or element.tag == "a" or element.get("itemprop"):
            yield element, f"{own or ''} {name or ''}".lower()


def _articles(root: Any) -> list[dict[str, Any]]:
    ranked: list[tuple[int, dict[str, Any]]] = []
    for script in root.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower():
            continue
        try:
            data = json.loads(_mended(script.text or ""), strict=False)
        except (ValueError, RecursionError):
            continue
        for item in _objects(data):
            kinds = item.get("@type")
            named = " ".join(map(str, kinds)) if isinstance(kinds, list) else str(kinds or "")
            if _ARTICLE.search(named):
                ranked.append((0, item))
            elif _PAGE.search(named):
                ranked.append((1, item))
    return [item for _, item in sorted(ranked, key=lambda pair: pair[0])]


def _mended(script: str) -> str:
    """JSON-LD without the comment or CDATA marks that it is often wrapped in."""
    return re.sub(
        r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|//\s*\]\]>|\]\]>)\s*;?\s*$|;\s*$",
        "",
        script,
    )


def _objects(data: Any) -> list[dict[str, Any]]:
    """The objects of the top level and of graphs; lists of other articles are not entered."""
    found: list[dict[str, Any]] = []
    pending: list[tuple[Any, int]] = [(data, 0)]
    while pending and len(found) < _MOST:
        value, level = pending.pop(0)
        if level > _DEEPEST:
            continue
        if isinstance(value, list):
            pending += [(inner, level + 1) for inner in value[:_MOST]]
        elif isinstance(value, dict):
            found.append(value)
            pending += [
                (value[name], level + 1)
                for name in ("@graph", "mainEntity", "mainEntityOfPage")
                if isinstance(value.get(name), dict | list)
            ]
    return found


def text_of(value: Any) -> str | None:
    """The name in a JSON-LD value: a string, an object with a name, or the first of a list."""
    if isinstance(value, list):
        return next((name for inner in value if (name := text_of(inner))), None)
    if isinstance(value, dict):
        return text_of(value.get("name"))
    return " ".join(value.split()) or None if isinstance(value, str) else None


def names_of(value: Any) -> list[str]:
    """All names in a JSON-LD value, each once."""
    values = value if isinstance(value, list) else [value]
    return list(dict.fromkeys(name for inner in values if (name := text_of(inner))))
