"""Words without their inflection, by their endings alone: rough, quick, and the same everywhere."""

from __future__ import annotations

import re
from functools import lru_cache
from sys import intern

_ENDINGS = re.compile(r"(?:ations?|ations|ingly|edly|ments?|ings?|ies|ied|ers?|ed|es|ly|s)$")


@lru_cache(maxsize=1 << 14)
def stemmed(word: str) -> str:
    """A folded word without its inflection: rough, and the same for all forms that matter here."""
    if len(word) > 4:
        cut = _ENDINGS.sub("", word)
        if len(cut) >= 3:
            word = cut
    return intern(word.rstrip("e") if len(word) > 4 else word)
