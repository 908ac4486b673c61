"""What is kept on disk comes back as it was, whatever the order in which it came."""

from __future__ import annotations

import numpy as np

from linking.build import article
from onrecord.linking.echoes.sheets import Sheets, sheet
from onrecord.linking.scratch import Column, scratch

TEXTS = {
    "b": "Nine gulls sat on the long quay wall.",
    "a": 'The "old" ferry sank. It rained.',
    "c": "",
}


def test_sheets_come_back_by_the_rank_of_their_ids() -> None:
    added = {of: sheet(article(of, text)) for of, text in TEXTS.items()}
    with scratch() as connection:
        sheets = Sheets(connection)
        for each in added.values():
            sheets.add(each)
        assert len(sheets) == 3
        for number, of in enumerate("abc"):
            assert sheets[number].imprint == added[of].imprint == sheets.imprint(number)
            for array in ("hashes", "starts", "ends", "flags"):
                back = getattr(sheets[number].words, array)
                assert np.array_equal(back, getattr(added[of].words, array))
        owners = np.concatenate([found for _, found in sheets.buckets()])
        assert set(owners.tolist()) == {0, 1}


def test_a_column_leaves_out_what_is_empty() -> None:
    with scratch() as connection:
        connection.execute("CREATE TABLE things (id TEXT, whose TEXT)")
        connection.execute("INSERT INTO things VALUES ('y', 'Ek'), ('x', 'Lund'), ('z', NULL)")
        column = Column(connection, "things", "whose")
        assert dict(column) == {"x": "Lund", "y": "Ek"}
        assert list(column) == ["x", "y"]
        assert len(column) == 2
        assert column.get("z") is None
