"""Texts that somebody else has cleaned: kept exactly, nothing labelled away."""

from __future__ import annotations

from onrecord.intake.cleaning.kinds import kind_of
from onrecord.intake.credits import best, credits_of
from onrecord.intake.dateline import Dateline, parse_dateline
from onrecord.intake.dating.article import article_candidates
from onrecord.intake.dating.weigh import candidate, weigh
from onrecord.intake.formats.text import CLOSED, paragraphs
from onrecord.intake.ids import article_id
from onrecord.intake.language import language_of
from onrecord.intake.understand import given_published
from onrecord.model import Anchor, Article, Block, RawDocument, Span
from onrecord.model.span import trim


def plain(
    text: str,
    *,
    key: str,
    published: str | None = None,
    title: str | None = None,
    outlet: str | None = None,
) -> Article:
    """`text` as an Article: `article.text` is `text`, and every offset counts in it.

    Paragraphs (lines, or runs of lines where the text is hard-wrapped or a line breaks off in the
    middle of a sentence) are body blocks. Only what opens the text may be something else: a line that
    is a date alone (`published`), and a dateline ('PORT VASK (Corvo) -'). `published` is what the
    caller knows, an ISO day or a printed date; it outweighs what the text shows.
    """
    stated = {"published": published, "title": title, "outlet": outlet}
    given = {name: value for name, value in stated.items() if value}
    raw = RawDocument(key, key, text.encode("utf-8", "surrogatepass"), "text/plain", given=given)
    blocks, datelines = _blocks(text)
    candidates = article_candidates(text, blocks, datelines)
    known = given_published(published or "")
    candidates += [candidate("given", known.value, published or "")] if known.value else []
    credits = credits_of(text, blocks, datelines, given)
    return Article(
        id=article_id(raw),
        key=key,
        path=key,
        raw_sha256=raw.sha256,
        media_type=raw.media_type,
        text=text,
        blocks=tuple(blocks),
        anchors=(Anchor(0, len(text), "", 0),) if text else (),
        title=title,
        outlet=best(credits, "outlet"),
        agency=best(credits, "agency"),
        dateline=best(credits, "dateline"),
        published=weigh(candidates),
        language=language_of(text),
        credits=credits,
    )


def _blocks(text: str) -> tuple[list[Block], list[tuple[Span, Dateline]]]:
    blocks: list[Block] = []
    datelines: list[tuple[Span, Dateline]] = []
    for span in _paragraphs(text):
        words = span.of(text)
        opening = not any(block.label == "body" for block in blocks)
        kind = kind_of(words) if opening else None
        if kind is not None and kind.label in ("published", "clock"):
            blocks.append(Block(span, "published", kind.by))
            continue
        dateline = parse_dateline(words) if opening and not datelines else None
        if dateline is None:
            blocks.append(Block(span, "body", "as given"))
            continue
        split = trim(Span(span.start, span.start + dateline.end), text)
        blocks.append(Block(split, "dateline", "opening of the report"))
        datelines.append((split, dateline))
        rest = trim(Span(span.start + dateline.end, span.end), text)
        if rest:
            blocks.append(Block(rest, "body", "as given"))
    return blocks, datelines


def _paragraphs(text: str) -> list[Span]:
    """Paragraphs of a dump; a line that breaks off and goes on in lower case is one with the next."""
    runs: list[Span] = []
    for line in paragraphs(text):
        before = runs[-1].of(text) if runs and not line.gap else ""
        if before and not CLOSED.search(before) and line.span.of(text)[0].islower():
            runs[-1] = Span(runs[-1].start, line.span.end)
        else:
            runs.append(line.span)
    return runs
