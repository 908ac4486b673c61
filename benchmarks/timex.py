"""Temporal expressions on texts with TIMEX3 gold, the publication date (DCT) given.

Strict, relaxed and value F1 as TempEval-3 defines them; beside them the layer's share of the parser's time.
"""

from __future__ import annotations

import argparse
import re
import time
from collections.abc import Iterator
from pathlib import Path

from benchmarks.common import Figure, Row, needed, rows, scored_json
from onrecord.model import Article, Published, Span
from onrecord.reading.parse import Parser
from onrecord.reading.time import timexes

SETS = ("timebank", "aquaint", "wikiwars")
MEASURES = ("strict", "relaxed", "value")


def add_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--set", action="append", choices=SETS, help="default: all")


def measure(data: Path, options: argparse.Namespace) -> Iterator[Figure]:
    """Three F1 a set."""
    scorer = needed(data / "score_timex.py")
    parser = Parser()
    for name in getattr(options, "set", None) or SETS:
        gold = data / "time" / f"{name}.jsonl"
        documents = rows(gold)
        found, layer, parsing = read(documents, parser)
        result = scored_json(scorer, gold, found, "--json")
        for kind in MEASURES:
            r = result[kind]
            note = f"P {r['P']:.1f}  R {r['R']:.1f}"
            yield Figure(f"timex.{name}.{kind}", r["F1"] / 100, note)
        speed = f"{len(documents) / layer:.0f} articles/CPU-s"
        yield Figure(f"timex.{name}.share_of_parsing", layer / parsing, speed, held=False)


def read(documents: list[Row], parser: Parser) -> tuple[list[Row], float, float]:
    """Rows in the scorer's shape, and CPU seconds of the layer and of the parser."""
    found: list[Row] = []
    layer = parsing = 0.0
    for row in documents:
        spans = passages(row["text"])
        begun = time.process_time()
        parses = parser.parse([span.of(row["text"]) for span in spans])
        parsed = time.process_time()
        result = timexes(article(row), spans, parses)
        layer += time.process_time() - parsed
        parsing += parsed - begun
        items = [
            {"start": t.span.start, "end": t.span.end, "type": t.type, "value": t.value}
            for t in result
        ]
        found.append({"id": row["id"], "file": row.get("file"), "timexes": items})
    return found, layer, parsing


def passages(text: str) -> list[Span]:
    """Paragraphs: runs of text between empty lines."""
    return [
        Span(*match.span()) for match in re.finditer(r"\S.*?(?=\s*\n\s*\n|\s*\Z)", text, re.DOTALL)
    ]


def article(row: Row) -> Article:
    return Article(
        id="",
        key=row["id"],
        path="",
        raw_sha256="",
        media_type="text/plain",
        text=row["text"],
        blocks=(),
        anchors=(),
        published=Published(row["dct"], sure=True),
    )
