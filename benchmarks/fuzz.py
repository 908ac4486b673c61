"""Damaged files of every format through intake: no crash, no hang, no memory without bounds.

hypothesis draws the damage (`tests/intake/mutations.py`), each input is found and understood as in a
run. Slow: it runs only when it is named. `--inputs 20000` takes about half an hour; `--seed` draws
others, and an input that fails is kept in `--keep` with what it raised.
"""

from __future__ import annotations

import argparse
import collections
import hashlib
import resource
import signal
import sys
import tempfile
import time
import traceback
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType

from benchmarks.common import ROOT, Figure

#: Seconds after which an input counts as a hang, and megabytes that the process may take.
SLOWEST, LARGEST = 10, 1_000
# Linux counts in kibibytes, macOS in bytes.
_UNIT = 1 if sys.platform == "darwin" else 1024


class HangError(BaseException):
    """Raised by the alarm: no part of intake takes it for an error of the input."""


@dataclass
class Tally:
    """What came of the inputs so far."""

    inputs: int = 0
    articles: int = 0
    problems: int = 0
    slowest: float = 0.0
    slowest_format: str = ""
    seconds: dict[str, float] = field(default_factory=lambda: collections.defaultdict(float))
    failures: list[str] = field(default_factory=list)


def add_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--inputs", type=int, default=20_000, help="default: 20000")
    parser.add_argument("--seed", type=int, default=1, help="default: 1")
    parser.add_argument("--format", default="", help="only the files of that name")
    parser.add_argument("--keep", type=Path, help="a folder for inputs that fail")


def measure(data: Path, options: argparse.Namespace) -> Iterator[Figure]:
    """The share of inputs within the bounds, and how many articles and problems they gave."""
    tests = str(ROOT / "tests")
    if tests not in sys.path:
        sys.path.insert(0, tests)
    from intake.files import FILES

    tally = Tally()
    names = [name for name in sorted(FILES) if name.startswith(options.format)]
    for index, name in enumerate(names):
        share = options.inputs // len(names) + (index < options.inputs % len(names))
        if share:
            _run(name, share, options.seed, tally, options.keep)
    for failure in tally.failures[:20]:
        print(failure, file=sys.stderr)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * _UNIT / 1e6
    good = 1 - len(tally.failures) / max(1, tally.inputs)
    note = f"of {tally.inputs} inputs in {len(names)} formats, {len(tally.failures)} failed"
    yield Figure("fuzz.within_bounds", good if peak < LARGEST else 0.0, note)
    yield Figure("fuzz.articles", tally.articles, f"and {tally.problems} problems", held=False)
    note = f"s for one input, of {tally.slowest_format}"
    yield Figure("fuzz.slowest", tally.slowest, note, held=False)
    yield Figure("fuzz.memory", peak, f"MB at most, of {LARGEST} allowed", held=False)


def _run(name: str, count: int, seed: int, tally: Tally, keep: Path | None) -> None:
    from hypothesis import HealthCheck, Phase, given, settings
    from hypothesis import seed as seeded

    from intake.mutations import inputs, read

    with tempfile.TemporaryDirectory() as folder:

        @seeded(seed)
        @settings(
            max_examples=count,
            deadline=None,
            database=None,
            phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
        )
        @given(inputs(name))
        def one(damaged: bytes) -> None:
            started = time.monotonic()
            previous = signal.signal(signal.SIGALRM, _hang)
            signal.alarm(SLOWEST)
            try:
                articles, problems = read(damaged, Path(folder))
                tally.articles += articles
                tally.problems += problems
            except (Exception, HangError) as error:
                tally.failures.append(_failure(name, damaged, error, keep))
            finally:
                signal.alarm(0)
                signal.signal(signal.SIGALRM, previous)
            took = time.monotonic() - started
            tally.inputs += 1
            tally.seconds[name] += took
            if took > tally.slowest:
                tally.slowest, tally.slowest_format = took, name

        one()
    mean = 1000 * tally.seconds[name] / count
    print(f"{name:<16} {count:6} inputs, {mean:6.1f} ms each", file=sys.stderr, flush=True)


def _hang(number: int, frame: FrameType | None) -> None:
    raise HangError(f"over {SLOWEST} s")


def _failure(name: str, damaged: bytes, error: BaseException, keep: Path | None) -> str:
    where = traceback.extract_tb(error.__traceback__)[-1]
    digest = hashlib.sha256(damaged).hexdigest()[:12]
    if keep is not None:
        keep.mkdir(parents=True, exist_ok=True)
        (keep / f"{name}-{digest}").write_bytes(damaged)
    place = f"{Path(where.filename).name}:{where.lineno}"
    return f"{name} {digest} {type(error).__name__} at {place}: {str(error)[:200]}"
