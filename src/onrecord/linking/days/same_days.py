"""Which sentences of other articles tell the same of a day as an article whose year is unknown.

Sentences meet by month and day; what they share is weighed by how rare it is (`rarity`). Whether two tell
the same depends on these two alone.
"""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

import msgspec

from onrecord.linking import rarity
from onrecord.linking.days.day_mentions import Mention
from onrecord.linking.stems import number

ALIKE = 16.0
"""Summed rarity of the words that two sentences on one day share, from which they tell the same: of the
pairs of 300 articles of US news on one month and day, 270 of 270 above 16 were of one year, 266 of
278 between 12 and 16."""
ALIKE_IN_MONTH = 20.0
"""The same of two sentences on one month, in which more comes back every year."""
SCARCER = 2.0
"""Nats by which a word tells more in a sentence on a day than in an article (`rarity`)."""
WORDS = 4
"""Words that they share at least; one of them of a name that is `RARE`, and one of no name."""
RARE = 4.0
COPIED = 0.7
"""Share of the shorter sentence's words from which it is the other one, printed again."""
_mention = msgspec.msgpack.Decoder(Mention).decode

Found = tuple[str, Mention, float, bool, tuple[str, ...]]
"""An article, its mention, how alike it is, whether it is the same sentence, and the words."""


def alike(
    connection: sqlite3.Connection, own: Mapping[str, Sequence[Mention]]
) -> dict[str, dict[int, list[Found]]]:
    """For undated articles, by the places of their mentions: those of others that tell the same."""
    asked: dict[str, list[tuple[str, int, Mention]]] = defaultdict(list)
    for article, every in own.items():
        for at, mention in enumerate(every):
            if mention.year is None:
                asked[mention.key].append((article, at, mention))
    found: dict[str, dict[int, list[Found]]] = defaultdict(dict)
    for key in sorted(asked):
        rows = connection.execute(
            "SELECT article, body FROM day_mentions WHERE key = ? ORDER BY article, body",
            (key,),
        )
        told = [(other, _mention(body)) for other, body in rows]
        postings: dict[str, list[int]] = defaultdict(list)
        for at, (_, mention) in enumerate(told):
            for word in mention.words:
                postings[word].append(at)
        for article, at, mention in asked[key]:
            same = list(_same(mention, told, postings))
            if same:
                found[article][at] = same
    return found


def shares_enough(one: Mention, other: Mention) -> bool:
    """Whether two mentions of one month or day can tell the same."""
    return sum(map(_weight, {*one.words}.intersection(other.words))) >= _enough(one)


def _enough(mention: Mention) -> float:
    return ALIKE if len(mention.key) > len("06") else ALIKE_IN_MONTH


@lru_cache(maxsize=1 << 14)
def _weight(word: str) -> float:
    return rarity.weight(number(word)) + SCARCER


def _same(
    mention: Mention, told: Sequence[tuple[str, Mention]], postings: Mapping[str, Iterable[int]]
) -> Iterator[Found]:
    scores: dict[int, float] = defaultdict(float)
    for word in mention.words:
        for at in postings.get(word, ()):
            scores[at] += _weight(word)
    for at in sorted(at for at, score in scores.items() if score >= _enough(mention)):
        other, there = told[at]
        shared = sorted({*mention.words}.intersection(there.words), key=lambda w: (-_weight(w), w))
        named = {*mention.named}.intersection(there.named)
        if (
            len(shared) >= WORDS
            and any(_weight(word) >= RARE for word in named)
            and not {*mention.named}.issuperset(shared)
        ):
            fewer = min(len(mention.words), len(there.words))
            yield other, there, scores[at], len(shared) >= COPIED * fewer, tuple(shared[:6])
