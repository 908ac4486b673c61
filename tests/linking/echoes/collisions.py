"""What few articles seldom meet, brought about: for tests of what is kept from one linking to the next."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from unittest.mock import patch

from onrecord.linking.echoes import candidates, furniture, runs


@contextmanager
def everything_collides() -> Iterator[None]:
    """Standing text after few days, common shingles in few articles, runs of few shingles."""
    with ExitStack() as stack:
        stack.enter_context(patch.multiple(furniture, HOUSE_DAYS=3, TRADE_DAYS=4, TRADE_SPREAD=3))
        stack.enter_context(patch.multiple(candidates, COMMON=3, NEIGHBOURS=1))
        stack.enter_context(patch.multiple(runs, WAITING=20, FEW=2))
        yield
