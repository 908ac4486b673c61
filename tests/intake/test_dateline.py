from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.intake.dateline import parse_dateline

# paragraph, place, names, days: the forms that agencies print, with invented places and agencies
FORMS = [
    ("PORT VASK (Corvo) - The", "PORT VASK", ["Corvo"], []),
    ("PORT VASK, Oria (Corvo) — The", "PORT VASK", ["Corvo"], []),
    ("PORT VASK, Oria (AP)_ The", "PORT VASK", ["AP"], []),
    ("J. DoePORT VASK (Reuters) - The", "PORT VASK", ["Reuters"], []),
    ("Vask, March 31 (Corvo) -- The", "Vask", ["Corvo"], ["XXXX-03-31"]),
    ("PORT VASK, June 5. /NORDA/. The", "PORT VASK", ["NORDA"], ["XXXX-06-05"]),
    ("VASK. June 26 (Norda-Press) - The", "VASK", ["Norda-Press"], ["XXXX-06-26"]),
    ("Vask (Orland) [Oria], Jan 13 (Corvo): The", "Vask", ["Corvo"], ["XXXX-01-13"]),
    ("Vask [Oria], Oct 15 (ANI/Corvo): The", "Vask", ["ANI", "Corvo"], ["XXXX-10-15"]),
    ("Vask, Nov 26 (PTI) On", "Vask", ["PTI"], ["XXXX-11-26"]),
    ("VASK, Nov. 6 (Xinhua) --After", "VASK", ["Xinhua"], ["XXXX-11-06"]),
    ("Vask/Oria (dpa/lno) - The", "Vask/Oria", ["dpa"], []),
    ("(ANSA) - VASK, 28 LUG - The", "VASK", ["ANSA"], ["XXXX-07-28"]),
    ("Vask (CNN)It was", "Vask", ["CNN"], []),
    ("Vask, 7 oct (EFE).- El", "Vask", ["EFE"], ["XXXX-10-07"]),
    ("VASK, April 1 , 2031 (AFP)", "VASK", ["AFP"], ["2031-04-01"]),
    ("WASHINGTON, D.C., May 3 — The", "WASHINGTON", [], ["XXXX-05-03"]),
    ("PORT VASK — The", "PORT VASK", [], []),
    ("Reuters - The", None, ["Reuters"], []),
    (
        "PORT VASK-ORIA (Orland's North) (Vask Herald / Corvo - 31st March, 2031) ORIA (Orland's "
        "North), March 31 (Corvo) - The",
        "PORT VASK-ORIA",
        ["Vask Herald", "Corvo", "Corvo"],
        ["XXXX-03-31", "2031-03-31"],
    ),
]


@pytest.mark.parametrize(("text", "place", "names", "days"), FORMS)
def test_forms(text: str, place: str | None, names: list[str], days: list[str]) -> None:
    found = parse_dateline(text)
    assert found is not None
    assert text[found.end :] in ("The", "After", "On", "It was", "El", "")
    assert (found.place.of(text) if found.place else None) == place
    assert [name.of(text) for name in found.names] == names
    assert [date.values[0] for date in (*found.dates, *found.credit_dates)] == days


@pytest.mark.parametrize(
    "text",
    [
        "Orland Medical Board (OMB) - The",
        "Ada Brenn (Greens): We",
        "Ada Brenn (Greens) – who spoke",
        "Senator Ada Brenn (R) - The",
        "UPDATE - The ferry",
        "The Union of Oria (UO) said on Monday",
        "In April, the embassy said",
        "On March 28, 2031, the minister",
        "Tomas Reil/AFP/Getty Images",
        "Brenn – The woman",
        "Monday",
        "",
    ],
)
def test_false_friends(text: str) -> None:
    assert parse_dateline(text) is None


@given(st.text(alphabet="VASKask (),./-—:[]'31MarchReuters\n", max_size=60))
def test_spans_lie_within(text: str) -> None:
    found = parse_dateline(text)
    if found is not None:
        spans = [*found.names, *([found.place] if found.place else [])]
        assert 0 < found.end <= len(text)
        assert all(0 <= span.start < span.end <= found.end for span in spans)
