from __future__ import annotations

import pytest

from onrecord.linking.identities.organisation_names import (
    acronym_letters,
    initials,
    is_acronym,
    organisation_key,
    place_key,
)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the Harbour Authority", "Harbor Authority"),
        ("Ministry of Defence", "Defense Ministry"),
        ("Ministry of Foreign Affairs", "Foreign Ministry"),
        ("Vask Shipping Ltd.", "Vask Shipping"),
        ("Ruritania's World Rope Bank", "World Rope Bank"),
        ("Ruritania's Foreign Ministry", "Ruritania Foreign Ministry"),
        ("Brewers & Maltsters", "Brewers and Maltsters"),
        ("World Rope Organisation", "World Rope Organization"),
        ("the UN", "United Nations"),
    ],
)
def test_forms_of_one_organisation(one: str, other: str) -> None:
    assert organisation_key(one) == organisation_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("University of Vask", "Vask College"),
        ("Defence Ministry", "Foreign Ministry"),
        ("University of York", "York University"),  # only offices turn their words round
    ],
)
def test_two_organisations(one: str, other: str) -> None:
    assert organisation_key(one) != organisation_key(other)


def test_places() -> None:
    assert place_key("the U.S.") == place_key("United States") == place_key("USA")
    assert place_key("São Vask") == place_key("Sao Vask")
    assert place_key("North Vask") != place_key("Vask")
    assert place_key("the Baltic Sea") == place_key("the Baltic")
    assert place_key("Vask Sea") != place_key("Vask")


@pytest.mark.parametrize(("acronym", "name"), [
    ("WRO", "World Rope Organisation"),
    ("BoVS", "Board of Vask Shipping"),
    ("B.V.S.", "Board of Vask Shipping"),
    ("VRA", "the Vask Rope Authority"),
])  # fmt: skip
def test_acronyms(acronym: str, name: str) -> None:
    assert is_acronym(acronym)
    assert acronym_letters(acronym) in initials(name)


def test_what_is_no_acronym_of_it() -> None:
    assert acronym_letters("WRO") not in initials("World Ferry Organisation")
    assert acronym_letters("WRO") not in initials("Wro")
    assert not is_acronym("Lund")
    assert not is_acronym("U")


def test_an_office_is_its_owners() -> None:
    assert organisation_key("Foreign Ministry", "Ruritania") == organisation_key(
        "Ruritania's Foreign Ministry"
    )
    assert organisation_key("Foreign Ministry", "Ruritania") != organisation_key(
        "Foreign Ministry", "Lomira"
    )
    assert organisation_key("Vask Shipping", "Ruritania") == organisation_key("Vask Shipping")
