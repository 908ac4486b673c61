"""Disputes on pairs of articles about one rumour, some for and some against it.

Beside ours stands the baseline that calls every pair a dispute.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Iterator
from pathlib import Path

import onrecord
from benchmarks.common import Figure, Row, needed, rows, scored_json, write_rows


def add_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--articles", type=int, default=None, help="read this many only")


def measure(data: Path, options: argparse.Namespace) -> Iterator[Figure]:
    """Micro and macro F1. With `--articles` the pairs among the first so many, which no floor holds."""
    limit = getattr(options, "articles", None)
    pairs = rows(data / "disputes" / "fnc_pairs_dev.jsonl")
    kept = set(sorted({pair[side] for pair in pairs for side in "ab"})[:limit])
    pairs = [pair for pair in pairs if pair["a"] in kept and pair["b"] in kept]
    documents = [d for d in rows(data / "disputes" / "fnc_docs.jsonl") if d["id"] in kept]
    scorer = needed(data / "score_disputes.py")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        gold = folder / "pairs.jsonl"
        write_rows(gold, pairs)
        every = [{"sides": [[pair["a"]], [pair["b"]]]} for pair in pairs]
        for system, found in (("", disputes(documents, folder)), ("every_pair.", every)):
            result = scored_json(scorer, gold, found)
            r = result["micro"]
            note = f"P {r['P']:.3f}  R {r['R']:.3f}  {len(pairs)} pairs, {len(documents)} articles"
            held = limit is None and not system
            yield Figure(f"disputes.{system}micro", r["F1"], note, held=held)
            yield Figure(f"disputes.{system}macro", result["macro_F1"], held=held)


def disputes(documents: list[Row], folder: Path) -> list[Row]:
    """The disputes over the articles, their sides as lists of the rows' ids."""
    write_rows(folder / "documents.jsonl", documents)
    with onrecord.read([folder / "documents.jsonl"], into=folder / "bench.record") as record:
        keys = {a.id: a.key.rpartition("#")[2] for a in record.articles()}
        return [
            {"sides": [[keys[a] for a in side.articles] for side in dispute.sides]}
            for dispute in record.disputes()
        ]
