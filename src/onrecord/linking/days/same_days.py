"""Which sentences of other articles tell the same of a day as an article whose year is unknown.

Sentences meet by month and day; what they share is weighed by how rare it is (idf).
"""

from __future__ import annotations

import math
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from onrecord.linking.days.day_mentions import Mention

PRIOR = 500
"""Articles without the word that every count is thought to rest on, as in `stories`."""
ALIKE = 16.0
"""Summed idf of the words that two sentences on one day share, from which they tell the same: of the
pairs of 300 articles of US news on one month and day, 270 of 270 above 16 were of one year, 266 of
278 between 12 and 16."""
ALIKE_IN_MONTH = 20.0
"""The same of two sentences on one month, in which more comes back every year."""
WORDS = 4
"""Words that they share at least; one of them of a name that is `RARE`, and one of no name."""
RARE = 4.0
COPIED = 0.7
"""Share of the shorter sentence's words from which it is the other one, printed again."""
CROWD = 400
"""Sentences on one day that share a word; a word of more tells none of them apart."""
_mention = msgspec.msgpack.Decoder(Mention).decode

Found = tuple[str, Mention, float, bool, tuple[str, ...]]
"""An article, its mention, how alike it is, whether it is the same sentence, and the words."""


def alike(
    connection: sqlite3.Connection, own: Mapping[str, list[Mention]]
) -> dict[str, dict[int, list[Found]]]:
    """For undated articles, by the places of their mentions: those of others that tell the same."""
    asked: dict[str, list[tuple[str, int, Mention]]] = defaultdict(list)
    for article, every in own.items():
        for at, mention in enumerate(every):
            if mention.year is None:
                asked[mention.key].append((article, at, mention))
    weights = _weights(connection, {w for ms in asked.values() for _, _, m in ms for w in m.words})
    found: dict[str, dict[int, list[Found]]] = defaultdict(dict)
    for key in sorted(asked):
        rows = connection.execute(
            "SELECT article, body FROM day_mentions WHERE key = ? ORDER BY article, body",
            (key,),
        )
        told = [(other, _mention(body)) for other, body in rows]
        postings: dict[str, list[int]] = defaultdict(list)
        for number, (_, mention) in enumerate(told):
            for word in mention.words:
                if word in weights:
                    postings[word].append(number)
        for article, at, mention in asked[key]:
            same = list(_same(mention, told, postings, weights))
            if same:
                found[article][at] = same
    return found


def _weights(connection: sqlite3.Connection, words: set[str]) -> dict[str, float]:
    """The idf of these words over the sentences that tell of days, each article counted once."""
    counts: Counter[str] = Counter()
    articles = 0
    held, here = "", set[str]()
    rows = connection.execute("SELECT article, body FROM day_mentions ORDER BY article")
    for article, body in rows:
        if article != held:
            counts.update(here)
            held, here = article, set()
            articles += 1
        here |= words.intersection(_mention(body).words)
    counts.update(here)
    return {word: math.log((articles + PRIOR) / (1 + counts[word])) for word in words}


def _same(
    mention: Mention,
    told: Sequence[tuple[str, Mention]],
    postings: Mapping[str, Sequence[int]],
    weights: Mapping[str, float],
) -> Iterator[Found]:
    scores: dict[int, float] = defaultdict(float)
    for word in mention.words:
        if len(postings.get(word, ())) <= CROWD:
            for number in postings.get(word, ()):
                scores[number] += weights[word]
    enough = ALIKE if len(mention.key) > len("06") else ALIKE_IN_MONTH
    for number in sorted(number for number, score in scores.items() if score >= enough):
        other, there = told[number]
        shared = sorted(
            set(mention.words).intersection(there.words), key=lambda w: (-weights[w], w)
        )
        named = set(mention.named).intersection(there.named)
        if (
            len(shared) >= WORDS
            and any(weights[word] >= RARE for word in named)
            and not set(mention.named).issuperset(shared)
        ):
            fewer = min(len(mention.words), len(there.words))
            yield other, there, scores[number], len(shared) >= COPIED * fewer, tuple(shared[:6])
