"""The page's JSON, template, styles and scripts → one HTML file."""

from __future__ import annotations

import hashlib
import os
from base64 import b64encode
from importlib.resources import files
from pathlib import Path

import jinja2
import msgspec

from onrecord.errors import OnrecordError
from onrecord.report.data import Source, page_data
from onrecord.report.rows import Page

STYLES = (
    "base.css",
    "timeline.css",
    "table.css",
    "disputes.css",
    "happenings.css",
    "names.css",
    "reader.css",
    "print.css",
)

# Concatenated in this order into one function scope: a file may use what stands above it at
# once, and what stands below it only inside functions.
SCRIPTS = (
    "dom.js",
    "days.js",
    "words.js",
    "model.js",
    "state.js",
    "filter.js",
    "scale.js",
    "lanes.js",
    "marks.js",
    "timeline.js",
    "timeline_frame.js",
    "filterbar.js",
    "table.js",
    "csv.js",
    "disputes.js",
    "happenings.js",
    "segments.js",
    "card.js",
    "reader.js",
    "articles.js",
    "names.js",
    "header.js",
    "main.js",
)

# What would end the script element, open a comment in it, or end a line of JavaScript.
ESCAPES = str.maketrans(
    {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}
)


def build(record: Source, out: Path, title: str | None = None) -> None:
    """Write the report on `record` to `out`, whole or not at all.

    `title` heads the page; without one it is 'On the record'. The file is written beside
    `out` and moved over it, so a reader never sees half a page. Raises `OnrecordError` when
    the place cannot be written.
    """
    page = render(page_data(record, title or "On the record"))
    part = out.with_name(f".{out.name}.{os.getpid()}.part")
    try:
        part.write_text(page, encoding="utf-8", newline="\n")
        os.replace(part, out)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise OnrecordError(
            f"Cannot write the report {out}: {error.strerror}. Choose another place."
        ) from error


def render(page: Page) -> str:
    """The page as HTML: everything in one file, and a policy that lets nothing else in."""
    style = _join(STYLES)
    theme = _join(("theme.js",))
    script = '(() => {\n"use strict";\n' + _join(SCRIPTS) + "})();\n"
    environment = jinja2.Environment(autoescape=True, undefined=jinja2.StrictUndefined)
    template = environment.from_string(_web("template.html.j2"))
    policy = "; ".join(
        [
            "default-src 'none'",
            f"script-src {_hash(theme)} {_hash(script)}",
            f"style-src {_hash(style)}",
            "base-uri 'none'",
            "form-action 'none'",
        ]
    )
    return template.render(
        title=page.title, policy=policy, style=style, theme=theme, script=script, data=embed(page)
    )


def embed(page: Page) -> str:
    """The page's JSON as text that no HTML parser can take for markup."""
    return msgspec.json.encode(page).decode("utf-8").translate(ESCAPES)


def _web(name: str) -> str:
    text = (files("onrecord.report") / "web" / name).read_text(encoding="utf-8")
    return text.replace("\r\n", "\n")  # an HTML parser does so too, and the hash must agree


def _join(names: tuple[str, ...]) -> str:
    return "".join(_web(name) for name in names)


def _hash(text: str) -> str:
    """The source expression of Content Security Policy Level 3 for an inline element."""
    return f"'sha256-{b64encode(hashlib.sha256(text.encode('utf-8')).digest()).decode('ascii')}'"
