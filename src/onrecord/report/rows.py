"""The nouns of the page's JSON: what the browser is given, and nothing it could work out itself.

Rows are written as arrays; `Page.fields` names their columns, so that the scripts read by name.
Articles, statements, speakers and claims are referred to by their index in the page's lists.
Offsets are code points of the article's text (the scripts turn them into UTF-16 units), and a
list of spans is flat: `[start, end, start, end, …]`. Days are ISO (`2019-03-31`) or `None`.
"""

from __future__ import annotations

import msgspec


class ArticleRow(msgspec.Struct, frozen=True, array_like=True):
    """One article with its whole text. `evidence` rows are `(kind, value, words)`; `blocks` rows
    are `(start, end, label)`. `settled` is true where other articles settled when it was published: `earliest`
    and `latest` are theirs then, `settled_by` these articles, `settled_because` their reasons."""

    id: str
    key: str
    title: str | None
    outlet: str | None
    agency: str | None
    byline: str | None
    dateline: str | None
    url: str | None
    published: str
    earliest: str | None
    latest: str | None
    sure: bool
    evidence: list[tuple[str, str, str]]
    settled: bool
    settled_by: list[int]
    settled_because: list[str]
    captured: str | None
    language: str
    text: str
    blocks: list[tuple[int, int, str]]


class SpeakerRow(msgspec.Struct, frozen=True, array_like=True):
    """Whoever speaks: an identity of the record, or a name that no identity holds.

    `name` is `""` where the text names no source; `type` is the identity's type, else the
    source type of its first statement; `named` is false for unnamed sources and for none.
    `because` holds the first reasons for which names were taken for one, of which people gave the first `judged`.
    `alone` is true of an identity whose name no other has, `metonym` of one that speaks under a place's name.
    `held` rows are `(role, since, until, ended, articles)`, `unheld` counts those left out;
    `articles` counts those that name an identity, and is 0 for a name that no identity holds.
    """

    key: str
    name: str
    type: str
    named: bool
    roles: list[str] = []
    aliases: list[str] = []
    because: list[str] = []
    alone: bool = False
    metonym: bool = False
    judged: int = 0
    held: list[tuple[str, str | None, str | None, str | None, int]] = []
    unheld: int = 0
    articles: int = 0


class StatementRow(msgspec.Struct, frozen=True, array_like=True):
    """One statement. `text` is `None` where it is just the words of `content` joined by ' … '.

    `stated` tells whether the text itself gives the day of saying (`said_span` are its words);
    otherwise `earliest` and `latest` come from the publication date. `custody` holds the links of its chain
    between the speaker and the outlet, and those after: `(kind, name, article)`.
    """

    id: str
    article: int
    source: list[int]
    cue: list[int]
    content: list[int]
    quoted: list[int]
    text: str | None
    kind: str
    act: str
    stance: str
    source_type: str
    speaker: int
    addressee: str | None
    setting: str | None
    said_span: list[int]
    stated: bool
    earliest: str | None
    latest: str | None
    parent: int | None
    claim: int | None
    custody: list[tuple[str, str, int | None]]
    by: str
    confidence: float


class ClaimRow(msgspec.Struct, frozen=True, array_like=True):
    id: str
    text: str
    statements: list[int]
    deniers: list[int]
    origins: int


class SideRow(msgspec.Struct, frozen=True, array_like=True):
    """`origins` counts the independent origins among the side's own articles."""

    stance: str
    statements: list[int]
    articles: int
    origins: int
    since: str | None


class DisputeRow(msgspec.Struct, frozen=True, array_like=True):
    id: str
    kind: str
    text: str
    because: str
    origins: int
    sides: list[SideRow]


class EchoRow(msgspec.Struct, frozen=True, array_like=True):
    """`lost` rows are `(start, end, statement of the other, article, kind, because)`: a line of `article` that
    is put more firmly than in the other of the two. `added`, `cut` and `changed` count the edits on the way from the original."""

    article: int
    of_article: int
    kind: str
    similarity: float
    lineage: str
    because: str
    added: int
    cut: int
    changed: int
    lost: list[tuple[int, int, int | None, int, str, str]]


class EventRow(msgspec.Struct, frozen=True, array_like=True):
    """An entry of the record's timeline that is neither a statement nor a publication."""

    date: str
    earliest: str
    latest: str
    text: str
    statements: list[int]
    articles: list[int]


class TellingRow(msgspec.Struct, frozen=True, array_like=True):
    """One article's word for a happening: `trigger` is the word, `sentence` what it stands in (spans).
    `statement` is the one whose speaker tells it, `None` where the outlet does."""

    article: int
    trigger: tuple[int, int]
    sentence: tuple[int, int]
    factuality: str
    statement: int | None


class HappeningRow(msgspec.Struct, frozen=True, array_like=True):
    """What two articles or more tell of. `lead` is the index of the telling that puts it most plainly,
    `doubtful` marks what may be several things; `origins` counts its articles with reprints and edits taken as one."""

    id: str
    word: str
    type: str
    earliest: str | None
    latest: str | None
    origins: int
    confidence: float
    doubtful: bool
    lead: int
    tellings: list[TellingRow]


class ProblemRow(msgspec.Struct, frozen=True, array_like=True):
    path: str
    key: str
    kind: str
    detail: str
    article: int | None


class Numbers(msgspec.Struct, frozen=True):
    """The numbers at a glance. `speakers` counts named ones; `origins` counts articles, with
    those that reprint or edit one another taken as one."""

    articles: int
    outlets: int
    statements: int
    speakers: int
    denials: int
    disputes: int
    origins: int
    problems: int
    earliest: str | None
    latest: str | None


class Page(msgspec.Struct, frozen=True):
    """`record` is the name of the record's file, for commands to be typed."""

    title: str
    record: str
    numbers: Numbers
    fields: dict[str, tuple[str, ...]]
    articles: list[ArticleRow]
    speakers: list[SpeakerRow]
    statements: list[StatementRow]
    claims: list[ClaimRow]
    disputes: list[DisputeRow]
    echoes: list[EchoRow]
    events: list[EventRow]
    happenings: list[HappeningRow]
    problems: list[ProblemRow]


FIELDS: dict[str, tuple[str, ...]] = {
    "articles": ArticleRow.__struct_fields__,
    "speakers": SpeakerRow.__struct_fields__,
    "statements": StatementRow.__struct_fields__,
    "claims": ClaimRow.__struct_fields__,
    "disputes": DisputeRow.__struct_fields__,
    "sides": SideRow.__struct_fields__,
    "echoes": EchoRow.__struct_fields__,
    "events": EventRow.__struct_fields__,
    "happenings": HappeningRow.__struct_fields__,
    "tellings": TellingRow.__struct_fields__,
    "problems": ProblemRow.__struct_fields__,
}
