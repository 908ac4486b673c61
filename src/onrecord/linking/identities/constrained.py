"""Disjoint sets with walls between some: what is judged apart no chain of machine joins brings together.

Instance-level constraints as in constrained clustering (Wagstaff and others 2001): must-links are
joined first, then walls (cannot-links) hold for whole sets and are inherited when sets are joined.
"""

from __future__ import annotations

from collections import defaultdict

from onrecord.linking.union import Member, Sets


class WalledSets(Sets[Member]):
    """`join` refuses what a wall parts."""

    def __init__(self) -> None:
        super().__init__()
        self._walls: dict[Member, set[Member]] = defaultdict(set)  # between roots

    def root(self, member: Member) -> Member:
        """As `find`, without adding the member."""
        return self.find(member) if member in self._parent else member

    def part(self, one: Member, other: Member) -> bool:
        """Build a wall between the sets of two; false when they are one set already."""
        one, other = self.find(one), self.find(other)
        if one == other:
            return False
        self._walls[one].add(other)
        self._walls[other].add(one)
        return True

    def apart(self, one: Member, other: Member) -> bool:
        """Whether a wall stands between them."""
        return bool(self._walls) and self.root(other) in self._walls.get(self.root(one), ())

    def join(self, one: Member, other: Member) -> bool:
        if self.apart(one, other):
            return False
        roots = self.find(one), self.find(other)
        if not super().join(*roots):
            return False
        new = self.find(one)
        old = roots[0] if roots[1] == new else roots[1]
        for beyond in self._walls.pop(old, ()):
            self._walls[beyond].discard(old)
            self._walls[beyond].add(new)
            self._walls[new].add(beyond)
        return True
