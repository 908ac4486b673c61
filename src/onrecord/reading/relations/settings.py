"""What decoding needs besides the graphs."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from onrecord.reading.relations.decode import CANDIDATE


@dataclass(frozen=True)
class Settings:
    """What decoding needs besides the graphs; chosen on dev, kept in `settings.json`."""

    steps: tuple[tuple[float, ...], ...]
    start: tuple[float, ...]
    threshold: float = 0.5
    bias: tuple[float, float, float] = (0.0, 0.5, 0.5)
    candidate: float = CANDIDATE
    size: int = 192
    context: int = 0
    batch: int = 8
    # Whether each paragraph is a window of its own, so that its relations depend on it alone.
    apart: bool = False

    @staticmethod
    def load(path: Path) -> Settings:
        return Settings(**json.loads(path.read_text()))

    def save(self, path: Path) -> None:
        path.write_text(json.dumps(asdict(self), indent=1) + "\n")

    def changed(self, **values: Any) -> Settings:
        return replace(self, **values)
