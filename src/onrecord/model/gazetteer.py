"""One row of a gazetteer: who or what somebody else's list says that a name is of."""

from __future__ import annotations

import msgspec

from onrecord.model.reading import NameType


class GazetteerRow(msgspec.Struct, frozen=True):
    """`names` are the label and the aliases, the label first; `type` is `None` where the list does not
    say. `description`, `country` and `positions` tell namesakes apart; the last two may be ids
    of other rows."""

    id: str
    names: tuple[str, ...]
    type: NameType | None = None
    description: str = ""
    country: str = ""
    positions: tuple[str, ...] = ()
