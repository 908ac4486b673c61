"""From statements to claims and disputes: what is alike, what is denied, what cannot both hold."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

import msgspec

from onrecord.linking.claims.denials import Denial, find_denials
from onrecord.linking.claims.disputes import claim_dispute, figure_disputes, refusal_disputes
from onrecord.linking.claims.figures import Rivals, rivals_apart, rivals_beside
from onrecord.linking.claims.grouping import claim, group
from onrecord.linking.claims.origins import Provenance
from onrecord.linking.claims.refusals import find_refusals
from onrecord.linking.claims.sayings import Sayings, Weights, stand_ins
from onrecord.linking.claims.similarity import Pair
from onrecord.model import Claim, Dispute


class ClaimStore:
    """Claims that were made up, kept on disk."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._encode = msgspec.msgpack.Encoder().encode
        self._decode = msgspec.msgpack.Decoder(Claim).decode
        connection.execute("CREATE TEMP TABLE claims (id TEXT PRIMARY KEY, body BLOB)")

    def add(self, made: Claim) -> None:
        self._connection.execute("INSERT INTO claims VALUES (?, ?)", (made.id, self._encode(made)))

    def all(self) -> Iterator[Claim]:
        """By id."""
        for (body,) in self._connection.execute("SELECT body FROM claims ORDER BY id"):
            yield self._decode(body)


def reckon(sayings: Sayings, claims: ClaimStore, known: Provenance) -> list[Dispute]:
    """Put all claims into `claims`, note them in `sayings`, and return the disputes."""
    weights = Weights(sayings, stand_ins(sayings)[0])
    denials = list(find_denials(sayings, weights))
    grouping = group(sayings, ((d.claimed, d.denial) for d in denials))
    rivals = [*_beside(sayings), *_apart(sayings, grouping.figures)]
    refused = sorted(set(find_refusals(sayings)))
    linked = _by_denial(denials)
    claimed = {sayings[d.claimed].id for d in denials}
    disputes: list[Dispute] = []
    grouped: set[int] = set()
    for numbers in grouping.groups:
        members = [sayings[n] for n in numbers]
        made = claim(members, known, claimed)
        claims.add(made)
        sayings.claimed(made.id, numbers)
        grouped.update(numbers)
        reasons = [reason for n in numbers for reason in linked.get(n, ())]
        found = claim_dispute(made, members, linked=bool(reasons))
        if found and len(found.sides) > 1 and reasons:
            because = f"{found.because}; {'; '.join(dict.fromkeys(reasons))}"
            found = msgspec.structs.replace(found, because=because)
        disputes += [found] if found else []
    # A dispute is over a claim, also where one statement alone makes it.
    alone = {n for one, other, _, _ in rivals for n in (one, other)} | {n for n, _ in refused}
    for number in sorted(alone - grouped):
        made = claim([sayings[number]], known)
        claims.add(made)
        sayings.claimed(made.id, [number])

    def claim_of(statement: str) -> str:
        number = sayings.number(statement)
        return (sayings.claim_of(number) if number is not None else None) or ""

    disputes += figure_disputes(
        ((sayings[one], sayings[other], count, rival) for one, other, count, rival in rivals),
        claim_of,
    )
    disputes += refusal_disputes(((sayings[d], sayings[a]) for d, a in refused), claim_of)
    return sorted(disputes, key=lambda d: d.id)


def _by_denial(denials: list[Denial]) -> dict[int, list[str]]:
    found: dict[int, list[str]] = {}
    for denial in denials:
        found.setdefault(denial.denial, []).append(denial.because)
    return found


def _beside(sayings: Sayings) -> Iterator[Rivals]:
    for statements in sayings.by_article(counting=True):
        yield from rivals_beside(statements)


def _apart(sayings: Sayings, pairs: tuple[Pair, ...]) -> Iterator[Rivals]:
    for pair in pairs:
        found = rivals_apart(sayings[pair.one], sayings[pair.other])
        if found:
            yield pair.one, pair.other, *found
