"""Whether each article has its date, credits and title, and the body all of its words and no others."""

from __future__ import annotations

import unicodedata

from benchmarks.common import Row
from benchmarks.demo.gold import Gold, collapse
from benchmarks.demo.outcome import Outcome
from benchmarks.demo.reading import Page
from benchmarks.overlap import Wording
from onrecord.model import Span


def score(gold: Gold, pages: dict[str, Page]) -> Outcome:
    """`body` is F1 over words: those of the gold body in blocks labelled body or dateline.
    Captions, sign-offs and standfirsts may stand on either side."""
    outcome = Outcome()
    right = dict.fromkeys(("published", "outlet", "agency", "title"), 0)
    kept = wanted = held = neutral_held = junk_out = junk = 0
    for row in gold.articles:
        key = row["key"]
        page = pages.get(key)
        junk += len(row["junk"])
        if page is None:
            outcome.mistake("article", key, "was not read")
            continue
        for name, (found, ok) in _fields(row, page).items():
            right[name] += ok
            if not ok:
                outcome.mistake(name, key, f"is {found!r}, should be {row[name]!r}")
        for words in page.body.lost:
            outcome.mistake("body", key, f"paragraph not in the text: {words} …")
        blocks = [b.span for b in page.article.blocks if b.label in ("body", "dateline")]
        numbered = Wording(page.article.text)
        inside = numbered.within(blocks)
        gold_words = numbered.within(page.body.paragraphs)
        neutral = numbered.within(_places(page.article.text, row["neutral"]))
        kept += len(inside & gold_words)
        wanted += len(gold_words)
        held += len(inside)
        neutral_held += len(inside & (neutral - gold_words))
        for paragraph in page.body.paragraphs:
            missing = numbered.within([paragraph]) - inside
            if missing:
                words = paragraph.of(page.article.text)
                outcome.mistake("body", key, f"{len(missing)} words left out of: {words}")
        for block in blocks:
            if not numbered.within([block]) & (gold_words | neutral):
                outcome.mistake("body", key, f"let in: {block.of(page.article.text)}")
        visible = collapse("\n".join(span.of(page.article.text) for span in blocks))[0]
        for words in row["junk"]:
            if collapse(words)[0] in visible:
                outcome.mistake("junk", key, f"let in: {words}")
            else:
                junk_out += 1
    for name, count in right.items():
        outcome.shared(f"articles.{name}", count, len(gold.articles))
    outcome.shared("body.words_kept", kept, wanted)
    outcome.shared("body.words_right", kept, held - neutral_held)
    outcome.shared("body.junk_kept_out", junk_out, junk)
    return outcome


def _fields(row: Row, page: Page) -> dict[str, tuple[str | None, bool]]:
    article = page.article
    published = article.published.value or None
    return {
        "published": (published, published == row["published"]),
        "outlet": (article.outlet, _alike(article.outlet, row["outlet"])),
        "agency": (article.agency, _credited(article.agency, row["agency"])),
        "title": (article.title, _alike(article.title, row["title"])),
    }


def _plain(words: str | None) -> str:
    return collapse(unicodedata.normalize("NFC", words or ""))[0].casefold()


def _alike(found: str | None, wanted: str | None) -> bool:
    return _plain(found) == _plain(wanted)


def _credited(found: str | None, wanted: str | None) -> bool:
    """The agency by its name, or by the first words of it, as datelines print it."""
    a, b = _plain(found), _plain(wanted)
    return a == b or (bool(a) and b.startswith(f"{a} "))


def _places(text: str, wanted: list[str]) -> list[Span]:
    seen, at = collapse(text)
    spans = []
    for words in wanted:
        start = seen.find(words)
        if start >= 0:
            spans.append(Span(at[start], at[start + len(words) - 1] + 1))
    return spans
