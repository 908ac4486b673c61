"""From joins to groups of keys that are one.

Without judgements a group is what is connected by joins. Around what people judged the joins are
replayed, in the order of rules, over sets that keep apart what was judged apart; the blocks of people there
are compared anew, for who fits whom depends on that.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from onrecord.linking.identities.constrained import WalledSets
from onrecord.linking.identities.gazetteer import row_of
from onrecord.linking.identities.judged import Judged
from onrecord.linking.identities.keys import Key, loaded, stored
from onrecord.linking.identities.naming import Naming
from onrecord.linking.identities.parted import Parted
from onrecord.linking.identities.same_people import block_of, same_people
from onrecord.linking.identities.units import Joined, Units


@dataclass(frozen=True)
class Group:
    """Keys that are one, sorted, and why."""

    keys: list[Key]
    because: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Region:
    """Where judgements reach: the groups there, the keys (stored), and the parts that were taken out."""

    groups: list[Group]
    keys: set[str]
    parted: Parted


def groups_of(keys: Iterable[str], naming: Naming, units: Units) -> Iterator[Group]:
    """The groups of the stored keys, each once."""
    seen: set[str] = set()
    for key in keys:
        if key in seen:
            continue
        there, joins = _connected([key], units)
        if not joins:
            yield Group([loaded(key)])
            continue
        seen |= there
        lines = _Lines(naming, WalledSets())
        lines.replay(joins)
        yield Group(sorted(map(loaded, there)), [line for _, line in lines.told])


def region_of(judged: Judged, naming: Naming, units: Units) -> Region:
    if not judged:
        return Region([], set(), Parted(naming))
    lines = _Lines(naming, judged.sets)
    blocks = sorted({block for key in judged.homes if (block := block_of(key))})
    start = {stored(key) for key in judged.homes}
    for block in blocks:
        members = units.members(_PEOPLE, block)
        start |= {stored(key) for key in members}
        for join in same_people(members, naming.roles, judged.sets):
            lines.join(*join)
    anew = set(blocks)
    keys, joins = _connected(start, units, lambda j: j.rule == _PEOPLE and j.unit in anew)
    lines.replay(joins)
    out, said = judged.settle()
    parted = Parted(naming, out)
    told: dict[Key, list[str]] = {}
    for key, line in (*lines.told, *said):
        told.setdefault(key, []).append(line)
    for name in keys:
        judged.sets.find(loaded(name))
    groups = []
    for members_ in judged.sets.groups():
        there = [key for key in members_ if parted.there(key)]
        if there:
            because = [line for key in members_ for line in told.get(key, ())]
            groups.append(Group(there, because))
    return Region(groups, keys, parted)


_PEOPLE = 0
"""The number of the rule that compares people."""


class _Lines:
    """Joins applied to `sets`, and what is told of those that made a difference."""

    def __init__(self, naming: Naming, sets: WalledSets[Key]) -> None:
        self._naming, self._sets = naming, sets
        self.told: list[tuple[Key, str]] = []

    def join(self, one: Key, other: Key, because: str) -> None:
        if self._sets.join(one, other):
            usual = self._naming.usual
            self.told.append((one, f"{usual(one)} = {usual(other)}: {because}"))

    def replay(self, joins: Iterable[Joined]) -> None:
        first_of: dict[Key, Key] = {}
        for found in sorted(joins):
            one, other = loaded(found.one), loaded(found.other)
            row = row_of(other)
            if row is None:
                self.join(one, other, found.because)
            else:
                first = first_of.setdefault(other, one)
                self.join(one, first, f"both are {row} in the gazetteer")


def _connected(
    start: Iterable[str], units: Units, leave: Callable[[Joined], bool] = lambda join: False
) -> tuple[set[str], set[Joined]]:
    """All keys that joins lead to, and these joins."""
    seen = set(start)
    joins: set[Joined] = set()
    waiting = list(seen)
    while waiting:
        key = waiting.pop()
        for join in units.joins_of(key):
            if leave(join):
                continue
            joins.add(join)
            for end in (join.one, join.other):
                if end not in seen:
                    seen.add(end)
                    waiting.append(end)
    return {key for key in seen if row_of(loaded(key)) is None}, joins
