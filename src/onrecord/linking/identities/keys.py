"""Keys: what equal forms of a name come down to, titles, accents and forms of address set aside."""

from __future__ import annotations

from typing import cast

from onrecord.model import NameType

Key = tuple[NameType, str]
"""(type, canonical name)."""
Join = tuple[Key, Key, str]
"""(name, name, reason): two that are one."""


def stored(key: Key) -> str:
    """As it is kept on disk; sorts as keys do."""
    return f"{key[0]} {key[1]}"


def loaded(text: str) -> Key:
    kind, _, name = text.partition(" ")
    return cast(NameType, kind), name
