"""Whatever came, went and was judged before: the outcome is that of identifying everything at once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.linking.identities.gazetteer import Lookup
from onrecord.linking.identities.mentions import Local
from onrecord.linking.identities.naming import Naming
from onrecord.linking.identities.people import People, identified
from onrecord.linking.scratch import scratch
from onrecord.linking.words import fold
from onrecord.model import (
    GazetteerRow,
    Identity,
    IdentityMention,
    Judgement,
    MentionOf,
    NamePoint,
    NameType,
    PassagePoint,
    Place,
    Span,
)


class Printed(NamedTuple):
    name: str
    type: NameType
    aliases: tuple[str, ...] = ()
    role: str | None = None
    metonym: bool = False
    owner: str = ""
    lived_in: bool = False


NAMES = (
    # One block of people, with spellings, initials, bare and longer names.
    Printed("Sergei Lundov", "person", ("Lundov",)), Printed("Sergey Lundov", "person"),
    Printed("Sergei Lundov", "person", role="Minister"), Printed("S. Lundov", "person"),
    Printed("Ana Lundov", "person", ("Lundov",), "keeper"), Printed("Lundov", "person", role="keeper"),
    Printed("Lundov", "person"), Printed("Lundov", "place"), Printed("Dr Sergei Lundov", "person"),
    Printed("Sergei Lundov Salas", "person"), Printed("Stunning Ana Lundov", "person"),
    Printed("Stunning Ek", "person"), Printed("Sergei Lundov", "other"),
    # Bodies: acronyms, short names, clubs, plurals, offices.
    Printed("World Rope Organisation", "organisation", ("WRO",)), Printed("WRO", "organisation"),
    Printed("Western Rail Office", "organisation"), Printed("WRO", "person"),
    Printed("Vask Gulls", "organisation", ("Gulls",)), Printed("Gulls", "organisation"),
    Printed("Gulls", "person"), Printed("Lomira Gulls", "organisation"), Printed("Ana Gulls", "person"),
    Printed("Vask Rope Guilds", "organisation"), Printed("Vask Rope Guild", "organisation"),
    Printed("Rope Guild", "organisation"), Printed("Energy Ministry", "organisation"),
    Printed("Energy Ministry", "organisation", owner="Lomira"),
    Printed("Lomiran Energy Ministry", "organisation"), Printed("Vaskian Energy Ministry", "organisation"),
    # Places and what is made of their names.
    Printed("Lomira", "place", lived_in=True), Printed("Lomira", "person"), Printed("Lomiran", "group"),
    Printed("Lomira", "organisation", metonym=True), Printed("Government of Lomira", "organisation"),
    Printed("Vask", "place"), Printed("Vask", "place", lived_in=True), Printed("Vask Dam", "place"),
    Printed("Vaskian", "group"), Printed("Vask", "organisation", metonym=True),
)  # fmt: skip


def local(article: str, at: int, printed: Printed) -> Local:
    first, second = Span(at * 100, at * 100 + 5), Span(at * 100 + 50, at * 100 + 55)
    mentions = (IdentityMention(article, first, printed.role), IdentityMention(article, second))
    day = f"2031-03-0{1 + at % 9}"
    return Local(
        article, printed.name, printed.type, mentions, printed.metonym, printed.aliases,
        printed.owner, printed.lived_in, (day, day),
    )  # fmt: skip


ROWS = (
    GazetteerRow("Q1", ("Sergei Lundov", "Sergey Lundov"), "person", positions=("Minister",)),
    GazetteerRow("Q2", ("Sergei Lundov",), "person", country="Lomira"),
    GazetteerRow("Q3", ("Ana Lundov", "Ana Gulls"), "person"),
    GazetteerRow("Q4", ("Rope Guild", "Gilda da Corda"), "organisation"),
)


def listed(rows: Iterable[GazetteerRow]) -> Lookup:
    return lambda name: [row for row in rows if fold(name) in map(fold, row.names)]


SIGHTED = ("lomira", "sergei lundov", "gilda da corda", "vask gulls", "vask")

points = st.one_of(
    st.builds(
        NamePoint,
        st.sampled_from(sorted({printed.name for printed in NAMES})),
        st.sampled_from(["person", "place", "organisation"]),
        st.lists(st.builds(Place, st.sampled_from("abcd"), st.just(Span(0, 5))), max_size=1).map(
            tuple
        ),
    ),
    st.builds(
        PassagePoint,
        st.sampled_from("abcd"),
        st.sampled_from([Span(0, 5), Span(50, 55), Span(100, 105)]),
        st.just("Lundov"),
    ),
)


@st.composite
def judgements(draw: st.DrawFn) -> list[Judgement]:
    return [
        Judgement(str(n), "identity", verdict, (one, other), "Mo", f"2031-01-0{n + 1}")
        for n, (verdict, one, other) in enumerate(
            draw(
                st.lists(
                    st.tuples(st.sampled_from(["same", "not_same", "unsure"]), points, points),
                    max_size=3,
                )
            )
        )
    ]


class State(NamedTuple):
    """What is to be identified: what articles print (by place in `NAMES`), what is sighted in them."""

    printed: Mapping[str, tuple[int, ...]]
    sighted: Mapping[str, tuple[str, ...]]
    judged: list[Judgement]
    rows: tuple[GazetteerRow, ...] | None


@st.composite
def steps(draw: st.DrawFn, judged: st.SearchStrategy[list[Judgement]]) -> list[State]:
    """States one after another; judgements and gazetteer often stay as they are."""
    some = st.lists(st.integers(0, len(NAMES) - 1), max_size=5).map(tuple)
    seen = st.lists(st.sampled_from(SIGHTED), max_size=3).map(tuple)
    pool = draw(st.lists(judged, min_size=1, max_size=2))
    state = st.builds(
        State,
        st.dictionaries(st.sampled_from("abcdefgh"), some, max_size=8),
        st.dictionaries(st.sampled_from("abcxy"), seen),
        st.sampled_from(pool),
        st.sampled_from([None, ROWS, ROWS[:2]]),
    )
    return draw(st.lists(state, min_size=2, max_size=4))


class Pile:
    """Names kept from one linking to the next, and what was given out so far."""

    def __init__(self, naming: Naming) -> None:
        self.naming = naming
        self.state = State({}, {}, [], None)
        self.given: dict[str, Identity] = {}
        self.mentions: dict[str, set[MentionOf]] = {}
        self.who: dict[str, list[str | None]] = {}

    def become(self, state: State, everything: bool = False) -> People:
        old = self.state
        for article in sorted({*old.printed, *old.sighted, *state.printed, *state.sighted}):
            now = state.printed.get(article), state.sighted.get(article)
            before = old.printed.get(article), old.sighted.get(article)
            if now == before and not everything:
                continue
            if before != (None, None):
                self.naming.forget(article)
            if now != (None, None):
                self.add(article, now[0] or (), now[1] or ())
        people = identified(
            self.naming,
            state.judged,
            None if state.rows is None else listed(state.rows),
            relisted=state.rows != old.rows,
        )
        self.state = state
        changes = people.identities()
        for identifier in changes.gone:
            del self.given[identifier]
        for identity in changes.put:
            assert self.given.get(identity.id) != identity
            self.given[identity.id] = identity
        mentions = people.mentions({*old.printed, *old.sighted} - {*state.printed, *state.sighted})
        for article in mentions.gone:
            self.mentions.pop(article, None)
        for of in mentions.put:
            self.mentions.setdefault(of.mention.article, set()).add(of)
        return people

    def add(self, article: str, printed: Iterable[int], sighted: Iterable[str]) -> None:
        self.naming.add(local(article, at, NAMES[n]) for at, n in enumerate(printed))
        spans = (Span(at * 10 + 9000, at * 10 + 9005) for at in range(99))
        self.naming.sight(article, zip(sighted, spans, strict=False))


def answers(people: People, state: State) -> dict[str, list[str | None]]:
    return {
        article: [
            people.who(article, (fold(NAMES[n].name), NAMES[n].type), [span])
            for at, n in enumerate(printed)
            for span in (Span(at * 100, at * 100 + 5), Span(at * 100 + 50, at * 100 + 55))
        ]
        for article, printed in state.printed.items()
    }


def whole(pile: Pile) -> dict[str, Identity]:
    """What was given out so far, with the mentions."""
    mentions: dict[str, list[IdentityMention]] = {}
    for of in set[MentionOf]().union(*pile.mentions.values()):
        mentions.setdefault(of.identity, []).append(of.mention)

    def place(mention: IdentityMention) -> tuple[str, Span, str]:
        return mention.article, mention.span, mention.role or ""

    return {
        key: msgspec.structs.replace(one, mentions=tuple(sorted(mentions.get(key, ()), key=place)))
        for key, one in pile.given.items()
    }


def check(steps: list[State]) -> None:
    with scratch() as connection:
        pile = Pile(Naming(connection))
        said: dict[str, list[str | None]] = {}
        for state in steps:
            people = pile.become(state)
            with scratch() as other:
                fresh = Pile(Naming(other))
                anew = fresh.become(state)
                assert pile.given == fresh.given
                assert {i.id: i for i in people.all()} == whole(fresh)
                assert whole(pile) == whole(fresh)
                now = answers(people, state)
                assert now == answers(anew, state)
            assert {a for a in now if now[a] != said.get(a, [])} <= people.renamed
            said = now


def test_a_name_leaves_another_of_its_row() -> None:
    names = [one.name for one in NAMES]
    lundov, gulls = names.index("Ana Lundov"), names.index("Ana Gulls")
    both = State({"a": (lundov,), "b": (gulls,)}, {}, [], ROWS)
    check([both, State({"b": (gulls,)}, {}, [], ROWS)])


@given(steps(st.just([])))
@settings(max_examples=50, deadline=None)
def test_articles_come_and_go(steps: list[State]) -> None:
    check(steps)


@given(steps(judgements()))
@settings(max_examples=50, deadline=None)
def test_and_people_judge(steps: list[State]) -> None:
    check(steps)


def test_an_id_stays_as_spellings_come_and_only_what_changed_is_given_again() -> None:
    def state(**printed: tuple[str, ...]) -> State:
        names = [name.name for name in NAMES]
        numbers = {a: tuple(map(names.index, shown)) for a, shown in printed.items()}
        return State(numbers, {}, [], None)

    first = state(
        a=("Sergei Lundov", "Vask Dam"), b=("Sergei Lundov",), c=("World Rope Organisation",)
    )
    then = state(
        **{a: tuple(NAMES[n].name for n in p) for a, p in first.printed.items()},
        d=("Sergey Lundov",),
    )
    with scratch() as connection:
        pile = Pile(Naming(connection))
        assert pile.become(first).renamed == {"a", "b", "c"}
        before = dict(pile.given)
        assert pile.become(then).renamed == {"d"}
        assert before.keys() == pile.given.keys()
        [changed] = (i for i in before if before[i] != pile.given[i])
        assert pile.given[changed].aliases == ("Sergey Lundov",)
        again = identified(pile.naming).identities()
        assert (list(again.gone), list(again.put)) == ([], [])
