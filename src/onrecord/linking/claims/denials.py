"""Which statement a denial denies, in whatever words.

Three kinds of evidence, the surest first: the denied words are themselves reported in the
denial ('denied Harrow's claim that …'); the denial points back in its article ('rejected the
accusation', 'denied this', 'the second flight'); or its content words come from one statement
elsewhere in the record, in the same weeks, by somebody else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import lru_cache

from onrecord.linking.claims.bags import numbers_of, weights
from onrecord.linking.claims.origins import quoted_runs
from onrecord.linking.claims.terms import Said
from onrecord.linking.stems import stemmed
from onrecord.linking.words import fold

WITHIN_DENIAL = 0.6
"""Share of the denial that a reported statement inside it takes up, lest it be an aside."""
NEAR = 500
"""Characters between a statement and the denial that points back to it."""
FAR = 2000
"""The same where the noun says what kind of statement is meant ('the accusation')."""
POINTED = 0.7
"""Share of a denial's content words that the statement before it has, in one article."""
ELSEWHERE = 0.65
"""The same, weighted by rarity, for a statement in another article."""
WORDS_ELSEWHERE = 4
"""Content words shared with a statement in another article."""
WITHIN_DAYS = 21
"""Days between a statement and its denial elsewhere."""
STATING = frozenset({"assert", "accuse", "predict", "promise", "threaten"})

_ACCUSING = r"accusation|allegation|charge|complaint|criticism|slur|smear"
_STATING = (
    r"claim|report|suggestion|assertion|rumou?r|account|version|remark|comment|statement|figure|estimate"
    r"|story|notion|speculation|insinuation|idea|description|characteri[sz]ation|finding|theory|warning"
)
DEMANDED = r"demand|call|request|appeal|ultimatum|plea|proposal|invitation|offer|bid"
_POINTS_BACK = re.compile(
    rf"^(?:(?:the|this|that|these|those|such|any|all|both|his|her|its|their)\s+){{1,2}}(?:\w+\s+)?"
    rf"(?:(?P<accusing>{_ACCUSING})|(?P<stating>{_STATING}))s?\b\W*(?:as\s+\w+\W*)?$",
    re.IGNORECASE,
)
_PRONOUN = re.compile(r"^(?:this|that|it)(?:\W*$|\s*:)", re.IGNORECASE)
_NOUNS = frozenset(
    stemmed(noun.replace("u?", "u").replace("[sz]", "s"))
    for noun in f"{_ACCUSING}|{_STATING}|{DEMANDED}|rumor|media|press".split("|")
)


def denied_here(statements: Sequence[tuple[int, Said]]) -> Iterator[tuple[int, int, str]]:
    """Of one article's statements in their order, by number: what is denied there, its denial, and why
    they belong together."""
    for at, (number, denial) in enumerate(statements):
        if denial.stance == "deny" and denial.speech:
            inside = list(_inside(denial, statements))
            found = inside or list(_before(denial, statements[:at], statements[at + 1 : at + 3]))
            for claimed, because in found:
                yield claimed, number, because


def is_open(denial: Said) -> bool:
    """Whether it can be of something said elsewhere: what points back has no words of its own to
    be found by."""
    return (
        denial.stance == "deny"
        and denial.speech
        and not _POINTS_BACK.search(denial.text)
        and not _PRONOUN.search(denial.text)
    )


def proposition(denial: Said) -> frozenset[str]:
    """The content words of what is denied, without 'claims', 'reports' and the like."""
    return denial.terms - _NOUNS


def _inside(denial: Said, statements: Sequence[tuple[int, Said]]) -> Iterator[tuple[int, str]]:
    for number, child in statements:
        if child.parent != denial.id or not _can_be_denied(child, denial):
            continue
        if not child.denies and child.cover.end - child.starts >= WITHIN_DENIAL * len(denial.cover):
            yield number, "the denial reports what it denies"


def _before(
    denial: Said, earlier: Sequence[tuple[int, Said]], later: Sequence[tuple[int, Said]]
) -> Iterator[tuple[int, str]]:
    """The one statement before it in its article that the denial means; `later` are those next."""
    fitting = [
        (number, s)
        for number, s in reversed(earlier)
        if _can_be_denied(s, denial) and s.cover.end <= denial.starts
    ]
    points = _POINTS_BACK.search(denial.text)
    if points or _PRONOUN.search(denial.text):
        if denial.parent is not None:
            return  # what a quoted speaker points to may stand outside the quotation
        if not points:
            nearest = next(
                (
                    s
                    for _, s in reversed(earlier)
                    if s.parent is None
                    and s.cover.end <= denial.starts
                    and not _same_voice(s, denial)
                ),
                None,
            )
            if nearest is None or nearest.stance not in STATING:
                return
        elif points["accusing"]:
            accusing = [f for f in fitting if f[1].stance == "accuse" and _near(f[1], denial, FAR)]
            fitting = accusing or fitting
        near = [
            (number, claimed)
            for number, claimed in fitting
            if claimed.parent is None
            and _near(claimed, denial, FAR if points and claimed.stance == "accuse" else NEAR)
        ]
        if near:
            yield _taken_up(near, denial, later), f"'{denial.text}' points back to it"
        return
    words = proposition(denial)
    for number, claimed in fitting:
        if claimed.denies:
            continue
        shared = words & claimed.terms
        same = _same_figure(claimed, denial) and bool(shared)
        alike = len(shared) >= 2 and len(shared) >= POINTED * len(words)
        if (same or alike) and _numbers_agree(claimed, denial):
            yield number, "it says before, in the same article, what is denied"
            return


def _taken_up(
    near: Sequence[tuple[int, Said]], denial: Said, later: Sequence[tuple[int, Said]]
) -> int:
    """The nearest, or another by the same voice whose words the denier goes on to take up."""
    goes_on = frozenset[str]().union(*(s.terms for _, s in later if _same_voice(s, denial)))
    own = [(number, s) for number, s in near if s.speaker == near[0][1].speaker]
    best = max(own, key=lambda each: len(each[1].terms & goes_on))
    return best[0] if len(best[1].terms & goes_on) >= 2 else near[0][0]


def _can_be_denied(claimed: Said, denial: Said) -> bool:
    if not claimed.speech or claimed.stance not in STATING:
        return False
    return not _same_voice(claimed, denial)


def _same_voice(one: Said, other: Said) -> bool:
    """One identity, or a name that is part of the other's: 'the railways', 'Harrow Railways'."""
    if one.speaker is not None and one.speaker == other.speaker:
        return True
    names = _name(one.speaker_name or ""), _name(other.speaker_name or "")
    return bool(names[0] and names[1]) and (names[0] <= names[1] or names[1] <= names[0])


@lru_cache(maxsize=1 << 12)
def _name(printed: str) -> frozenset[str]:
    words = (stemmed(word) for word in re.findall(r"[^\W_]+", fold(printed)))
    return frozenset(words) - {"th", "the", "of"}


def _near(claimed: Said, denial: Said, reach: int) -> bool:
    return denial.starts - claimed.cover.end <= reach


def _numbers_agree(claimed: Said, denial: Said) -> bool:
    return not (claimed.numbers and denial.numbers) or bool(claimed.numbers & denial.numbers)


def _same_figure(claimed: Said, denial: Said) -> bool:
    """Both count the same of the same: '400 troops'."""
    counted = {(f.value, f.counts, f.unit) for f in denial.figures if f.value >= 10}
    return any((f.value, f.counts, f.unit) in counted for f in claimed.figures)


def meets(claimed: Said, denial: Said) -> bool:
    """Whether a statement of another article is what is denied."""
    if claimed.article == denial.article or claimed.denies or not _can_be_denied(claimed, denial):
        return False
    if not _same_weeks(claimed.day, denial.day) or not _numbers_agree(claimed, denial):
        return False
    if quoted_runs([claimed]) & quoted_runs([denial]):
        return False  # one quotation, read once as a denial
    words = proposition(denial)
    shared = words & claimed.terms
    total, common = (float(weights(numbers_of(t)).sum()) for t in (words, shared))
    if _same_figure(claimed, denial) and len(shared) >= 2:
        return common >= ELSEWHERE / 2 * total
    return len(shared) >= WORDS_ELSEWHERE and common >= ELSEWHERE * total


def _same_weeks(one: str | None, other: str | None) -> bool:
    """False where either is not known: without days, a topic is easily taken for a statement."""
    if one is None or other is None:
        return False
    return abs((date.fromisoformat(one) - date.fromisoformat(other)).days) <= WITHIN_DAYS
