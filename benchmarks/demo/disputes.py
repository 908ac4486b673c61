"""Disputes: which of the gold's were found, and what was taken for one that is none."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from benchmarks.common import Row
from benchmarks.demo.gold import Gold
from benchmarks.demo.outcome import Outcome
from onrecord.model import Dispute

Statement = tuple[str, int]
Sides = Sequence[set[Statement]]


def score(gold: Gold, disputes: list[Dispute], known: Mapping[str, Statement]) -> Outcome:
    """`known` gives, for ids of found statements, the gold's. A dispute of one side alone (nobody
    in the record says the contrary in words) is right when its side is on one of the gold's."""
    outcome = Outcome()
    found = [
        (d, [{known[i] for i in side.statements if i in known} for side in d.sides])
        for d in disputes
    ]
    wanted = [row for row in gold.disputes if row["kind"] != "development"]
    growth = [row for row in gold.disputes if row["kind"] == "development"]
    two_sided = [(d, sides) for d, sides in found if len(sides) > 1]
    kinds = hits = 0
    for row in wanted:
        matching = [d for d, sides in found if opposed(sides, sides_of(row))]
        hits += bool(matching)
        kinds += any(d.kind == row["kind"] for d in matching)
        if not matching:
            outcome.mistake("dispute", "all", f"missed: {row['kind']}, {row['about']}")
        elif all(d.kind != row["kind"] for d in matching):
            words = f"{matching[0].kind}, should be {row['kind']}: {row['about']}"
            outcome.mistake("dispute", "all", words)
    right = 0
    for dispute, sides in two_sided:
        ok = any(opposed(sides, sides_of(row)) for row in wanted)
        right += ok
        if not ok:
            outcome.mistake("dispute", "all", f"false: {dispute.kind}, {dispute.because} {sides}")
    apart = 0
    for row in growth:
        taken = [
            d
            for d, sides in two_sided
            if opposed(sides, sides_of(row))
            and not any(opposed(sides, sides_of(other)) for other in wanted)
        ]
        apart += not taken
        for dispute in taken:
            outcome.mistake("dispute", "all", f"development: {row['about']} ({dispute.because})")
    one_sided = [(d, sides[0]) for d, sides in found if len(sides) == 1]
    disputed = {s for row in wanted for side in sides_of(row) for s in side}
    for dispute, side in one_sided:
        if not side & disputed:
            words = f"false, of one side: {dispute.kind}, {dispute.because} {side or ''}"
            outcome.mistake("dispute", "all", words)
    outcome.shared("disputes.recall", hits, len(wanted))
    outcome.shared("disputes.precision", right, len(two_sided), "of two sides")
    outcome.shared("disputes.kind", kinds, hits, "found")
    one_right = sum(bool(side & disputed) for _, side in one_sided)
    outcome.shared("disputes.one_sided_right", one_right, len(one_sided))
    outcome.shared("disputes.development_apart", apart, len(growth))
    return outcome


def sides_of(row: Row) -> list[set[Statement]]:
    return [{(key, n) for key, n in side["statements"]} for side in row["sides"]]


def opposed(found: Sides, wanted: Sides) -> bool:
    """Whether two sides of `found` hold a statement each of two sides of `wanted`.

    A statement may be on several sides; the two of either must be different ones.
    """
    meets = [(i, j) for i, a in enumerate(found) for j, b in enumerate(wanted) if a & b]
    return any(i != k and j != m for i, j in meets for k, m in meets)
