from __future__ import annotations

import json
from typing import get_args

from benchmarks.events import GOLD, PARTS, scores

from onrecord.model import Factuality


def test_scores_of_one_half() -> None:
    figures = {
        f.name.removeprefix("events.factuality.dev."): f.value
        for f in scores(
            "dev",
            ["happened", "happened", "happened", "planned"],
            ["happened", "happened", "no event", "happened"],
        )
    }
    assert figures["accuracy"] == 0.5
    assert figures["majority"] == 0.75
    assert figures["happened"] == 2 * 2 / (3 + 3)
    assert figures["planned"] == 0


def test_the_gold_holds_offsets_and_no_words() -> None:
    rows = [json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines()]
    assert len(rows) == 200
    for row in rows:
        assert set(row) == {"document", "start", "end", "factuality", "inside", "part"}
        assert row["factuality"] in get_args(Factuality)
    assert [sum(row["part"] == part for row in rows) for part in PARTS] == [100, 100]
    assert len({(row["document"], row["start"]) for row in rows}) == 200
