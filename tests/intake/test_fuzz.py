"""Damaged files of every format: each gives articles or problems, and never an exception.

A few inputs a format; `python -m benchmarks fuzz --inputs 20000` runs many, and measures their time
and memory.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from intake.files import FILES
from intake.mutations import inputs, read


@pytest.mark.parametrize("name", FILES)
def test_whole_files_are_read(name: str, tmp_path: Path) -> None:
    articles, problems = read(FILES[name], tmp_path)
    lists = ("mediacloud.csv", "gkg", "csl")
    assert (articles == 0 and problems > 0) if name in lists else articles > 0


@settings(max_examples=60, deadline=None, derandomize=True, database=None)
@given(st.data())
def test_damaged_files_are_rows(data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(sorted(FILES)))
    with tempfile.TemporaryDirectory() as folder:
        read(data.draw(inputs(name)), Path(folder))
