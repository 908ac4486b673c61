"""Copies between articles: which pairs, of what kind, which way, and what lost its source."""

from __future__ import annotations

from benchmarks.common import Counts, Row
from benchmarks.demo.gold import Gold
from benchmarks.demo.outcome import Outcome
from benchmarks.demo.reading import Page
from benchmarks.overlap import ENOUGH, Wording
from onrecord.model import Echo, Span

# Lineages that say which of the two was first.
_DIRECTED = {"copied_from", "update_of"}


def score(gold: Gold, pages: dict[str, Page], echoes: list[Echo], keys: dict[str, str]) -> Outcome:
    """Pairs count without direction; a directed lineage is right only with it."""
    outcome = Outcome()
    found = {_pair(keys[e.article], keys[e.of_article]): e for e in echoes}
    wanted = {_pair(r["article"], r["of_article"]): r for r in gold.echoes if not r["not_copy"]}
    apart = {_pair(r["article"], r["of_article"]) for r in gold.echoes if r["not_copy"]}
    both = [pair for pair in wanted if pair in found]
    kinds = lineages = lost = lost_right = lost_found = 0
    for pair, row in wanted.items():
        lost += len(row["lost_attribution"])
        where = f"{row['article']} of {row['of_article']}: {row['kind']}, {row['lineage']}"
        if pair not in found:
            outcome.mistake("echo", row["article"], f"missed: {where} ({row['note']})")
            continue
        echo = found[pair]
        kinds += echo.kind == row["kind"]
        right_way = keys[echo.article] == row["article"] or row["lineage"] not in _DIRECTED
        lineages += echo.lineage == row["lineage"] and right_way
        if echo.kind != row["kind"] or echo.lineage != row["lineage"] or not right_way:
            wrong = f"is {keys[echo.article]} of {keys[echo.of_article]}: {echo.kind},"
            words = f"{wrong} {echo.lineage} ({echo.because}), should be {where}"
            outcome.mistake("echo", row["article"], words)
        lost_right += _lost(outcome, row, echo, pages.get(keys[echo.article]))
    for pair, echo in found.items():
        lost_found += len(echo.lost_attribution)
        if pair not in wanted:
            words = f"false: {' and '.join(pair)}: {echo.kind} ({echo.because})"
            outcome.mistake("echo", keys[echo.article], words)
        rights = len(wanted[pair]["lost_attribution"]) if pair in wanted else 0
        if len(echo.lost_attribution) > rights and keys[echo.article] in pages:
            text = pages[keys[echo.article]].article.text
            for each in echo.lost_attribution:
                words = f"found {len(echo.lost_attribution)} of {rights}: {each.span.of(text)}"
                outcome.mistake("lost", keys[echo.article], words)
    outcome.counted("echoes.pairs", Counts(len(both), len(found), len(wanted)))
    outcome.shared("echoes.kind", kinds, len(both), "found")
    outcome.shared("echoes.lineage", lineages, len(both), "found")
    outcome.counted("echoes.lost_attribution", Counts(lost_right, lost_found, lost))
    outcome.shared("echoes.shared_quotations_apart", len(apart - found.keys()), len(apart))
    return outcome


def _lost(outcome: Outcome, row: Row, echo: Echo, page: Page | None) -> int:
    """How many of the gold's lost lines are among the echo's, by half of the shorter's words."""
    if page is None or page.article.key != row["article"]:
        return 0
    wording = Wording(page.article.text)
    free = [wording.within([each.span]) for each in echo.lost_attribution]
    right = 0
    for pair in row["lost_attribution"]:
        wanted = wording.within(_spans(page, pair["echo"]))
        hit = next((words for words in free if _half(words, wanted)), None)
        if hit is None:
            outcome.mistake("lost", row["article"], f"missed: {pair['echo']}")
        else:
            free.remove(hit)
            right += 1
    return right


def _half(a: frozenset[int], b: frozenset[int]) -> bool:
    return bool(a and b) and len(a & b) / min(len(a), len(b)) >= ENOUGH


def _spans(page: Page, words: str) -> tuple[Span, ...]:
    return page.body.find_all([words])


def _pair(a: str, b: str) -> tuple[str, str]:
    return (a, b) if a < b else (b, a)
