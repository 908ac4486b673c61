"""Articles and their readings in; what holds across them out: identities, echoes, claims,
disputes, the timeline, happenings.

`link` is the only function here that touches the record. What is kept of every article is on disk
(`workspace`), so that memory stays nearly the same however many there are. Everything gives the same
result whatever the order of articles, and whether they came at once or a few at a time.
"""

from __future__ import annotations

from collections.abc import Iterable
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
from onrecord.model import Delta, GazetteerRow, Judgement, Linked, StatementLink

LINKING_VERSION = "7"

__all__ = ["LINKING_VERSION", "Linkable", "beside", "link"]


class Linkable(Readable, Protocol):
    """What `link` needs of a record."""

    def judgements(self) -> Iterable[Judgement]: ...

    def has_gazetteer(self) -> bool: ...

    def gazetteer(self, name: str) -> Iterable[GazetteerRow]: ...

    def linked_state(self) -> str | None:
        """A digest of what was linked last; `None` before the first time."""

    def keep_linked(self, made: Linked, *, version: str, whole: bool) -> None:
        """Put the outcome in the place of the last one's: all of it if `whole`, else what changed."""


def link(record: Linkable, workplace: Path | None = None) -> None:
    """Find what holds across articles, and replace it in one transaction.

    What the last linking left in the workspace at `workplace` (see `onrecord.linking.workspace`) is
    brought up to date; without one, everything is found anew.
    """
    with workspace(workplace, LINKING_VERSION, record.linked_state()) as work:
        connection = work.connection
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
        voices, claimed = (
            Column(connection, "voices", "identity"), Column(connection, "claimed", "claim"),
        )  # fmt: skip
        made = Linked(
            identities=Delta(put=people.identities()),
            echoes=Delta(put=echoes.with_lost(kept.sheets, kept.sources, imprints)),
            claims=Delta(put=claims.all()),
            disputes=Delta(put=disputes),
            timeline=Delta(put=kept.days.entries()),
            happenings=Delta(put=kept.happenings.found()),
            statements=Delta(
                put=(StatementLink(s, voices.get(s), claimed.get(s)) for s in {*voices, *claimed})
            ),
            settled=settled,
        )
        record.keep_linked(made, version=LINKING_VERSION, whole=True)
        work.belongs_to(record.linked_state())
