"""What the documentation says is what the program does."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from onrecord.export import rows

ROOT = Path(__file__).parents[2]


def test_command_line_page_is_the_commands_own_help() -> None:
    done = subprocess.run([sys.executable, str(ROOT / "docs/generate.py"), "--check"], check=False)
    assert done.returncode == 0, "run: python docs/generate.py"


def _documented(table: str) -> set[str]:
    page = (ROOT / "docs/export.md").read_text("utf-8")
    section = page.split(f"## {table}.jsonl", 1)[1].split("\n## ", 1)[0]
    cells = re.findall(r"^\|(.*?)\|", section, flags=re.M)
    return {name for cell in cells for name in re.findall(r"`(\w+)`", cell)}


@pytest.mark.parametrize(
    "link", re.findall(r"\]\(([^)#:]+)\)", (ROOT / "README.md").read_text("utf-8"))
)
def test_readme_links_lead_somewhere(link: str) -> None:
    assert (ROOT / link).exists(), link


def test_every_column_of_the_export_is_documented(tmp_path: Path) -> None:
    import onrecord

    record = onrecord.read(
        [ROOT / "examples/demo/articles/basin.jsonl"], into=tmp_path / "a.record"
    )
    for table, read in rows.TABLES.items():
        row = next(iter(read(record)), None)
        if row is not None:
            assert set(row) <= _documented(table), table
