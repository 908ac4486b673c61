"""How well echoes are found on labelled pairs of articles, beside two peers.

usage: python benchmarks/echoes.py [--data ../shared/bench] [--check]

Candidates are sought among all articles of the set, not given as pairs. Prints precision, recall
and F1 of copies and of any reuse, and articles a CPU-second; with `--check`, exits with status 1
when a figure is under its floor in benchmarks/floors.json.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from onrecord.linking.echoes import find_echoes
from onrecord.linking.sheets import sheet
from onrecord.linking.words import fold
from onrecord.model import Article, Block, Published, Span

HERE = Path(__file__).parent
Row = dict[str, Any]
Pairs = Iterable[Row]


def load(path: Path) -> list[Row]:
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def article(row: Row) -> Article:
    """A row of the set as an article whose paragraphs are all body."""
    day = row.get("published") or None
    text = row["text"]
    blocks = tuple(
        Block(Span(*m.span()), "body")
        for m in re.finditer(r"\S.*?(?=\s*\n\s*\n|\s*\Z)", text, re.DOTALL)
    )
    return Article(
        id=row["id"], key=row["id"], path="", raw_sha256="", media_type="text/plain", text=text,
        blocks=blocks, anchors=(), title=row.get("title"), outlet=row.get("outlet"),
        published=Published(day or "", day, day, bool(day)),
    )  # fmt: skip


def ours(rows: list[Row]) -> list[Row]:
    echoes = find_echoes(sheet(article(row)) for row in rows)
    return [{"a": e.article, "b": e.of_article, "kind": e.kind} for e in echoes]


def containment(rows: list[Row]) -> list[Row]:
    """Peer: containment of word 5-grams, all pairs; 0.3 is a copy and 0.1 a passage."""
    grams: dict[str, set[int]] = {}
    for row in rows:
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


def minhash(rows: list[Row]) -> list[Row]:
    """Peer: datasketch MinHash LSH over word 3-shingles at Jaccard 0.15, where it does best."""
    from datasketch import MinHash, MinHashLSH  # type: ignore[import-not-found]  # optional peer

    index = MinHashLSH(threshold=0.15, num_perm=128)
    sketches = {}
    for row in rows:
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


def score(scorer: Path, pairs: Path, found: list[Row]) -> Row:
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as out:
        out.writelines(json.dumps(row) + "\n" for row in found)
        out.flush()
        done = subprocess.run(
            [sys.executable, str(scorer), str(pairs), out.name],
            capture_output=True, text=True, check=True,
        )  # fmt: skip
    return json.loads(done.stdout)  # type: ignore[no-any-return]  # the scorer prints one object


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("--data", type=Path, default=HERE.parent.parent / "shared" / "bench")
    options.add_argument("--check", action="store_true", help="fail when under the floor")
    given = options.parse_args()
    rows = load(given.data / "echo" / "docs_dev.jsonl")
    pairs = given.data / "echo" / "pairs_dev.jsonl"
    systems: dict[str, Callable[[list[Row]], list[Row]]] = {
        "onrecord": ours,
        "word 5-gram containment": containment,
        "datasketch LSH, 3-shingles": minhash,
    }
    figures: Row = {}
    for name, system in systems.items():
        begun = time.process_time()
        try:
            found = system(rows)
        except ImportError:
            print(f"{name:28} not installed")
            continue
        speed = len(rows) / (time.process_time() - begun)
        result = score(given.data / "score_echo.py", pairs, found)["all"]
        for task in ("copy", "reuse"):
            r = result[task]
            print(
                f"{name:28} {task:6} P {r['P']:.3f}  R {r['R']:.3f}  F1 {r['F1']:.3f}   {speed:.0f} articles/CPU-s"
            )
        if system is ours:
            figures = {"copy_F1": result["copy"]["F1"], "reuse_F1": result["reuse"]["F1"]}
    floors = json.loads((HERE / "floors.json").read_text(encoding="utf-8"))["echo"]
    under = {k: (figures[k], floor) for k, floor in floors.items() if figures[k] < floor}
    print("under the floor:", under or "nothing")
    return 1 if given.check and under else 0


if __name__ == "__main__":
    sys.exit(main())
