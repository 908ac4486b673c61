"""Figures: what a statement counts, and counts that cannot both hold.

Two speakers, one thing counted, two numbers. Tolls grow: a later and higher count is the next
one, not another; so two counts are rivals only where one article sets them against each other, or
where they are of one moment.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from onrecord.linking.claims.count import Count
from onrecord.linking.claims.terms import Said
from onrecord.linking.stems import stemmed
from onrecord.linking.words import fold
from onrecord.model import Article, Reading

SAME_TIME = 1
"""Days apart up to which two counts are of one moment: tolls, polls and prices move."""
MARGIN = 0.15
"""Relative difference that a rounded or approximate number allows."""
NEXT = 250
"""Characters between two statements that are set against each other."""

_ANYBODY = frozenset(
    map(stemmed, "people person men women man resident civilian inhabitant one".split())
)
"""Nouns that say nothing of what is counted: the words around must."""
_FATES = {
    "dead": frozenset(
        map(
            stemmed,
            "dead died die death killed dying killing fatality drowned victim perished".split(),
        )
    ),
    "hurt": frozenset(map(stemmed, "injured wounded hurt injury".split())),
    "missing": frozenset(map(stemmed, "missing unaccounted".split())),
    "moved": frozenset(map(stemmed, "evacuated displaced moved evacuee".split())),
    "held": frozenset(map(stemmed, "arrested detained arrest detainee".split())),
}
_SCALES = {1e3, 1e6, 1e9}
"""One number read with its 'million' and without."""
_LOST_LIVES = frozenset(map(stemmed, "lost lives".split()))
_TIMES = frozenset(
    map(stemmed, "year month week day hour minute second time decade century night".split())
)
_GROWING = frozenset(map(stemmed, "risen rise rose climbed climb increased grown".split()))
"""A count that is said to have grown is another day's."""


def counts_of(article: Article, reading: Reading) -> list[Count]:
    """The article's figures that count something nameable."""
    found = []
    for figure in reading.figures:
        nouns = fold(figure.counts).split()
        if nouns or figure.unit:
            found.append(
                Count(
                    figure.span,
                    figure.value,
                    stemmed(nouns[-1]) if nouns else "",
                    figure.unit or "",
                    figure.approximate,
                    figure.span.of(article.text),
                )
            )
    return found


Rivals = tuple[int, int, Count, Count]
"""Two statements, by number, and the count in either."""


def rivals_beside(statements: Sequence[tuple[int, Said]]) -> Iterator[Rivals]:
    """Rival counts that one article sets against each other, its statements in their order."""
    before: dict[int, int] = {}
    plain = [number for number, s in statements if s.parent is None]
    before.update(zip(plain[1:], plain, strict=False))
    stating = [(n, s) for n, s in statements if s.figures and _counts(s)]
    for at, (number, one) in enumerate(stating):
        for other_number, other in stating[at + 1 :]:
            if other.starts - one.cover.end > NEXT:
                break
            if one.dated and other.dated and one.day != other.day:
                continue
            found = rival(one, other, beside=True, following=before.get(other_number) == number)
            if found:
                yield number, other_number, *found


def rivals_apart(one: Said, other: Said) -> tuple[Count, Count] | None:
    """The rival counts of two statements that are alike but for a number."""
    if one.denies != other.denies or not one.day or not other.day:
        return None
    days = (date.fromisoformat(other.day) - date.fromisoformat(one.day)).days
    found = rival(one, other)
    if found and abs(days) > SAME_TIME:
        return None
    return found


def rival(
    one: Said, other: Said, *, beside: bool = False, following: bool = False
) -> tuple[Count, Count] | None:
    """The first counts of the two that are of one thing and cannot both hold.

    Two counts by one speaker, or by nobody named, are a correction or an update and no dispute.
    `beside`: they stand in one article; `following`: with no other statement between.
    """
    if not one.speaker or not other.speaker or one.speaker == other.speaker:
        return None
    if (one.terms | other.terms) & _GROWING:
        return None
    for count in one.figures:
        for against in other.figures:
            if not apart(count, against):
                continue
            if not against.counts and not against.unit:
                # 'puts the number at four' counts what the one before it, and nothing else, counts
                if following and len(one.figures) == 1 and count.counts and not count.unit:
                    return count, against
            elif _same_thing(one, count, other, against, beside):
                return count, against
    return None


def apart(one: Count, other: Count) -> bool:
    """The two numbers cannot be one number, rounded or rough."""
    low, high = sorted((abs(one.value), abs(other.value)))
    if low == high or (low and high / low in _SCALES):
        return False
    rough = one.approximate or other.approximate or any(c.value % 10 == 0 for c in (one, other))
    return not rough or high - low > MARGIN * high


def _counts(statement: Said) -> bool:
    return statement.speech and statement.stance in {"assert", "accuse", "agree", "predict", "deny"}


def _same_thing(one: Said, count: Count, other: Said, against: Count, beside: bool) -> bool:
    if count.unit != against.unit or {count.counts, against.counts} & _TIMES:
        return False
    fates = _fate(one, count), _fate(other, against)
    if fates[0] or fates[1]:
        return fates[0] == fates[1] and (beside or len(one.terms & other.terms) >= 3)
    if count.counts != against.counts or count.counts in _ANYBODY:
        return False
    shared = (one.terms & other.terms) - {count.counts}
    return len(shared) >= (2 if beside and not count.unit else 3)


def _fate(statement: Said, count: Count) -> str | None:
    """What befell those who are counted, where the statement speaks of one such thing."""
    if count.unit:
        return None
    for fate, words in _FATES.items():
        if count.counts in words:
            return fate
    if count.counts not in _ANYBODY:
        return None
    met = [fate for fate, words in _FATES.items() if statement.terms & words]
    if not met and statement.terms >= _LOST_LIVES:
        met = ["dead"]
    return met[0] if len(met) == 1 else None


def sides_of(
    pairs: Iterable[tuple[Said, Said, Count, Count]],
) -> Iterator[tuple[list[Said], list[Said], Count, Count]]:
    """The pairs put together that are of the same two speakers and the same two numbers: a reprint
    is no dispute of its own. The lower number comes first."""
    together: dict[tuple[object, ...], list[tuple[Said, Said, Count, Count]]] = {}
    for one, other, count, against in pairs:
        ends = sorted(
            (
                (count.value, one.speaker or "", one, count),
                (against.value, other.speaker or "", other, against),
            ),
            key=lambda e: e[:2],
        )
        key = (*ends[0][:2], *ends[1][:2], count.unit or count.counts)
        together.setdefault(key, []).append((ends[0][2], ends[1][2], ends[0][3], ends[1][3]))
    for group in together.values():
        ones = list({s.id: s for s, _, _, _ in group}.values())
        others = list({s.id: s for _, s, _, _ in group}.values())
        yield ones, others, group[0][2], group[0][3]
