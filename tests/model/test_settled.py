"""A reading and statements with the year filled in."""

from __future__ import annotations

from onrecord.model import (
    Attribution,
    Event,
    Reading,
    Settled,
    SettledTime,
    Span,
    Statement,
    Timex,
)

WORDS, OTHER = Span(10, 17), Span(40, 47)
SETTLED = Settled(
    "a", "2031-06", "2031-06-24", "2031-06-26", ("b",), ("b says so",),
    (SettledTime(WORDS, "2031-06-24", "2031-06-24", "2031-06-24"),),
)  # fmt: skip


def said(span: Span | None, on: str | None, latest: str | None) -> Attribution:
    return Attribution(
        source=(), cue=(), content=(), kind="indirect", act="speech", stance="assert",
        source_type="none", said_on=on, said_latest=latest, said_span=span,
    )  # fmt: skip


def test_expressions_attributions_and_events_have_the_year() -> None:
    read = Reading(
        timexes=(Timex(WORDS, "DATE", "XXXX-06-24"), Timex(OTHER, "DATE", "PAST_REF")),
        attributions=(said(WORDS, "XXXX-06-24", "2032-01-01"), said(None, None, "2032-01-01")),
        events=(
            Event(Span(0, 4), "other", time=0, latest="2032-01-01"),
            Event(Span(5, 9), "other", time=1, latest="2032-01-01"),
            Event(Span(20, 24), "other", factuality="planned"),
            Event(Span(25, 29), "other", factuality="possible"),
        ),
    )
    filled = SETTLED.reading(read)
    assert [t.value for t in filled.timexes] == ["2031-06-24", "PAST_REF"]
    first, second = filled.attributions
    assert (first.said_on, first.said_earliest, first.said_latest) == ("2031-06-24",) * 3
    assert (second.said_on, second.said_earliest, second.said_latest) == (None, None, "2031-06-26")
    assert [(e.earliest, e.latest) for e in filled.events] == [
        ("2031-06-24", "2031-06-24"),
        (None, "2031-06-26"),
        ("2031-06-24", None),
        (None, None),
    ]


def test_a_statement_is_no_later_than_the_publication() -> None:
    made = Statement("s", "a", said(None, None, "2032-01-01"), "words", said_latest="2032-01-01")
    filled = SETTLED.statement(made)
    assert (filled.said_earliest, filled.said_latest) == (None, "2031-06-26")
    stated = SETTLED.statement(
        Statement("s", "a", said(WORDS, "XXXX-06-24", None), "words", said_latest="2032-01-01")
    )
    assert (stated.said_earliest, stated.said_latest) == ("2031-06-24", "2031-06-24")
