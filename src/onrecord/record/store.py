"""The record as an object: an open file with the queries and writes of this folder."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import AbstractContextManager
from pathlib import Path
from types import TracebackType
from typing import Self

from onrecord.errors import OnrecordError
from onrecord.model import (
    Article,
    Claim,
    Dispute,
    Echo,
    GazetteerRow,
    Happening,
    Identity,
    Judgement,
    Linked,
    Parse,
    Point,
    Problem,
    RawDocument,
    Reading,
    Settled,
    Statement,
    TimelineEntry,
    Verdict,
)
from onrecord.record import gazetteer, judgements, linked, points, queries, writing
from onrecord.record.opening import connect, transaction


class Record:
    """A `.record` file. Open it with `Record.open`; it is a context manager that closes it.

    All that comes out is streamed, articles by id and statements by article and place in it,
    so a record may be larger than memory. An iterator reads while it is consumed: do not
    write to what it runs over before it is done.
    """

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self.path = path
        self.connection = connection

    @classmethod
    def open(cls, path: str | Path, *, create: bool = False, read_only: bool = False) -> Self:
        """Open the record at `path`; `create` makes an empty one where there is none.

        Raises `OnrecordError` when there is none, when the file is not a record, or when a
        newer onrecord wrote it.
        """
        where = Path(path)
        return cls(where, connect(where, create=create, read_only=read_only))

    def close(self) -> None:
        self.connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"Record({str(self.path)!r})"

    # What was read goes in.

    def transaction(self) -> AbstractContextManager[None]:
        """All that is stored within is kept together, or not at all."""
        return transaction(self.connection)

    def store(
        self,
        raw: RawDocument,
        article: Article,
        reading: Reading,
        parses: Mapping[str, bytes],
        version: str,
        problems: Iterable[Problem] = (),
    ) -> None:
        """Keep an article and its reading, made by reading version `version`, in one transaction.

        `parses`: passage key to packed `Parse`, those that were not in the record before.
        """
        writing.store(self.connection, raw, article, reading, parses, version, problems)

    def store_input(self, article: str, raw: RawDocument) -> None:
        """Note one more place where a stored article was found."""
        writing.store_input(self.connection, article, raw)

    def store_problem(self, problem: Problem) -> None:
        writing.store_problem(self.connection, problem)

    def clear_problem(self, key: str, kind: str | None = None) -> None:
        """Forget the problems of a document that reads well now."""
        writing.clear_problem(self.connection, key, kind)

    def keep_linked(self, made: Linked, *, version: str = "", whole: bool = True) -> None:
        """Put the outcome of a linking in the place of the last one's, in one transaction: all of it if
        `whole`, else what changed."""
        linked.keep(self.connection, made, version=version, whole=whole)

    def linked_state(self) -> str | None:
        """A digest of what was linked last, `None` before the first time: articles, readings, judgements,
        gazetteer and linking's version."""
        return linked.state(self.connection)

    def linked_is_stale(self, version: str = "") -> bool:
        """Whether any of that changed since."""
        return linked.is_stale(self.connection, version)

    # What was read comes out.

    def has(self, article_id: str, reading_version: str) -> bool:
        """Whether that article is here as that version reads it."""
        return queries.has(self.connection, article_id, reading_version)

    def parses(self, keys: Iterable[str]) -> dict[str, Parse]:
        """Those of the parses under `keys` (passage keys) that are here."""
        return queries.parses(self.connection, keys)

    def articles(self) -> Iterator[Article]:
        return queries.articles(self.connection)

    def article(self, article_id: str) -> Article | None:
        return queries.article(self.connection, article_id)

    def readings(self) -> Iterator[tuple[Article, Reading]]:
        return queries.readings(self.connection)

    def reading(self, article_id: str) -> Reading | None:
        return queries.reading(self.connection, article_id)

    def reading_versions(self) -> Iterator[tuple[str, str]]:
        """The ids of the articles with the versions that their readings are of, by id."""
        return queries.reading_versions(self.connection)

    def raw(self, sha256: str) -> bytes | None:
        """The bytes an article was made of, by its `raw_sha256`."""
        return queries.raw(self.connection, sha256)

    def inputs(self, article_id: str) -> list[tuple[str, str]]:
        """Every (path, key) where the article was found, sorted."""
        return queries.inputs(self.connection, article_id)

    def statements(
        self,
        speaker: str | None = None,
        stance: str | None = None,
        since: str | None = None,
        article: str | None = None,
    ) -> Iterator[Statement]:
        """Statements by article and place in it.

        `speaker` is a name, or whole words of one, in any case, or an identity's id; `since` an
        ISO day: statements that may have been made on or after it. Those of which no last day
        is known are then left out.
        """
        return queries.statements(
            self.connection, speaker=speaker, stance=stance, since=since, article=article
        )

    def statement(self, statement_id: str) -> Statement | None:
        return queries.statement(self.connection, statement_id)

    def search(self, words: str, limit: int = 100) -> Iterator[Statement]:
        """Statements whose content has all of `words`, best first."""
        return queries.search(self.connection, words, limit)

    def search_articles(self, words: str, limit: int = 100) -> Iterator[Article]:
        """Articles whose title and text have all of `words`, best first."""
        return queries.search_articles(self.connection, words, limit)

    def problems(self) -> Iterator[Problem]:
        """By path, key and kind. A problem of an article stands once for each of its inputs."""
        return queries.problems(self.connection)

    def problems_of(self, article_id: str) -> int:
        """How many problems a stored article has of its own."""
        return queries.problems_of(self.connection, article_id)

    def identities(self) -> Iterator[Identity]:
        return linked.identities(self.connection)

    def echoes(self, article: str | None = None) -> Iterator[Echo]:
        """All echoes, or those with `article` on either side."""
        return linked.echoes(self.connection, article)

    def claims(self) -> Iterator[Claim]:
        return linked.claims(self.connection)

    def disputes(self) -> Iterator[Dispute]:
        return linked.disputes(self.connection)

    def timeline(
        self, since: str | None = None, until: str | None = None
    ) -> Iterator[TimelineEntry]:
        """By first day. `since` and `until` are ISO days, both included."""
        return linked.timeline(self.connection, since, until)

    def settled(self) -> Iterator[Settled]:
        """The publication of articles that do not tell it, where other articles do; by article."""
        return linked.settled(self.connection)

    def happenings(self) -> Iterator[Happening]:
        """What two events or more tell of; mostly they are of several articles."""
        return linked.happenings(self.connection)

    def happenings_of(self, article_id: str) -> dict[int, tuple[str, int]]:
        """For the events of an article (by index in its reading) that are in a happening: the
        happening's id, and how many articles tell of it."""
        return linked.happenings_of(self.connection, article_id)

    # What others say of names.

    def replace_gazetteer(self, rows: Iterable[GazetteerRow]) -> int:
        """Keep these rows in the place of those before, in one transaction; gives how many there are."""
        return gazetteer.replace(self.connection, rows)

    def gazetteer(self, name: str) -> Iterator[GazetteerRow]:
        """The rows that have the name, case, accents and points apart, by id."""
        return gazetteer.named(self.connection, name)

    def gazetteer_digest(self) -> str | None:
        """Equal for equal gazetteers; `None` without one."""
        return gazetteer.digest_of(self.connection)

    # What people judged.

    def judge(
        self,
        verdict: Verdict,
        one: str | Point,
        other: str | Point,
        by: str | None = None,
        note: str = "",
    ) -> Judgement:
        """Keep the judgement that two are the `same` person, body or place, `not_same`, or one is `unsure`.

        Each is a `Point`, or words that mean one: an identity's id, a name, or `ARTICLE:NAME` and
        `ARTICLE:START-END` for a name in one article (see `onrecord.record.points.point`). It shows
        in the record at the next linking. Raises `OnrecordError` when it is not clear who is meant.
        """
        about = (self._point(one), self._point(other))
        if about[0] == about[1]:
            raise OnrecordError(f"both are the same words: {one}")
        return judgements.keep(self.connection, "identity", verdict, about, by, note)

    def judgements(self) -> Iterator[Judgement]:
        """All judgements, withdrawn ones too, in the order of judging."""
        for judgement in judgements.all_of(self.connection):
            yield points.anchored(self.connection, judgement)

    def withdraw(self, judgement_id: str, by: str | None = None) -> Judgement:
        """Take a judgement back, by its id or the beginning of it; it stays in the record as withdrawn.
        Raises `OnrecordError` when there is no such judgement, or it was withdrawn already."""
        return judgements.withdraw(self.connection, judgement_id, by)

    def meant(self, point: Point) -> str | None:
        """The id of the identity that a judgement's point means, as the record is linked now."""
        return points.meant(self.connection, point)

    def _point(self, given: str | Point) -> Point:
        if isinstance(given, str):
            return points.point(self.connection, given)
        return points.checked(self.connection, given)
