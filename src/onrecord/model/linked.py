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


class Identity(msgspec.Struct, frozen=True):
    """Who the mentions are. `because` holds, a line each, why names were taken for one."""

    id: str
    name: str
    type: NameType
    aliases: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    mentions: tuple[IdentityMention, ...] = ()
    because: tuple[str, ...] = ()


class Change(msgspec.Struct, frozen=True):
    """One edit on the way from the original to the echo. `kind`: `added`, `cut` or `changed`.
    `span` counts in the echo's text, `of_span` in the original's; an added stretch has no `of_span`."""

    kind: Literal["added", "cut", "changed"]
    span: Span | None
    of_span: Span | None


class LostAttribution(msgspec.Struct, frozen=True):
    """A line that carried its source in the original and is stated as plain fact in the echo."""

    span: Span
    of_statement: str
    of_span: Span


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
    ISO days that most of those say whose own clause dates them. `confidence` is the mean probability
    that two of them are one.
    """

    id: str
    word: str
    type: str
    tellings: tuple[Telling, ...]
    articles: tuple[str, ...]
    earliest: str | None = None
    latest: str | None = None
    confidence: float = 1.0
