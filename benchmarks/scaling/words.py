"""A made-up language with the frequencies of a real one: words, names and the sentences of a story."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

_ONSETS = "b br c ch d dr f fl g gr h j k l m n p pl r s sh st t tr v w z".split()
_VOWELS = "a e i o u ai ea oo".split()
_CODAS = ["", "", "n", "r", "s", "l", "t", "ck", "nd", "rm"]
_COMMON = (
    "the the the the of of of and and to to a a in in for on with at by from as that it was were is"
    " has had but after before over under against between new first last two three"
).split()
TRIGGERS = {
    "attacked": "assault", "killed": "assault", "arrested": "coerce", "signed": "agree",
    "visited": "consult", "met": "consult", "protested": "protest", "resigned": "other",
    "crashed": "other", "sank": "other", "bought": "cooperate", "banned": "sanction",
    "launched": "other", "sentenced": "coerce", "rescued": "aid", "evacuated": "retreat",
    "elected": "other", "flooded": "other", "won": "other", "opened": "other",
}  # fmt: skip
VOCABULARY = 30_000
"""Different words, of which the n-th is about as frequent as 1/n (Zipf)."""


@dataclass(frozen=True)
class Piece:
    """A word or name of a sentence; `tag` says what it is there: a type of name, `event`, `source`,
    `cue`, or nothing."""

    text: str
    tag: str = ""


Sentence = tuple[Piece, ...]


@lru_cache(maxsize=VOCABULARY)
def word(rank: int) -> str:
    chance = random.Random(f"word {rank}")
    syllables = 2 if rank < 3000 else 3
    return "".join(
        chance.choice(_ONSETS) + chance.choice(_VOWELS) + chance.choice(_CODAS)
        for _ in range(syllables)
    )


def any_word(chance: random.Random) -> str:
    """One of the vocabulary by Zipf's law."""
    return word(int(VOCABULARY ** chance.random()))


def name(kind: str, number: int) -> str:
    """The `number`-th person, organisation or place."""
    chance = random.Random(f"{kind} {number}")
    parts = [word(chance.randrange(VOCABULARY)).capitalize() for _ in range(2)]
    if kind == "organisation":
        return f"{parts[0]} {chance.choice(('Ministry', 'Union', 'Works', 'Bank', 'Council'))}"
    return " ".join(parts) if kind == "person" else parts[0]


def clause(
    chance: random.Random, topic: Sequence[str], cast: Sequence[Piece], length: int
) -> Sentence:
    """A subject, an event and what follows, with words of the topic and of the cast."""
    found = [chance.choice(cast), Piece(chance.choice(list(TRIGGERS)), "event")]
    while len(found) < length:
        roll = chance.random()
        if roll < 0.45:
            found.append(Piece(chance.choice(_COMMON)))
        elif roll < 0.75:
            found.append(Piece(chance.choice(topic)))
        elif roll < 0.81:
            found.append(chance.choice(cast))
        elif roll < 0.86:
            found.append(Piece(chance.choice(list(TRIGGERS)), "event"))
        else:
            found.append(Piece(any_word(chance)))
    return tuple(found)


def saying(chance: random.Random, content: Sentence, cast: Sequence[Piece]) -> Sentence:
    """Somebody of the cast says it."""
    source = chance.choice([piece for piece in cast if piece.tag == "person"])
    cue = chance.choices(("said", "denied", "demanded"), (18, 1, 1))[0]
    return Piece(source.text, "source"), Piece(cue, "cue"), Piece("that"), *content


def edited(chance: random.Random, sentence: Sentence) -> Sentence:
    """With one in fifteen of its plain words another."""
    return tuple(
        Piece(any_word(chance)) if not piece.tag and chance.random() < 1 / 15 else piece
        for piece in sentence
    )


def retold(chance: random.Random, sentence: Sentence) -> Sentence:
    """In other words: the order and every second plain word are another's."""
    head = [piece for piece in sentence if piece.tag in ("source", "cue")]
    rest = [piece for piece in sentence if piece.tag not in ("source", "cue")]
    rest = [
        Piece(any_word(chance)) if not piece.tag and chance.random() < 0.5 else piece
        for piece in rest
    ]
    for at in range(2, len(rest) - 1, 2):
        if chance.random() < 0.5:
            rest[at], rest[at + 1] = rest[at + 1], rest[at]
    return (*head, *rest)
