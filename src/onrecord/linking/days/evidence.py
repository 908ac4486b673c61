"""What speaks for the day on which an undated article was published: echoes, and what others tell."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import msgspec

from onrecord.linking.days.day_mentions import Mention
from onrecord.linking.days.same_days import Found
from onrecord.linking.days.settled_days import COPY_REACH, REACH, Piece
from onrecord.linking.echoes.lineage import Imprint, agencies, house, same_house
from onrecord.linking.union import Sets
from onrecord.model import Echo

REPRINT_DAYS = 7
"""All 17 reprints in 6,000 articles of US news are within 3 days of each other."""
EDIT_DAYS = 14
"""40 of 42 edits by another outlet are within 9 days; one outlet's own are not."""


@dataclass(frozen=True)
class Evidence:
    """What is known of articles by their ids: their imprints, the echoes with one on either side, and the
    day of publication where it is sure."""

    imprints: Mapping[str, Imprint]
    echoes: Callable[[str], Sequence[Echo]]
    day: Callable[[str], date | None]

    def shared(self, article: str) -> dict[str, Echo]:
        """The echoes of an article by the other article."""
        return {
            echo.of_article if echo.article == article else echo.article: echo
            for echo in self.echoes(article)
        }

    def pieces(
        self, article: str, own: Sequence[Mention], told: Mapping[int, Sequence[Found]]
    ) -> list[Piece]:
        """Of an undated article with its `own` mentions; `told` are those of others that tell the same, by
        the place of its own."""
        shared = self.shared(article)
        # An outlet brings its own text up to date for years.
        own_text = {
            other
            for other, echo in shared.items()
            if echo.kind == "edited"
            and same_house(self.imprints[article].outlet, self.imprints[other].outlet)
        }
        return self._of_origins([*self._echoed(shared, own_text), *self._told(own, told, own_text)])

    def _echoed(self, shared: Mapping[str, Echo], own_text: Container[str]) -> Iterator[Piece]:
        for other, echo in sorted(shared.items()):
            day = self.day(other)
            if day is None or echo.kind == "passage" or other in own_text:
                continue
            reprint = echo.kind == "reprint"
            says = "a reprint" if reprint else "another edit"
            yield Piece(
                of=other,
                published=day,
                reach=REPRINT_DAYS if reprint else EDIT_DAYS,
                strong=reprint,
                because=f"{says} of the same text is by {self.imprints[other].words}",
            )

    def _told(
        self,
        own: Sequence[Mention],
        told: Mapping[int, Sequence[Found]],
        own_text: Container[str],
    ) -> Iterator[Piece]:
        for at, others in sorted(told.items()):
            for other, mention, score, copied, words in others:
                if other in own_text:
                    continue
                day, days = self.day(other), mention.days
                assert day is not None
                assert days is not None
                yield Piece(
                    of=other,
                    published=day,
                    reach=(COPY_REACH if copied else REACH) + max(0, (day - days[1]).days),
                    mention=own[at].start,
                    days=days,
                    strong=False,
                    score=score,
                    because=f"{self.imprints[other].words} tells the same of {mention.value} in the words "
                    + ", ".join(own[at].forms[word] for word in words),
                )

    def _of_origins(self, pieces: Sequence[Piece]) -> list[Piece]:
        """The pieces with equal `origin` where their articles are of one house or agency, or share text."""
        articles = sorted({piece.of for piece in pieces})
        sets: Sets[str] = Sets(articles)
        houses: dict[tuple[str, ...], str] = {}
        for article in articles:
            imprint = self.imprints[article]
            for name in (*agencies(imprint), *([imprint.outlet] if imprint.outlet else [])):
                sets.join(houses.setdefault(house(name), article), article)
            for echo in self.echoes(article):
                if echo.article in self.imprints and {echo.article, echo.of_article} <= set(
                    articles
                ):
                    sets.join(echo.article, echo.of_article)
        return [msgspec.structs.replace(piece, origin=sets.find(piece.of)) for piece in pieces]
