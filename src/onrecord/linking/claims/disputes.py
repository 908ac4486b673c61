"""Disputes: claims with a denial or contradiction, figures that cannot both hold, refusals.

Development over time is no dispute. Precision goes first: what is only likely is left out.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from typing import Literal

from onrecord.linking.claims.count import Count
from onrecord.linking.claims.figures import sides_of
from onrecord.linking.claims.origins import quoted_runs
from onrecord.linking.claims.terms import Said
from onrecord.linking.hashing import content_id
from onrecord.model import Claim, Dispute, Side

_CLAIMED = re.compile(
    r"^(?:that|having|any|ever|being|knowing|involvement|wrongdoing|responsibility)\b"
    r"|\b(?:claim|report|allegation|accusation|suggestion|rumou?r|assertion|charge|notion|speculation"
    r"|insinuation|idea)s?\b",
    re.IGNORECASE,
)
"""What is denied is a proposition that somebody put forward: only then is a denial alone a dispute.
'Rejected the visitors' rejects nothing that was said."""


def claim_dispute(claim: Claim, members: Sequence[Said], *, linked: bool) -> Dispute | None:
    """The dispute over a claim that somebody denies or contradicts. `linked`: that a denial is of
    it was seen from more than alike words."""
    by_id = {s.id: s for s in members}
    against = [by_id[i] for i in claim.deniers]
    making = [by_id[i] for i in claim.supporters]
    if not against:
        return None
    denying = any(s.stance == "deny" for s in against)
    kind: Literal["denial", "contradiction"] = "denial" if denying else "contradiction"
    making, against = _of_two_voices(making, against)
    if not against or (claim.supporters and not making):
        return None
    if making and not linked:
        if not denying and not all(any(s.speaker for s in part) for part in (making, against)):
            return None  # of two who are not named nobody knows that they are two
        if quoted_runs(making) & quoted_runs(against):
            return None  # one quotation on both sides is one line, however long the sentences
    if not making and not (denying and any(_CLAIMED.search(s.text) for s in against)):
        return None
    sides = [side("assert", making)] if making else []
    sides.append(side("deny" if denying else "contradict", against))
    who = sorted({s.speaker_name for s in against if s.speaker_name})
    because = f"{kind} by {', '.join(who) or 'an unnamed source'}"
    if not making:
        because += "; nobody in the record is on the other side in words"
    return dispute(claim.id, kind, sides, because)


def figure_disputes(
    rivals: Iterable[tuple[Said, Said, Count, Count]], claim_of: Callable[[str], str]
) -> list[Dispute]:
    """A dispute for each two speakers and their rival figures; `claim_of` gives each statement's
    claim by the statement's id."""
    found = {}
    for ones, others, count, rival in sides_of(rivals):
        one, other = ones[0], others[0]
        sides = [side(count.printed, ones), side(rival.printed, others)]
        because = f"{one.speaker_name}: {count.printed}; {other.speaker_name}: {rival.printed}"
        made = dispute(claim_of(one.id), "figures", sides, because)
        found[made.id] = made
    return sorted(found.values(), key=lambda d: d.id)


def refusal_disputes(
    pairs: Iterable[tuple[Said, Said]], claim_of: Callable[[str], str]
) -> list[Dispute]:
    """One a demand's claim and who refuses: a reprint is no refusal of its own."""
    together: dict[tuple[str, str], tuple[dict[str, Said], dict[str, Said]]] = {}
    for demand, answer in pairs:
        key = claim_of(demand.id), answer.speaker or answer.speaker_name or ""
        demands, answers = together.setdefault(key, ({}, {}))
        demands[demand.id], answers[answer.id] = demand, answer
    found = []
    for (claim, _), (demands, answers) in together.items():
        demand, answer = next(iter(demands.values())), next(iter(answers.values()))
        sides = [side("demand", [*demands.values()]), side(answer.stance, [*answers.values()])]
        because = f"{answer.speaker_name} refuses what {demand.speaker_name} demands"
        found.append(dispute(claim, "refusal", sides, because))
    return sorted(found, key=lambda d: d.id)


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


def _of_two_voices(
    making: Sequence[Said], against: Sequence[Said]
) -> tuple[list[Said], list[Said]]:
    """Without those who stand on both sides: they changed their mind, or were misread."""
    both = {s.speaker for s in making} & {s.speaker for s in against} - {None}
    return [s for s in making if s.speaker not in both], [
        s for s in against if s.speaker not in both
    ]
