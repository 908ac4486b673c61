"""Counts in how many articles each stem stands, and writes what `onrecord.linking.rarity` reads.

python -m training.rarity.count
"""

from __future__ import annotations

import gzip
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from onrecord.linking.rarity import FLOOR, STEPS_A_NAT, TABLE
from onrecord.linking.stems import number, stems

CORPUS = Path(__file__).parents[3] / "shared/bench/corpora/news_us_6k.jsonl.gz"


def texts() -> Iterator[str]:
    with gzip.open(CORPUS, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)["text"]


def main() -> None:
    counts: Counter[int] = Counter()
    articles = 0
    for text in texts():
        articles += 1
        counts.update({number(stem) for stem in stems(text)})
    known = np.array(sorted(n for n, count in counts.items() if count > FLOOR), dtype=np.uint32)
    rarity = np.log((articles + 1) / (1 + np.array([counts[n] for n in known.tolist()])))
    steps = np.rint(rarity * STEPS_A_NAT).astype(np.uint8)
    unknown = np.rint(np.log((articles + 1) / (1 + FLOOR)) * STEPS_A_NAT).astype(np.uint8)
    TABLE.write_bytes(
        np.uint32(len(known)).tobytes() + unknown.tobytes() + known.tobytes() + steps.tobytes()
    )
    print(
        f"{articles} articles, {len(counts)} stems, {len(known)} kept, {TABLE.stat().st_size} bytes"
    )


if __name__ == "__main__":
    main()
