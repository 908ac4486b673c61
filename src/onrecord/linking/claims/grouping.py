"""Claims: statements, across articles and within one, that say the same thing or deny it."""

from __future__ import annotations

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Container, Iterator, Sequence

from onrecord.linking.claims.origins import Provenance, origins
from onrecord.linking.claims.sayings import Sayings
from onrecord.linking.claims.similarity import force
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


def wording(statement: Said) -> tuple[object, ...] | None:
    """Equal for statements in the same words; `None` for those too short to be compared."""
    if len(statement.terms) < MIN_WORDS or force(statement.stance) == "decline":
        return None
    return (
        force(statement.stance), statement.terms, statement.numbers, statement.when, statement.names,
        statement.negations, statement.denies,
    )  # fmt: skip


def groups(connection: sqlite3.Connection, sayings: Sayings) -> Iterator[list[int]]:
    """The statements that make or deny one claim each, of the nodes in `stirred`, once widened.

    Groups are of two statements or more, of a lone denial (what is denied is claimed somewhere), or of a
    statement that a dispute is over. Alike statements hang together, and a statement and its denial
    do in whatever words.
    """
    pairs = connection.execute(
        "SELECT one, other FROM stirred CROSS JOIN alike ON one = node WHERE one < other"
        " AND NOT figures ORDER BY score DESC, one, other"
    )
    sets = _join(pairs.fetchall())
    for claimed, denial in connection.execute(
        "SELECT claimed_node, denial_node FROM stirred CROSS JOIN denials ON denial_node = node"
    ):
        sets.join(claimed, denial)
    for (node,) in connection.execute(
        "SELECT node FROM stirred CROSS JOIN sayings USING (node) WHERE worded GROUP BY node"
        " HAVING count(*) > 1"
    ):
        sets.find(node)
    grouped: set[int] = set()
    for nodes in sets.groups():
        members = [arrival for node in nodes for arrival in sayings.of_node(node)]
        if _is_claim([sayings[arrival] for arrival in members]):
            grouped.update(members)
            yield members
    for (arrival,) in connection.execute(_ALONE).fetchall():
        if arrival not in grouped:
            yield [arrival]


_ALONE = """SELECT arrival FROM stirred CROSS JOIN sayings AS s USING (node)
    WHERE (stance = 'deny' AND worded)
        OR EXISTS (SELECT 1 FROM rivals WHERE one = s.arrival)
        OR EXISTS (SELECT 1 FROM rivals WHERE other = s.arrival)
        OR EXISTS (SELECT 1 FROM refusals WHERE demand = s.arrival)
        OR EXISTS (SELECT 1 FROM refusals WHERE answer = s.arrival)"""


def widen(connection: sqlite3.Connection) -> None:
    """Add to `stirred` the nodes that hang together with those in it."""
    connection.execute(
        """INSERT OR IGNORE INTO stirred WITH RECURSIVE reached(node) AS (
            SELECT node FROM stirred
            UNION SELECT other FROM reached CROSS JOIN alike ON one = node WHERE NOT figures
            UNION SELECT denial_node FROM reached CROSS JOIN denials ON claimed_node = node
            UNION SELECT claimed_node FROM reached CROSS JOIN denials ON denial_node = node
        ) SELECT node FROM reached"""
    )


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


def _is_claim(members: Sequence[Said]) -> bool:
    """Two that are not two readings of the same words, or one that denies."""
    if len(members) < 2:
        return False
    if any(s.stance == "deny" for s in members):
        return True
    first = members[0]
    return any(s.article != first.article or not s.cover.overlaps(first.cover) for s in members[1:])


def _join(pairs: Sequence[tuple[int, int]]) -> Sets[int]:
    """Groups of alike statements, joined from the most alike pair down (average link)."""
    sets: Sets[int] = Sets()
    members: Counter[int] = Counter()
    links: dict[int, Counter[int]] = defaultdict(Counter)  # root -> root -> alike pairs between
    for one, other in pairs:
        members[one] = members[other] = 1
        links[one][other] += 1
        links[other][one] += 1
    for pair in pairs:
        one, other = map(sets.find, pair)
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
