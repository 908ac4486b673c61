"""Who speaks: the identities of the record, and the names that no identity holds."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from onrecord.model import Article, Identity, RoleHeld, Statement
from onrecord.report.rows import SpeakerRow

FRAGMENTS = " … "  # how `Statement.text` joins the fragments of a discontinuous content
HELD = 3  # roles that are shown
RARE = 0.1
"""A role that this share of articles shows, of those that show the commonest, is most often a slip of reading."""
REASONS = 8  # of why names are one speaker; a much-named identity has one for each article
_JUDGED = re.compile(r": judged (?:the same|not the same|unsure) by .* on \d{4}-\d\d-\d\d\b")
"""In a reason that people gave; these stand first."""


def speaking(
    statements: Sequence[Statement],
    articles: Sequence[Article],
    article_at: Mapping[str, int],
    identities: Iterable[Identity],
) -> tuple[list[SpeakerRow], list[int]]:
    """Who speaks, each once, and the speaker's index for every statement.

    Where linking found no identity, equal names are taken for one speaker: the page has to
    group rows somehow, and says what was printed beside it.
    """
    known = {identity.id: identity for identity in identities}
    called = Counter(identity.name.casefold() for identity in known.values())
    rows: list[SpeakerRow] = []
    at: dict[str, int] = {}
    speaker_of: list[int] = []
    for statement in statements:
        said = statement.attribution
        identity = known.get(statement.speaker_identity or "")
        text = articles[article_at[statement.article]].text
        name = said.speaker or FRAGMENTS.join(span.of(text) for span in said.source)
        key = identity.id if identity else " ".join(name.casefold().split())
        if key not in at:
            at[key] = len(rows)
            if identity:
                rows.append(_known(identity, called[identity.name.casefold()] == 1))
            else:
                named = bool(key) and said.source_type not in ("unnamed", "none")
                rows.append(SpeakerRow(key, " ".join(name.split()), said.source_type, named))
        speaker_of.append(at[key])
    return rows, speaker_of


def _known(identity: Identity, alone: bool) -> SpeakerRow:
    because = list(identity.because[:REASONS])
    held = _held(identity.roles_held)
    return SpeakerRow(
        key=identity.id,
        name=identity.name,
        type=identity.type,
        named=True,
        roles=list(identity.roles),
        aliases=list(identity.aliases),
        because=because,
        alone=alone,
        metonym=identity.metonym_of is not None,
        judged=sum(1 for reason in because if _JUDGED.search(reason)),
        held=[(h.role, h.since, h.until, h.ended, len(h.articles)) for h in held],
        unheld=len(identity.roles_held) - len(held),
        articles=len({mention.article for mention in identity.mentions}),
    )


def _held(roles: Sequence[RoleHeld]) -> list[RoleHeld]:
    """The roles that most articles show, in the order given."""
    ranked = sorted(roles, key=lambda h: -len(h.articles))
    shown = [h for h in ranked[:HELD] if len(h.articles) > RARE * len(ranked[0].articles)]
    return [h for h in roles if h in shown]
