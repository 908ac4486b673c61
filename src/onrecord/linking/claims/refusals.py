"""Refusals: what somebody is asked to do, and that they decline or deny to do it."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date

from onrecord.linking.claims.denials import DEMANDED, NEAR
from onrecord.linking.claims.sayings import Sayings
from onrecord.linking.claims.terms import Said

REFUSED_WITHIN = 14
"""Days after a demand in which a refusal can be of it."""
REFUSAL_WORDS = 2
"""Content words, names apart, that a demand and its refusal share."""
REFUSED_SHARE = 0.6
"""Share of a refusal's content words that come from the demand."""
COMMON = 50
"""Demands a word may stand in to lead to them: rarer words lead to the demand, common ones astray."""

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


def find_refusals(sayings: Sayings) -> Iterator[tuple[int, int]]:
    """(demand, refusal), by number.

    The one who refuses is named in the demand or addressed by it, and the words of the demand come
    back in the refusal; or the refusal stands after the demand and points back to it.
    """
    demands: dict[str, list[int]] = defaultdict(list)
    for number, demand in sayings.with_stance("demand"):
        for term in demand.terms - set(demand.names):
            demands[term].append(number)
    for number, answer in sayings.with_stance("decline", "deny"):
        if not _refuses(answer):
            continue
        words = answer.terms - set(answer.names)
        shared: Counter[int] = Counter()
        for term in words:
            if len(demands[term]) <= COMMON:
                shared.update(demands[term])
        for demand_number, count in sorted(shared.items(), key=lambda c: (-c[1], c[0])):
            enough = count >= max(REFUSAL_WORDS, REFUSED_SHARE * len(words))
            if enough and _answers(answer, sayings[demand_number]):
                yield demand_number, number
                break
    for statements in sayings.by_article(("deny", "decline")):
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


def _refuses(answer: Said) -> bool:
    if answer.terms & _NO_COMMENT:
        return False
    if answer.stance == "decline":
        return not answer.text.startswith("about")
    return bool(_DEMAND.search(answer.text))


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
