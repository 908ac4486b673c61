"""Happenings over articles and events made by hand."""

from __future__ import annotations

from contextlib import closing
from sqlite3 import connect

import msgspec
import pytest

from linking.build import Shelf, article, span
from onrecord.linking import link
from onrecord.linking.happenings import groups
from onrecord.linking.happenings.groups import WORTH, Happenings
from onrecord.model import (
    Article,
    Attribution,
    Event,
    Figure,
    Happening,
    Participant,
    Reading,
    Role,
    Span,
)

A = "Thieves robbed the chandlery in Port Vask on Monday. They fled over the tide mill bridge."
B = (
    "Two thieves who looted the Port Vask chandlery escaped over the tide mill bridge, the harbour "
    "master said."
)
C = "A storm robbed the lighthouse of Lomira of its lamp. Rye bread was sold at the autumn fair."


def event(text: str, word: str, **given: str) -> Event:
    """With participants as role=words; `kind` and `factuality` as in `Event`."""
    roles: tuple[Role, ...] = ("actor", "recipient", "participant")
    return Event(
        span(text, word),
        given.get("kind", "other"),
        tuple(Participant(role, span(text, given[role])) for role in roles if role in given),
        factuality="denied" if "denied" in given else "happened",
        by="rule:event-verb",
    )


def pages() -> list[tuple[Article, Reading]]:
    one = Reading(
        events=(
            event(A, "robbed", kind="ASSAULT", actor="Thieves", recipient="the chandlery"),
            event(A, "fled", actor="They"),
        )
    )
    other = Reading(
        events=(
            event(B, "looted", kind="ASSAULT", actor="Two thieves", recipient="the Port Vask chandlery"),
            event(B, "escaped", actor="Two thieves"),
            event(B, "said", actor="the harbour master"),
        )
    )  # fmt: skip
    third = Reading(events=(event(C, "robbed", actor="A storm"), event(C, "sold")))
    return [
        (article("a", A, day="2031-03-04"), one),
        (article("b", B, day="2031-03-05"), other),
        (article("c", C, day="2031-03-05"), third),
    ]


def found(given: list[tuple[Article, Reading]]) -> list[Happening]:
    with closing(connect(":memory:")) as connection:
        happenings = Happenings(connection)
        for made, reading in given:
            happenings.add(made, reading)
        happenings.update()
        return list(happenings.all())


def test_events_of_one_kind_in_articles_near_each_other_are_one() -> None:
    got = {(t.article, t.event): h for h in found(pages()) for t in h.tellings}
    assert got["a", 0] == got["b", 0]
    assert got["a", 0].articles == ("a", "b")
    assert got["a", 0].type == "ASSAULT"
    assert 0 < got["a", 0].confidence <= 1


def test_what_nothing_else_tells_of_is_no_happening() -> None:
    got = {(t.article, t.event) for h in found(pages()) for t in h.tellings}
    assert not got & {("c", 0), ("c", 1), ("b", 2)}


def test_what_one_article_alone_tells_is_no_happening() -> None:
    text = "The raid on the depot failed. The raid on the depot lasted an hour."
    again = text.rindex("raid")
    events = (
        event(text, "raid", kind="ASSAULT"),
        Event(Span(again, again + 4), "ASSAULT", by="rule:event-noun"),
    )
    alone = (article("d", text), Reading(events=events))
    assert not found([alone])
    assert all(len(h.articles) > 1 for h in found([alone, *pages()]))


def confident(
    given: list[tuple[Article, Reading]], confidence: float
) -> list[tuple[Article, Reading]]:
    return [
        (
            made,
            Reading(
                events=tuple(
                    msgspec.structs.replace(event, confidence=confidence)
                    for event in reading.events
                )
            ),
        )
        for made, reading in given
    ]


def test_what_no_article_tells_as_its_own_is_no_happening() -> None:
    assert found(confident(pages(), 0.9))
    assert not found(confident(pages(), WORTH - 0.05))
    assert found([*confident(pages()[:1], 0.9), *confident(pages()[1:], WORTH - 0.05)])


def test_what_stands_in_quotations_alone_is_a_statement() -> None:
    def quoted(given: tuple[Article, Reading]) -> tuple[Article, Reading]:
        made, reading = given
        whole = Attribution(
            (), (), (Span(0, len(made.text)),), "direct", "speech", "assert", "none"
        )
        events = tuple(msgspec.structs.replace(event, attribution=0) for event in reading.events)
        return made, Reading(events=events, attributions=(whole,))

    one, other, third = pages()
    assert found([quoted(one), other, third])
    assert not found([quoted(one), quoted(other), third])


def told_twice(one: str, other: str, word: str, *, by: str) -> list[tuple[Article, Reading]]:
    """The same story by two, who differ in one sentence; the only event is that sentence's."""
    made = []
    for identifier, sentence in (("a", one), ("b", other)):
        text = f"{A} {sentence}"
        made.append(
            (
                article(identifier, text, day="2031-03-04"),
                Reading(events=(Event(span(text, word), "other", by=by, factuality="happened"),)),
            )
        )
    return made


def test_what_was_only_said_must_be_told_in_the_same_words() -> None:
    one = "Warden Petrel said the lantern above the weir had gone dark before midnight."
    same = "The lantern above the weir had gone dark before midnight, said warden Petrel."
    other = "Petrel said she would count the mooring ropes again, lantern in hand."
    assert found(told_twice(one, same, "said", by="cue"))
    assert not found(told_twice(one, other, "said", by="cue"))
    dark = [sentence.replace("said", "doused") for sentence in (one, other)]
    assert found(told_twice(*dark, "doused", by="rule:event-verb"))


def test_what_few_tell_must_be_more_alike(monkeypatch: pytest.MonkeyPatch) -> None:
    one = "Warden Petrel doused the lantern above the weir before midnight."
    other = "Petrel doused her pipe, lantern in hand."
    (a, first), (b, second) = told_twice(one, other, "doused", by="rule:event-verb")
    two = [(a, first), (b, second)]
    more = [
        (msgspec.structs.replace(made, id=i), r) for i, (made, r) in zip("cd", two, strict=True)
    ]
    (few,), (many,) = found(two), found([*two, *more])
    assert few.confidence < many.confidence
    monkeypatch.setattr(groups, "FEW", 2.4)
    assert not found(two)
    assert found([*two, *more])


def test_a_figure_in_common_ties_and_a_denial_parts() -> None:
    def strength(*, figure: bool = False, denied: bool = False) -> float:
        (a, one), (b, other), _ = pages()
        if figure:
            events = [msgspec.structs.replace(r.events[0], figures=(0,)) for r in (one, other)]
            one = Reading(events=(events[0],), figures=(Figure(span(A, "Monday"), 2, "thieves"),))
            other = Reading(events=(events[1],), figures=(Figure(span(B, "Two"), 2, "thieves"),))
        if denied:
            no = msgspec.structs.replace(other.events[0], factuality="denied")
            other = Reading(events=(no, *other.events[1:]), figures=other.figures)
        robbed = [h for h in found([(a, one), (b, other)]) if h.type == "ASSAULT"]
        return robbed[0].confidence if robbed else 0.0

    assert strength(figure=True) > strength() > strength(denied=True)


def test_the_order_of_articles_does_not_matter() -> None:
    assert found(pages()) == found(pages()[::-1])


def test_days_are_those_that_a_clause_states() -> None:
    (a, one), (b, other), _ = pages()
    day = "2031-03-03"
    events = [
        msgspec.structs.replace(e, earliest=day, latest=day, dated="stated") for e in one.events
    ]
    got = found([(a, Reading(events=tuple(events))), (b, other)])
    robbed = next(h for h in got if h.type == "ASSAULT")
    assert (robbed.earliest, robbed.latest) == (day, day)


def test_days_that_differ_part() -> None:
    (a, one), (b, other), _ = pages()
    robbed = []
    for reading, day in ((one, "2031-03-03"), (other, "2030-12-24")):
        dated = msgspec.structs.replace(reading.events[0], earliest=day, latest=day, dated="stated")
        robbed.append(Reading(events=(dated, *reading.events[1:])))
    assert not [h for h in found([(a, robbed[0]), (b, robbed[1])]) if h.type == "ASSAULT"]


def test_no_events() -> None:
    assert found([]) == []
    assert found([(article("a", A), Reading()), (article("b", ""), Reading())]) == []


def test_linking_gives_them() -> None:
    shelf = Shelf()
    shelf.held = pages()
    link(shelf)
    assert shelf.found("happenings") == found(pages())


@pytest.mark.parametrize(
    ("earliest", "latest", "tells"),
    [
        ("2031-05-01", "2031-05-31", True),
        ("2001-09-11", "2031-10-07", False),
        (None, "2031-05-31", True),
        (None, None, False),
    ],
)
def test_a_range_of_many_years_does_not_say_when(
    earliest: str | None, latest: str | None, tells: bool
) -> None:
    assert groups._tells_when(earliest, latest) is tells
