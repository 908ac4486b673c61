"""Page titles: the headline and the name of the site, which most pages print in one `title`."""

from __future__ import annotations

import re
from typing import Any

from onrecord.intake.layout import folded
from onrecord.intake.metadata import Metadata, text_of

_SEPARATOR = re.compile(r"\s+(?:[|–—•·»«›:-]|::|//|>)\s+|\s*[|»«›]\s*|\s+::\s*")
_LONGEST_NAME = 6


def stated_titles(root: Any, metadata: Metadata) -> list[str]:
    """The titles that a page states, the best first, without the site's name at their ends."""
    stated = [
        text_of(metadata.item("headline")),
        metadata.meta("og:title", "twitter:title", "title"),
        title_element(root),
    ]
    site = folded(metadata.meta("og:site_name") or text_of(metadata.item("publisher")) or "")
    titles: list[str] = []
    for title in stated:
        if title:
            titles += [without_site(title, site), title]
    return list(dict.fromkeys(titles))


def title_element(root: Any) -> str | None:
    """The words of the page's `title`."""
    element = next(root.iter("title"), None)
    return " ".join("".join(element.itertext()).split()) or None if element is not None else None


def without_site(title: str, site: str) -> str:
    """'Ferry sinks off Vask | Sea | The Post': what follows the last bar is the site's name if
    `site` (folded) says so, or if it is much the shorter part."""
    marks = list(_SEPARATOR.finditer(title))
    if not marks:
        return title
    last = folded(title[marks[-1].end() :])
    before = folded(title[: marks[0].start()])
    shorter = len(last.split()) <= 4 and len(before.split()) >= 4
    if (site and last and (last in site or site in last)) or shorter:
        # A section often stands between the two; whatever is short and follows the headline goes.
        bars = "|»«›:"
        cut = next(
            (m for m in marks if len(before.split()) >= 4 and set(m.group()) & set(bars)), marks[-1]
        )
        return title[: cut.start()].rstrip()
    return title


def site_in_title(title: str, headline: str) -> str | None:
    """The site's name at the end of `title`, where the rest of it is the headline shown on the
    page; None where the title names no site that way."""
    shown = folded(headline)
    marks = list(_SEPARATOR.finditer(title))
    if not marks or not shown:
        return None
    rest, name = folded(title[: marks[0].start()]), title[marks[-1].end() :].strip()
    fits = rest.startswith(shown[:40]) or shown.startswith(rest) or folded(title).startswith(shown)
    short = 0 < len(folded(name).split()) <= _LONGEST_NAME
    return name if fits and short and folded(name) not in shown else None
