"""`link` over a small record in memory: disputes, lost attribution, the timeline, determinism."""

from __future__ import annotations

from typing import Any

import msgspec

from linking.build import Shelf, article, attribution, name, span
from onrecord.linking import link
from onrecord.model import (
    Article,
    Claim,
    Dispute,
    Echo,
    Figure,
    Identity,
    Reading,
    Stance,
    TimelineEntry,
    Timex,
)


class Linked:
    """What `link` gave, by its names."""

    def __init__(self, shelf: Shelf) -> None:
        link(shelf)
        given: dict[str, Any] = shelf.linked
        self.identities: list[Identity] = list(given["identities"])
        self.echoes: list[Echo] = list(given["echoes"])
        self.claims: list[Claim] = list(given["claims"])
        self.disputes: list[Dispute] = list(given["disputes"])
        self.timeline: list[TimelineEntry] = list(given["timeline"])
        self.statement_identity: dict[str, str] = given["statement_identity"]
        self.statement_claim: dict[str, str] = given["statement_claim"]


def put(
    shelf: Shelf,
    of: str,
    text: str,
    source: str,
    content: str,
    *,
    cue: str = "said",
    stance: Stance = "assert",
    day: str = "2031-03-04",
    said_on: str | None = None,
    figures: tuple[Figure, ...] = (),
    timexes: tuple[Timex, ...] = (),
    outlet: str | None = None,
) -> Article:
    made = article(of, text, day=day, outlet=outlet or f"Outlet {of}")
    said = attribution(text, source, cue, content, stance=stance, said_on=said_on)
    reading = Reading(
        names=(name(text, source, "person"),),
        attributions=(said,),
        figures=figures,
        timexes=timexes,
    )
    shelf.held.append((made, reading))
    return made


CRANE = "the harbour crane was cracked for a year before it fell"


def test_a_claim_and_its_denial() -> None:
    shelf = Shelf()
    put(shelf, "a", f"Jon Ek said {CRANE}.", "Jon Ek", CRANE)
    put(shelf, "b", f"Ana Lund denied reports that {CRANE}.", "Ana Lund", f"reports that {CRANE}",
        cue="denied", stance="deny", day="2031-03-05")  # fmt: skip
    got = Linked(shelf)
    [dispute] = got.disputes
    assert dispute.kind == "denial"
    assert [(s.stance, s.statements, s.since) for s in dispute.sides] == [
        ("assert", ("a-0",), "2031-03-04"),
        ("deny", ("b-0",), "2031-03-05"),
    ]
    assert dispute.claim == got.statement_claim["a-0"] == got.statement_claim["b-0"]
    assert set(got.statement_identity) == {"a-0", "b-0"}


def test_one_who_turns_away_a_thing_disputes_nothing() -> None:
    shelf = Shelf()
    put(shelf, "b", "Ana Lund rejected visitors from the guild of pilots.", "Ana Lund",
        "visitors from the guild of pilots", cue="rejected", stance="deny")  # fmt: skip
    assert Linked(shelf).disputes == []


def figure(text: str, value: float, counts: str) -> Figure:
    return Figure(span(text, f"{value:g} {counts}"), value, counts)


def tolls(day: str, other: str = "Ana Lund") -> list[Dispute]:
    shelf = Shelf()
    for of, speaker, count, when in (("a", "Jon Ek", 14, "2031-03-04"), ("b", other, 23, day)):
        content = f"the falling harbour crane injured {count} dockers on the pier"
        text = f"{speaker} said {content}."
        put(shelf, of, text, speaker, content, day=when, figures=(figure(text, count, "dockers"),))
    return Linked(shelf).disputes


def test_figures_that_cannot_both_hold() -> None:
    [dispute] = tolls("2031-03-04")
    assert dispute.kind == "figures"
    assert [s.stance for s in dispute.sides] == ["14 dockers", "23 dockers"]


def test_development_over_time_and_corrections_are_no_dispute() -> None:
    assert tolls("2031-03-08") == []
    assert tolls("2031-03-04", other="Jon Ek") == []


def test_a_refusal() -> None:
    shelf = Shelf()
    demand = "that Ana Lund open the harbour gates to independent inspectors"
    put(shelf, "a", f"Jon Ek demanded {demand}.", "Jon Ek", demand, cue="demanded", stance="demand")
    answer = "to open the gates to inspectors"
    put(shelf, "b", f"Ana Lund declined {answer}.", "Ana Lund", answer, cue="declined",
        stance="decline", day="2031-03-05")  # fmt: skip
    [dispute] = Linked(shelf).disputes
    assert dispute.kind == "refusal"
    assert [s.stance for s in dispute.sides] == ["demand", "decline"]


LEAD = (
    "The harbour of Port Vask was shut on Monday after a crane fell across the only deep berth, and "
    "grain for three islands waits in the silos behind the quay."
)
TAIL = (
    "Fishermen on the south pier kept selling from their boats, and prices for bread rose in the old "
    "town before noon. The council meets tonight to decide who pays for the berth."
)
LINE = "The jib had been cracked for a year and no inspector had looked at it"


def lost(echo_line: str) -> list[str]:
    original = f"{LEAD}\n\n{LINE}, according to Jon Ek.\n\n{TAIL}"
    echo = f"{LEAD}\n\n{echo_line}\n\n{TAIL}"
    shelf = Shelf()
    put(shelf, "a", original, "Jon Ek", LINE, cue="according to", outlet="Corvo")
    shelf.add(article("b", echo, outlet="Vask Herald", agency="Corvo", day="2031-03-04"))
    [found] = Linked(shelf).echoes
    assert (found.article, found.lineage) == ("b", "copied_from")
    assert all(x.of_statement == "a-0" for x in found.lost_attribution)
    return [x.span.of(echo) for x in found.lost_attribution]


def test_a_line_that_lost_its_source() -> None:
    assert lost(f"{LINE}.") == [LINE]


def test_a_line_that_kept_a_source_lost_nothing() -> None:
    assert lost(f"{LINE}, according to Jon Ek.") == []
    assert lost(f"Officials said {LINE.lower()}.") == []
    assert lost(f'"{LINE}," he told the Herald.') == []


def test_timeline() -> None:
    content = "the crane fell on 3 March 2031"
    text = f"Jon Ek said on Tuesday {content}."
    timex = Timex(span(text, "3 March 2031"), "DATE", "2031-03-03", "2031-03-03", "2031-03-03")
    shelf = Shelf()
    put(shelf, "a", text, "Jon Ek", content, said_on="2031-03-04", timexes=(timex,))
    put(shelf, "b", f"Eva Berg said {CRANE}.", "Eva Berg", CRANE, day="2031-03-06")
    entries = [(e.date, e.kind, e.statements, e.articles) for e in Linked(shelf).timeline]
    assert entries == [
        ("2031-03-03", "event", ("a-0",), ("a",)),
        ("2031-03-04", "said", ("a-0",), ("a",)),
        ("2031-03-06", "published", ("b-0",), ("b",)),
    ]


def test_the_order_of_reading_does_not_matter() -> None:
    def shelf() -> Shelf:
        made = Shelf()
        put(made, "a", f"Jon Ek said {CRANE}.", "Jon Ek", CRANE)
        put(made, "b", f"John Ek said {CRANE}.", "John Ek", CRANE)
        put(made, "c", f"Ana Lund denied that {CRANE}.", "Ana Lund", f"that {CRANE}", stance="deny",
            cue="denied")  # fmt: skip
        put(made, "d", f"{LEAD}\n\n{TAIL}\n\nEk said no.", "Ek", "no")
        put(made, "e", f"{LEAD}\n\n{TAIL}\n\nEk said no.", "Ek", "no", day="2031-03-06")
        return made

    one, other = shelf(), shelf()
    other.held.reverse()
    link(one)
    link(other)
    plain = [msgspec.json.encode(s.linked, order="deterministic") for s in (one, other)]
    assert plain[0] == plain[1]


def test_an_empty_record() -> None:
    got = Linked(Shelf())
    assert got.identities == got.echoes == got.claims == got.disputes == got.timeline == []
