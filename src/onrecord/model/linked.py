"""What holds across articles: statements with identities, echoes, claims, disputes, the timeline."""

from __future__ import annotations

from typing import Literal

import msgspec

from onrecord.model.reading import Attribution, NameType
from onrecord.model.span import Span


class Statement(msgspec.Struct, frozen=True):
    """An attribution with its place in the record.

    `id` hashes the article's id and the attribution's spans. `text` is the content's words,
    fragments joined by ' … '; `quoted` the parts of the content that stand in quotation
    marks. `said_earliest` / `said_latest` bound the day of saying even where the sentence
    does not state it (then by the publication date).
    """

    id: str
    article: str
    attribution: Attribution
    text: str
    quoted: tuple[Span, ...] = ()
    speaker_identity: str | None = None
    said_earliest: str | None = None
    said_latest: str | None = None
    parent: str | None = None
    claim: str | None = None


class IdentityMention(msgspec.Struct, frozen=True):
    article: str
    span: Span
    role: str | None = None


AUTHORITIES = " (authorities)"
"""What sets the name of an identity that speaks under a place's name apart from the place's."""


class RoleHeld(msgspec.Struct, frozen=True):
    """An office with the ISO days between which articles show somebody in it.

    `since` and `until` are the first and last day of publication of articles in which it stands with
    the name, `None` where it never does or no day is known; `ended` the first day after `until` on
    which it is called former. `articles` are all in which it stands. `role` is the usual form.
    """

    role: str
    since: str | None
    until: str | None
    ended: str | None
    articles: tuple[str, ...]


class Identity(msgspec.Struct, frozen=True):
    """Who the mentions are. `because` holds, a line each, why names were taken for one.

    `roles` are the offices as printed with mentions, the most frequent first; `roles_held` what they
    come down to, with days. `metonym_of` is the id of the place whose name this one speaks under;
    `gazetteer_id` that of its row in the gazetteer the user supplied.
    """

    id: str
    name: str
    type: NameType
    aliases: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    mentions: tuple[IdentityMention, ...] = ()
    because: tuple[str, ...] = ()
    roles_held: tuple[RoleHeld, ...] = ()
    metonym_of: str | None = None
    gazetteer_id: str | None = None


class Change(msgspec.Struct, frozen=True):
    """One edit on the way from the original to the echo. `kind`: `added`, `cut` or `changed`.
    `span` counts in the echo's text, `of_span` in the original's; an added stretch has no `of_span`."""

    kind: Literal["added", "cut", "changed"]
    span: Span | None
    of_span: Span | None


Loss = Literal[
    "source_dropped", "hedge_dropped", "denial_dropped", "source_upgraded", "cue_upgraded"
]


class LostAttribution(msgspec.Struct, frozen=True):
    """A line that one version of a text puts more firmly than the other.

    `source_dropped`: it has its source there and is plain fact here; `denial_dropped`: what somebody denied
    there is said here; `hedge_dropped`: 'allegedly', 'is thought to' or the like is gone;
    `source_upgraded`: nobody in particular said it there, somebody is named for it here;
    `cue_upgraded`: 'claimed' there, 'confirmed' here. `span` counts in the text of `article`, the one
    that puts it firmly: the echo, or, where nobody knows which of the two came first, either. `of_span`
    counts in the other's text, and `of_statement` is the other's statement (`None` where its outlet
    itself hedged). `because` says what stood there and what is known of the order of the two; a
    later version may have come to know.
    """

    span: Span
    of_statement: str | None
    of_span: Span
    kind: Loss = "source_dropped"
    article: str = ""
    because: str = ""


class Echo(msgspec.Struct, frozen=True):
    """`article` reuses the text of `of_article`; spans pair up one to one.

    `similarity` is the share of the echo's body words that lie in the paired spans.
    """

    id: str
    article: str
    of_article: str
    spans: tuple[Span, ...]
    of_spans: tuple[Span, ...]
    kind: Literal["reprint", "edited", "passage"]
    similarity: float
    lineage: Literal["copied_from", "shared_origin", "update_of", "unknown"]
    because: str = ""
    changes: tuple[Change, ...] = ()
    lost_attribution: tuple[LostAttribution, ...] = ()


class Claim(msgspec.Struct, frozen=True):
    """Statements that say the same thing.

    `statements`, `supporters` and `deniers` are statement ids (supporters and deniers are
    disjoint parts of `statements`). `origins` groups the statements' articles into origins:
    a reprint or an update by the same agency is the origin of what it echoes;
    `independent_origins` is how many there are.
    """

    id: str
    text: str
    statements: tuple[str, ...]
    supporters: tuple[str, ...]
    deniers: tuple[str, ...]
    articles: tuple[str, ...]
    origins: tuple[tuple[str, ...], ...]
    independent_origins: int
    because: tuple[str, ...] = ()


class Side(msgspec.Struct, frozen=True):
    """One side of a dispute: what it does (`assert`, `deny`, a figure, …) and since when (ISO day)."""

    stance: str
    statements: tuple[str, ...]
    articles: tuple[str, ...]
    since: str | None = None


class Dispute(msgspec.Struct, frozen=True):
    """A claim with a denial or contradiction, figures that cannot both hold, or a refusal."""

    id: str
    claim: str
    kind: Literal["denial", "contradiction", "figures", "refusal"]
    sides: tuple[Side, ...]
    articles: tuple[str, ...]
    because: str = ""


class TimelineEntry(msgspec.Struct, frozen=True):
    """What is placed on one date. `date` is a TIMEX value, `earliest`/`latest` its ISO days."""

    id: str
    date: str
    earliest: str
    latest: str
    text: str
    statements: tuple[str, ...]
    articles: tuple[str, ...]
    kind: Literal["said", "published", "event"] = "said"


class Telling(msgspec.Struct, frozen=True):
    """One article's event: `event` is its index in the reading's `events`."""

    article: str
    event: int


class Happening(msgspec.Struct, frozen=True):
    """Events, mostly of several articles, that are one and the same.

    `word` is the word that most of them name it by, `type` the PLOVER type of most; `earliest` and `latest` are the
    ISO days that most of those say whose own clause dates them. `confidence` is the probability that
    all are one.
    """

    id: str
    word: str
    type: str
    tellings: tuple[Telling, ...]
    articles: tuple[str, ...]
    earliest: str | None = None
    latest: str | None = None
    confidence: float = 1.0
