"""Who speaks: the identities of the record, and the names that no identity holds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from onrecord.model import Article, Identity, Statement
from onrecord.report.rows import SpeakerRow

FRAGMENTS = " … "  # how `Statement.text` joins the fragments of a discontinuous content
REASONS = 8  # of why names are one speaker; a much-named identity has one for each article


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
            rows.append(
                SpeakerRow(
                    key=key,
                    name=identity.name if identity else " ".join(name.split()),
                    type=identity.type if identity else said.source_type,
                    named=identity is not None
                    or (bool(key) and said.source_type not in ("unnamed", "none")),
                    roles=list(identity.roles) if identity else [],
                    aliases=list(identity.aliases) if identity else [],
                    because=list(identity.because[:REASONS]) if identity else [],
                )
            )
        speaker_of.append(at[key])
    return rows, speaker_of
