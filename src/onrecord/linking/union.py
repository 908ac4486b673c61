"""Disjoint sets (Galler and Fischer 1964), with the smallest member as every set's root."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any, Generic, Protocol, TypeVar


class Ordered(Protocol):
    """Something hashable that sorts."""

    def __lt__(self, other: Any, /) -> bool: ...


Member = TypeVar("Member", bound=Ordered)


class Sets(Generic[Member]):
    """Members are added by being asked for. The outcome does not depend on the order of joins."""

    def __init__(self, members: Iterable[Member] = ()) -> None:
        self._parent: dict[Member, Member] = {m: m for m in members}

    def find(self, member: Member) -> Member:
        """The root of the member's set."""
        parent = self._parent
        root = parent.setdefault(member, member)
        while parent[root] != root:
            root = parent[root]
        while parent[member] != root:
            parent[member], member = root, parent[member]
        return root

    def join(self, one: Member, other: Member) -> bool:
        """Make one set of two; false when they were one already."""
        one, other = self.find(one), self.find(other)
        if one == other:
            return False
        if other < one:
            one, other = other, one
        self._parent[other] = one
        return True

    def groups(self) -> list[list[Member]]:
        """All sets, each sorted, sorted by their first member."""
        found: dict[Member, list[Member]] = defaultdict(list)
        for member in self._parent:
            found[self.find(member)].append(member)
        return sorted((sorted(g) for g in found.values()), key=lambda g: g[0])
