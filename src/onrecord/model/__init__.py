"""The nouns of onrecord: frozen, typed, and without a single import from the rest of the package.

Every other folder takes these in or gives them out. Offsets are code points of
`Article.text`, end exclusive, unless a docstring says otherwise.
"""

from onrecord.model.article import (
    Anchor,
    Article,
    Block,
    BlockLabel,
    Credit,
    Evidence,
    Published,
)
from onrecord.model.linked import (
    Change,
    Claim,
    Dispute,
    Echo,
    Happening,
    Identity,
    IdentityMention,
    LostAttribution,
    Side,
    Statement,
    Telling,
    TimelineEntry,
)
from onrecord.model.parse import Entity, Parse, Relation, Token
from onrecord.model.problem import Problem
from onrecord.model.raw import RawDocument
from onrecord.model.reading import (
    Act,
    Attribution,
    Dated,
    Event,
    Factuality,
    Figure,
    Kind,
    Name,
    NameType,
    Participant,
    Reading,
    Role,
    SourceType,
    Stance,
    Timex,
    TimexType,
)
from onrecord.model.span import Span

__all__ = [
    "Act",
    "Anchor",
    "Article",
    "Attribution",
    "Block",
    "BlockLabel",
    "Change",
    "Claim",
    "Credit",
    "Dated",
    "Dispute",
    "Echo",
    "Entity",
    "Event",
    "Evidence",
    "Factuality",
    "Figure",
    "Happening",
    "Identity",
    "IdentityMention",
    "Kind",
    "LostAttribution",
    "Name",
    "NameType",
    "Parse",
    "Participant",
    "Problem",
    "Published",
    "RawDocument",
    "Reading",
    "Relation",
    "Role",
    "Side",
    "SourceType",
    "Span",
    "Stance",
    "Statement",
    "Telling",
    "TimelineEntry",
    "Timex",
    "TimexType",
    "Token",
]
