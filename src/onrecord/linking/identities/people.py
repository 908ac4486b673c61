"""Who is who across articles: one identity a person, organisation, place or group.

Names that are equal once titles, accents and forms of address are set aside are one (`keys`); what a
name is (a place, a person) is what most articles take it for (`kinds`). Beyond that, people are joined by
spelling and initials (`same_people`), organisations by acronyms and romanisation (`same_bodies`),
a bare surname to its bearer, a short name to what articles spell out for it (`short_forms`), a
regular adjective to its place. What people judged comes before all of it (`judged`). Only names that share
a unit (a skeleton of consonants, an ending) are ever compared, so the work grows with n log n; and only
units that changed articles touch are compared again (`units`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from onrecord.linking.identities.gazetteer import Lookup, gazetteer_rule, other_names
from onrecord.linking.identities.given import Given
from onrecord.linking.identities.grouping import groups_of, region_of
from onrecord.linking.identities.judged import Judged
from onrecord.linking.identities.kinds import assign
from onrecord.linking.identities.mentions import Local
from onrecord.linking.identities.naming import Naming
from onrecord.linking.identities.offices import ONLY_ONES, OWNERS
from onrecord.linking.identities.parted import Parted
from onrecord.linking.identities.same_bodies import ACRONYMS, ROMANISATIONS
from onrecord.linking.identities.same_people import BEGINNINGS, PEOPLE, WORDS_BEFORE
from onrecord.linking.identities.short_forms import (
    ADJECTIVES,
    CLUBS,
    ENDINGS,
    NUMBERS,
    SPELT_OUT,
    WATERS_ALONE,
)
from onrecord.linking.identities.sighted import recognise
from onrecord.linking.identities.touched import clear, count_keys, renamed_articles
from onrecord.linking.identities.units import Units
from onrecord.linking.scratch import scratch
from onrecord.model import Delta, Identity, Judgement, MentionOf, NameType, Span

RULES = (
    PEOPLE, ROMANISATIONS, ACRONYMS, SPELT_OUT, BEGINNINGS, WORDS_BEFORE, OWNERS, ONLY_ONES, ENDINGS,
    CLUBS, NUMBERS, WATERS_ALONE, ADJECTIVES,
)  # fmt: skip
"""In the order in which their joins are told as reasons; that of people is the first."""


class People:
    """The identities of the names in `naming`, and who a speaker is."""

    def __init__(
        self, naming: Naming, given: Given, parted: Parted, renamed: frozenset[str]
    ) -> None:
        self._naming = naming
        self._given = given
        self.renamed = renamed
        """The articles in which `who` may answer otherwise, or something is a mention of another, than at
        the last linking; those that came, too."""
        self._parted = parted
        self._article: str | None = None
        self._there: Mapping[tuple[str, str], str] = {}

    def identities(self) -> Delta[Identity]:
        """What changed since the last linking, by id, without mentions. To be taken once."""
        return self._given.changed()

    def mentions(self, went: Iterable[str] = ()) -> Delta[MentionOf]:
        """Those in articles where they may be others than at the last linking; `went` are articles that are no
        more."""
        return Delta(
            sorted(self.renamed.union(went)),
            (of for article in sorted(self.renamed) for of in self._given.mentions_in(article)),
        )

    def all(self) -> Iterator[Identity]:
        """All of them, by id, with their mentions."""
        return self._given.all()

    def who(
        self, article: str, name: tuple[str, NameType] | None, spans: Iterable[Span] = ()
    ) -> str | None:
        """The id of the identity of a folded name in an article, whatever its type was taken for.
        `spans` are the words that give it."""
        if name is None:
            return None
        spans = tuple(spans)
        for span, key in self._parted.alone.get(article, ()):
            if any(span.overlaps(other) for other in spans):
                return self._given.identity(key)
        if article != self._article:
            self._article, self._there = article, self._given.named_in(article)
        folded, kind = name
        for tried in (kind, "person", "organisation", "group", "place"):
            found = self._there.get((folded, tried))
            if found and (tried == kind or tried != "place"):
                return found
        return None


def find_identities(
    locals_: Iterable[Local],
    judgements: Iterable[Judgement] = (),
    lookup: Lookup | None = None,
) -> tuple[Identity, ...]:
    """All identities, sorted by id. The outcome does not depend on the order of `locals_`."""
    with scratch() as connection:
        naming = Naming(connection)
        naming.add(locals_)
        return tuple(identified(naming, judgements, lookup).all())


def identified(
    naming: Naming,
    judgements: Iterable[Judgement] = (),
    lookup: Lookup | None = None,
    *,
    relisted: bool = True,
) -> People:
    """Decide what every name is, and join those that are of one: as judged, then as found. Only what
    articles that came or went since the last linking touch is decided anew, and what is judged.
    `lookup` is that of a gazetteer, `relisted` says that it may be another than then."""
    recognise(naming, other_names(lookup) if lookup else None, relisted)
    assign(naming)
    count_keys(naming)
    units = Units(naming, (*RULES, gazetteer_rule(lookup, relisted)))
    units.update()
    region = region_of(Judged(naming, judgements), naming, units)
    given = Given(naming, region.parted)
    given.begin(region)
    for group in (*region.groups, *groups_of(given.unsure(), naming, units)):
        given.take(group)
    renamed = renamed_articles(naming) | given.end()
    clear(naming)
    return People(naming, given, region.parted, renamed)
