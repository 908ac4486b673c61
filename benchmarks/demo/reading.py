"""The demo as onrecord reads it: every article with its reading, and what was linked."""

from __future__ import annotations

import contextlib
import tempfile
from dataclasses import dataclass
from pathlib import Path

import onrecord
from benchmarks.common import ROOT, needed
from benchmarks.demo.gold import Body, Gold, body_of, load
from onrecord.model import Article, Dispute, Echo, Identity, Reading, Statement, TimelineEntry

FOLDER = ROOT / "examples" / "demo"


@dataclass(frozen=True)
class Page:
    """One article and what the gold takes for its body; `statements` are reported speech only,
    for the gold labels no attitudes."""

    article: Article
    reading: Reading
    body: Body
    statements: list[Statement]


@dataclass(frozen=True)
class Demo:
    """`pages` by the articles' keys, `keys` by their ids."""

    gold: Gold
    pages: dict[str, Page]
    keys: dict[str, str]
    identities: list[Identity]
    echoes: list[Echo]
    disputes: list[Dispute]
    timeline: list[TimelineEntry]


def read_demo(folder: Path = FOLDER) -> Demo:
    """Read `folder`/articles into a record of the moment.

    Raises `DataAbsentError` where the folder is absent.
    """
    gold = load(needed(folder) / "gold")
    rows = {row["key"]: row for row in gold.articles}
    with (
        tempfile.TemporaryDirectory() as scratch,
        contextlib.chdir(folder),
        onrecord.read("articles", into=Path(scratch) / "demo.record") as record,
    ):
        pages = {
            article.key: Page(
                article,
                reading,
                body_of(rows[article.key], article.text),
                [
                    statement
                    for statement in record.statements(article=article.id)
                    if statement.attribution.act == "speech"
                ],
            )
            for article, reading in record.readings()
            if article.key in rows
        }
        return Demo(
            gold,
            pages,
            {article.id: article.key for article in record.articles()},
            list(record.identities()),
            list(record.echoes()),
            list(record.disputes()),
            list(record.timeline()),
        )
