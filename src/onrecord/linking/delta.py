"""What changed since the last linking: which articles, and what of the outcome."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True)
class Changed:
    """Ids of articles. One that was read again both went and came."""

    came: frozenset[str] = frozenset()
    went: frozenset[str] = frozenset()

    @property
    def articles(self) -> frozenset[str]:
        return self.came | self.went


@dataclass(frozen=True)
class Delta(Generic[T]):
    """What to do to one kind of outcome: take out the rows with the ids `gone`, then put in those of
    `put`, each in the place of a row with its id. Either may be taken once only, `gone` first."""

    gone: Iterable[str] = field(default=())
    put: Iterable[T] = field(default=())
