from __future__ import annotations

import random

from linking.build import article, attribution, name
from onrecord.linking.identities import find_identities
from onrecord.linking.mentions import Local, locals_of, speaker_of
from onrecord.model import Identity, IdentityMention, NameType, Reading, Span

_PLACE = iter(range(10**6))


def local(of: str, words: str, kind: NameType = "person", role: str | None = None) -> Local:
    start = next(_PLACE) * 100
    return Local(of, words, kind, (IdentityMention(of, Span(start, start + len(words)), role),))


def found(*locals_: Local) -> dict[str, Identity]:
    """Identities by each of their forms; a form that two identities have is a mistake of the test."""
    people = find_identities(locals_)
    by_form: dict[str, Identity] = {}
    for identity in people.identities:
        for form in (identity.name, *identity.aliases):
            assert form not in by_form
            by_form[form] = identity
    return by_form


def test_spellings_of_one_person_are_joined_and_say_why() -> None:
    who = found(local("a", "Sergei Lundov"), local("b", "Sergey Lundov"), local("c", "Sergei Lundov"))
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


def test_a_rare_type_is_overruled() -> None:
    who = find_identities(
        [local(str(i), "Port Vask", "place") for i in range(5)] + [local("x", "Port Vask", "person")]
    )
    assert [i.type for i in who.identities] == ["place"]
    assert who.who("x", ("port vask", "person")) == who.identities[0].id


def test_the_order_of_articles_does_not_matter() -> None:
    everyone = [
        local("a", "Sergei Lundov"), local("b", "Sergey Lundov"), local("c", "Lundov"),
        local("d", "S. Lundov"), local("e", "World Rope Organisation", "organisation"),
        local("e", "WRO", "organisation"), local("f", "Vask", "place"),
    ]  # fmt: skip
    shuffled = everyone[:]
    random.Random(7).shuffle(shuffled)
    assert find_identities(everyone).identities == find_identities(shuffled).identities


def test_speakers_are_mentions_and_the_unnamed_are_nobody() -> None:
    text = "Minister Ana Lund spoke. A diplomat said it rained. Port Vask said no. The Herald said so."
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
        ("Port Vask", "organisation", True),
        ("The Herald", "organisation", False),
    ]
    people = find_identities(who)
    speakers = [people.who("a", speaker_of(a, reading)) for a in reading.attributions]
    assert speakers[0] is None
    names = {i.id: (i.name, i.type) for i in people.identities}
    assert names[speakers[1] or ""] == ("Port Vask", "organisation")
    assert names[speakers[2] or ""] == ("The Herald", "organisation")


def test_a_speaker_described_by_office_and_name_is_the_named() -> None:
    text = "The head of the service, Ana Lund, said it rained."
    reading = Reading(
        names=(name(text, "Ana Lund", "person"),),
        attributions=(attribution(text, "The head of the service, Ana Lund", "said", "it rained"),),
    )
    assert speaker_of(reading.attributions[0], reading) == ("ana lund", "person")
    assert len(locals_of(article("a", text), reading)) == 1
