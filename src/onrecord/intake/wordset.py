"""Word lists, written as running text."""

from __future__ import annotations


def word_set(listing: str) -> frozenset[str]:
    """The words of `listing`, which stand apart by white space."""
    return frozenset(listing.split())
