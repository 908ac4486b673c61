"""`link` over a small record in memory: disputes, lost attribution, the timeline, determinism."""

from __future__ import annotations

import msgspec

from linking.build import Shelf, article, attribution, name, span
from onrecord.linking import link
from onrecord.model import (
    Article,
    Attribution,
    Claim,
    Dispute,
    Echo,
    Figure,
    Identity,
    Name,
    Reading,
    Span,
    Stance,
    TimelineEntry,
    Timex,
)


class Linked:
    """What `link` gave, by its names."""

    def __init__(self, shelf: Shelf) -> None:
        link(shelf)
        self.identities: list[Identity] = shelf.found("identities")
        self.echoes: list[Echo] = shelf.found("echoes")
        self.claims: list[Claim] = shelf.found("claims")
        self.disputes: list[Dispute] = shelf.found("disputes")
        self.timeline: list[TimelineEntry] = shelf.found("timeline")
        self.statement_identity: dict[str, str] = shelf.statement_identity
        self.statement_claim: dict[str, str] = shelf.statement_claim


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


class Page:
    """One article made of sentences 'source cue content', with its attributions."""

    def __init__(self, of: str, day: str = "2031-03-04") -> None:
        self.of, self.day, self.text = of, day, ""
        self.parts: list[tuple[str, str, str, Stance, int | None]] = []

    def says(
        self,
        source: str,
        cue: str,
        content: str,
        stance: Stance = "assert",
        inside: int | None = None,
    ) -> Page:
        if inside is None:
            self.text += f"{source} {cue} {content}. "
        self.parts.append((source, cue, content, stance, inside))
        return self

    def put(self, shelf: Shelf) -> None:
        made = article(self.of, self.text.strip(), day=self.day, outlet=f"Outlet {self.of}")
        found: list[Attribution] = []
        at = 0
        for source, cue, content, stance, inside in self.parts:
            start = self.text.index(content, at)
            if inside is None:
                at = self.text.index(f"{source} {cue} {content}", at)
                start = at + len(f"{source} {cue} ")
            where = Span(start, start + len(content))
            speaker_at = self.text.rindex(source, 0, start)
            spans = (Span(speaker_at, speaker_at + len(source)),)
            found.append(
                Attribution(
                    source=spans, cue=(), content=(where,), kind="indirect", act="speech",
                    stance=stance, source_type="person", speaker=source, speaker_spans=spans,
                    parent=inside,
                )
            )  # fmt: skip
        names = {a.speaker: a.source[0] for a in found}
        reading = Reading(
            names=tuple(Name(s, "person", n or "") for n, s in names.items()),
            attributions=tuple(found),
        )
        shelf.held.append((made, reading))


def disputed(*pages: Page) -> list[Dispute]:
    shelf = Shelf()
    for page in pages:
        page.put(shelf)
    return Linked(shelf).disputes


def sides(dispute: Dispute) -> list[tuple[str, tuple[str, ...]]]:
    return [(s.stance, s.statements) for s in dispute.sides]


def test_a_denial_of_what_it_reports() -> None:
    denied = "Jon Ek's claim that the pier was sold twice"
    page = Page("a").says("Ana Lund", "denied", denied, "deny")
    page.says("Jon Ek", "claim", "that the pier was sold twice", inside=0)
    [dispute] = disputed(page)
    assert sides(dispute) == [("assert", ("a-1",)), ("deny", ("a-0",))]
    assert "reports what it denies" in dispute.because


def test_a_denial_that_points_back_means_the_accusation_before_it() -> None:
    page = Page("a").says("Jon Ek", "accused", "the guild of hiding the crack", "accuse")
    page.says("Jon Ek", "added", "the tide tables had been altered")
    page.says("Ana Lund", "rejected", "the accusation", "deny")
    [dispute] = disputed(page)
    assert sides(dispute) == [("assert", ("a-0",)), ("deny", ("a-2",))]


def test_a_denial_that_points_back_means_what_the_denier_goes_on_to_take_up() -> None:
    page = Page("a").says("Jon Ek", "called", "the flood a planned release of the sluice")
    page.says("Jon Ek", "said", "nobody had been hurt on the quay")
    page.says("Ana Lund", "disputed", "that account", "deny")
    page.says("Ana Lund", "said", "a planned release has a warning siren")
    [dispute] = disputed(page)
    assert sides(dispute) == [("assert", ("a-0",)), ("deny", ("a-2",))]


def test_a_denial_within_what_is_said_denies_not_that() -> None:
    page = Page("a").says(
        "Jon Ek", "noted", "that Ana Lund had denied any order to shut the sluice"
    )
    page.says("Ana Lund", "denied", "any order to shut the sluice", "deny", inside=0)
    assert all(len(d.sides) == 1 for d in disputed(page))


def test_a_thing_named_before_is_what_is_denied() -> None:
    page = Page("a").says("Jon Ek", "said", "that a third ferry sailed by night with grain")
    page.says("Ana Lund", "denied", "the third ferry", "deny")
    [dispute] = disputed(page)
    assert sides(dispute) == [("assert", ("a-0",)), ("deny", ("a-1",))]


def test_a_denial_elsewhere_needs_most_of_its_words_and_the_same_weeks() -> None:
    said = (
        "the guild secretly sold the harbour sluice to a brewer from Mortlake in spring, and its clerk"
        " burned the ledger of the berth"
    )
    denial = "having sold the sluice of the harbour secretly to any brewer"
    for day, found in (("2031-03-09", 2), ("2031-09-09", 1)):
        one = Page("a").says("Jon Ek", "said", said)
        other = Page("b", day).says("Ana Lund", "denied", denial, "deny")
        assert [len(d.sides) for d in disputed(one, other)] == [found]


def test_reprints_of_a_denial_are_one_dispute() -> None:
    pages = []
    for of in "ab":
        page = Page(of).says(
            "Jon Ek", "accused", "the guild of hiding the crack in the crane", "accuse"
        )
        pages.append(page.says("Ana Lund", "rejected", "the accusation", "deny"))
    [dispute] = disputed(*pages)
    assert sides(dispute) == [("assert", ("a-0", "b-0")), ("deny", ("a-1", "b-1"))]


def test_totals_set_against_each_other() -> None:
    shelf = Shelf()
    text = "Jon Ek said 23 people died. Ana Lund puts the number at four."
    made = article("a", text, day="2031-03-04")
    reading = Reading(
        names=(name(text, "Jon Ek", "person"), name(text, "Ana Lund", "person")),
        attributions=(
            attribution(text, "Jon Ek", "said", "23 people died"),
            attribution(text, "Ana Lund", "puts", "the number at four"),
        ),
        figures=(Figure(span(text, "23 people"), 23, "people"),),
    )
    shelf.held.append((made, reading))
    [dispute] = Linked(shelf).disputes
    assert dispute.kind == "figures"
    assert {s.stance for s in dispute.sides} == {"23 people", "four"}


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
