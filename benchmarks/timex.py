"""How well temporal expressions are found and normalised on texts with TIMEX3 gold.

usage: python benchmarks/timex.py [--data ../shared/bench] [--set NAME]... [--check]

Sets: timebank, aquaint, wikiwars. The publication date (DCT) is given. Prints strict, relaxed and
value F1 as TempEval-3 defines them, articles a CPU-second, and the layer's share of the parser's
time; with `--check`, exits with status 1 when a figure is under its floor in benchmarks/floors.json.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from onrecord.model import Article, Parse, Published, Span
from onrecord.reading.parse import Parser
from onrecord.reading.time import timexes

HERE = Path(__file__).parent
SETS = ("timebank", "aquaint", "wikiwars")
MEASURES = ("strict", "relaxed", "value")
Row = dict[str, Any]


def passages(text: str) -> list[Span]:
    """Paragraphs: runs of text between empty lines."""
    return [
        Span(*match.span()) for match in re.finditer(r"\S.*?(?=\s*\n\s*\n|\s*\Z)", text, re.DOTALL)
    ]


def article(row: Row) -> Article:
    return Article(
        id="", key=row["id"], path="", raw_sha256="", media_type="text/plain", text=row["text"],
        blocks=(), anchors=(), published=Published(row["dct"], sure=True),
    )  # fmt: skip


def read(rows: list[Row], parser: Parser) -> tuple[list[Row], float, float]:
    """Rows in the scorer's shape, and CPU seconds of the layer and of the parser."""
    found: list[Row] = []
    layer = parsing = 0.0
    for row in rows:
        spans = passages(row["text"])
        begun = time.process_time()
        parses: list[Parse] = parser.parse([span.of(row["text"]) for span in spans])
        parsed = time.process_time()
        result = timexes(article(row), spans, parses)
        layer += time.process_time() - parsed
        parsing += parsed - begun
        found.append(
            {
                "id": row["id"],
                "file": row.get("file"),
                "timexes": [
                    {"start": t.span.start, "end": t.span.end, "type": t.type, "value": t.value}
                    | {"text": t.span.of(row["text"]), "by": t.by}
                    for t in result
                ],
            }
        )
    return found, layer, parsing


def score(scorer: Path, gold: Path, found: list[Row]) -> Row:
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as out:
        out.writelines(json.dumps(row) + "\n" for row in found)
        out.flush()
        done = subprocess.run(
            [sys.executable, str(scorer), str(gold), out.name, "--json"],
            capture_output=True, text=True, check=True,
        )  # fmt: skip
    return json.loads(done.stdout)  # type: ignore[no-any-return]  # the scorer prints one object


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("--data", type=Path, default=HERE.parent.parent / "shared" / "bench")
    options.add_argument("--set", action="append", choices=SETS, help="default: all")
    options.add_argument("--check", action="store_true", help="fail when under the floor")
    given = options.parse_args()
    scorer = given.data / "score_timex.py"
    if not scorer.exists():
        print(f"skipped: no scorer at {scorer}; give its folder with --data")
        return 0
    floors = json.loads((HERE / "floors.json").read_text(encoding="utf-8"))["timex"]
    parser = Parser()
    under: list[str] = []
    for name in given.set or SETS:
        gold = given.data / "time" / f"{name}.jsonl"
        if not gold.exists():
            print(f"{name:10} skipped: no {gold}")
            continue
        with gold.open(encoding="utf-8") as lines:
            rows = [json.loads(line) for line in lines]
        found, layer, parsing = read(rows, parser)
        result = score(scorer, gold, found)
        speed = f"{len(rows) / layer:.0f} articles/CPU-s, {layer / parsing:.1%} of parsing"
        print(f"{name:10} {len(rows)} articles, {speed}")
        for measure in MEASURES:
            r = result[measure]
            print(f"  {measure:8} P {r['P']:6.2f}  R {r['R']:6.2f}  F1 {r['F1']:6.2f}")
            if r["F1"] < (floor := floors[name][measure]):
                under.append(f"{name} {measure} {r['F1']} < {floor}")
    print("under the floor:", ", ".join(under) or "nothing")
    return 1 if given.check and under else 0


if __name__ == "__main__":
    sys.exit(main())
