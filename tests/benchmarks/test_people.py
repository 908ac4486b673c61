from __future__ import annotations

import pytest
from benchmarks.people import same_name


@pytest.mark.parametrize(
    ("found", "wanted", "same"),
    [
        ("Orsolya Vane", "Foreign Minister Orsolya Vane", True),
        ("the Harbour Board", "Harbour Board", True),
        ("Vane", "Orsolya Vane", True),
        ("Óskar Līdz", "Oskar Lidz", False),
        (None, None, True),
        (None, "Orsolya Vane", False),
        ("Orsolya Vane", None, False),
        ("Orsolya Vane", "Tibor Vane", False),
    ],
)
def test_same_name(found: str | None, wanted: str | None, same: bool) -> None:
    assert same_name(found, wanted) is same
