"""What ten more articles cost in a record of real ones, and whether the outcome is the same as at once."""

from __future__ import annotations

import resource
import sqlite3
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from hashlib import sha256
from pathlib import Path

from benchmarks.scaling.cost import MORE, UNIT, Cost
from onrecord.linking import beside, link
from onrecord.record import Record

_TABLES = (
    "identities", "identity_mentions", "echoes", "claims", "claim_members", "disputes", "timeline",
    "statement_links", "happenings", "happening_events", "settled",
)  # fmt: skip


class Part(Record):
    """A record of which some articles are hidden."""

    hidden: frozenset[str] = frozenset()

    def reading_versions(self) -> Iterator[tuple[str, str]]:
        return (row for row in super().reading_versions() if row[0] not in self.hidden)


def run(record: Path, folder: Path) -> tuple[Cost, bool]:
    """Link a copy of the record without ten of its articles, then with them; and then once more from nothing, to
    see whether that gives the same rows."""
    copy = folder / "copy.record"
    with closing(sqlite3.connect(record)) as source, closing(sqlite3.connect(copy)) as target:
        source.backup(target)
    with Part.open(copy) as part:
        ids = [article for article, _ in part.reading_versions()]
        some = frozenset(ids[:: max(1, len(ids) // MORE)][:MORE])
        part.hidden = some
        seconds = _linked(part, beside(copy))
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * UNIT
        part.hidden = frozenset()
        more = _linked(part, beside(copy))
        outcome = _digest(part)
        link(part)
        same = _digest(part) == outcome
        part.hidden = frozenset(ids) - some
        alone = _linked(part, folder / "alone")
    return Cost(len(ids) - MORE, seconds, peak, more, alone), same


def _linked(record: Record, workplace: Path) -> float:
    start = time.process_time()
    link(record, workplace)
    return time.process_time() - start


def _digest(record: Record) -> str:
    digest = sha256()
    for table in _TABLES:
        for row in sorted(map(repr, record.connection.execute(f"SELECT * FROM {table}"))):
            digest.update(row.encode())
    return digest.hexdigest()


if __name__ == "__main__":
    cost, same = run(Path(sys.argv[1]), Path(sys.argv[2]))
    print(cost, "the same outcome" if same else "ANOTHER OUTCOME")
