from __future__ import annotations

import pytest

from onrecord.model import Stance
from onrecord.reading.events.plover import OTHER, TYPES, typed


def test_the_sixteen_types() -> None:
    assert len(TYPES) == 16
    assert all(name.isupper() for name in TYPES)


@pytest.mark.parametrize(
    ("lemma", "noun", "particle", "stance", "kind"),
    [
        ("bomb", False, None, None, "ASSAULT"),
        ("arrest", True, None, None, "COERCE"),
        ("meet", False, None, None, "CONSULT"),
        ("call", False, "off", None, "REJECT"),
        ("strike", False, None, None, "PROTEST"),
        ("strike", True, None, None, OTHER),
        ("say", False, None, "assert", OTHER),
        ("say", False, None, "demand", "REQUEST"),
        ("call", False, None, "assert", OTHER),
        ("deny", False, None, "deny", OTHER),
        ("reject", False, None, "deny", "REJECT"),
        ("vow", False, None, "promise", "AGREE"),
        ("recognise", False, None, "agree", "SUPPORT"),
        ("attack", False, None, "accuse", "ACCUSE"),
        ("rain", False, None, None, OTHER),
    ],
)
def test_typed(
    lemma: str, noun: bool, particle: str | None, stance: Stance | None, kind: str
) -> None:
    assert typed(lemma, noun, particle, stance) == kind
