from __future__ import annotations

import re
from datetime import date

from onrecord.reading.time.feasts import FEAST, FEASTS, easter, feast_name


def test_easter() -> None:
    days = [easter(year) for year in (1818, 1954, 2000, 2019, 2024, 2038)]
    assert days == [
        date(1818, 3, 22),
        date(1954, 4, 18),
        date(2000, 4, 23),
        date(2019, 4, 21),
        date(2024, 3, 31),
        date(2038, 4, 25),
    ]


def test_weekday_feasts() -> None:
    assert FEASTS["thanksgiving"](2019) == date(2019, 11, 28)
    assert FEASTS["memorial day"](2019) == date(2019, 5, 27)


def test_every_feast_is_found_as_printed() -> None:
    for name in FEASTS:
        for apostrophe in "'’":
            printed = name.replace(" s ", f"{apostrophe}s ").title()
            found = re.fullmatch(FEAST, printed, re.IGNORECASE)
            assert found is not None, printed
            assert feast_name(printed) == name
