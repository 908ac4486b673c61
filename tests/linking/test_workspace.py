"""What is kept from one linking to the next changes nothing but the time it takes."""

from __future__ import annotations

import sqlite3
from copy import deepcopy
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from linking.build import Shelf, article, attribution, name
from onrecord.linking import LINKING_VERSION, beside, link
from onrecord.linking.workspace import workspace
from onrecord.model import Article, Linked, Reading

WIRE = (
    "The harbour crane was cracked for a year before it fell on the old ferry, and nobody in the town"
    " had looked at it since the great storm of the spring, when two of its cables were torn away and"
    " the keeper of the quay wrote three letters about it to the council, which it never answered."
)


def told(
    of: str, lead: str, speaker: str, cue: str, content: str, day: str
) -> tuple[Article, Reading]:
    text = f"{lead}\n\n{speaker} {cue} {content}."
    made = article(of, text, outlet=f"Outlet {of}", day=f"2031-03-{day}")
    said = attribution(text, speaker, cue, content, stance="deny" if cue == "denied" else "assert")
    return made, Reading(names=(name(text, speaker, "person"),), attributions=(said,))


CLAIM = "the harbour crane was cracked for a year before it fell"
PILE = (
    told("a", WIRE, "Jon Ek", "said", CLAIM, "04"),
    told("b", WIRE, "Ana Lund", "denied", f"reports that {CLAIM}", "05"),
    told("c", f"By our reporter. {WIRE}", "J. Ek", "said", CLAIM, "05"),
    told("d", "Bread is dear in the upper town.", "Ana Lund", "said", "bread will be cheap again", "06"),
    told("e", "A note.", "Lund", "said", "the old ferry cannot be raised before the summer", "06"),
)  # fmt: skip
# The same articles, read anew by a reader that finds less.
AGAIN = tuple((of, Reading(names=reading.names)) for of, reading in PILE)


class Versioned(Shelf):
    """Its readings are of the version that `version` gives."""

    version = ""

    def reading_versions(self):  # type: ignore[no-untyped-def]  # as in Linkable
        return ((of.id, "again" if (of, reading) in AGAIN else "") for of, reading in self.held)


def shelf(chosen: frozenset[tuple[int, bool]], made: Versioned | None = None) -> Versioned:
    """Put what is chosen into one, in the place of what was there."""
    made = made or Versioned()
    made.held = [
        (AGAIN if (at, True) in chosen else PILE)[at] for at in sorted({at for at, _ in chosen})
    ]
    return made


def linked(held: Versioned, workplace: Path | None = None) -> dict[str, dict[str, object]]:
    link(held, workplace)
    return held.linked


@given(
    st.lists(
        st.frozensets(st.tuples(st.integers(0, len(PILE) - 1), st.booleans())),
        min_size=1,
        max_size=4,
    )
)
@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_whatever_came_and_went_before(
    tmp_path_factory: object, steps: list[frozenset[tuple[int, bool]]]
) -> None:
    workplace = tmp_path_factory.mktemp("linking") / "work"  # type: ignore[attr-defined]  # pytest's own
    held = Versioned()
    for step in steps:
        assert linked(shelf(step, held), workplace) == linked(shelf(step))


ALL = frozenset((at, False) for at in range(len(PILE)))


def test_the_pile_has_something_of_everything() -> None:
    got = linked(shelf(ALL))
    for found in ("identities", "echoes", "claims", "disputes", "timeline"):
        assert got[found], found


def test_a_damaged_workspace_is_made_anew(tmp_path: Path) -> None:
    workplace = tmp_path / "work"
    workplace.write_bytes(b"not a database, whatever its name" * 100)
    assert linked(shelf(ALL), workplace) == linked(shelf(ALL))
    with sqlite3.connect(workplace) as connection:
        assert connection.execute("SELECT count(*) FROM followed").fetchone() == (len(PILE),)


def test_one_that_cannot_be_used_is_done_without(tmp_path: Path) -> None:
    assert linked(shelf(ALL), tmp_path / "no folder" / "work") == linked(shelf(ALL))
    workplace = tmp_path / "work"
    with workspace(workplace, LINKING_VERSION):  # another process links
        assert linked(shelf(ALL), workplace) == linked(shelf(ALL))


def test_another_version_empties_it(tmp_path: Path) -> None:
    workplace = tmp_path / "work"
    linked(shelf(ALL), workplace)
    with workspace(workplace, "another") as work:
        tables = work.connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        assert {"followed", "words", "sayings"}.isdisjoint(name for (name,) in tables)


def test_one_that_is_not_of_the_record_is_emptied(tmp_path: Path) -> None:
    workplace = tmp_path / "work"
    linked(shelf(ALL), workplace)
    held = shelf(frozenset({(0, False)}))
    held.state = "what another workspace saw"
    assert linked(held, workplace) == linked(shelf(frozenset({(0, False)})))


def test_a_failure_leaves_it_as_it_was(tmp_path: Path) -> None:
    workplace = tmp_path / "work"
    held = shelf(frozenset({(0, False), (1, False)}))
    linked(held, workplace)

    class Full(Versioned):
        def keep_linked(self, made: Linked, *, version: str, whole: bool) -> None:
            super().keep_linked(made, version=version, whole=whole)
            raise OSError("no room")

    full = Full(linked=deepcopy(held.linked), state=held.state)
    with pytest.raises(OSError, match="no room"):
        linked(shelf(ALL, full), workplace)
    assert linked(shelf(ALL, held), workplace) == linked(shelf(ALL))


def test_its_place_is_beside_the_record() -> None:
    assert beside(Path("pile/news.record")) == Path("pile/news.record-linking")
