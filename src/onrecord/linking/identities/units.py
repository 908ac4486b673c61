"""Units: the small sets of names that are compared with each other, and what that gave.

A rule gives for each key the units that it takes part in (the block of its surname, the endings of its
name), and for each unit the joins between names. A unit is made anew when one of its keys was touched, or
one that it read beside them: the dependencies are noted while it is made, as incremental build systems
do (Mokhov, Mitchell and Peyton Jones 2018). Units know nothing of each other, so that their order does not
matter.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from onrecord.linking.identities.demonyms import places_of
from onrecord.linking.identities.keys import Join, Key, loaded, stored
from onrecord.linking.identities.naming import Form, Naming

Members = Mapping[Key, int]
"""The keys of a unit, sorted, and how many articles use each."""


@dataclass(frozen=True)
class Rule:
    """`units` gives the names of the units that a key is a member of, `joins` what a unit gives.

    A unit of a `single` rule has one member: its name is the key as it is stored.
    """

    name: str
    units: Callable[[Key], Iterable[str]]
    joins: Callable[[str, Members, Facts], Iterable[Join]]
    single: bool = False
    touched: Callable[[Naming], Iterable[str]] = lambda naming: ()
    """Units to be made anew beside those of touched keys."""


class Facts:
    """What a unit reads of keys that are not its own; it is made anew when that changes."""

    def __init__(self, naming: Naming) -> None:
        self._naming = naming
        self.members: Members = {}
        self.reads: dict[Key, bool] = {}
        """Keys that were read: whether more of them than that they exist."""

    def begin(self, members: Members) -> None:
        self.members, self.reads = members, {}

    def there(self, key: Key) -> bool:
        """Whether some article uses the key."""
        if key in self.members:
            return True
        self.reads.setdefault(key, False)
        return self._naming.articles(key) > 0

    def articles(self, key: Key) -> int:
        """How many articles use the key; 0 where there is none."""
        if key in self.members:
            return self.members[key]
        return self._read(key).articles(key)

    def forms(self, key: Key) -> list[Form]:
        return self._read(key).forms(key)

    def roles(self, key: Key) -> set[str]:
        """The folded offices that stand with mentions of the key."""
        return self._read(key).roles(key)

    def lived_in(self, key: Key) -> bool:
        """Whether some article says of anything that it is in this place."""
        return self._read(key).lived_in(key)

    def beside(self, key: Key, place: Key) -> bool:
        """Whether some article names the place beside the key."""
        self._read(place)
        return self._read(key).beside(key, place)

    def place_of(self, word: str) -> str | None:
        """The likeliest place of which the word would be the adjective, of those that are there."""
        return next((p for p in places_of(word) if self.there(("place", p))), None)

    def meant(self, alias: str) -> Counter[Key]:
        """The keys that articles use the plain name `alias` for beside a fuller one, and how many do.
        Not noted as read: what was `touched` says so."""
        return Counter({loaded(k): n for k, n in self._naming.meant(alias).items()})

    def spelt_by(self, key: Key) -> Counter[Key]:
        """The organisations of which the key has an acronym, and in how many articles both stand. Not
        noted as read: what was `touched` says so."""
        return Counter({loaded(k): n for k, n in self._naming.spelt_by(key).items()})

    def _read(self, key: Key) -> Naming:
        if key not in self.members:
            self.reads[key] = True
        return self._naming


_KEPT = (
    "CREATE TABLE IF NOT EXISTS unit_members (rule INTEGER, unit TEXT, key TEXT,"
    " PRIMARY KEY (rule, unit, key)) WITHOUT ROWID",
    "CREATE TABLE IF NOT EXISTS unit_reads (key TEXT, rule INTEGER, unit TEXT, more INTEGER,"
    " PRIMARY KEY (key, rule, unit)) WITHOUT ROWID",
    "CREATE INDEX IF NOT EXISTS reads_unit ON unit_reads(rule, unit)",
    "CREATE TABLE IF NOT EXISTS unit_joins (rule INTEGER, unit TEXT, place INTEGER, one TEXT, other TEXT,"
    " because TEXT, PRIMARY KEY (rule, unit, place)) WITHOUT ROWID",
    "CREATE INDEX IF NOT EXISTS joins_one ON unit_joins(one)",
    "CREATE INDEX IF NOT EXISTS joins_other ON unit_joins(other)",
    "CREATE TEMP TABLE IF NOT EXISTS touched_units (rule INTEGER, unit TEXT,"
    " PRIMARY KEY (rule, unit)) WITHOUT ROWID",
)
_SOME = 5000
"""Keys in hand at a time."""


class Joined(NamedTuple):
    """A join, the rule that gave it (by its number), in which unit, and as which."""

    rule: int
    unit: str
    place: int
    one: str
    other: str
    because: str


class Units:
    """The units of all keys and their joins, kept from one linking to the next."""

    def __init__(self, naming: Naming, rules: Sequence[Rule]) -> None:
        self._naming = naming
        self._execute, self._many = naming.connection.execute, naming.connection.executemany
        self._rules = rules
        for command in _KEPT:
            self._execute(command)

    def update(self) -> None:
        """Make anew what depends on `touched_keys`. The temporary table `unlike_keys` then has the
        stored keys of joins that came, went or have another reason."""
        self._mark()
        self._execute(
            "CREATE TEMP TABLE old_unit_joins AS"
            " SELECT j.* FROM touched_units CROSS JOIN unit_joins AS j USING (rule, unit)"
        )
        for table in ("unit_joins", "unit_reads"):
            self._execute(
                f"DELETE FROM {table} WHERE (rule, unit) IN (SELECT rule, unit FROM touched_units)"
            )
        facts = Facts(self._naming)
        for number, rule in enumerate(self._rules):
            for unit, members in self._touched(number, rule):
                self._make(number, rule, unit, members, facts)
        columns = "rule, unit, one, other, because"
        old = f"SELECT {columns} FROM old_unit_joins"
        new = f"SELECT {columns} FROM touched_units CROSS JOIN unit_joins USING (rule, unit)"
        self._execute(
            "CREATE TEMP TABLE unlike_keys AS WITH changed AS"
            f" (SELECT * FROM ({old} EXCEPT {new}) UNION ALL SELECT * FROM ({new} EXCEPT {old}))"
            " SELECT one AS key FROM changed UNION SELECT other FROM changed"
        )
        self._execute("DROP TABLE old_unit_joins")
        self._execute("DELETE FROM touched_units")

    def joins_of(self, key: str) -> Iterator[Joined]:
        """The joins of a stored key."""
        command = """SELECT * FROM unit_joins WHERE one = ?1
            UNION ALL SELECT * FROM unit_joins WHERE other = ?1"""
        yield from map(Joined._make, self._execute(command, (key,)))

    def members(self, rule: int, unit: str) -> dict[Key, int]:
        """The keys of a unit, and how many articles use each."""
        command = """SELECT key, articles FROM unit_members JOIN keys USING (key)
            WHERE (rule, unit) = (?, ?) ORDER BY key"""
        return {loaded(key): n for key, n in self._execute(command, (rule, unit))}

    def _mark(self) -> None:
        """Note the units to be made anew, and put the keys that came or went in or out of theirs."""
        mark = "INSERT OR IGNORE INTO touched_units "
        rules = list(enumerate(self._rules))
        touched = self._execute("SELECT key, was IS NULL, now = 0 FROM touched_keys")
        while some := touched.fetchmany(_SOME):
            keys = [(key, loaded(key), came, gone) for key, came, gone in some]
            units = [
                (number, unit, *key)
                for key in keys
                for number, rule in rules
                for unit in rule.units(key[1])
            ]
            self._many(mark + "VALUES (?, ?)", (unit[:2] for unit in units))
            shared = [unit for unit in units if not self._rules[unit[0]].single]
            self._many(
                "INSERT INTO unit_members VALUES (?, ?, ?)",
                (unit[:3] for unit in shared if unit[4]),
            )
            self._many(
                "DELETE FROM unit_members WHERE (rule, unit, key) = (?, ?, ?)",
                (unit[:3] for unit in shared if unit[5]),
            )
        self._execute(
            mark
            + "SELECT r.rule, r.unit FROM touched_keys AS t CROSS JOIN unit_reads AS r USING (key)"
            " WHERE r.more OR (t.was IS NULL) != (t.now = 0)"
        )
        for number, rule in rules:
            more = rule.touched(self._naming)
            self._many(mark + "VALUES (?, ?)", ((number, unit) for unit in more))

    def _touched(self, number: int, rule: Rule) -> Iterator[tuple[str, dict[Key, int]]]:
        """Units to be made anew that have keys, with these."""
        if rule.single:
            command = """SELECT unit, key, articles FROM touched_units JOIN keys ON key = unit
                WHERE rule = ? ORDER BY unit"""
        else:
            command = """SELECT unit, key, articles FROM touched_units AS t
                CROSS JOIN unit_members USING (rule, unit) CROSS JOIN keys USING (key)
                WHERE t.rule = ? ORDER BY unit, key"""
        rows = self._execute(command, (number,))
        for unit, group in groupby(rows, key=lambda row: row[0]):
            yield unit, {loaded(key): articles for _, key, articles in group}

    def _make(self, number: int, rule: Rule, unit: str, members: Members, facts: Facts) -> None:
        facts.begin(members)
        joins = [
            (number, unit, place, stored(one), stored(other), because)
            for place, (one, other, because) in enumerate(rule.joins(unit, members, facts))
        ]
        if joins:
            self._many("INSERT INTO unit_joins VALUES (?, ?, ?, ?, ?, ?)", joins)
        if facts.reads:
            self._many(
                "INSERT INTO unit_reads VALUES (?, ?, ?, ?)",
                ((stored(key), number, unit, more) for key, more in facts.reads.items()),
            )
