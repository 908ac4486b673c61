"""The identities as they were given out, and what changed since.

An identity's id is made of that of its keys which most articles use, so it stays as spellings come and go.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

import msgspec

from onrecord.linking.hashing import content_id
from onrecord.linking.identities.described import described
from onrecord.linking.identities.gazetteer import linked, row_of
from onrecord.linking.identities.grouping import Group, Region
from onrecord.linking.identities.keys import Key, loaded, stored
from onrecord.linking.identities.naming import Naming
from onrecord.linking.identities.parted import Parted
from onrecord.model import Delta, Identity, IdentityMention, MentionOf, Span

_KEPT = (
    # `digest`: of the identity as it was given out; `waiting`: it may be another now.
    "CREATE TABLE IF NOT EXISTS identities (id TEXT PRIMARY KEY, keys TEXT, because TEXT, digest BLOB,"
    " waiting INTEGER) WITHOUT ROWID",
    "CREATE INDEX IF NOT EXISTS identities_waiting ON identities(id) WHERE waiting",
    "CREATE TABLE IF NOT EXISTS departed_identities (id TEXT PRIMARY KEY) WITHOUT ROWID",
    # Where judgements reached, and the parts that they took out: of all articles where `article` is '',
    # all mentions where `start` is -1.
    "CREATE TABLE IF NOT EXISTS judged_keys (key TEXT PRIMARY KEY) WITHOUT ROWID",
    "CREATE TABLE IF NOT EXISTS parted_forms (form INTEGER, article TEXT, start INTEGER, identity TEXT)",
    "CREATE TEMP TABLE IF NOT EXISTS made_identities (id TEXT PRIMARY KEY) WITHOUT ROWID",
    "CREATE TEMP TABLE IF NOT EXISTS left_identities (id TEXT PRIMARY KEY) WITHOUT ROWID",
)
_SOME = 500
"""Identities looked up at a time."""


class Given:
    """The identities of the keys of `naming`, without the parts taken out of them."""

    def __init__(self, naming: Naming, parted: Parted) -> None:
        self._naming, self._parted = naming, parted
        self._execute, self._many = naming.connection.execute, naming.connection.executemany
        self._of_parts: dict[Key, str] = {}
        for command in _KEPT:
            self._execute(command)

    def begin(self, region: Region) -> None:
        """Before the groups are taken."""
        for table in ("made_identities", "left_identities"):
            self._execute(f"DELETE FROM {table}")
        # Keys with another identity than before, with that before.
        self._execute(
            "CREATE TEMP TABLE moved_keys AS"
            " SELECT key, identity FROM touched_keys WHERE now = 0 AND identity IS NOT NULL"
        )
        self._execute("CREATE TEMP TABLE unsure_keys (key TEXT PRIMARY KEY) WITHOUT ROWID")
        self._execute(
            "INSERT INTO unsure_keys SELECT key FROM touched_keys WHERE now > 0"
            " UNION SELECT key FROM unlike_keys JOIN keys USING (key)"
            # Of one row in the gazetteer: no key itself.
            " UNION SELECT k.key FROM unlike_keys AS u JOIN unit_joins AS j ON j.other = u.key"
            " JOIN keys AS k ON k.key = j.one"
            " UNION SELECT key FROM judged_keys JOIN keys USING (key)"
        )
        self._execute("DELETE FROM judged_keys")
        self._many("INSERT INTO judged_keys VALUES (?)", ((key,) for key in sorted(region.keys)))
        self._execute("DELETE FROM unsure_keys WHERE key IN (SELECT key FROM judged_keys)")
        grouped = {stored(key) for group in region.groups for key in group.keys}
        for key in region.keys - grouped:  # all its forms were taken out
            self._move([key], None)

    def unsure(self) -> Iterator[str]:
        """The stored keys whose groups may be others than before, or have changed, outside the region."""
        for (key,) in self._execute("SELECT key FROM unsure_keys ORDER BY key"):
            yield key

    def take(self, group: Group) -> None:
        """A group as it is now. Works, laws and products (type `other`) are nobody by themselves."""
        named = [key for key in group.keys if key[0] != "other"]
        if not named:
            self._move([stored(key) for key in group.keys], None)
            return
        first = named[0]
        if len(named) > 1:
            first = min(named, key=lambda key: (-self._parted.articles(key), key))
        identifier = content_id("identity", first)
        self._of_parts |= {key: identifier for key in group.keys if self._parted.is_part(key)}
        self._move([stored(key) for key in group.keys], identifier)
        self._execute("INSERT INTO made_identities VALUES (?)", (identifier,))
        encode = msgspec.json.encode
        self._execute(
            "INSERT INTO identities VALUES (?, ?, ?, NULL, 1) ON CONFLICT DO UPDATE"
            " SET keys = excluded.keys, because = excluded.because, waiting = 1",
            (identifier, encode([stored(key) for key in named]), encode(group.because)),
        )

    def _move(self, keys: list[str], identifier: str | None) -> None:
        for key in keys:
            row = self._execute(
                "SELECT identity FROM keys WHERE key = ? AND identity IS NOT ?", (key, identifier)
            ).fetchone()
            if row:
                self._execute("UPDATE keys SET identity = ? WHERE key = ?", (identifier, key))
                self._execute("INSERT INTO moved_keys VALUES (?, ?)", (key, row[0]))

    def end(self) -> frozenset[str]:
        """After the groups were taken: the articles in which another part is taken out than before."""
        old = set(self._execute("SELECT form, article, start, identity FROM parted_forms"))
        of = self._of_parts
        new = {(*place, of[key]) for place, key in self._parted.places() if key in of}
        self._execute("DELETE FROM parted_forms")
        self._many("INSERT INTO parted_forms VALUES (?, ?, ?, ?)", sorted(new))
        leave = "INSERT OR IGNORE INTO left_identities "
        self._many(leave + "VALUES (?)", ((row[3],) for row in old))
        self._execute(leave + "SELECT identity FROM moved_keys WHERE identity IS NOT NULL")
        # Whoever speaks under the name of a place names its identity.
        self._execute(
            "UPDATE identities SET waiting = 1 WHERE id IN (SELECT k.identity FROM moved_keys"
            " JOIN speaks AS s ON s.place = moved_keys.key JOIN forms AS f ON f.number = s.form"
            " JOIN keys AS k ON k.key = f.key)"
        )
        gone = "(SELECT id FROM left_identities EXCEPT SELECT id FROM made_identities)"
        self._execute(
            "DELETE FROM departed_identities WHERE id IN (SELECT id FROM made_identities)"
        )
        self._execute(
            f"INSERT OR IGNORE INTO departed_identities SELECT id FROM identities WHERE id IN {gone}"
            " AND digest IS NOT NULL"
        )
        self._execute(f"DELETE FROM identities WHERE id IN {gone}")
        self._execute("DROP TABLE unsure_keys")
        command = "SELECT article FROM uses WHERE form = ?1 AND ?2 IN ('', article)"
        return frozenset(name for row in old ^ new for (name,) in self._execute(command, row[:2]))

    def changed(self) -> Delta[Identity]:
        gone = [
            identifier
            for (identifier,) in self._execute("SELECT id FROM departed_identities ORDER BY id")
        ]
        self._execute("DELETE FROM departed_identities")
        return Delta(gone, self._put())

    def _put(self) -> Iterator[Identity]:
        for identifier, keys, because, digest in self._listed("waiting"):
            found = self._described(identifier, keys, because, whole=False)
            new = hashlib.blake2b(msgspec.msgpack.encode(found), digest_size=16).digest()
            self._execute(
                "UPDATE identities SET waiting = 0, digest = ? WHERE id = ?", (new, identifier)
            )
            if new != digest:
                yield found

    def all(self) -> Iterator[Identity]:
        for identifier, keys, because, _ in self._listed("1"):
            yield self._described(identifier, keys, because, whole=True)

    def _listed(self, which: str) -> Iterator[tuple[str, bytes, bytes, bytes | None]]:
        last = ""
        while rows := self._execute(
            f"SELECT id, keys, because, digest FROM identities WHERE {which} AND id > ?"
            " ORDER BY id LIMIT ?",
            (last, _SOME),
        ).fetchall():
            yield from rows
            last = rows[-1][0]

    def mentions_in(self, article: str) -> Iterator[MentionOf]:
        """All mentions in the article, in text order."""
        rows = self._execute(
            "SELECT DISTINCT form, start, end, role, key, identity FROM uses"
            " CROSS JOIN mentions USING (form, article) JOIN forms ON number = form JOIN keys USING (key)"
            " WHERE article = ? ORDER BY start, end, role, identity",
            (article,),
        )
        found: dict[MentionOf, None] = {}
        for form, start, end, role, key, identity in rows:
            whose = self._parted.whose((form, article, start, end), loaded(key))
            of = self._of_parts.get(whose, identity)
            if of and whose[0] != "other":
                mention = IdentityMention(article, Span(start, end), role or None)
                found[MentionOf(of, mention)] = None
        yield from found

    def _described(self, identifier: str, keys: bytes, because: bytes, *, whole: bool) -> Identity:
        decode = msgspec.json.decode
        members = [loaded(key) for key in decode(keys, type=list[str])]
        rows = {}
        for key in members:
            command = "SELECT other, because FROM unit_joins WHERE one = ?"
            for other, why in self._execute(command, (stored(key),)):
                row = row_of(loaded(other))
                if row is not None:
                    rows[key] = row, why
        listed, lines = linked(rows, self._parted)
        reasons = [*decode(because, type=list[str]), *lines]
        found = described(identifier, members, reasons, self._naming, self._parted, listed)
        if not whole:
            return found
        return msgspec.structs.replace(found, mentions=tuple(self._parted.mentions(members)))

    def identity(self, key: Key) -> str | None:
        """The id of the identity of a key, or of a part."""
        return self._of_parts.get(key) or self._naming.identity(key)

    def named_in(self, article: str) -> dict[tuple[str, str], str]:
        """The ids of the identities that the article names, by folded name and type."""
        rows = self._execute(
            "SELECT folded, type, number, identity FROM uses JOIN forms ON number = form"
            " JOIN keys USING (key) WHERE article = ? ORDER BY metonym, name, owner",
            (article,),
        )
        there = {}
        for folded, kind, form, identity in rows:
            part = self._parted.part_at(form, article)
            found = self._of_parts.get(part) if part else identity
            if found:
                there[folded, kind] = found
        return there
