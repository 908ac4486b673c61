from __future__ import annotations

import io
import sys

import pytest

from onrecord.pipeline import Progress
from onrecord.progress import shown


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_nothing_is_shown_where_there_is_no_terminal(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with shown() as show:
        show(Progress("reading", 3, 2, 1, 0))
    assert capsys.readouterr() == ("", "")


def test_a_terminal_sees_how_far_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setenv("TERM", "xterm")
    with shown() as show:
        show(Progress("reading", 3, 2, 1, 0))
        show(Progress("linking", 3, 2, 1, 0))
    assert "linking what was said" in terminal.getvalue()
