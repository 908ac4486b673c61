"""Echoes on labelled pairs of articles, beside two peers in the same run.

Candidates are sought among all articles of the set, not given as pairs. The peers' thresholds are
fixed beforehand; ours were chosen on these pairs, so our figures are optimistic.
"""

from __future__ import annotations

import argparse
import re
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from benchmarks.common import Figure, Row, needed, rows, scored_json
from onrecord.linking.echoes.sheets import sheet
from onrecord.linking.echoes.store import find_echoes
from onrecord.linking.words import fold
from onrecord.model import Article, Block, Published, Span

System = Callable[[list[Row]], list[Row]]


def measure(data: Path, options: argparse.Namespace) -> Iterator[Figure]:
    """F1 of copies and of any reuse, for us and for the peers."""
    del options
    documents = rows(data / "echo" / "docs_dev.jsonl")
    pairs = needed(data / "echo" / "pairs_dev.jsonl")
    systems: dict[str, System] = {"": ours, "containment.": containment, "minhash.": minhash}
    for name, system in systems.items():
        begun = time.process_time()
        try:
            found = system(documents)
        except ImportError:
            continue  # a peer that is not installed
        speed = len(documents) / (time.process_time() - begun)
        result = scored_json(data / "score_echo.py", pairs, found)["all"]
        for task in ("copy", "reuse"):
            r = result[task]
            note = f"P {r['P']:.3f}  R {r['R']:.3f}  {speed:.0f} articles/CPU-s"
            yield Figure(f"echoes.{name}{task}", r["F1"], note, held=not name)


def ours(documents: list[Row]) -> list[Row]:
    echoes = find_echoes(sheet(article(row)) for row in documents)
    return [{"a": e.article, "b": e.of_article, "kind": e.kind} for e in echoes]


def article(row: Row) -> Article:
    """A row of the set as an article whose paragraphs are all body."""
    day = row.get("published") or None
    text = row["text"]
    paragraphs = re.finditer(r"\S.*?(?=\s*\n\s*\n|\s*\Z)", text, re.DOTALL)
    return Article(
        id=row["id"],
        key=row["id"],
        path="",
        raw_sha256="",
        media_type="text/plain",
        text=text,
        blocks=tuple(Block(Span(*match.span()), "body") for match in paragraphs),
        anchors=(),
        title=row.get("title"),
        outlet=row.get("outlet"),
        published=Published(day or "", day, day, bool(day)),
    )


def containment(documents: list[Row]) -> list[Row]:
    """Peer: containment of word 5-grams, all pairs; 0.3 is a copy and 0.1 a passage."""
    grams: dict[str, set[int]] = {}
    for row in documents:
        words = re.findall(r"\w+", fold(row["text"]))
        grams[row["id"]] = {hash(tuple(words[i : i + 5])) for i in range(len(words) - 4)}
    ids = sorted(grams)
    found = []
    for at, a in enumerate(ids):
        for b in ids[at + 1 :]:
            share = len(grams[a] & grams[b]) / max(1, min(len(grams[a]), len(grams[b])))
            if share >= 0.1:
                found.append({"a": a, "b": b, "kind": "edited" if share >= 0.3 else "passage"})
    return found


def minhash(documents: list[Row]) -> list[Row]:
    """Peer: datasketch MinHash LSH over word 3-shingles at Jaccard 0.15, where it does best."""
    from datasketch import MinHash, MinHashLSH  # type: ignore[import-not-found]  # optional peer

    index = MinHashLSH(threshold=0.15, num_perm=128)
    sketches = {}
    for row in documents:
        words = re.findall(r"\w+", fold(row["text"]))
        sketch = MinHash(num_perm=128)
        sketch.update_batch([" ".join(words[i : i + 3]).encode() for i in range(len(words) - 2)])
        sketches[row["id"]] = sketch
        index.insert(row["id"], sketch)
    return [
        {"a": a, "b": b, "kind": "edited"}
        for a, sketch in sketches.items()
        for b in index.query(sketch)
        if a < b and sketch.jaccard(sketches[b]) >= 0.15
    ]
