"""A run's progress on the terminal; nothing where there is none."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onrecord.pipeline import Progress

_SECONDS_BETWEEN = 0.1


@contextmanager
def shown() -> Iterator[Callable[[Progress], None]]:
    """A callback that shows how far the run is, on standard error."""
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console

    console = Console(stderr=True)
    last = 0.0
    with console.status("looking for documents") as status:

        def show(progress: Progress) -> None:
            nonlocal last
            now = time.monotonic()
            if progress.stage == "reading" and now - last < _SECONDS_BETWEEN:
                return
            last = now
            status.update(_words(progress))

        yield show


def _words(progress: Progress) -> str:
    if progress.stage == "linking":
        return "linking what was said across articles"
    return (
        f"reading: {progress.found} found, {progress.read} read, {progress.known} known, "
        f"{progress.problems} problems"
    )
