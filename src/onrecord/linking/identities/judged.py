"""Identity judgements replayed over the names of a record.

What is judged the `same` is one whatever the machine thinks; what is judged `not_same` stays apart
through any chain of its joins; an `unsure` pair the machine may not bring together either, but other
judgements may. Of judgements that contradict each other the later one holds. A name speaks for all
articles, a passage for its own: judged the same as somebody else, or not the same as its namesake, it
leaves the name, and the name stays what it was.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from onrecord.linking.identities.constrained import WalledSets
from onrecord.linking.identities.keys import Key
from onrecord.linking.identities.naming import Naming
from onrecord.linking.identities.points import (
    Part,
    Use,
    key_of_form,
    keys_named,
    part_of,
    part_of_forms,
    use_at,
)
from onrecord.model import Judgement, NamePoint, PassagePoint, Place, Point

_SIGNS = {"same": "=", "not_same": "≠", "unsure": "?"}
_WORDS = {"same": "the same", "not_same": "not the same", "unsure": "unsure"}


@dataclass
class _Judged:
    """A judgement with the keys (of names or parts) that it is about; `held` as it contradicts no later one."""

    judgement: Judgement
    one: Key
    other: Key
    held: bool = False


class Judged:
    """The judgements that find whom they are about. `sets` holds them before the machine joins anything;
    `settle` once, after it has."""

    def __init__(self, naming: Naming, judgements: Iterable[Judgement]) -> None:
        self.sets: WalledSets[Key] = WalledSets()
        self._naming = naming
        self._parts: dict[Key, Part] = {}
        self._parts_of: dict[Key, list[Part]] = defaultdict(list)
        active = [j for j in judgements if j.kind == "identity" and j.withdrawn is None]
        # The latest first: what it settles holds against all that is older.
        active.sort(key=lambda j: (j.at, j.id), reverse=True)
        self._judged = list(self._found(active))
        self._hold()

    def __bool__(self) -> bool:
        return bool(self._judged)

    @property
    def homes(self) -> set[Key]:
        """The keys of names that judgements are about, or about a part of which."""
        keys = {key for judged in self._judged for key in (judged.one, judged.other)}
        return (keys - self._parts.keys()) | {part.home for part in self._parts.values()}

    def settle(self) -> tuple[list[Part], list[tuple[Key, str]]]:
        """Return each part to its name, or take it out. Gives those taken out, and by key what judgements
        say of it."""
        moved = {
            j.one if j.one in self._parts else j.other
            for j in self._judged
            if j.held and j.judgement.verdict == "same"
        } & self._parts.keys()
        movers = {j.one if j.one in self._parts else j.other for j in self._judged}
        for key in sorted(self._parts, key=lambda key: (key in movers, key)):
            if key not in moved:
                self.sets.join(key, self._parts[key].home)
        out = [part for key, part in sorted(self._parts.items()) if self._is_out(part)]
        return out, [line for judged in self._judged for line in self._lines(judged)]

    def _found(self, judgements: Iterable[Judgement]) -> Iterator[_Judged]:
        """Those whose two points are somebody in the record."""
        judgements = list(judgements)
        uses = {
            (j.id, side): use_at(self._naming, Place(point.article, point.span))
            for j in judgements
            for side, point in enumerate(j.about)
            if isinstance(point, PassagePoint)
        }
        # An article's use of a name of which two mentions are told apart falls into mentions.
        broken = set()
        for j in judgements:
            one, other = (uses.get((j.id, side)) for side in (0, 1))
            if one and other and j.verdict != "same" and _local(one) == _local(other):
                broken.add(_local(one))
        keys: dict[tuple[str, int], Key] = {}
        for j in judgements:
            for side, point in enumerate(j.about):
                use = uses.get((j.id, side))
                if use and isinstance(point, PassagePoint):
                    part = part_of(self._naming, use, point, _local(use) in broken)
                    keys[j.id, side] = self._known(part)
        for j in judgements:
            for side, point in enumerate(j.about):
                key = self._named(point) if isinstance(point, NamePoint) else None
                if key:
                    keys[j.id, side] = key
            one_key, other_key = keys.get((j.id, 0)), keys.get((j.id, 1))
            if one_key and one_key == other_key and j.verdict != "same":
                one_key = self._form(j.about[0], one_key)
            if one_key and other_key and (one_key != other_key or j.verdict == "same"):
                yield _Judged(j, one_key, other_key)

    def _named(self, point: NamePoint) -> Key | None:
        """The key that the name has in most of the places where it was seen: a part's, if it is that
        part that was judged."""
        keys = keys_named(self._naming, point)
        if not keys:
            return None
        seen = []
        for use in (use_at(self._naming, place, point.type) for place in point.seen):
            if use:
                home = key_of_form(self._naming, use.form)
                part = next((p for p in self._parts_of.get(home, ()) if _holds(p, use)), None)
                seen.append(part.key if part else home)
        fitting = [*keys, *(p.key for key in keys for p in self._parts_of.get(key, ()))]
        best = max((seen.count(key) for key in fitting), default=0)
        return next(key for key in fitting if seen.count(key) == best)

    def _form(self, point: Point, home: Key) -> Key:
        """The point's printed name, taken for itself: two forms of one key are judged."""
        if not isinstance(point, NamePoint):
            return home
        return self._known(part_of_forms(self._naming, home, point))

    def _known(self, part: Part) -> Key:
        if part.key not in self._parts:
            self._parts[part.key] = part
            self._parts_of[part.home].append(part)
        return part.key

    def _hold(self) -> None:
        decided: set[frozenset[object]] = set()
        unsure = []
        for judged in self._judged:
            keys = frozenset((judged.one, judged.other))
            points = frozenset(map(_anchor, judged.judgement.about))
            if keys in decided or points in decided:
                continue
            decided |= {keys, points}
            if judged.judgement.verdict == "same":
                judged.held = not self.sets.apart(judged.one, judged.other)
                self.sets.join(judged.one, judged.other)
            elif judged.judgement.verdict == "not_same":
                judged.held = self.sets.part(judged.one, judged.other)
            else:
                unsure.append(judged)
        for judged in unsure:
            judged.held = self.sets.part(judged.one, judged.other)

    def _lines(self, judged: _Judged) -> Iterator[tuple[Key, str]]:
        j = judged.judgement
        one, other = (_shown(point) for point in j.about)
        line = f"{one} {_SIGNS[j.verdict]} {other}: judged {_WORDS[j.verdict]} by {j.by} on {j.at[:10]}"
        if not judged.held:
            line += ", overruled by a later judgement"
        for key in (judged.one, judged.other):
            part = self._parts.get(key)
            yield part.home if part and not self._is_out(part) else key, line

    def _is_out(self, part: Part) -> bool:
        return self.sets.find(part.key) != self.sets.find(part.home)


def _local(use: Use) -> tuple[int, str]:
    return use.form, use.article


def _holds(part: Part, use: Use) -> bool:
    if part.use is None:
        return use.form in part.forms
    same = _local(part.use) == _local(use)
    return same and (not part.alone or part.use.span == use.span)


def _anchor(point: Point) -> tuple[object, ...]:
    """What makes two points one."""
    if isinstance(point, NamePoint):
        return point.name, point.type
    return point.article, point.span


def _shown(point: Point) -> str:
    return point.name if isinstance(point, NamePoint) else point.words
