"""Articles and their readings in; what holds across them out: identities, echoes, claims,
disputes, the timeline, happenings.

`link` is the only function here that touches the record. What is kept of every article is on disk
(`workspace`), so that memory stays nearly the same however many there are. Everything gives the same
result whatever the order of articles, and whether they came at once or a few at a time.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Protocol

from onrecord.linking.claims.origins import Provenance
from onrecord.linking.claims.reckoning import ClaimStore, reckon
from onrecord.linking.days.redating import redated
from onrecord.linking.echoes.pairs import echoes_among
from onrecord.linking.identities.gazetteer import other_names
from onrecord.linking.identities.people import identified
from onrecord.linking.kept import Kept
from onrecord.linking.lost_attribution.store import EchoStore
from onrecord.linking.readable import Readable
from onrecord.linking.scratch import Column
from onrecord.linking.workspace import beside, workspace
from onrecord.model import (
    Claim,
    Dispute,
    Echo,
    GazetteerRow,
    Happening,
    Identity,
    Judgement,
    Settled,
    TimelineEntry,
)

LINKING_VERSION = "6"

__all__ = ["LINKING_VERSION", "Linkable", "beside", "link"]


class Linkable(Readable, Protocol):
    """What `link` needs of a record."""

    def judgements(self) -> Iterable[Judgement]: ...

    def has_gazetteer(self) -> bool: ...

    def gazetteer(self, name: str) -> Iterable[GazetteerRow]: ...

    def replace_linked(
        self,
        identities: Iterable[Identity],
        echoes: Iterable[Echo],
        claims: Iterable[Claim],
        disputes: Iterable[Dispute],
        timeline: Iterable[TimelineEntry],
        statement_identity: Mapping[str, str],
        statement_claim: Mapping[str, str],
        version: str = "",
        happenings: Iterable[Happening] = (),
        settled: Iterable[Settled] = (),
    ) -> None: ...


def link(record: Linkable, workplace: Path | None = None) -> None:
    """Recompute what holds across articles, and replace it in one transaction.

    What single articles give is taken from the workspace at `workplace` where it was left there by an
    earlier linking (see `onrecord.linking.workspace`).
    """
    with workspace(workplace, LINKING_VERSION) as connection:
        kept = Kept(connection)
        kept.follow(record)
        lookup = record.gazetteer if record.has_gazetteer() else None
        kept.naming.recognise(other_names(lookup) if lookup else None)
        people = identified(kept.naming, record.judgements(), lookup)
        imprints = {imprint.article: imprint for imprint in kept.sheets.imprints()}
        echoes = EchoStore(connection, echoes_among(kept.sheets))
        kept.sayings.seal(people.who)
        claims = ClaimStore(connection)
        disputes = reckon(kept.sayings, claims, Provenance(imprints, echoes.of))
        settled = kept.settling.settled(imprints, echoes.touching)
        kept.days.redate(redated(record, settled))
        record.replace_linked(
            identities=people.identities(),
            echoes=echoes.with_lost(kept.sheets, kept.sources, imprints),
            claims=claims.all(),
            disputes=disputes,
            timeline=kept.days.entries(),
            statement_identity=Column(connection, "voices", "identity"),
            statement_claim=Column(connection, "claimed", "claim"),
            version=LINKING_VERSION,
            happenings=kept.happenings.found(),
            settled=settled,
        )
