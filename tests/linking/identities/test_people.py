from __future__ import annotations

import random

import msgspec

from linking.build import article, attribution, name, span
from onrecord.linking.identities.mentions import Local, locals_of, speaker_of
from onrecord.linking.identities.naming import Naming
from onrecord.linking.identities.people import find_identities, identified
from onrecord.linking.identities.sightings import sightings
from onrecord.linking.scratch import scratch
from onrecord.model import (
    Attribution,
    Block,
    Credit,
    Identity,
    IdentityMention,
    Name,
    NameType,
    Reading,
    Span,
)

_PLACE = iter(range(10**6))


def local(of: str, words: str, kind: NameType = "person", role: str | None = None) -> Local:
    start = next(_PLACE) * 100
    return Local(of, words, kind, (IdentityMention(of, Span(start, start + len(words)), role),))


def found(*locals_: Local) -> dict[str, Identity]:
    """Identities by each of their forms; a form that two identities have is a mistake of the test."""
    by_form: dict[str, Identity] = {}
    for identity in find_identities(locals_):
        for form in (identity.name, *identity.aliases):
            assert form not in by_form
            by_form[form] = identity
    return by_form


def test_spellings_of_one_person_are_joined_and_say_why() -> None:
    who = found(
        local("a", "Sergei Lundov"), local("b", "Sergey Lundov"), local("c", "Sergei Lundov")
    )
    assert who["Sergei Lundov"] is who["Sergey Lundov"]
    assert who["Sergei Lundov"].name == "Sergei Lundov"
    assert who["Sergei Lundov"].aliases == ("Sergey Lundov",)
    assert "Sergey Lundov" in who["Sergei Lundov"].because[0]


def test_people_of_one_surname_stay_apart() -> None:
    who = found(local("a", "Ana Lund"), local("b", "Eva Lund"), local("c", "Lund"))
    assert len({i.id for i in who.values()}) == 3


def test_an_initial_joins_only_one_bearer() -> None:
    assert len({i.id for i in found(local("a", "Ana Lund"), local("b", "A. Lund")).values()}) == 1
    who = found(local("a", "Ana Lund"), local("b", "A. Lund"), local("c", "Astrid Lund"))
    assert len({i.id for i in who.values()}) == 3


def test_a_bare_surname_is_the_only_bearers() -> None:
    who = found(local("a", "Ana Lund"), local("b", "Lund"))
    assert who["Lund"] is who["Ana Lund"]
    assert who["Lund"].name == "Ana Lund"


def test_a_bare_surname_follows_the_office() -> None:
    who = found(
        local("a", "Ana Lund", role="Harbour Minister"),
        local("b", "Eva Lund", role="goalkeeper"),
        local("c", "Lund", role="Harbour Minister"),
    )
    assert who["Lund"] is who["Ana Lund"]
    assert who["Lund"].roles == ("Harbour Minister",)


def test_an_acronym_joins_the_long_name_it_stands_with() -> None:
    who = found(
        local("a", "World Rope Organisation", "organisation"),
        local("a", "WRO", "organisation"),
        local("b", "WRO", "organisation"),
    )
    assert who["WRO"] is who["World Rope Organisation"]


def test_an_acronym_of_two_long_names_joins_neither() -> None:
    who = found(
        local("a", "World Rope Organisation", "organisation"),
        local("a", "WRO", "organisation"),
        local("b", "Western Rail Office", "organisation"),
        local("b", "WRO", "organisation"),
    )
    assert len({i.id for i in who.values()}) == 3


def test_the_majority_decides_what_a_name_is() -> None:
    everywhere = [local(str(i), "Port Vask", "place") for i in range(3)]
    mistaken = [local(str(i), "Port Vask", "person") for i in range(3, 5)]
    with scratch() as connection:
        naming = Naming(connection)
        naming.add([*everywhere, *mistaken])
        people = identified(naming)
        [identity] = people.all()
        assert people.who("4", ("port vask", "person")) == identity.id
    assert identity.type == "place"
    assert len(identity.mentions) == 5
    assert identity.because == (
        "Port Vask is read as place in 3, person in 2 article(s): the majority decides",
    )


def test_a_person_of_a_places_name_is_a_person_where_an_office_stands_with_it() -> None:
    everyone = [local(str(i), "Vask", "place") for i in range(3)]
    everyone += [local(str(i), "Vask", "person", role="harbour master") for i in range(3, 5)]
    assert {i.type for i in find_identities(everyone)} == {"person", "place"}


def test_the_regular_adjective_of_a_place_is_the_place() -> None:
    who = found(local("a", "Lomira", "place"), local("b", "Lomiran", "group"))
    assert who["Lomiran"] is who["Lomira"]
    assert (who["Lomira"].name, who["Lomira"].type) == ("Lomira", "place")
    assert who["Lomira"].because == ("Lomiran = Lomira: the adjective of that place",)


def test_a_people_is_no_place_and_an_irregular_adjective_joins_nothing() -> None:
    assert (
        len(
            {
                i.id
                for i in found(
                    local("a", "Lomira", "place"), local("b", "Lomirans", "group")
                ).values()
            }
        )
        == 2
    )
    assert (
        len(
            {
                i.id
                for i in found(
                    local("a", "Lomira", "place"), local("b", "Lomish", "group")
                ).values()
            }
        )
        == 2
    )


def test_the_order_of_articles_does_not_matter() -> None:
    everyone = [
        local("a", "Sergei Lundov"), local("b", "Sergey Lundov"), local("c", "Lundov"),
        local("d", "S. Lundov"), local("e", "World Rope Organisation", "organisation"),
        local("e", "WRO", "organisation"), local("f", "Vask", "place"),
    ]  # fmt: skip
    shuffled = everyone[:]
    random.Random(7).shuffle(shuffled)
    assert find_identities(everyone) == find_identities(shuffled)


def test_speakers_are_mentions_and_the_unnamed_are_nobody() -> None:
    text = (
        "Minister Ana Lund spoke. A diplomat said it rained. Port Vask said no. The Herald said so."
    )
    made = article("a", text)
    reading = Reading(
        names=(
            name(text, "Ana Lund", "person", role="Minister"),
            name(text, "Port Vask", "place"),
            name(text, "Herald", "other"),
        ),
        attributions=(
            attribution(text, "A diplomat", "said", "it rained", source_type="unnamed"),
            attribution(text, "Port Vask", "said no", "no", source_type="organisation"),
            attribution(text, "The Herald", "said so", "so", source_type="media"),
        ),
    )
    who = locals_of(made, reading)
    assert [(w.name, w.type, w.metonym) for w in who] == [
        ("Ana Lund", "person", False),
        ("Port Vask", "place", False),
        ("Herald", "other", False),
        ("Port Vask", "organisation", True),
        ("The Herald", "organisation", False),
    ]
    with scratch() as connection:
        naming = Naming(connection)
        naming.add(who)
        people = identified(naming)
        speakers = [people.who("a", speaker_of(a, reading)) for a in reading.attributions]
        names = {i.id: (i.name, i.type) for i in people.all()}
        places = {i.metonym_of for i in people.all()} - {None}
    assert [names[place or ""] for place in places] == [("Port Vask", "place")]
    assert speakers[0] is None
    assert names[speakers[1] or ""] == ("Port Vask (authorities)", "organisation")
    assert names[speakers[2] or ""] == ("The Herald", "organisation")


def test_a_speaker_described_by_office_and_name_is_the_named() -> None:
    text = "The head of the service, Ana Lund, said it rained."
    reading = Reading(
        names=(name(text, "Ana Lund", "person"),),
        attributions=(attribution(text, "The head of the service, Ana Lund", "said", "it rained"),),
    )
    assert speaker_of(reading.attributions[0], reading) == ("ana lund", "person")
    assert len(locals_of(article("a", text), reading)) == 1


def test_a_work_is_nobody_but_other_articles_may_know_better() -> None:
    assert find_identities([local("a", "Vask Rhapsody", "other")]) == ()
    [one] = find_identities(
        [local("a", "Vask Ore", "other"), local("b", "Vask Ore", "organisation")]
    )
    assert (one.type, len(one.mentions)) == ("organisation", 2)


def test_a_speaker_of_no_read_name_is_credited_or_sighted() -> None:
    text = "PORT VASK (Corvo) -\n\nIt rained."
    made = msgspec.structs.replace(
        article("a", text),
        blocks=(Block(span(text, "PORT VASK (Corvo) -"), "dateline"),),
        credits=(Credit("agency", "Corvo Press", span(text, "Corvo")),),
    )
    [agency] = locals_of(made, Reading())
    assert (agency.name, agency.type, agency.aliases) == ("Corvo Press", "organisation", ("Corvo",))
    found_there = dict(sightings(made, Reading()))
    assert found_there["port vask"] == span(text, "PORT VASK")
    assert "corvo" not in found_there


def test_a_foreign_article_holds_the_names_that_the_record_knows() -> None:
    text = "Ontem, Ana Lund chegou a Vask."
    made = msgspec.structs.replace(article("b", text), language="pt")
    with scratch() as connection:
        naming = Naming(connection)
        naming.add([local("a", "Ana Lund"), local("a", "Vask", "place"), local("a", "Ontem")])
        naming.sight("b", sightings(made, Reading()))
        there = {
            (i.name, m.span)
            for i in identified(naming).all()
            for m in i.mentions
            if m.article == "b"
        }
    assert there == {("Ana Lund", span(text, "Ana Lund")), ("Vask", span(text, "Vask"))}


def test_a_place_that_speaks_is_apart_from_the_place_and_one_with_its_government() -> None:
    def speaks(of: str, words: str) -> Local:
        start = next(_PLACE) * 100
        there = (IdentityMention(of, Span(start, start + len(words))),)
        return Local(of, words, "organisation", there, metonym=True)

    everyone = [
        local("a", "Lomira", "place"), speaks("a", "Lomira"), local("b", "Lomira", "place"),
        local("c", "Lomira", "place"), local("c", "Government of Lomira", "organisation"),
        local("d", "Lomiran government", "organisation"), local("e", "Vask", "place"), speaks("e", "Vask"),
    ]  # fmt: skip
    who = {i.name: i for i in find_identities(everyone)}
    assert set(who) == {"Lomira", "Government of Lomira", "Vask", "Vask (authorities)"}
    government = who["Government of Lomira"]
    assert {m.article for m in government.mentions} == {"a", "c", "d"}
    assert government.aliases == ("Lomira", "Lomiran government")
    assert government.metonym_of == who["Lomira"].id
    assert government.type == "organisation"
    assert {m.article for m in who["Lomira"].mentions} == {"a", "b", "c"}
    assert who["Vask (authorities)"].aliases == ("Vask",)
    assert who["Vask (authorities)"].metonym_of == who["Vask"].id
    assert who["Vask"].metonym_of is None


def test_a_speaking_place_is_mentioned_where_it_is_the_source() -> None:
    text = "It rained in Lomira. Lomira denied it."
    source = Span(21, 27)
    reading = Reading(
        names=(name(text, "Lomira", "place"), Name(source, "place", "Lomira")),
        attributions=(
            Attribution(
                (source,), (span(text, "denied"),), (span(text, "it."),), "indirect", "speech",
                "deny", "organisation", "Lomira", (span(text, "Lomira"), source),
            ),
        ),
    )  # fmt: skip
    place, authorities = locals_of(article("a", text), reading)
    assert [m.span for m in place.mentions] == [span(text, "Lomira"), source]
    assert authorities.metonym
    assert [m.span for m in authorities.mentions] == [source]


def test_an_outlet_is_named_by_its_own_unread_article() -> None:
    text = "Ana Lund falou ao Diário de Vask."
    made = msgspec.structs.replace(
        article("a", text), language="pt", credits=(Credit("outlet", "Diário de Vask", None),)
    )
    [outlet] = locals_of(made, Reading())
    assert (outlet.name, outlet.type) == ("Diário de Vask", "organisation")
    assert [m.span for m in outlet.mentions] == [span(text, "Diário de Vask")]


def test_forms_of_one_key_say_why_they_are_one() -> None:
    [one] = find_identities(
        [local("a", "Vask Lines Ltd", "organisation"), local("b", "Vask Lines", "organisation")]
    )
    assert one.because == (
        "Vask Lines = Vask Lines Ltd: one name but for titles, accents and forms of address",
    )
