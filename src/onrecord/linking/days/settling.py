"""When articles were published that do not tell, settled by others that tell of the same days.

Three kinds of evidence: a reprint or another outlet's edit of an article of sure date; a sentence of
another article, dated for sure, that tells the same of the same month and day; and what the
article itself allows (the capture, days it reports as past, weekdays). Two pieces have to agree that do
not hang on one another, or one has to be very strong; where pieces disagree nothing is settled.
Only articles without a date cost more than being noted.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from datetime import date

import msgspec

from onrecord.linking.days.day_mentions import Mention, is_undated, mentions
from onrecord.linking.days.same_days import Found, alike
from onrecord.linking.days.settled_days import COPY_REACH, REACH, Piece, settle
from onrecord.linking.echoes.lineage import Imprint, agencies, house, same_house
from onrecord.linking.union import Sets
from onrecord.model import Article, Echo, Published, Reading, Settled

REPRINT_DAYS = 7
"""All 17 reprints in 6,000 articles of US news are within 3 days of each other."""
EDIT_DAYS = 14
"""40 of 42 edits by another outlet are within 9 days; one outlet's own are not."""

_encode = msgspec.msgpack.Encoder().encode
_mentions = msgspec.msgpack.Decoder(list[Mention]).decode
_published = msgspec.msgpack.Decoder(Published).decode


class Settling:
    """What every article tells of days, on disk; once all are added, `settled` tells the rest."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        connection.execute(
            "CREATE TABLE IF NOT EXISTS day_mentions (article TEXT, key TEXT, body BLOB)"
        )
        connection.execute("CREATE INDEX IF NOT EXISTS day_mentions_key ON day_mentions(key)")
        connection.execute(
            "CREATE INDEX IF NOT EXISTS day_mentions_article ON day_mentions(article)"
        )
        connection.execute(
            "CREATE TABLE IF NOT EXISTS days_published (article TEXT PRIMARY KEY, day TEXT)"
        )
        connection.execute(
            "CREATE TABLE IF NOT EXISTS undated"
            " (article TEXT PRIMARY KEY, published BLOB, mentions BLOB)"
        )

    def add(self, article: Article, reading: Reading) -> None:
        published, found = article.published, mentions(article, reading)
        if is_undated(published):
            row = (article.id, _encode(published), _encode(found))
            self._connection.execute("INSERT INTO undated VALUES (?, ?, ?)", row)
        elif published.sure and published.earliest == published.latest:
            self._connection.execute(
                "INSERT INTO days_published VALUES (?, ?)", (article.id, published.earliest)
            )
            self._connection.executemany(
                "INSERT INTO day_mentions VALUES (?, ?, ?)",
                ((article.id, mention.key, _encode(mention)) for mention in found),
            )

    def forget(self, article: str) -> None:
        for table in ("day_mentions", "days_published", "undated"):
            self._connection.execute(f"DELETE FROM {table} WHERE article = ?", (article,))

    def settled(
        self, imprints: Mapping[str, Imprint], echoes: Callable[[str], Sequence[Echo]]
    ) -> list[Settled]:
        """By article; `echoes` gives those with an article on either side."""
        own = {article: found for article, _, found in self._undated()}
        found_alike = alike(self._connection, own) if own else {}
        made = []
        for article, published, found in self._undated():
            shared = {_other(echo, article): echo for echo in echoes(article)}
            # An outlet brings its own text up to date for years.
            own_text = {
                other
                for other, echo in shared.items()
                if echo.kind == "edited"
                and same_house(imprints[article].outlet, imprints[other].outlet)
            }
            pieces = [
                *self._echoed(imprints, shared, own_text),
                *self._told(imprints, found, found_alike.get(article, {}), own_text),
            ]
            pieces = _of_origins(pieces, imprints, echoes)
            settled = settle(article, published, found, pieces)
            made += [settled] if settled else []
        return made

    def _undated(self) -> Iterator[tuple[str, Published, list[Mention]]]:
        for article, published, found in self._connection.execute(
            "SELECT article, published, mentions FROM undated ORDER BY article"
        ):
            yield article, _published(published), _mentions(found)

    def _day(self, article: str) -> date | None:
        row = self._connection.execute(
            "SELECT day FROM days_published WHERE article = ?", (article,)
        ).fetchone()
        return date.fromisoformat(row[0]) if row else None

    def _echoed(
        self, imprints: Mapping[str, Imprint], shared: Mapping[str, Echo], own_text: Container[str]
    ) -> Iterator[Piece]:
        for other, echo in sorted(shared.items()):
            day = self._day(other)
            if day is None or echo.kind == "passage" or other in own_text:
                continue
            reprint = echo.kind == "reprint"
            says = "a reprint" if reprint else "another edit"
            yield Piece(
                of=other,
                published=day,
                reach=REPRINT_DAYS if reprint else EDIT_DAYS,
                strong=reprint,
                because=f"{says} of the same text is by {imprints[other].words}",
            )

    def _told(
        self,
        imprints: Mapping[str, Imprint],
        own: Sequence[Mention],
        told: Mapping[int, Sequence[Found]],
        own_text: Container[str],
    ) -> Iterator[Piece]:
        for at, others in sorted(told.items()):
            for other, mention, score, copied, words in others:
                if other in own_text:
                    continue
                day, days = self._day(other), mention.days
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
                    because=f"{imprints[other].words} tells the same of {mention.value} in the words "
                    + ", ".join(own[at].forms[word] for word in words),
                )


def _other(echo: Echo, article: str) -> str:
    return echo.of_article if echo.article == article else echo.article


def _of_origins(
    pieces: Sequence[Piece],
    imprints: Mapping[str, Imprint],
    echoes: Callable[[str], Sequence[Echo]],
) -> list[Piece]:
    """The pieces with equal `origin` where their articles are of one house or agency, or share text."""
    articles = sorted({piece.of for piece in pieces})
    sets: Sets[str] = Sets(articles)
    houses: dict[tuple[str, ...], str] = {}
    for article in articles:
        imprint = imprints[article]
        for name in (*agencies(imprint), *([imprint.outlet] if imprint.outlet else [])):
            sets.join(houses.setdefault(house(name), article), article)
        for echo in echoes(article):
            if echo.article in imprints and {echo.article, echo.of_article} <= set(articles):
                sets.join(echo.article, echo.of_article)
    return [msgspec.structs.replace(piece, origin=sets.find(piece.of)) for piece in pieces]
