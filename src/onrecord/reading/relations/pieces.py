"""Word pieces of words, remembered between texts."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from tokenizers import Tokenizer

UNKNOWN = 100
MOST_KNOWN = 50_000  # words; memory stays the same however much is read


class Pieces:
    """Calls the tokenizer once for each different word."""

    def __init__(self, path: Path) -> None:
        self._tokenizer = Tokenizer.from_file(str(path))
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()
        self._known: dict[str, list[int]] = {}

    def __call__(self, strings: Sequence[str]) -> list[list[int]]:
        """Ids of the pieces of each word; a word that gives none is [UNK]."""
        if len(self._known) > MOST_KNOWN:
            self._known.clear()
        new = [s for s in dict.fromkeys(strings) if s not in self._known]
        codes = self._tokenizer.encode_batch(new, add_special_tokens=False)
        for string, code in zip(new, codes, strict=True):
            self._known[string] = list(code.ids) or [UNKNOWN]
        return [self._known[s] for s in strings]
