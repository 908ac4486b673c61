"""How well disputes are found on pairs of articles about one rumour, some for and some against it.

usage: python benchmarks/disputes.py [--data ../shared/bench] [--articles N] [--check]

Reads the articles of the pairs (the first N by id; all take some minutes), links them, and scores
the disputes with `score_disputes.py` beside the baseline that calls every pair a dispute. With
`--check`, exits with status 1 when under the floor in benchmarks/floors.json.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import onrecord
from onrecord.record import Record

HERE = Path(__file__).parent
Row = dict[str, Any]


def load(path: Path) -> list[Row]:
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def write(path: Path, rows: list[Row]) -> None:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")


def disputes(docs: list[Row], folder: Path) -> list[Row]:
    """The disputes over the articles, their sides as lists of the rows' ids."""
    write(folder / "docs.jsonl", docs)
    onrecord.read([folder / "docs.jsonl"], into=folder / "bench.record")
    with Record.open(folder / "bench.record") as record:
        keys = {a.id: a.key.rpartition("#")[2] for a in record.articles()}
        return [
            {"sides": [[keys[a] for a in side.articles] for side in dispute.sides]}
            for dispute in record.disputes()
        ]


def score(scorer: Path, pairs: Path, found: Path) -> Row:
    done = subprocess.run(
        [sys.executable, str(scorer), str(pairs), str(found)],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    return json.loads(done.stdout)  # type: ignore[no-any-return]  # the scorer prints one object


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("--data", type=Path, default=HERE.parent.parent / "shared" / "bench")
    options.add_argument("--articles", type=int, default=None, help="read this many only")
    options.add_argument("--check", action="store_true", help="fail when under the floor")
    given = options.parse_args()
    pairs = load(given.data / "disputes" / "fnc_pairs_dev.jsonl")
    wanted = sorted({p[side] for p in pairs for side in "ab"})[: given.articles]
    kept = set(wanted)
    pairs = [p for p in pairs if p["a"] in kept and p["b"] in kept]
    docs = [d for d in load(given.data / "disputes" / "fnc_docs.jsonl") if d["id"] in kept]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write(folder / "pairs.jsonl", pairs)
        write(folder / "ours.jsonl", disputes(docs, folder))
        write(folder / "all.jsonl", [{"sides": [[p["a"]], [p["b"]]]} for p in pairs])
        scorer = given.data / "score_disputes.py"
        ours = score(scorer, folder / "pairs.jsonl", folder / "ours.jsonl")
        everything = score(scorer, folder / "pairs.jsonl", folder / "all.jsonl")
    for system, result in (("onrecord", ours), ("every pair a dispute", everything)):
        m = result["micro"]
        print(f"{system:22} micro P {m['P']:.3f}  R {m['R']:.3f}  F1 {m['F1']:.3f}   macro F1 {result['macro_F1']:.3f}   {len(pairs)} pairs, {len(docs)} articles")
    floor = json.loads((HERE / "floors.json").read_text(encoding="utf-8"))["disputes"]["micro_F1"]
    under = given.articles is None and ours["micro"]["F1"] < floor
    print("under the floor" if under else "not under the floor")
    return 1 if given.check and under else 0


if __name__ == "__main__":
    sys.exit(main())
