"""The names that rows and tables are read by, as docs/formats.md lists them."""

from __future__ import annotations

from pathlib import Path

from onrecord.intake.formats.fields import NAMES

TEXT = (Path(__file__).parents[2] / "docs" / "formats.md").read_text("utf-8")


def test_names_of_fields_are_listed() -> None:
    for role, names in NAMES.items():
        listed = " ".join(f"`{name}`" for name in names)
        assert f"| `{role}` | {listed} |" in TEXT
