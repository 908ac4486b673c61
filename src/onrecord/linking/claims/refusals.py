"""Refusals: what somebody is asked to do, and that they decline or deny to do it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from onrecord.linking.claims.denials import DEMANDED, NEAR
from onrecord.linking.claims.terms import Said

REFUSED_WITHIN = 14
"""Days after a demand in which a refusal can be of it."""
_DEMAND = re.compile(rf"\b(?:{DEMANDED})s?\b", re.IGNORECASE)
_THE_DEMAND = re.compile(
    rf"^(?:the|this|that|these|those|such|any|all|both|his|her|its|their)\s+(?:\w+\s+)?(?:{DEMANDED}|idea)s?\W*$"
    r"|^it\W*$",
    re.IGNORECASE,
)
_NO_COMMENT = {
    "comment",
    "elaborat",
    "respond",
    "discuss",
    "answer",
    "detail",
    "question",
    "speculat",
    "interview",
}


def refused_here(statements: Sequence[tuple[int, Said]]) -> Iterator[tuple[int, int]]:
    """(demand, refusal), by number, where a refusal points back to a demand before it in its
    article, whose statements these are in their order."""
    for at, (number, answer) in enumerate(statements):
        if answer.stance not in {"deny", "decline"} or not _THE_DEMAND.search(answer.text):
            continue
        for demand_number, demand in reversed(statements[:at]):
            if answer.starts - demand.cover.end > NEAR or demand.stance == "assert":
                break
            if (
                demand.stance == "demand"
                and demand.parent is None
                and demand.speaker != answer.speaker
            ):
                yield demand_number, number
                break


def refuses(answer: Said) -> bool:
    """Whether its words can be those of somebody else's demand."""
    if answer.terms & _NO_COMMENT:
        return False
    if answer.stance == "decline":
        return not answer.text.startswith("about")
    return answer.stance == "deny" and bool(_DEMAND.search(answer.text))


def answers(answer: Said, demand: Said) -> bool:
    """The one who refuses is named in the demand or addressed by it, and did not put it."""
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
