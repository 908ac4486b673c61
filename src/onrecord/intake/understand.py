"""From one document as found to an Article: decode, lay out, label, date, credit."""

from __future__ import annotations

import json
import re
from typing import Any

import msgspec

from onrecord.intake.cleaning.label import Labelled, label
from onrecord.intake.cleaning.prose import prose_lines
from onrecord.intake.credits import best, credits_of
from onrecord.intake.dating.article import article_candidates
from onrecord.intake.dating.dates import dates_in, stamp_day
from onrecord.intake.dating.page import page_candidates, url_candidates
from onrecord.intake.dating.weigh import Candidate, candidate, weigh
from onrecord.intake.decode import declared_charset, decode
from onrecord.intake.formats import jsonl, text
from onrecord.intake.ids import article_id
from onrecord.intake.language import language_of
from onrecord.intake.layout import Layout, folded, words
from onrecord.intake.metadata import Metadata, metadata_of, text_of
from onrecord.model import Article, Problem, Published, RawDocument

# trafilatura's find is trusted from this many words on; below, the densest paragraphs are asked.
_FEWEST_WORDS = 20


class _Draft(msgspec.Struct, frozen=True):
    """What a format's branch hands on."""

    layout: Layout
    kept: set[int]
    titles: list[str]
    candidates: list[Candidate]
    metadata: Metadata | None = None


def understand(raw: RawDocument) -> Article | Problem:
    """The article in `raw`, or the `no_article` (`bad_row`) Problem that stands for it.

    Pure: the same document gives the same article, on any machine. Never raises for what the
    bytes hold; whatever is not the article stays in its text, labelled.
    """
    if raw.media_type == jsonl.MEDIA_TYPE:
        try:
            content = jsonl.content_of(json.loads(raw.data))
        except (ValueError, RecursionError):
            content = None
        if content is None:
            return Problem(raw.path, raw.key, "bad_row", 'no JSON object with "text" or "html"')
        draft = _page(content.value, raw) if content.field == "html" else _dump(content.value, "text", raw)  # fmt: skip
    elif raw.media_type == "text/html":
        charset = raw.given.get("charset") or declared_charset(raw.data)
        draft = _page(decode(raw.data, charset), raw)
    else:
        draft = _dump(decode(raw.data, raw.given.get("charset")), "", raw)
    if draft is None or not draft.kept:
        return Problem(raw.path, raw.key, "no_article", "no running text was found; give the page of a single article, or its text")  # fmt: skip
    return _article(raw, draft)


def _dump(decoded: str, node: str, raw: RawDocument) -> _Draft:
    layout = text.layout(decoded, node)
    return _Draft(layout, prose_lines(layout), [raw.given.get("title", "")], [])


def _page(decoded: str, raw: RawDocument) -> _Draft | None:
    from onrecord.intake.formats import html
    from onrecord.intake.maintext import main_lines

    root = html.tree_of(decoded)
    if root is None:
        return None
    layout = html.layout(root)
    if not layout.lines:
        return None
    metadata = metadata_of(root)
    kept = main_lines(root, layout)
    if sum(len(words(layout.lines[i].span.of(layout.text))) for i in kept) < _FEWEST_WORDS:
        kept = prose_lines(layout) or kept
    titles = _titles(root, metadata)
    found = page_candidates(root, metadata, raw.url)
    return _Draft(layout, kept, [raw.given.get("title", ""), *titles], found, metadata)


def _titles(root: Any, metadata: Metadata) -> list[str]:
    """The titles that a page states, the best first, without the site's name at their ends."""
    stated = [text_of(metadata.item("headline")), metadata.meta("og:title", "twitter:title", "title")]  # fmt: skip
    element = next(root.iter("title"), None)
    if element is not None:
        stated.append(" ".join("".join(element.itertext()).split()) or None)
    site = folded(metadata.meta("og:site_name") or text_of(metadata.item("publisher")) or "")
    titles: list[str] = []
    for title in stated:
        if title:
            titles += [_without_site(title, site), title]
    return list(dict.fromkeys(titles))


def _without_site(title: str, site: str) -> str:
    """'Ferry sinks off Vask | The Post': what follows the last bar is the site's name if it says
    so, or if it is much the shorter part."""
    parts = re.split(r"\s+[|–—•»-]\s+|\s*\|\s*", title)
    if len(parts) < 2:
        return title
    last = folded(parts[-1])
    shorter = len(last.split()) <= 4 and len(folded(parts[0]).split()) >= 4
    if (site and last and (last in site or site in last)) or shorter:
        end = title.rfind(parts[-1])
        return re.sub(r"\s*[|–—•»-]\s*$", "", title[:end])
    return title


def _article(raw: RawDocument, draft: _Draft) -> Article | Problem:
    body = draft.layout.text
    labelled = label(draft.layout, draft.kept, draft.titles)
    read = [b.span.of(body) for b in labelled.blocks if b.label == "body"]
    if not read:
        return Problem(raw.path, raw.key, "no_article", "the page has text, but none that reads as an article")  # fmt: skip
    url = raw.url or (draft.metadata.url if draft.metadata else None)
    candidates = _given_dates(raw) + draft.candidates
    candidates += article_candidates(body, labelled.blocks, labelled.datelines)
    if draft.metadata is None and raw.url:
        candidates += url_candidates(raw.url)
    credits = credits_of(body, labelled.blocks, labelled.datelines, raw.given, draft.metadata, raw.url)  # fmt: skip
    stated = raw.given.get("language") or (draft.metadata.language if draft.metadata else None)
    return Article(
        id=article_id(raw),
        key=raw.key,
        path=raw.path,
        raw_sha256=raw.sha256,
        media_type=raw.media_type,
        text=body,
        blocks=labelled.blocks,
        anchors=draft.layout.anchors,
        title=_title(draft, labelled),
        outlet=best(credits, "outlet"),
        agency=best(credits, "agency"),
        byline=best(credits, "byline"),
        dateline=best(credits, "dateline"),
        url=url,
        published=weigh(candidates),
        captured=raw.captured or _clock(candidates),
        language=language_of("\n".join(read), stated),
        credits=credits,
    )


def _title(draft: _Draft, labelled: Labelled) -> str | None:
    stated = next((title for title in draft.titles if title.strip()), None)
    if labelled.headline is None:
        return stated
    shown = " ".join(labelled.headline.of(draft.layout.text).split())
    return stated if draft.titles[0].strip() else shown


def _given_dates(raw: RawDocument) -> list[Candidate]:
    """The container's own word on publication, and the day of capture as a bound."""
    found: list[Candidate] = []
    given = raw.given.get("published", "")
    if given:
        day = stamp_day(given)
        readings = (day,) if day else next((d.values for d in dates_in(given[:60])), ())
        if readings:
            found.append(candidate("given", readings, given))
    if raw.captured and (day := stamp_day(raw.captured)):
        found.append(candidate("header", day, raw.captured))
    return found


def _clock(candidates: list[Candidate]) -> str | None:
    return next((c.evidence.value for c in candidates if c.evidence.kind == "clock" and c.evidence.value), None)  # fmt: skip


def given_published(stated: str) -> Published:
    """What a caller says the publication date is, as a Published; empty where it can't be read."""
    raw = RawDocument("", "", b"", "text/plain", given={"published": stated})
    return weigh(_given_dates(raw))
