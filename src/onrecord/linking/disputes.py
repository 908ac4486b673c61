"""Disputes: claims with a denial or contradiction, figures that cannot both hold, refusals.

Development over time is no dispute. Precision goes first: what is only likely is left out.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Literal

from onrecord.linking.figures import Count
from onrecord.linking.hashing import content_id
from onrecord.linking.terms import Said
from onrecord.model import Claim, Dispute, Side

REFUSED_WITHIN = 14
"""Days after a demand in which a refusal can be of it."""
REFUSAL_WORDS = 2
"""Content words, names apart, that a demand and its refusal share."""

_NO_COMMENT = {"comment", "elaborat", "respond", "discuss", "answer", "detail", "question", "speculat"}


def claim_disputes(claims: Iterable[Claim], statements: Mapping[str, Said]) -> list[Dispute]:
    """A dispute for every claim that somebody denies or contradicts, sorted by id."""
    found = []
    for claim in claims:
        if not claim.deniers:
            continue
        against = [statements[i] for i in claim.deniers]
        sides = []
        kind: Literal["denial", "contradiction"] = "contradiction"
        if claim.supporters:
            sides.append(side("assert", [statements[i] for i in claim.supporters]))
        if any(s.stance == "deny" for s in against):
            kind = "denial"
        elif not _of_two_voices(claim, statements):
            continue
        sides.append(side("deny" if kind == "denial" else "contradict", against))
        who = sorted({s.speaker_name for s in against if s.speaker_name})
        because = f"{kind} by {', '.join(who) or 'an unnamed source'}"
        if not claim.supporters:
            because += "; nobody in the record is on the other side in words"
        found.append(dispute(claim.id, kind, sides, because))
    return sorted(found, key=lambda d: d.id)


def figure_disputes(
    conflicts: Iterable[tuple[Said, Said, Count, Count]], claim_of: Mapping[str, str]
) -> list[Dispute]:
    """A dispute for each pair of rival figures; `claim_of` gives each statement's claim."""
    found = {}
    for one, other, count, rival in conflicts:
        sides = [side(count.printed, [one]), side(rival.printed, [other])]
        because = (
            f"{one.speaker_name}: {count.printed}; {other.speaker_name}: {rival.printed}; "
            f"both by {max(one.day or '', other.day or '')}"
        )
        made = dispute(claim_of[one.id], "figures", sides, because)
        found[made.id] = made
    return sorted(found.values(), key=lambda d: d.id)


def refusals(statements: Iterable[Said]) -> Iterator[tuple[Said, Said]]:
    """(demand, refusal) pairs: what somebody is asked to do, and that they decline or deny to do it.

    The one who refuses is named in the demand or addressed by it, and the words of the demand come
    back in the refusal.
    """
    demands: dict[str, list[Said]] = defaultdict(list)
    answers: list[Said] = []
    spread: Counter[str] = Counter()
    for statement in sorted(statements, key=lambda s: s.id):
        if statement.stance == "demand":
            for term in statement.terms - set(statement.names):
                demands[term].append(statement)
                spread[term] += 1
        elif statement.stance in {"decline", "deny"} and not statement.terms & _NO_COMMENT:
            answers.append(statement)
    for answer in answers:
        met: dict[str, Said] = {}
        shared: Counter[str] = Counter()
        for term in answer.terms - set(answer.names):
            if spread[term] <= 50:  # rarer words lead to the demand; common ones only lead astray
                for demand in demands[term]:
                    met[demand.id] = demand
                    shared[demand.id] += 1
        fitting = [
            met[i]
            for i, count in sorted(shared.items(), key=lambda c: (-c[1], c[0]))
            if count >= REFUSAL_WORDS and _answers(answer, met[i])
        ]
        if fitting:
            yield fitting[0], answer


def refusal_disputes(
    pairs: Iterable[tuple[Said, Said]], claim_of: Mapping[str, str]
) -> list[Dispute]:
    found = {}
    for demand, answer in pairs:
        sides = [side("demand", [demand]), side(answer.stance, [answer])]
        because = f"{answer.speaker_name} refuses what {demand.speaker_name} demands"
        made = dispute(claim_of[demand.id], "refusal", sides, because)
        found[made.id] = made
    return sorted(found.values(), key=lambda d: d.id)


def side(stance: str, statements: Sequence[Said]) -> Side:
    """One side: its statements and articles, and the first day it is known to have been taken."""
    days = [s.day for s in statements if s.day]
    return Side(
        stance,
        tuple(sorted(s.id for s in statements)),
        tuple(sorted({s.article for s in statements})),
        min(days, default=None),
    )


def dispute(
    claim: str,
    kind: Literal["denial", "contradiction", "figures", "refusal"],
    sides: Sequence[Side],
    because: str,
) -> Dispute:
    articles = sorted({a for s in sides for a in s.articles})
    members = sorted(i for s in sides for i in s.statements)
    identifier = content_id("dispute", (kind, claim, *members))
    return Dispute(identifier, claim, kind, tuple(sides), tuple(articles), because)


def _of_two_voices(claim: Claim, statements: Mapping[str, Said]) -> bool:
    """Different named speakers stand on the two sides: one who says both has changed their mind,
    and the unnamed may be the same."""
    if not claim.supporters:
        return False
    pro = {statements[i].speaker for i in claim.supporters}
    contra = {statements[i].speaker for i in claim.deniers}
    return bool(pro - {None} and contra - {None} and not pro & contra)


def _answers(answer: Said, demand: Said) -> bool:
    if answer.speaker is None or answer.speaker == demand.speaker:
        return False
    if answer.article != demand.article and not _after(demand.day, answer.day):
        return False
    asked = {w.lower() for w in (demand.addressee or "").split()} | set(demand.names)
    name = [w.lower() for w in (answer.speaker_name or "").split()]
    return bool(name) and any(asked_word in name for asked_word in asked)


def _after(first: str | None, then: str | None) -> bool:
    if first is None or then is None:
        return False
    days = (date.fromisoformat(then) - date.fromisoformat(first)).days
    return 0 <= days <= REFUSED_WITHIN
