"""When articles were published that do not tell, settled by others that tell of the same days.

Three kinds of evidence: a reprint or another outlet's edit of an article of sure date; a sentence of
another article, dated for sure, that tells the same of the same month and day; and what the
article itself allows (the capture, days it reports as past, weekdays). Two pieces have to agree that do
not hang on one another, or one has to be very strong; where pieces disagree nothing is settled.
Only articles without a date cost more than being noted.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date

import msgspec

from onrecord.linking.days.day_mentions import Mention, is_undated, mentions
from onrecord.linking.days.evidence import Evidence
from onrecord.linking.days.same_days import alike, shares_enough
from onrecord.linking.days.settled_days import settle
from onrecord.linking.echoes.lineage import Imprint
from onrecord.model import Article, Echo, Published, Reading, Settled

_TABLES = ("day_mentions", "days_published", "undated", "undated_days", "settled", "heard")
_encode = msgspec.msgpack.Encoder().encode
_mentions = msgspec.msgpack.Decoder(list[Mention]).decode
_mention = msgspec.msgpack.Decoder(Mention).decode
_settled = msgspec.msgpack.Decoder(Settled).decode
_published = msgspec.msgpack.Decoder(Published).decode


class Settling:
    """What every article tells of days, and what was settled, on disk. First `add` and `forget`, then
    `update`."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        for command in (
            """CREATE TABLE IF NOT EXISTS day_mentions (number INTEGER PRIMARY KEY AUTOINCREMENT,
                article TEXT, key TEXT, body BLOB)""",
            "CREATE INDEX IF NOT EXISTS day_mentions_key ON day_mentions(key)",
            "CREATE INDEX IF NOT EXISTS day_mentions_article ON day_mentions(article)",
            "CREATE TABLE IF NOT EXISTS days_published (article TEXT PRIMARY KEY, day TEXT)",
            "CREATE TABLE IF NOT EXISTS undated"
            " (article TEXT PRIMARY KEY, published BLOB, mentions BLOB)",
            "CREATE TABLE IF NOT EXISTS undated_days (key TEXT, article TEXT, PRIMARY KEY (key, article))",
            "CREATE INDEX IF NOT EXISTS undated_days_article ON undated_days(article)",
            # What was settled, and which others' days and echoes spoke for it or against it.
            "CREATE TABLE IF NOT EXISTS settled (article TEXT PRIMARY KEY, body BLOB)",
            "CREATE TABLE IF NOT EXISTS heard (article TEXT, of TEXT, PRIMARY KEY (article, of))",
            "CREATE INDEX IF NOT EXISTS heard_of ON heard(of)",
        ):
            connection.execute(command)
        self._begin()

    def _begin(self) -> None:
        self._concerned: set[str] = set()
        # What is told of days from now on.
        command = "SELECT coalesce(max(number), 0) FROM day_mentions"
        (self._known,) = self._connection.execute(command).fetchone()

    def add(self, article: Article, reading: Reading) -> None:
        published, found = article.published, mentions(article, reading)
        if is_undated(published):
            self._concerned.add(article.id)
            row = (article.id, _encode(published), _encode(found))
            self._connection.execute("INSERT INTO undated VALUES (?, ?, ?)", row)
            self._connection.executemany(
                "INSERT OR IGNORE INTO undated_days VALUES (?, ?)",
                ((mention.key, article.id) for mention in found if mention.year is None),
            )
        elif published.sure and published.earliest == published.latest:
            self._connection.execute(
                "INSERT INTO days_published VALUES (?, ?)", (article.id, published.earliest)
            )
            self._connection.executemany(
                "INSERT INTO day_mentions(article, key, body) VALUES (?, ?, ?)",
                ((article.id, mention.key, _encode(mention)) for mention in found),
            )

    def forget(self, article: str) -> None:
        self._concerned.update(self._who_heard(article))
        self._concerned.discard(article)
        for table in _TABLES:
            self._connection.execute(f"DELETE FROM {table} WHERE article = ?", (article,))

    def update(
        self,
        imprints: Mapping[str, Imprint],
        echoes: Callable[[str], Sequence[Echo]],
        echoed: Iterable[str],
    ) -> list[tuple[str, Settled | None]]:
        """What is settled otherwise than the last time, by article: `None` where it is no more. `echoes`
        gives those with an article on either side, `echoed` are the articles of which they
        changed."""
        for article in echoed:
            self._concerned.update((article, *self._who_heard(article)))
        self._concerned.update(self._who_hears())
        concerned = {
            article: (_published(row[0]), _mentions(row[1]))
            for article in sorted(self._concerned)
            if (row := self._undated(article))
        }
        own = {article: found for article, (_, found) in concerned.items()}
        told = alike(self._connection, own)
        evidence = Evidence(imprints, echoes, self._day)
        changed = []
        for article, (published, found) in concerned.items():
            here = told.get(article, {})
            heard = {*evidence.shared(article), *(f[0] for every in here.values() for f in every)}
            self._hear(article, sorted(heard))
            settled = settle(article, published, found, evidence.pieces(article, found, here))
            if self._replace(article, settled):
                changed.append((article, settled))
        self._begin()
        return changed

    def all(self) -> Iterator[Settled]:
        """All that is settled, by article."""
        for (body,) in self._connection.execute("SELECT body FROM settled ORDER BY article"):
            yield _settled(body)

    def _who_heard(self, article: str) -> list[str]:
        rows = self._connection.execute("SELECT article FROM heard WHERE of = ?", (article,))
        return [one for (one,) in rows]

    def _who_hears(self) -> set[str]:
        """The undated articles of whose days others tell something new."""
        found: set[str] = set()
        for article, body, own in self._connection.execute(
            "SELECT u.article, body, mentions FROM day_mentions AS d CROSS JOIN undated_days AS u"
            " USING (key) JOIN undated ON undated.article = u.article WHERE number > ?",
            (self._known,),
        ):
            if article not in found and article not in self._concerned:
                new = _mention(body)
                if any(m.key == new.key and shares_enough(m, new) for m in _mentions(own)):
                    found.add(article)
        return found

    def _undated(self, article: str) -> tuple[bytes, bytes] | None:
        row: tuple[bytes, bytes] | None = self._connection.execute(
            "SELECT published, mentions FROM undated WHERE article = ?", (article,)
        ).fetchone()
        return row

    def _hear(self, article: str, others: Iterable[str]) -> None:
        self._connection.execute("DELETE FROM heard WHERE article = ?", (article,))
        self._connection.executemany(
            "INSERT INTO heard VALUES (?, ?)", ((article, of) for of in others)
        )

    def _replace(self, article: str, settled: Settled | None) -> bool:
        """Keep it; whether it is another than before."""
        before = self._connection.execute(
            "SELECT body FROM settled WHERE article = ?", (article,)
        ).fetchone()
        now = (_encode(settled),) if settled else None
        if before != now:
            self._connection.execute("DELETE FROM settled WHERE article = ?", (article,))
            self._connection.executemany(
                "INSERT INTO settled VALUES (?, ?)", [(article, *now)] if now else []
            )
        return bool(before != now)

    def _day(self, article: str) -> date | None:
        row = self._connection.execute(
            "SELECT day FROM days_published WHERE article = ?", (article,)
        ).fetchone()
        return date.fromisoformat(row[0]) if row else None
