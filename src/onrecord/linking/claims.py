"""Claims: statements, across articles and within one, that say the same thing or deny it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from onrecord.linking.hashing import content_id
from onrecord.linking.origins import Provenance, origins
from onrecord.linking.similarity import Pair, alike, force, weights
from onrecord.linking.terms import Said
from onrecord.linking.union import Sets
from onrecord.model import Claim

LINKED = 0.5
"""Share of the pairs between two groups of statements that must be alike for the groups to be
joined: without it, chains of small differences end in another claim."""

_SUPPORT = {"assert", "agree", "accuse", "praise", "predict", "promise", "threaten"}


@dataclass(frozen=True)
class Grouping:
    """Which statements say the same thing (groups of ids, sorted), and pairs alike but for a number."""

    groups: tuple[tuple[str, ...], ...]
    figures: tuple[Pair, ...]


def group(statements: Iterable[Said]) -> Grouping:
    """Groups of two statements or more, and lone denials: what is denied is claimed somewhere."""
    everything = {s.id: s for s in sorted(statements, key=lambda s: s.id)}
    copies: dict[tuple[object, ...], list[str]] = defaultdict(list)
    for statement in everything.values():
        if len(statement.terms) >= 3 and force(statement.stance) != "decline":
            copies[_wording(statement)].append(statement.id)
    # One statement stands for its equals, so that a much-reprinted one is compared once.
    first = {ids[0]: ids for ids in copies.values()}
    stand_ins = [everything[i] for i in sorted(first)]
    weight = weights(stand_ins)
    pairs = sorted(alike(stand_ins, weight), key=lambda p: (-p.score, p.one, p.other))
    sets = _join(list(first), [p for p in pairs if not p.figures])
    groups = [
        tuple(sorted(i for stand_in in members for i in first[stand_in])) for members in sets.groups()
    ]
    return Grouping(
        tuple(sorted(g for g in groups if _is_claim([everything[i] for i in g]))),
        tuple(p for p in pairs if p.figures),
    )


def find_claims(
    statements: Mapping[str, Said], groups: Iterable[Sequence[str]], known: Provenance
) -> list[Claim]:
    """A claim for each group of statement ids, sorted by id."""
    return sorted(
        (claim([statements[i] for i in ids], known) for ids in groups), key=lambda c: c.id
    )


def claim(members: Sequence[Said], known: Provenance) -> Claim:
    """The claim that the statements make or deny."""
    members = sorted(members, key=lambda s: s.id)
    stated = [s for s in members if s.stance in _SUPPORT or s.stance == "deny"]
    # If nobody puts it positively, what they all say is itself the claim ('was not informed'),
    # unless they deny it: then it is what they deny.
    denied = {s.id for s in stated if s.denies}
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


def _is_claim(members: Sequence[Said]) -> bool:
    """Two that are not two readings of the same words, or one that denies."""
    if any(s.stance == "deny" for s in members):
        return True
    first = members[0]
    return any(
        s.article != first.article or not s.cover.overlaps(first.cover) for s in members[1:]
    )


def _wording(statement: Said) -> tuple[object, ...]:
    return (
        force(statement.stance), statement.terms, statement.numbers, statement.when, statement.names,
        statement.negations, statement.denies,
    )  # fmt: skip


def _join(ids: Sequence[str], pairs: Sequence[Pair]) -> Sets[str]:
    """Groups of alike statements, joined from the most alike pair down (average link)."""
    sets: Sets[str] = Sets(ids)
    members: dict[str, list[str]] = {i: [i] for i in ids}
    links: dict[str, Counter[str]] = defaultdict(Counter)  # root -> root -> alike pairs between
    for pair in pairs:
        links[pair.one][pair.other] += 1
        links[pair.other][pair.one] += 1
    for pair in pairs:
        one, other = sets.find(pair.one), sets.find(pair.other)
        if one == other:
            continue
        if links[one][other] < LINKED * len(members[one]) * len(members[other]):
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
