"""Which field of a row, or column of a table, holds what: by the names that exports use."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

#: What a row may state, and the names under which it is found, the likeliest first. Names are
#: compared in lower case with `_` for what parts words.
NAMES: dict[str, tuple[str, ...]] = {
    "text": (
        "text", "body", "content", "full_text", "fulltext", "article_text", "articletext", "maintext",
        "main_text", "story_text", "plain_text", "body_text", "article_body", "articlebody", "article",
    ),
    "html": ("html", "body_html", "raw_html", "content_html", "page"),
    "title": ("title", "headline", "article_title", "page_title"),
    "published": (
        "published", "date", "publish_date", "published_at", "publishedat", "publication_date",
        "pub_date", "pubdate", "date_published", "published_date", "date_publish", "datetime",
    ),
    "url": ("url", "link", "permalink", "article_url", "story_url", "documentidentifier"),
    "outlet": (
        "outlet", "source", "media_name", "publication", "newspaper", "publisher", "source_name",
        "sourcecommonname", "media", "site_name", "source_domain",
    ),
    "byline": ("byline", "author", "authors", "creator"),
    "agency": ("agency", "news_agency", "wire"),
    "language": ("language", "lang"),
    "captured": ("captured", "captured_at", "crawl_date", "fetched", "date_download", "indexed_date"),
    "id": ("id", "stories_id", "article_id", "story_id", "uid", "guid", "gkgrecordid"),
}  # fmt: skip
STATED = ("title", "outlet", "published", "url", "byline", "agency", "language")

_PARTS = re.compile(r"[^\w]+|(?<=[a-z])(?=[A-Z])")
_LANGUAGES = {
    "en": "english englisch anglais inglés inglese inglês engels engelska",
    "de": "german deutsch allemand alemán tedesco alemão duits",
    "fr": "french französisch français francés francese francês frans",
    "es": "spanish spanisch espagnol español spagnolo espanhol spaans",
    "it": "italian italienisch italien italiano",
    "pt": "portuguese portugiesisch portugais portugués português",
    "nl": "dutch niederländisch néerlandais nederlands",
    "ru": "russian russisch russe русский",
    "zh": "chinese chinesisch chinois 中文",
    "ar": "arabic arabisch arabe العربية",
}
_CODES = {name: code for code, names in _LANGUAGES.items() for name in names.split()}


def folded(name: str) -> str:
    """The name in the form in which names are compared."""
    return _PARTS.sub("_", name.strip().strip("\ufeff")).strip("_").lower()


def roles_of(names: Iterable[str], columns: Mapping[str, str]) -> dict[str, str]:
    """Which of `names` holds what: as `columns` says, else by its own name."""
    given = list(names)
    known = {folded(name): name for name in reversed(given)}
    roles = {role: name for role, name in columns.items() if name in given}
    for role, candidates in NAMES.items():
        if role not in roles and role not in columns:
            found = next((known[c] for c in candidates if c in known), None)
            if found is not None and found not in roles.values():
                roles[role] = found
    return roles


def stated(row: Mapping[str, object], roles: Mapping[str, str]) -> dict[str, str]:
    """What the row states of its article, as `RawDocument.given` holds it."""
    given = {}
    for role in STATED:
        value = printed(row.get(roles.get(role, "")))
        if value:
            given[role] = language_code(value) if role == "language" else value
    return given


def printed(value: object) -> str:
    """A field's value as text: a string, a number, the names in a list or an object."""
    if isinstance(value, str):
        return " ".join(value.split())
    if isinstance(value, bool) or value is None:
        return ""
    if isinstance(value, int | float):
        return str(value)
    if isinstance(value, list):
        return ", ".join(filter(None, (printed(inner) for inner in value[:50])))
    if isinstance(value, dict):
        return next((w for n in ("name", "title", "literal") if (w := printed(value.get(n)))), "")
    return ""


def language_code(name: str) -> str:
    """The ISO 639-1 code of a language that is named in words, such as databases do."""
    return _CODES.get(name.strip().lower(), name.strip())


def pointer(*steps: str | int) -> str:
    """A JSON Pointer (RFC 6901) to a field of a row."""
    return "".join("/" + str(s).replace("~", "~0").replace("/", "~1") for s in steps)


def pointed(row: object, path: str) -> object:
    """The value that a JSON Pointer leads to, None where there is none."""
    for step in path.split("/")[1:]:
        name = step.replace("~1", "/").replace("~0", "~")
        if isinstance(row, dict):
            row = row.get(name)
        elif isinstance(row, list) and name.isdigit() and int(name) < len(row):
            row = row[int(name)]
        else:
            return None
    return row
