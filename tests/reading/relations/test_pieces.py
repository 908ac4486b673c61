from __future__ import annotations

from importlib.resources import as_file, files

import pytest

from onrecord.reading.relations import pieces
from onrecord.reading.relations.pieces import UNKNOWN, Pieces


@pytest.fixture
def tokenize() -> Pieces:
    with as_file(files("onrecord.weights") / "attribution") as folder:
        return Pieces(folder / "tokenizer.json")


def test_each_word_has_pieces(tokenize: Pieces) -> None:
    found = tokenize(["said", "Said", "harbourmaster", "\u200b", "said"])
    assert len(found) == 5
    assert all(found)
    assert found[0] == found[1] == found[4]  # lower case only
    assert len(found[2]) > 1
    assert found[3] == [UNKNOWN]
    assert tokenize([]) == []


def test_a_full_memory_is_emptied_and_gives_the_same(
    tokenize: Pieces, monkeypatch: pytest.MonkeyPatch
) -> None:
    strings = [f"{start}{end}" for start in ("mill", "ferry", "dam") for end in ("s", "er", "-x")]
    before = [tokenize([string])[0] for string in strings]
    monkeypatch.setattr(pieces, "MOST_KNOWN", 2)
    assert [tokenize([string])[0] for string in strings] == before
    assert tokenize(strings) == before
    assert tokenize(["road"])
    assert len(tokenize._known) <= 2
