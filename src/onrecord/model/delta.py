"""What a linking changes in a record."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Generic, TypeVar

import msgspec

from onrecord.model.linked import (
    Claim,
    Dispute,
    Echo,
    Happening,
    Identity,
    IdentityMention,
    TimelineEntry,
)
from onrecord.model.settled import Settled

T = TypeVar("T")


@dataclass(frozen=True)
class Delta(Generic[T]):
    """What to do to one kind of outcome: take out the rows with the ids `gone`, then put in those of
    `put`, each in the place of a row with its id. Either may be taken once only, `gone` first."""

    gone: Iterable[str] = field(default=())
    put: Iterable[T] = field(default=())


class MentionOf(msgspec.Struct, frozen=True):
    """A mention, and the id of the identity that it is of."""

    identity: str
    mention: IdentityMention


class StatementLink(msgspec.Struct, frozen=True):
    """Whose a statement is, and of which claim: ids."""

    statement: str
    identity: str | None = None
    claim: str | None = None


@dataclass(frozen=True)
class Linked:
    """The outcome of a linking; that of settling, of which there is little, is always whole.

    Identities come without their mentions. These come by article, since a famous name has many that stay
    as they are: `mentions.gone` are ids of articles, and of those `put` has all mentions.
    """

    identities: Delta[Identity] = Delta()
    mentions: Delta[MentionOf] = Delta()
    echoes: Delta[Echo] = Delta()
    claims: Delta[Claim] = Delta()
    disputes: Delta[Dispute] = Delta()
    timeline: Delta[TimelineEntry] = Delta()
    happenings: Delta[Happening] = Delta()
    statements: Delta[StatementLink] = Delta()
    settled: Iterable[Settled] = ()
