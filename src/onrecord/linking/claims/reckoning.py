"""From statements to claims and disputes: what is alike, what is denied, what cannot both hold.

All of it is kept from one linking to the next. Statements that came or went, whose speaker is
somebody else now, or whose articles' echoes changed, are looked at anew, with those that hang together
with them; everything else stays.
"""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence

import msgspec

from onrecord.linking.claims.bags import Bags, bags_at_once
from onrecord.linking.claims.denying import Denying
from onrecord.linking.claims.disputes import claim_dispute, figure_disputes, refusal_disputes
from onrecord.linking.claims.grouping import claim, groups, widen, wording
from onrecord.linking.claims.origins import Provenance
from onrecord.linking.claims.outcome import Outcome, Reckoned
from onrecord.linking.claims.postings import Crossed, Postings
from onrecord.linking.claims.refusing import Refusing
from onrecord.linking.claims.rivalry import Rivalry
from onrecord.linking.claims.sayings import Sayings, Who
from onrecord.linking.claims.similarity import Alike
from onrecord.linking.claims.terms import Said
from onrecord.model import Claim, Dispute, NameType, Span

_NOTHING = Bags.of(())


class Claims:
    """The claims and disputes of a record. First `add` and `forget`, then `update`."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._sayings = Sayings(connection)
        self._postings = Postings(connection, self._sayings.everything)
        self._alike = Alike(connection, self._sayings, self._postings)
        self._denying = Denying(connection, self._sayings, self._postings)
        self._refusing = Refusing(connection, self._sayings)
        self._rivalry = Rivalry(connection, self._sayings)
        self.outcome = Outcome(connection)

    def add(
        self,
        statement: Said,
        wording: tuple[object, ...] | None,
        speaker: tuple[str, NameType] | None = None,
        spans: Sequence[Span] = (),
    ) -> None:
        """As `Sayings.add`."""
        arrival = self._sayings.add(statement, wording, speaker, spans)
        self._denying.add(arrival, statement)
        self._refusing.add(arrival, statement)

    def forget(self, article: str) -> None:
        self._denying.forget(article)
        self._refusing.forget(article)
        self._sayings.forget(article)

    def update(
        self, who: Who, renamed: Iterable[str], echoed: Iterable[str], known: Provenance
    ) -> Reckoned:
        """What changed. `who` gives the identity of an article's speaker; `renamed` are the articles in
        which it may have another answer than the last time, with those that came; `echoed` are those
        of which the echoes have changed."""
        self._sayings.voice(who, renamed)
        self._sayings.stir()
        crossed = self._posted()
        self._alike.update(crossed)
        for part in (self._denying, self._refusing, self._rivalry):
            part.withdraw()
        for statements in self._sayings.by_article():
            for part in (self._denying, self._refusing, self._rivalry):
                part.beside(statements)
        self._denying.update(crossed)
        self._refusing.update()
        self._rivalry.update()
        self.outcome.stir(echoed)
        return self.outcome.replace(self._grouped(known), self._across)

    def _posted(self) -> Crossed:
        crossed = Crossed()
        for departed in bags_at_once(self._sayings.departed()):
            crossed.add(self._postings.change(departed, _NOTHING))
        for arrived in bags_at_once(self._sayings.arrived()):
            crossed.add(self._postings.change(_NOTHING, arrived))
        self._postings.restore()
        return crossed

    def _grouped(self, known: Provenance) -> Iterator[tuple[Claim, Dispute | None]]:
        widen(self._connection)
        reasons = self._reasons()
        denied = {claimed for lines in reasons.values() for claimed, _ in lines}
        for arrivals in groups(self._connection, self._sayings):
            members = [self._sayings[arrival] for arrival in arrivals]
            made = claim(members, known, denied)
            why = dict.fromkeys(why for i in made.statements for _, why in reasons.get(i, ()))
            found = None
            if len(members) > 1 or wording(members[0]) is not None:
                found = claim_dispute(made, members, linked=bool(why))
            if found and len(found.sides) > 1 and why:
                because = f"{found.because}; {'; '.join(why)}"
                found = msgspec.structs.replace(found, because=because)
            yield made, found

    def _reasons(self) -> dict[str, list[tuple[str, str]]]:
        """By denials in `stirred`: what they deny, and why they are thought to."""
        found: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for denial, claimed, because in self._connection.execute(
            "SELECT d.id, c.id, because FROM stirred CROSS JOIN denials ON denial_node = stirred.node"
            " JOIN sayings AS d ON d.arrival = denial JOIN sayings AS c ON c.arrival = claimed"
            " ORDER BY d.id, elsewhere, c.id"
        ):
            found[denial].append((claimed, because))
        return found

    def _across(self, claim_of: Callable[[str], str]) -> list[Dispute]:
        """The disputes that are not over one claim alone. They are few."""
        return [
            *figure_disputes(self._rivalry.all(), claim_of),
            *refusal_disputes(self._refusing.all(), claim_of),
        ]
