from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.reading.names import fold
from reading.words import Read

Reads = Callable[..., Read]


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        ("Peter Hallam", "peter hallam"),
        ("José Ibarra", "jose ibarra"),
        ("Hallam's", "hallam"),
        ("Hallam’s", "hallam"),
        ("U.S.", "us"),
        ("Anne-Marie Keene", "anne-marie keene"),
        ("Vask & Sons", "vask & sons"),
        ("", ""),
    ],
)
def test_fold(name: str, folded: str) -> None:
    assert fold(name) == folded


@given(st.text(max_size=40))
def test_folding_twice_is_folding_once_or_shorter(name: str) -> None:
    assert len(fold(fold(name))) <= len(fold(name))
    assert fold(name) == fold(name).strip()


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Peter Hallam met the council in Lindow.", ["Peter Hallam", "Lindow"]),
        ("Mayor Helen Marsh left.", ["Helen Marsh"]),
        ("Mr Hallam left the council.", ["Hallam"]),
        ("Peter Hallam’s brother left the council.", ["Peter Hallam"]),
        ("The boats lay at the quay.", []),
        ("Everybody left on Monday in April.", []),
    ],
)
def test_edges(reads: Reads, text: str, names: list[str]) -> None:
    assert [name.span.of(text) for name in reads(text).reading.names] == names


def test_an_office_belongs_to_where_it_sits(reads: Reads) -> None:
    read = reads("The Foreign Ministry of Norland closed the road.")
    assert "Foreign Ministry of Norland" in read.identities


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Foreign Minister Peter Hallam left.", "Foreign Minister"),
        ("Senator Peter Hallam left.", "Senator"),
        ("Peter Hallam, the mayor of Lindow, left the council.", "mayor of Lindow"),
        ("The head of the National Assembly, Peter Hallam, left.", "head of the National Assembly"),
        ("The mayor, Peter Hallam, left.", "mayor"),
        ("Peter Hallam left.", None),
        ("Secretary of State Peter Hallam said no.", "Secretary of State"),
        ("Former Secretary of State Peter Hallam said no.", "Former Secretary of State"),
        ("Then-Secretary of State Peter Hallam said no.", "Then-Secretary of State"),
        ("Chief of Staff Peter Hallam said no.", "Chief of Staff"),
    ],
)
def test_role(reads: Reads, text: str, role: str | None) -> None:
    (found,) = [n.role for n in reads(text).reading.names if n.identity == "Peter Hallam"]
    assert found == role
