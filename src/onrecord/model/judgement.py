"""What people decide where the machine may err: judgements, kept apart from all that it found.

A judgement is about words, never about ids that a later version may give anew: a passage of an
article, or a name as it is printed. So it can be replayed over whatever is read and linked later.
"""

from __future__ import annotations

from typing import Literal

import msgspec

from onrecord.model.reading import NameType
from onrecord.model.span import Span

JudgementKind = Literal["identity"]
Verdict = Literal["same", "not_same", "unsure"]


class Place(msgspec.Struct, frozen=True):
    """Where words stand."""

    article: str
    span: Span


class NamePoint(msgspec.Struct, frozen=True, tag_field="point", tag="name"):
    """Whoever is called `name`, in every article. `type` is what the name was taken for, and `seen` some
    places where it stood, when it was judged: they tell one bearer of the name from another."""

    name: str
    type: NameType
    seen: tuple[Place, ...] = ()


class PassagePoint(msgspec.Struct, frozen=True, tag_field="point", tag="passage"):
    """Words in one article, and what they mean there. `words` are those at `span`, so that they are
    found again should a later cleaning shift the text."""

    article: str
    span: Span
    words: str


Point = NamePoint | PassagePoint


class Withdrawal(msgspec.Struct, frozen=True):
    """Who took a judgement back, and when (ISO 8601, UTC)."""

    by: str
    at: str


class Judgement(msgspec.Struct, frozen=True):
    """One decision: who, when, what.

    `kind` says what is judged, `verdict` how; of an identity judgement the two `about` are the `same`
    person, body or place, `not_same`, or one is `unsure`. A passage speaks for its article, a name
    for all: where the two differ it is the passage that moves, of two passages the first. `at` is ISO
    8601 in UTC to the microsecond; no two judgements of a record have the same. `id` hashes all that
    stands here but `withdrawn`.
    """

    id: str
    kind: JudgementKind
    verdict: Verdict
    about: tuple[Point, Point]
    by: str
    at: str
    note: str = ""
    withdrawn: Withdrawal | None = None
