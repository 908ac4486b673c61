"""What changed since the last linking."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.model import Delta

__all__ = ["Changed", "Delta"]


@dataclass(frozen=True)
class Changed:
    """Ids of articles. One that was read again both went and came."""

    came: frozenset[str] = frozenset()
    went: frozenset[str] = frozenset()

    @property
    def articles(self) -> frozenset[str]:
        return self.came | self.went
