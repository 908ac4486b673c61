"""What people judged: kept for good, in the order of judging. Nothing is changed or deleted; a
judgement that is withdrawn stays, with who withdrew it and when."""

from __future__ import annotations

import getpass
import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import msgspec

from onrecord.errors import OnrecordError
from onrecord.model import Judgement, JudgementKind, Point, Verdict, Withdrawal
from onrecord.record.identifiers import content_id
from onrecord.record.opening import transaction
from onrecord.record.packing import pack, unpack


def keep(
    connection: sqlite3.Connection,
    kind: JudgementKind,
    verdict: Verdict,
    about: tuple[Point, Point],
    by: str | None,
    note: str,
) -> Judgement:
    """Add a judgement of now. `by` is the user of this machine's account where it is not given."""
    with transaction(connection):
        by, at = by or _user(), _now(connection)
        points = msgspec.json.encode(about, order="deterministic").decode()
        identifier = content_id("judgement", kind, verdict, points, by, at, note)
        judgement = Judgement(identifier, kind, verdict, about, by, at, note)
        connection.execute(
            "INSERT INTO judgements VALUES (?, ?, ?, ?, ?, ?)",
            (identifier, kind, verdict, by, at, pack(judgement)),
        )
    return judgement


def withdraw(connection: sqlite3.Connection, identifier: str, by: str | None) -> Judgement:
    """Take a judgement back, by its id or the beginning of it. Raises `OnrecordError` when there is no
    such judgement, several, or it was withdrawn already."""
    with transaction(connection):
        found = [j for j in all_of(connection) if identifier and j.id.startswith(identifier)]
        if len(found) != 1:
            many = "several judgements have an id" if found else "there is no judgement whose id"
            raise OnrecordError(f"{many} that begins with '{identifier}'")
        (judgement,) = found
        if judgement.withdrawn:
            who = judgement.withdrawn
            raise OnrecordError(f"{judgement.id} was withdrawn by {who.by} on {who.at[:10]}")
        taken_back = Withdrawal(by or _user(), _now(connection))
        connection.execute(
            "INSERT INTO withdrawals VALUES (?, ?, ?)",
            (judgement.id, taken_back.by, taken_back.at),
        )
    return msgspec.structs.replace(judgement, withdrawn=taken_back)


def all_of(connection: sqlite3.Connection) -> Iterator[Judgement]:
    """Withdrawn ones too, in the order of judging."""
    for body, by, at in connection.execute(
        "SELECT j.body, w.made_by, w.made_at FROM judgements AS j"
        " LEFT JOIN withdrawals AS w ON w.judgement = j.id ORDER BY j.made_at, j.id"
    ):
        withdrawn = Withdrawal(by, at) if at else None
        yield msgspec.structs.replace(unpack(body, Judgement), withdrawn=withdrawn)


def active_ids(connection: sqlite3.Connection) -> list[str]:
    """The ids of those that hold, sorted."""
    rows = connection.execute(
        "SELECT id FROM judgements WHERE id NOT IN (SELECT judgement FROM withdrawals) ORDER BY id"
    )
    return [identifier for (identifier,) in rows]


def _now(connection: sqlite3.Connection) -> str:
    """The time, or just after the last judgement should the clock have gone back."""
    now = datetime.now(UTC)
    (last,) = connection.execute(
        "SELECT max(at) FROM (SELECT max(made_at) AS at FROM judgements"
        " UNION ALL SELECT max(made_at) FROM withdrawals)"
    ).fetchone()
    if last is not None:
        now = max(now, datetime.fromisoformat(last) + timedelta(microseconds=1))
    return now.isoformat(timespec="microseconds")


def _user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # no such account
        return "unknown"
