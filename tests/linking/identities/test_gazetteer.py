from __future__ import annotations

from collections.abc import Iterable
from itertools import count

import msgspec

from linking.build import article
from onrecord.linking.identities.gazetteer import Lookup, other_names
from onrecord.linking.identities.mentions import Local
from onrecord.linking.identities.naming import Naming
from onrecord.linking.identities.people import find_identities, identified
from onrecord.linking.identities.sightings import sightings
from onrecord.linking.scratch import scratch
from onrecord.model import (
    GazetteerRow,
    Identity,
    IdentityMention,
    Judgement,
    NamePoint,
    NameType,
    Reading,
    Span,
)

_PLACE = count()


def local(of: str, words: str, kind: NameType = "person", role: str | None = None) -> Local:
    start = next(_PLACE) * 100
    return Local(of, words, kind, (IdentityMention(of, Span(start, start + len(words)), role),))


def listed(*rows: GazetteerRow) -> Lookup:
    def lookup(name: str) -> Iterable[GazetteerRow]:
        return [row for row in rows if name.casefold() in (n.casefold() for n in row.names)]

    return lookup


def found(locals_: Iterable[Local], *rows: GazetteerRow) -> dict[str, Identity]:
    return {
        form: i
        for i in find_identities(locals_, lookup=listed(*rows))
        for form in (i.name, *i.aliases)
    }


def test_the_only_one_of_a_name_is_linked_and_says_why() -> None:
    who = found([local("a", "Ana Lund")], GazetteerRow("Q1", ("Ana Lund",), "person"))
    assert who["Ana Lund"].gazetteer_id == "Q1"
    assert who["Ana Lund"].because == (
        "Ana Lund is Q1 in the gazetteer: the only one of that name",
    )
    assert found([local("a", "Ana Lund")])["Ana Lund"].gazetteer_id is None


def test_two_names_of_one_row_are_one() -> None:
    row = GazetteerRow("Q1", ("Rope Guild", "Gilda da Corda"), "organisation")
    guild, abroad = (
        local("a", "Rope Guild", "organisation"),
        local("b", "Gilda da Corda", "organisation"),
    )
    who = found([guild, abroad], row)
    assert who["Rope Guild"] is who["Gilda da Corda"]
    assert "Rope Guild = Gilda da Corda: both are Q1 in the gazetteer" in who["Rope Guild"].because
    apart = Judgement(
        "1", "identity", "not_same",
        (NamePoint("Rope Guild", "organisation"), NamePoint("Gilda da Corda", "organisation")),
        "Mo", "2031-01-01",
    )  # fmt: skip
    assert len(find_identities([guild, abroad], [apart], listed(row))) == 2


def test_a_row_of_another_type_is_another() -> None:
    rows = (GazetteerRow("Q1", ("Vask",), "person"), GazetteerRow("Q2", ("Vask",), "place"))
    assert found([local("a", "Vask", "place")], *rows)["Vask"].gazetteer_id == "Q2"


def test_of_namesakes_the_one_with_the_office() -> None:
    rows = (
        GazetteerRow("Q1", ("Ana Lund",), "person", "rower"),
        GazetteerRow("Q2", ("Ana Lund",), "person", positions=("Minister of Harbours",)),
    )
    who = found([local("a", "Ana Lund", role="Minister")], *rows)["Ana Lund"]
    assert who.gazetteer_id == "Q2"
    assert who.because == (
        "Ana Lund is Q2 in the gazetteer: of 2 of that name the one with the office (minister)",
    )
    assert found([local("a", "Ana Lund")], *rows)["Ana Lund"].gazetteer_id is None


def test_of_namesakes_the_one_of_a_country_that_is_named_there() -> None:
    rows = (
        GazetteerRow("Q1", ("Ana Lund",), "person", country="Tarsk"),
        GazetteerRow("Q2", ("Ana Lund",), "person", country="Lomira"),
    )
    locals_ = [local("a", "Ana Lund"), local("a", "Lomira", "place"), local("b", "Tarsk", "place")]
    assert found(locals_, *rows)["Ana Lund"].gazetteer_id == "Q2"
    assert found([*locals_, local("a", "Tarsk", "place")], *rows)["Ana Lund"].gazetteer_id is None


def test_a_bare_surname_is_no_key_to_the_list() -> None:
    rows = (
        GazetteerRow("Q1", ("Ana Lund", "Lund"), "person"),
        GazetteerRow("Q2", ("Ozu",), "person"),
    )
    who = found([local("a", "Lund"), local("a", "Ozu")], *rows)
    assert (who["Lund"].gazetteer_id, who["Ozu"].gazetteer_id) == (None, "Q2")


def test_names_of_two_rows_in_one_identity_are_not_linked() -> None:
    rows = (
        GazetteerRow("Q1", ("Sergei Lundov",), "person"),
        GazetteerRow("Q2", ("Sergey Lundov",), "person"),
    )
    who = found([local("a", "Sergei Lundov"), local("b", "Sergey Lundov")], *rows)["Sergei Lundov"]
    assert who.gazetteer_id is None
    assert "not linked to the gazetteer: its names are Q1 and Q2" in who.because


def test_a_foreign_name_of_a_row_is_sighted_as_the_name_that_articles_have() -> None:
    text = "Ontem, a Gilda da Corda recusou."
    made = msgspec.structs.replace(article("b", text), language="pt")
    rows = (GazetteerRow("Q1", ("Rope Guild", "Gilda da Corda"), "organisation"),)
    with scratch() as connection:
        naming = Naming(connection)
        naming.add([local("a", "Rope Guild", "organisation")])
        naming.sight("b", sightings(made, Reading()))
        [guild] = identified(naming, lookup=listed(*rows)).all()
    assert guild.gazetteer_id == "Q1"
    assert [m.span.of(text) for m in guild.mentions if m.article == "b"] == ["Gilda da Corda"]
    assert other_names(listed(*rows, *rows))("Rope Guild") == []
