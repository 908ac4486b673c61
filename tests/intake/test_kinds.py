"""Kinds of lines, each by lines of our own."""

from __future__ import annotations

import pytest

from onrecord.intake.cleaning.kinds import kind_of


@pytest.mark.parametrize(
    ("line", "label"),
    [
        ("[VTA] [Login] [Mobile version] [A+ A-]", "widget"),
        ("04:12 Vask time, Tue 19 Nov 2030 | ORK 6.41 | Vask -6 C", "clock"),
        ("27.01.2030 Herring Landed in January", None),
        ("Ann Orr 16 weeks ago", "byline"),
        ("Ann Orr 4 months ago Sat 15th June 2030 | 09:15 AM", "byline"),
        ("16 weeks ago", "widget"),
        ("Get the Vask Courier on paper: call 0800 114 114", "plea"),
        ("In this March 3 photo, a trawler lies at its berth in Port Vask.", "caption"),
        ("Trawlers at their berths. Foto: Tomas Reil", "caption"),
        ("jeudi 13 mars 2031", "published"),
        ("Letzte Änderung: 14.01.2031 um 09:25", "published"),
        ("Jan 04 09:34 2031", "published"),
        ("Ann Orr is a Staff Writer at the Courier, covering ferries.", "footer"),
        ("An artist's impression of the new ferry in the harbour", "caption"),
        ("À lire aussi » Le port de Vask ferme ses portes", "related"),
        ("The minister said she would call 0800 114 114 herself.", None),
        ("The herring fishers sailed again on 27.01.2030, the port authority said.", None),
        ("She saw the picture that the fishermen had taken of the ferry in January.", None),
    ],
)
def test_kind(line: str, label: str | None) -> None:
    kind = kind_of(line)
    assert (kind.label if kind else None) == label
