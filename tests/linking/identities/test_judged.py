from __future__ import annotations

import random
from itertools import count

import msgspec
import pytest

from linking.build import Shelf, article, attribution, name, span
from onrecord.linking import link
from onrecord.linking.identities.mentions import Local
from onrecord.linking.identities.people import find_identities
from onrecord.model import (
    Identity,
    IdentityMention,
    Judgement,
    Name,
    NamePoint,
    NameType,
    PassagePoint,
    Place,
    Point,
    Span,
    Verdict,
    Withdrawal,
)

_PLACE = count()


def local(of: str, words: str, kind: NameType = "person") -> Local:
    start = next(_PLACE) * 100
    return Local(of, words, kind, (IdentityMention(of, Span(start, start + len(words))),))


def judged(verdict: Verdict, one: Point, other: Point) -> Judgement:
    at = f"2031-01-01T00:00:00.{next(_PLACE):06}+00:00"
    return Judgement(at, "identity", verdict, (one, other), "Mo", at)


def called(words: str, kind: NameType = "person", *seen: Local) -> NamePoint:
    return NamePoint(words, kind, tuple(Place(s.article, s.mentions[0].span) for s in seen))


def at(one: Local, mention: int = 0) -> PassagePoint:
    return PassagePoint(one.article, one.mentions[mention].span, one.name)


def groups(locals_: list[Local], *judgements: Judgement) -> set[frozenset[str]]:
    """Which articles each identity is in."""
    return {
        frozenset(m.article for m in identity.mentions)
        for identity in find_identities(locals_, judgements)
    }


def because(locals_: list[Local], *judgements: Judgement) -> set[str]:
    return {line for i in find_identities(locals_, judgements) for line in i.because}


SERGEI, SERGEY, BARE = (
    local("a", "Sergei Lundov"),
    local("b", "Sergey Lundov"),
    local("c", "Lundov"),
)
NAMESAKE = local("d", "Sergei Lundov")
ALL = [SERGEI, SERGEY, BARE, NAMESAKE]


def test_the_same_whatever_the_machine_thinks() -> None:
    ana, boat = local("a", "Ana Lund"), local("b", "Eva Ruud")
    same = judged("same", called("Ana Lund"), called("Eva Ruud"))
    assert groups([ana, boat], same) == {frozenset("ab")}
    assert "Ana Lund = Eva Ruud: judged the same by Mo on 2031-01-01" in because([ana, boat], same)


def test_not_the_same_through_any_chain() -> None:
    assert groups(ALL) == {frozenset("abcd")}
    apart = judged("not_same", called("Sergei Lundov"), called("Sergey Lundov"))
    # 'Lundov' has two bearers now, and is neither's.
    assert groups(ALL, apart) == {frozenset("ad"), frozenset("b"), frozenset("c")}
    assert because(ALL, apart) == {
        "Sergei Lundov ≠ Sergey Lundov: judged not the same by Mo on 2031-01-01"
    }
    same = judged("same", called("Lundov"), called("Sergey Lundov"))
    assert groups(ALL, apart, same) == {frozenset("ad"), frozenset("bc")}


def test_an_initial_of_two_who_are_judged_apart_is_nobodys() -> None:
    people = [SERGEI, SERGEY, local("c", "S. Lundov")]
    assert groups(people) == {frozenset("abc")}
    apart = judged("not_same", called("Sergei Lundov"), called("Sergey Lundov"))
    assert groups(people, apart) == {frozenset("a"), frozenset("b"), frozenset("c")}


def test_unsure_stops_the_machine_and_not_other_judgements() -> None:
    unsure = judged("unsure", called("Sergei Lundov"), called("Sergey Lundov"))
    assert groups(ALL, unsure) == {frozenset("ad"), frozenset("b"), frozenset("c")}
    one = judged("same", called("Lundov"), called("Sergey Lundov"))
    other = judged("same", called("Lundov"), called("Sergei Lundov"))
    assert groups(ALL, unsure, one, other) == {frozenset("abcd")}


def test_the_later_of_two_judgements_holds() -> None:
    apart = judged("not_same", called("Sergei Lundov"), called("Sergey Lundov"))
    same = judged("same", called("Sergey Lundov"), called("Sergei Lundov"))
    assert groups(ALL, apart, same) == {frozenset("abcd")}
    assert any(
        line.endswith(", overruled by a later judgement") for line in because(ALL, apart, same)
    )


def test_a_contradiction_through_a_third_name_is_settled_by_the_latest() -> None:
    people = [local("a", "Ana Lund"), local("b", "Eva Ruud"), local("c", "Ida Moen")]
    one = judged("same", called("Ana Lund"), called("Eva Ruud"))
    two = judged("same", called("Eva Ruud"), called("Ida Moen"))
    three = judged("not_same", called("Ana Lund"), called("Ida Moen"))
    assert groups(people, one, two, three) == {frozenset("a"), frozenset("bc")}
    assert groups(people, three, one, two) == groups(people, one, two, three)
    assert (
        "Ana Lund = Eva Ruud: judged the same by Mo on 2031-01-01, overruled by a later judgement"
        in because(people, one, two, three)
    )


def test_withdrawn_is_as_never_judged() -> None:
    apart = judged("not_same", called("Sergei Lundov"), called("Sergey Lundov"))
    withdrawn = Judgement(
        apart.id, apart.kind, apart.verdict, apart.about, apart.by, apart.at, "",
        Withdrawal("Mo", "2031-02-01"),
    )  # fmt: skip
    assert find_identities(ALL, [withdrawn]) == find_identities(ALL)


def test_nobody_of_that_name_changes_nothing() -> None:
    stray = judged("same", called("Ida Moen"), called("Sergei Lundov"))
    lost = judged("same", PassagePoint("z", Span(0, 4), "Moen"), called("Sergei Lundov"))
    assert find_identities(ALL, [stray, lost]) == find_identities(ALL)


def test_namesakes_of_two_articles_come_apart() -> None:
    apart = judged("not_same", at(NAMESAKE), called("Sergei Lundov"))
    assert groups(ALL, apart) == {frozenset("abc"), frozenset("d")}
    between = judged("not_same", at(NAMESAKE), at(SERGEI))
    assert groups(ALL, between) == groups(ALL, apart)


def test_a_name_in_one_article_goes_to_whom_it_is_judged_to_be() -> None:
    """The bare surname in one article, and only there, is of the other bearer."""
    more = [*ALL, local("e", "Lundov"), local("f", "Piotr Lundov")]
    piotr = judged("same", at(BARE), called("Piotr Lundov"))
    assert frozenset("cf") in groups(more, piotr)
    assert not any({"c", "e"} <= group for group in groups(more, piotr))


def test_a_part_is_found_by_where_it_was_seen() -> None:
    """'Sergei Lundov' is two by now; the later judgement is of the second."""
    apart = judged("not_same", at(NAMESAKE), called("Sergei Lundov"))
    boat = local("g", "Eva Ruud")
    same = judged("same", called("Sergei Lundov", "person", NAMESAKE), called("Eva Ruud"))
    assert frozenset("dg") in groups([*ALL, boat], apart, same)
    other = judged("same", called("Sergei Lundov", "person", SERGEI), called("Eva Ruud"))
    assert frozenset("abcg") in groups([*ALL, boat], apart, other)


def test_two_forms_of_one_name_come_apart() -> None:
    ships = [local("a", "Vask Lines Ltd", "organisation"), local("b", "Vask Lines", "organisation")]
    assert groups(ships) == {frozenset("ab")}
    apart = judged(
        "not_same", called("Vask Lines Ltd", "organisation"), called("Vask Lines", "organisation")
    )
    assert groups(ships, apart) == {frozenset("a"), frozenset("b")}
    again = judged(
        "same", called("Vask Lines Ltd", "organisation"), called("Vask Lines", "organisation")
    )
    assert groups(ships, apart, again) == {frozenset("ab")}


def test_a_mention_wrongly_chained_leaves_its_article_s_chain() -> None:
    spans = (Span(0, 8), Span(20, 24), Span(40, 44))
    chain = Local("a", "Ana Lund", "person", tuple(IdentityMention("a", s) for s in spans))
    eva = local("b", "Eva Lund")
    apart = judged(
        "not_same", PassagePoint("a", spans[2], "Lund"), PassagePoint("a", spans[0], "Ana Lund")
    )
    same = judged("same", PassagePoint("a", spans[2], "Lund"), called("Eva Lund"))
    by_name = {i.name: i for i in find_identities([chain, eva], [apart, same])}
    assert [m.span for m in by_name["Ana Lund"].mentions] == list(spans[:2])
    assert [(m.article, m.span) for m in by_name["Eva Lund"].mentions] == [
        ("a", spans[2]),
        ("b", eva.mentions[0].span),
    ]


def test_neither_order_of_articles_nor_of_judgements_matters() -> None:
    some = [
        judged("not_same", at(NAMESAKE), called("Sergei Lundov")),
        judged("same", at(BARE), at(NAMESAKE)),
        judged("unsure", called("Sergei Lundov"), called("Sergey Lundov")),
    ]
    expected = find_identities(ALL, some)
    for seed in range(5):
        locals_, judgements = ALL[:], some[:]
        random.Random(seed).shuffle(locals_)
        random.Random(seed).shuffle(judgements)
        assert find_identities(locals_, judgements) == expected


@pytest.mark.parametrize("verdict", ["not_same", "unsure"])
def test_linking_obeys_and_speakers_follow(verdict: Verdict) -> None:
    shelf = Shelf()
    for key, who in (("a", "Sergei Lundov"), ("b", "Sergey Lundov")):
        text = f"{who} said it rained."
        said = attribution(text, who, "said", "it rained")
        shelf.add(article(key, text), name(text, who, "person"), said=(said,))
    shelf.judged = [
        judged(
            verdict,
            PassagePoint("b", span("Sergey Lundov", "Sergey Lundov"), ""),
            called("Sergei Lundov"),
        )
    ]
    link(shelf)
    identities: list[Identity] = shelf.found("identities")
    speakers = shelf.statement_identity
    assert speakers == {f"{i.mentions[0].article}-0": i.id for i in identities}
    assert len(identities) == 2


def test_what_a_split_mention_says_is_its_own() -> None:
    text = "Ana Lund came. Lund said it rained."
    lund = Span(15, 19)
    names = (
        name(text, "Ana Lund", "person"),
        Name(lund, "person", "Ana Lund"),
    )
    said = attribution(text, "", "said", "it rained", speaker="Ana Lund")
    said = msgspec.structs.replace(said, source=(lund,), speaker_spans=(lund,))
    shelf = Shelf()
    shelf.add(article("a", text), *names, said=(said,))
    whole, other = PassagePoint("a", Span(0, 8), "Ana Lund"), PassagePoint("a", lund, "Lund")
    shelf.judged = [judged("not_same", other, whole)]
    link(shelf)
    identities: list[Identity] = shelf.found("identities")
    ids = {i.name: i.id for i in identities}
    assert shelf.statement_identity == {"a-0": ids["Lund"]}
    assert {name: ids[name] for name in ("Ana Lund", "Lund")} == ids


def test_authorities_are_judged_and_not_their_places() -> None:
    places = [local("a", "Vask", "place"), local("b", "Lomira", "place")]
    speaking = [Local(p.article, p.name, "organisation", p.mentions, metonym=True) for p in places]
    judgement = judged("same", *(called(s.name, "organisation", s) for s in speaking))
    found = find_identities([*places, *speaking], [judgement])
    together = {i.type for i in found if {m.article for m in i.mentions} == {"a", "b"}}
    assert together == {"organisation"}
    assert {i.name for i in found if i.type == "place"} == {"Vask", "Lomira"}
