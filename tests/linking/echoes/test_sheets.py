"""What is kept on disk comes back as it was, whatever the order in which it came."""

from __future__ import annotations

import numpy as np
import pytest

from linking.build import article
from onrecord.linking.echoes.sheets import Sheets, sheet
from onrecord.linking.scratch import scratch

TEXTS = {
    "b": "Nine gulls sat on the long quay wall.",
    "a": 'The "old" ferry sank. It rained.',
    "c": "",
}


def test_sheets_come_back() -> None:
    added = {of: sheet(article(of, text)) for of, text in TEXTS.items()}
    with scratch() as connection:
        sheets = Sheets(connection)
        for each in added.values():
            sheets.add(each)
        imprints = sheets.imprints()
        assert dict(imprints) == {of: each.imprint for of, each in added.items()}
        assert list(imprints) == ["a", "b", "c"]
        assert len(imprints) == 3
        for of, each in added.items():
            for array in ("hashes", "starts", "ends", "flags"):
                back = getattr(sheets[of].words, array)
                assert np.array_equal(back, getattr(each.words, array))


def test_what_went_is_known_until_things_are_settled() -> None:
    with scratch() as connection:
        sheets = Sheets(connection)
        for of, text in TEXTS.items():
            sheets.add(sheet(article(of, text)))
        sheets.settle()
        sheets.forget("a")
        sheets.forget("b")
        sheets.add(sheet(article("b", TEXTS["a"])))
        assert list(sheets.imprints()) == ["b", "c"]
        assert set(sheets.changed()) == {"a", "b"}
        arrivals = sheets.arrivals()
        assert (arrivals.were.sum(), arrivals.are.sum(), arrivals.changed.sum()) == (3, 2, 3)
        sheets.settle()
        assert set(sheets.changed()) == set()
        assert len(sheets["b"].words) == 6
        with pytest.raises(KeyError):
            sheets["a"]
