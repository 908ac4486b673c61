"""Temporal expressions on texts with TIMEX3 gold, the publication date (DCT) given.

Strict, relaxed and value F1 as TempEval-3 defines them; beside them the layer's share of the parser's time.
A part of each set was not read for its errors in the last round of work: `--part unread` scores it alone.
"""

from __future__ import annotations

import argparse
import json
import re
import time
import zlib
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.common import Figure, Row, needed, rows, scored_json
from onrecord.model import Article, Published, Span
from onrecord.reading.parse import Parser
from onrecord.reading.time import timexes

SETS = ("timebank", "aquaint", "wikiwars")
MEASURES = ("strict", "relaxed", "value")
# One document in so many was left unread, told by the checksum of its id.
UNREAD = {"timebank": 5, "aquaint": 2, "wikiwars": 2}


def add_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--set", action="append", choices=SETS, help="default: all")
    parser.add_argument("--part", choices=("read", "unread"), help="default: both")


def measure(data: Path, options: argparse.Namespace) -> Iterator[Figure]:
    """Three F1 a set."""
    scorer = needed(data / "score_timex.py")
    parser = Parser()
    for name in getattr(options, "set", None) or SETS:
        gold = data / "time" / f"{name}.jsonl"
        part = getattr(options, "part", None)
        documents = [row for row in rows(gold) if part is None or part == part_of(name, row["id"])]
        found, layer, parsing = read(documents, parser)
        with written(documents) if part else nullcontext(gold) as wanted:
            result = scored_json(scorer, wanted, found, "--json")
        for kind in MEASURES:
            r = result[kind]
            note = f"P {r['P']:.1f}  R {r['R']:.1f}"
            yield Figure(f"timex.{name}.{kind}", r["F1"] / 100, note, held=part is None)
        speed = f"{len(documents) / layer:.0f} articles/CPU-s"
        yield Figure(f"timex.{name}.share_of_parsing", layer / parsing, speed, held=False)


def part_of(name: str, key: str) -> str:
    """`unread` or `read`."""
    return "unread" if zlib.crc32(key.encode()) % UNREAD[name] == 0 else "read"


@contextmanager
def written(documents: list[Row]) -> Iterator[Path]:
    """The rows as a file of the moment."""
    with TemporaryDirectory() as folder:
        path = Path(folder, "gold.jsonl")
        path.write_text("".join(json.dumps(row) + "\n" for row in documents), encoding="utf-8")
        yield path


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
