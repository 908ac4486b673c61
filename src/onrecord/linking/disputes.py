"""Disputes: claims with a denial or contradiction, figures that cannot both hold, refusals.

Development over time is no dispute. Precision goes first: what is only likely is left out.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Literal

from onrecord.linking.figures import Count
from onrecord.linking.hashing import content_id
from onrecord.linking.origins import quoted_runs
from onrecord.linking.terms import Said
from onrecord.model import Claim, Dispute, Side

REFUSED_WITHIN = 14
"""Days after a demand in which a refusal can be of it."""
REFUSAL_WORDS = 2
"""Content words, names apart, that a demand and its refusal share."""

_CLAIMED = re.compile(
    r"^(?:that|having|any|ever|being|knowing|involvement|wrongdoing|responsibility)\b"
    r"|\b(?:claim|report|allegation|accusation|suggestion|rumou?r|assertion|charge|notion|speculation"
    r"|insinuation|idea)s?\b",
    re.IGNORECASE,
)
"""What is denied is a proposition that somebody put forward: only then is a denial alone a dispute.
'Rejected the visitors' rejects nothing that was said."""
_DEMANDED = re.compile(
    r"\b(?:demand|call|request|appeal|ultimatum|plea|proposal|invitation|offer)s?\b", re.IGNORECASE
)
REFUSED_SHARE = 0.6
"""Share of a refusal's content words that come from the demand."""

_NO_COMMENT = {"comment", "elaborat", "respond", "discuss", "answer", "detail", "question", "speculat", "interview"}


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
        if claim.supporters and not _of_two_voices(claim, statements, named=kind != "denial"):
            continue
        if kind == "contradiction" and not claim.supporters:
            continue
        if not claim.supporters and not any(_CLAIMED.search(s.text) for s in against):
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
        elif not statement.terms & _NO_COMMENT and (
            (statement.stance == "decline" and not statement.text.startswith("about"))
            or (statement.stance == "deny" and _DEMANDED.search(statement.text))
        ):
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
            if count >= max(REFUSAL_WORDS, REFUSED_SHARE * len(answer.terms - set(answer.names)))
            and _answers(answer, met[i])
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


def _of_two_voices(claim: Claim, statements: Mapping[str, Said], *, named: bool) -> bool:
    """Nobody stands on both sides: one who says both has changed their mind, or was misread. With
    `named`, somebody named stands on either: of the unnamed nobody knows that they are two."""
    pro = {statements[i].speaker for i in claim.supporters} - {None}
    contra = {statements[i].speaker for i in claim.deniers} - {None}
    if pro & contra or (named and not (pro and contra)):
        return False
    # The same quotation on both sides is one line, however long the sentences around it.
    runs = [quoted_runs([statements[i] for i in ids]) for ids in (claim.supporters, claim.deniers)]
    return not runs[0] & runs[1]


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
