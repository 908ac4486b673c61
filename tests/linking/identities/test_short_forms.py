from __future__ import annotations

from onrecord.linking.identities.mentions import Local
from onrecord.linking.identities.people import find_identities
from onrecord.model import Identity, IdentityMention, NameType, Span


def local(
    of: str,
    words: str,
    kind: NameType = "organisation",
    *aliases: str,
    owner: str = "",
    lived_in: bool = False,
) -> Local:
    mention = IdentityMention(of, Span(0, len(words)))
    return Local(of, words, kind, (mention,), aliases=aliases, owner=owner, lived_in=lived_in)


def by_article(*locals_: Local) -> dict[tuple[str, str], Identity]:
    """Identities by article and type of place in it."""
    return {
        (m.article, str(len(m.span))): identity
        for identity in find_identities(locals_)
        for m in identity.mentions
    }


def together(*locals_: Local) -> bool:
    """The first and the last are one."""
    found = by_article(*locals_)
    first, last = locals_[0], locals_[-1]
    return found[first.article, str(len(first.name))] == found[last.article, str(len(last.name))]


def test_what_one_article_spells_out_the_next_takes_as_known() -> None:
    rovers = local("a", "Port Vask Rovers", "organisation", "Rovers")
    assert together(rovers, local("b", "Rovers"))
    assert together(rovers, local("b", "Rovers", "group"))
    [one] = find_identities([rovers, local("b", "Rovers")])
    assert one.because == ("Rovers = Port Vask Rovers: so spelt out in 1 of 1 article(s)",)


def test_a_short_name_of_two_is_neither_of_them() -> None:
    rovers = local("a", "Port Vask Rovers", "organisation", "Rovers")
    assert not together(
        rovers, local("b", "Lomira Rovers", "organisation", "Rovers"), local("c", "Rovers")
    )


def test_a_place_is_no_short_form_of_its_club() -> None:
    club = local("a", "Vask Rovers", "organisation", "Vask")
    assert not together(club, local("b", "Vask", "place"))


def test_a_bare_surname_is_whom_most_articles_mean() -> None:
    lunds = [local(n, "Ana Lund", "person", "Lund") for n in "abcd"]
    assert together(*lunds, local("e", "Eva Lund", "person", "Lund"), local("f", "Lund", "person"))
    assert not together(
        lunds[0], local("e", "Eva Lund", "person", "Lund"), local("f", "Lund", "person")
    )


def test_the_beginning_of_a_longer_name_and_a_word_before_one() -> None:
    ana = local("a", "Ana Lund", "person")
    assert together(ana, local("b", "Ana Lund Quits", "person"))
    assert together(ana, local("b", "Ana Lund Salas", "person"))
    assert together(ana, local("b", "Stunning Ana Lund", "person"))
    assert not together(ana, local("b", "Maria Ana Lund", "person"))


def test_offices_are_of_their_states() -> None:
    lomira = local("a", "Energy Ministry", owner="Lomira")
    places = [local("a", "Lomira", "place"), local("b", "Vaskia", "place")]
    assert together(lomira, *places, local("b", "Lomiran Energy Ministry"))
    assert together(lomira, *places, local("b", "Energy Ministry"))
    vaskia = local("b", "Energy Ministry", owner="Vaskia")
    assert not together(lomira, *places, vaskia)
    assert not together(lomira, *places, vaskia, local("c", "Energy Ministry"))


def test_the_end_of_the_only_longer_name() -> None:
    full = local("a", "Vask Basin Commission")
    assert together(full, local("b", "Basin Commission"))
    assert not together(full, local("b", "Lomira Basin Commission"), local("c", "Basin Commission"))
    assert together(local("a", "Old Harbour Choir"), local("b", "Harbour Choir"))


def test_a_dam_is_its_bare_name_unless_that_is_a_town() -> None:
    dam = local("a", "Vask Dam", "place")
    assert together(dam, local("b", "Vask", "place"))
    assert not together(dam, local("b", "Vask", "place", lived_in=True))
    assert not together(dam, local("b", "Vask River", "place"), local("c", "Vask", "place"))


def test_the_plural_end_of_the_only_club_is_the_club_even_where_read_as_a_person() -> None:
    gulls = local("a", "Vask Gulls")
    assert together(gulls, local("b", "Gulls"))
    assert together(gulls, local("b", "Gulls", "person"))
    assert not together(gulls, local("c", "Lomira Gulls"), local("b", "Gulls"))
    assert not together(gulls, local("c", "Ana Gulls", "person"), local("b", "Gulls", "person"))
    office = IdentityMention("b", Span(0, 5), "Minister")
    assert not together(gulls, Local("b", "Gulls", "person", (office,)))
    often = [local(f"{n}", "Gulls", "person") for n in range(9)]
    assert not together(gulls, *often)
    assert not together(local("a", "Vask Press"), local("b", "Press", "person"))


def test_long_names_that_differ_in_a_plural_are_one() -> None:
    assert together(
        local("a", "Lomira Motion Pictures Guild"), local("b", "Lomira Motion Picture Guild")
    )
    assert not together(local("a", "Vask Lines"), local("b", "Vask Line"))


def test_a_body_named_after_somebody_is_no_person() -> None:
    center, centre = (
        local("a", "Ana Lund Center", "person"),
        local("b", "Ana Lund Centre", "person"),
    )
    assert together(center, centre)
    [one] = find_identities([center, centre])
    assert one.type == "organisation"
    assert {i.type for i in find_identities([local("a", "Eva Church", "person")])} == {"person"}


def test_a_surname_read_as_a_place_is_whom_articles_spell_out() -> None:
    lunds = [local(n, "Ana Lund", "person", "Lund") for n in "abc"]
    assert together(*lunds, local("d", "Lund", "place"))
    towns = [local(n, "Lund", "place") for n in "defgh"]
    assert not together(*lunds, *towns)


def test_the_city_of_a_name_and_a_sea_by_its_bare_name() -> None:
    assert together(local("a", "City of Vask", "place"), local("b", "Vask", "place"))
    assert together(local("a", "Lomiran Sea", "place"), local("b", "Lomiran", "place"))
    assert not together(local("a", "Vask Sea", "place"), local("b", "Vask", "place", lived_in=True))
