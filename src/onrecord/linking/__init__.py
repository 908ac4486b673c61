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
from onrecord.linking.days.redating import redated
from onrecord.linking.identities.people import identified
from onrecord.linking.kept import Kept
from onrecord.linking.lost_attribution.store import EchoStore
from onrecord.linking.readable import Readable
from onrecord.linking.workspace import beside, workspace
from onrecord.model import GazetteerRow, Judgement, Linked

LINKING_VERSION = "10"

__all__ = ["LINKING_VERSION", "Linkable", "beside", "link"]


class Linkable(Readable, Protocol):
    """What `link` needs of a record."""

    def judgements(self) -> Iterable[Judgement]: ...

    def gazetteer_digest(self) -> str | None:
        """`None` without a gazetteer."""

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
        kept = Kept(work.connection)
        changed = kept.follow(record)
        gazetteer = record.gazetteer_digest()
        people = identified(
            kept.naming,
            record.judgements(),
            record.gazetteer if gazetteer else None,
            relisted=gazetteer != work.gazetteer,
        )
        imprints = kept.sheets.imprints()
        echoes = EchoStore(kept.sheets, kept.sources)
        echoed = echoes.update()
        reckoned = kept.claims.update(
            people.who, people.renamed, echoed.touched, Provenance(imprints, echoes.of)
        )
        settled = kept.settling.update(imprints, echoes.touching, echoed.touched)
        timeline = kept.days.update(kept.claims.outcome.reclaimed(), redated(record, settled))
        made = Linked(
            identities=people.identities(),
            mentions=people.mentions(changed.went),
            echoes=echoed.delta,
            claims=reckoned.claims,
            disputes=reckoned.disputes,
            timeline=timeline,
            happenings=kept.happenings.update(),
            statements=reckoned.statements,
            settled=kept.settling.all(),
        )
        record.keep_linked(made, version=LINKING_VERSION, whole=work.fresh)
        work.belongs_to(record.linked_state(), gazetteer)
