"""From one document as found to an Article: decode, lay out, label, date, credit."""

from __future__ import annotations

import json
from collections.abc import Sequence

import msgspec

from onrecord.intake.cleaning.kinds import Kind, kinds_of
from onrecord.intake.cleaning.label import Labelled, label
from onrecord.intake.cleaning.prose import prose_lines
from onrecord.intake.credits import Page, best, credits_of
from onrecord.intake.dating.article import article_candidates
from onrecord.intake.dating.dates import dates_in, stamp_day
from onrecord.intake.dating.page import page_candidates, url_candidates
from onrecord.intake.dating.weigh import Candidate, candidate, weigh
from onrecord.intake.dating.years import dated_years
from onrecord.intake.decode import declared_charset, decode
from onrecord.intake.formats import jsonl, pdf, text
from onrecord.intake.ids import article_id
from onrecord.intake.language import language_of
from onrecord.intake.layout import Layout
from onrecord.intake.metadata import metadata_of
from onrecord.intake.titles import stated_titles
from onrecord.model import Article, Problem, Published, RawDocument

#: A text of more characters is no article: the longest things that newsrooms run as one piece
#: (hearing transcripts, year-long live blogs) stay under a million.
LARGEST_TEXT = 2_000_000


class _Draft(msgspec.Struct, frozen=True):
    """What a format's branch hands on."""

    layout: Layout
    kept: set[int]
    titles: list[str]
    candidates: list[Candidate]
    page: Page | None = None
    kinds: list[Kind | None] | None = None
    by: str = "prose"


def understand(raw: RawDocument) -> Article | Problem:
    """The article in `raw`, or the `no_article` (`bad_row`, `too_large`) Problem that stands for it.

    Pure: the same document gives the same article, on any machine. Never raises for what the
    bytes hold; whatever is not the article stays in its text, labelled.
    """
    content = _content(raw)
    if content is None:
        return Problem(raw.path, raw.key, "bad_row", 'no JSON object with "text" or "html"')
    draft: _Draft | Problem | None
    if raw.media_type == pdf.MEDIA_TYPE:
        draft = _pdf(raw)
    elif content.field == "html":
        draft = _page(content.value, raw)
    elif len(content.value) > LARGEST_TEXT:
        return _too_large(raw)
    else:
        draft = _dump(text.layout(content.value, content.node), raw)
    if isinstance(draft, Problem):
        return draft
    if draft is None or not draft.kept:
        return Problem(
            raw.path,
            raw.key,
            "no_article",
            "no running text was found; give the page of a single article, or its text",
        )
    return _article(raw, draft)


def _content(raw: RawDocument) -> jsonl.Content | None:
    """The document's text or page, decoded; None for a row that has neither."""
    if raw.media_type == jsonl.MEDIA_TYPE:
        try:
            return jsonl.content_of(json.loads(decode(raw.data)), raw.given.get("field"))
        except (ValueError, RecursionError):
            return None
    charset = raw.given.get("charset")
    if raw.media_type == pdf.MEDIA_TYPE:
        return jsonl.Content("pdf", "", "")
    if raw.media_type == "text/html":
        return jsonl.Content("html", decode(raw.data, charset or declared_charset(raw.data)), "")
    return jsonl.Content("text", decode(raw.data, charset), "")


def _too_large(raw: RawDocument) -> Problem:
    why = f"over {LARGEST_TEXT:,} characters of text, which no article has; split it"
    return Problem(raw.path, raw.key, "too_large", why)


def _dump(layout: Layout, raw: RawDocument) -> _Draft:
    kinds = kinds_of([line.span.of(layout.text) for line in layout.lines])
    stated = raw.given.get("body")
    kept = _own_lines(layout, kinds, stated) if stated else prose_lines(layout, kinds)
    return _Draft(layout, kept, [raw.given.get("title", "")], [], kinds=kinds)


def _pdf(raw: RawDocument) -> _Draft | Problem:
    found = pdf.layout(raw.data)
    if isinstance(found, str):
        return Problem(raw.path, raw.key, "not_text", found)
    return _dump(found, raw)


def _own_lines(layout: Layout, kinds: Sequence[Kind | None], stated: str) -> set[int]:
    """The lines that the container says are the article's own, without those that are of another
    kind. `stated` is `all`, or stretches `start-end` of code points of the text, parted by commas."""
    lines = {index for index, kind in enumerate(kinds) if kind is None}
    if stated == "all":
        return lines
    spans = [[int(at) for at in part.split("-")] for part in stated.split(",")]
    starts = {index: layout.lines[index].span.start for index in lines}
    return {i for i, start in starts.items() if any(a <= start < b for a, b in spans)}


def _page(decoded: str, raw: RawDocument) -> _Draft | Problem | None:
    from onrecord.intake.formats import html
    from onrecord.intake.maintext import main_lines

    root = html.tree_of(decoded)
    if root is None:
        return None
    layout = html.layout(root)
    if not layout.lines:
        return None
    if len(layout.text) > LARGEST_TEXT:
        return _too_large(raw)
    metadata = metadata_of(root)
    stated = raw.given.get("body")
    if stated:
        kinds = kinds_of([line.span.of(layout.text) for line in layout.lines])
        kept, by = _own_lines(layout, kinds, stated), "told by the container"
    else:
        main = main_lines(root, layout)
        kept, by = main.lines, main.by
    titles = stated_titles(root, metadata)
    found = page_candidates(root, metadata, raw.url)
    titles = [raw.given.get("title", ""), *titles]
    return _Draft(layout, kept, titles, found, Page(root, metadata), by=by)


def _article(raw: RawDocument, draft: _Draft) -> Article | Problem:
    body = draft.layout.text
    labelled = label(draft.layout, draft.kept, draft.titles, draft.kinds, draft.by)
    read = [b.span.of(body) for b in labelled.blocks if b.label == "body"]
    if not read:
        return Problem(
            raw.path, raw.key, "no_article", "the page has text, but none that reads as an article"
        )
    metadata = draft.page.metadata if draft.page else None
    url = raw.url or (metadata.url if metadata else None)
    candidates = _given_dates(raw) + draft.candidates
    stated = raw.given.get("language") or (metadata.language if metadata else None)
    language = language_of("\n".join(read), stated)
    candidates += article_candidates(body, labelled.blocks, labelled.datelines, stated or language)
    if metadata is None and raw.url:
        candidates += url_candidates(raw.url)
    candidates += dated_years(candidates, body, labelled.blocks, url)
    title = _title(draft, labelled)
    credits = credits_of(
        body, labelled.blocks, labelled.datelines, raw.given, draft.page, raw.url, title or ""
    )
    return Article(
        id=article_id(raw),
        key=raw.key,
        path=raw.path,
        raw_sha256=raw.sha256,
        media_type=raw.media_type,
        text=body,
        blocks=labelled.blocks,
        anchors=draft.layout.anchors,
        title=title,
        outlet=best(credits, "outlet"),
        agency=best(credits, "agency"),
        byline=best(credits, "byline"),
        dateline=best(credits, "dateline"),
        url=url,
        published=weigh(candidates),
        captured=raw.captured or _clock(candidates),
        language=language,
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
    return next(
        (c.evidence.value for c in candidates if c.evidence.kind == "clock" and c.evidence.value),
        None,
    )


def given_published(stated: str) -> Published:
    """What a caller says the publication date is, as a Published; empty where it can't be read."""
    raw = RawDocument("", "", b"", "text/plain", given={"published": stated})
    return weigh(_given_dates(raw))
