"""Claims: statements, across articles and within one, that say the same thing or deny it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass

from onrecord.linking.claims.origins import Provenance, origins
from onrecord.linking.claims.sayings import Sayings, Weights, stand_ins
from onrecord.linking.claims.similarity import Pair, alike, force
from onrecord.linking.claims.terms import Said
from onrecord.linking.hashing import content_id
from onrecord.linking.union import Sets
from onrecord.model import Claim

LINKED = 0.5
"""Share of the pairs between two groups of statements that must be alike for the groups to be
joined: without it, chains of small differences end in another claim."""

MIN_WORDS = 3
"""Content words of a statement that is the same claim wherever it stands in the same words."""

_SUPPORT = {"assert", "agree", "accuse", "praise", "predict", "promise", "threaten"}


@dataclass(frozen=True)
class Grouping:
    """Which statements say the same thing (groups of numbers, sorted), and pairs alike but for a
    number."""

    groups: tuple[tuple[int, ...], ...]
    figures: tuple[Pair, ...]


def wording(statement: Said) -> tuple[object, ...] | None:
    """Equal for statements in the same words; `None` for those too short to be compared."""
    if len(statement.terms) < MIN_WORDS or force(statement.stance) == "decline":
        return None
    return (
        force(statement.stance), statement.terms, statement.numbers, statement.when, statement.names,
        statement.negations, statement.denies,
    )  # fmt: skip


def group(sayings: Sayings, denials: Iterable[tuple[int, int]] = ()) -> Grouping:
    """Groups of two statements or more, and lone denials: what is denied is claimed somewhere.

    `denials` are pairs of a statement and its denial, which are of one claim in whatever words.
    """
    firsts, equals = stand_ins(sayings)
    weights = Weights(sayings, firsts)
    pairs = sorted(alike(sayings, firsts, weights), key=lambda p: (-p.score, p.one, p.other))
    sets = _join([p for p in pairs if not p.figures])
    for same in equals:
        for member in same[1:]:
            sets.join(same[0], member)
    for claimed, denial in sorted(denials):
        sets.join(claimed, denial)
    groups = [tuple(members) for members in sets.groups() if _is_claim(members, sayings)]
    grouped = {n for members in groups for n in members}
    groups += [
        (n,) for n, s in sayings.with_stance("deny") if n not in grouped and wording(s) is not None
    ]
    return Grouping(tuple(sorted(groups)), tuple(p for p in pairs if p.figures))


def claim(
    members: Sequence[Said], known: Provenance, claimed: Container[str] = frozenset()
) -> Claim:
    """The claim that the statements make or deny. `claimed` has the ids of statements that are
    known to be denied by others: they make the claim, though it be put negatively."""
    members = sorted(members, key=lambda s: s.id)
    stated = [s for s in members if s.stance in _SUPPORT or s.stance == "deny"]
    # If nobody puts it positively, what they all say is itself the claim ('was not informed'),
    # unless they deny it: then it is what they deny.
    denied = {s.id for s in stated if s.denies and s.id not in claimed}
    if len(denied) == len(stated) and not any(s.stance == "deny" for s in stated):
        denied = set()
    supporters = tuple(s.id for s in stated if s.id not in denied)
    grouped, because = origins(members, known)
    return Claim(
        id=content_id("claim", (s.id for s in members)),
        text=_wording_of_most(members, denied),
        statements=tuple(s.id for s in members),
        supporters=supporters,
        deniers=tuple(sorted(denied)),
        articles=tuple(sorted({s.article for s in members})),
        origins=grouped,
        independent_origins=len(grouped),
        because=because,
    )


def _is_claim(numbers: Sequence[int], sayings: Sayings) -> bool:
    """Two that are not two readings of the same words, or one that denies."""
    if len(numbers) < 2:
        return False
    members = [sayings[n] for n in numbers]
    if any(s.stance == "deny" for s in members):
        return True
    first = members[0]
    return any(s.article != first.article or not s.cover.overlaps(first.cover) for s in members[1:])


def _join(pairs: Sequence[Pair]) -> Sets[int]:
    """Groups of alike statements, joined from the most alike pair down (average link)."""
    sets: Sets[int] = Sets()
    members: Counter[int] = Counter()
    links: dict[int, Counter[int]] = defaultdict(Counter)  # root -> root -> alike pairs between
    for pair in pairs:
        members[pair.one] = members[pair.other] = 1
        links[pair.one][pair.other] += 1
        links[pair.other][pair.one] += 1
    for pair in pairs:
        one, other = sets.find(pair.one), sets.find(pair.other)
        if one == other:
            continue
        if links[one][other] < LINKED * members[one] * members[other]:
            continue
        sets.join(one, other)
        kept = sets.find(one)
        gone = other if kept == one else one
        members[kept] += members.pop(gone)
        for neighbour, count in links.pop(gone).items():
            del links[neighbour][gone]
            if neighbour != kept:
                links[kept][neighbour] += count
                links[neighbour][kept] += count
    return sets


def _wording_of_most(members: Sequence[Said], denied: set[str]) -> str:
    """The words of the claim: the most usual wording of those who make it, else of those who deny."""
    making = [s for s in members if s.id not in denied] or list(members)
    # Denials of a plain proposition state it in their content; 'it is not so' does not.
    plainest = [s for s in making if not s.denies or s.stance == "deny"] or making
    forms = Counter(s.text for s in plainest)
    return min(forms, key=lambda text: (-forms[text], len(text), text))
