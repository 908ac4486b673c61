"""Telling the second member of a name apart, in containers of any size."""

from __future__ import annotations

import hashlib

# Four positions in 2^26 bits (8 MB): of a million distinct names some ten are taken for seen
# (Bloom 1970). Such a name gets a suffix that it did not need, the same in every run.
_BITS = 1 << 26
_POSITIONS = 4


class Members:
    """The members of one container that came by so far.

    State: a Bloom filter of their names, and how often each repeated one came. Memory does not
    grow with the number of distinct names.
    """

    def __init__(self) -> None:
        self._seen = bytearray(_BITS // 8)
        self._repeats: dict[str, int] = {}

    def key(self, key: str) -> str:
        """`key` the first time, then `key#2`, `key#3`, …"""
        if self._add(key):
            return key
        self._repeats[key] = count = self._repeats.get(key, 1) + 1
        return f"{key}#{count}"

    def _add(self, key: str) -> bool:
        """Whether the name is new; it no longer is."""
        digest = hashlib.blake2b(key.encode("utf-8", "surrogatepass"), digest_size=16).digest()
        new = False
        for at in range(0, 4 * _POSITIONS, 4):
            position = int.from_bytes(digest[at : at + 4], "big") % _BITS
            byte, bit = position >> 3, 1 << (position & 7)
            new = new or not self._seen[byte] & bit
            self._seen[byte] |= bit
        return new
