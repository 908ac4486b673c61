"""Words without their inflection, by their endings alone: rough, quick, and the same everywhere."""

from __future__ import annotations

import re
import zlib
from functools import lru_cache
from sys import intern

from onrecord.linking.words import fold

STOPWORDS = frozenset(
    (
        "a an the and or but if so as at by for from in into of off on onto out over to up with within about"
        " after again all also am any are be because been before being between both can could did do does"
        " doing down during each few further had has have having he her here hers him his how i it its just"
        " me more most my now once only other our own same she should some such than that their them then"
        " there these they this those through too under until very was we were what when where which while"
        " who whom why will would you your us one say says said saying tell told according may might must"
        " shall however still even s t re ve ll m d"
    ).split()
)
"""Words that tell nothing of what a text is about."""

_WORD = re.compile(r"[^\W_]+")
_ENDINGS = re.compile(r"(?:ations?|ations|ingly|edly|ments?|ings?|ies|ied|ers?|ed|es|ly|s)$")


@lru_cache(maxsize=1 << 16)
def stemmed(word: str) -> str:
    """A folded word without its inflection: rough, and the same for all forms that matter here."""
    if len(word) > 4:
        cut = _ENDINGS.sub("", word)
        if len(cut) >= 3:
            word = cut
    return intern(word.rstrip("e") if len(word) > 4 else word)


def stems(text: str) -> list[str]:
    """Its words without inflection, common ones left out."""
    return [stem for word in _WORD.findall(text) if (stem := _stem(word))]


@lru_cache(maxsize=1 << 15)
def number(stem: str) -> int:
    """32 bits that stand for a stem: of a million stems one in four thousand has a double."""
    return zlib.crc32(stem.encode())


@lru_cache(maxsize=1 << 15)
def _stem(word: str) -> str:
    folded = fold(word)
    return stemmed(folded) if len(folded) > 1 and folded not in STOPWORDS else ""
