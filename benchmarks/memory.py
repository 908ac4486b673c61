"""Peak memory of `onrecord read`, at a small and a large number of articles, with one job and two.

Each run is a process of its own, which says at its end what it and its workers took at most.
Slow: it runs only when it is named.
"""

from __future__ import annotations

import argparse
import gzip
import itertools
import json
import resource
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.common import ROOT, Figure, needed, write_rows

# Linux counts in kibibytes, macOS in bytes.
_UNIT = 1 if sys.platform == "darwin" else 1024
_MEGABYTE = 1_000_000
_FIELDS = ("id", "text", "title", "outlet", "published", "url")


@dataclass(frozen=True)
class Peak:
    """Bytes, at most, of the process that stores, and of the largest worker (0 with one job)."""

    main: int
    worker: int
    jobs: int

    @property
    def total(self) -> int:
        """No less than what all processes took at any one time."""
        return self.main + self.worker * self.jobs


def add_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--sizes", type=int, nargs=2, default=[200, 2000], help="200 2000")
    parser.add_argument("--jobs", type=int, nargs="+", default=[1, 2], help="default: 1 2")


def measure(data: Path, options: argparse.Namespace) -> Iterator[Figure]:
    """Megabytes of each run, and how much more the large one takes; none is held."""
    corpus = needed(data / "corpora" / "news_us_6k.jsonl.gz")
    for jobs in options.jobs:
        totals = []
        for size in options.sizes:
            with tempfile.TemporaryDirectory() as name:
                peak = peak_of(corpus, size, jobs, Path(name))
            parts = (
                f"main process {peak.main / _MEGABYTE:.0f}, worker {peak.worker / _MEGABYTE:.0f}"
            )
            label = f"memory.articles_{size}_jobs_{jobs}"
            yield Figure(label, peak.total / _MEGABYTE, f"MB: {parts}", held=False)
            totals.append(peak.total)
        note = f"times the memory for {options.sizes[1] / options.sizes[0]:g} times the articles"
        yield Figure(f"memory.growth_jobs_{jobs}", totals[1] / totals[0], note, held=False)


def peak_of(corpus: Path, size: int, jobs: int, folder: Path) -> Peak:
    """Of reading the first `size` articles of the corpus into a record in `folder`."""
    with gzip.open(corpus, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in itertools.islice(lines, size)]
    articles = folder / "articles.jsonl"
    write_rows(articles, ({name: row.get(name) for name in _FIELDS} for row in rows))
    command = [sys.executable, "-m", "benchmarks.memory", str(articles), str(jobs)]
    done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True)
    main, worker = json.loads(done.stdout)
    return Peak(main, worker if jobs > 1 else 0, jobs)


def _run(articles: str, jobs: str) -> None:
    """The process that is measured."""
    import onrecord

    onrecord.read(articles, into=f"{articles}.record", jobs=int(jobs)).close()
    # Of children it is the largest one that is told, not their sum.
    who = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    print(json.dumps([resource.getrusage(each).ru_maxrss * _UNIT for each in who]))


if __name__ == "__main__":
    _run(sys.argv[1], sys.argv[2])
