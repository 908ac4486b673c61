from __future__ import annotations

from typing import Any

from benchmarks.demo import articles, disputes, echoes, identities, statements, timeline, times
from benchmarks.demo.gold import Gold
from benchmarks.demo.outcome import Outcome
from fiction_of_benchmarks import KEY, ROW, TEXT, page, span, statement

from onrecord.model import (
    Dispute,
    Echo,
    Identity,
    IdentityMention,
    Side,
    Span,
    TimelineEntry,
    Timex,
)

SAID: dict[str, Any] = {
    "article": KEY,
    "kind": "indirect",
    "source_type": "person",
    "addressee": None,
    "said_on": None,
    "nested_in": None,
    "cue": ["said"],
}
FIRST = SAID | {
    "n": 0,
    "source": ["Mayor Ada Rusk"],
    "content": ["The ferry will stop on Friday"],
    "speaker": "Ada Rusk",
    "stance": "promise",
}
SECOND = SAID | {
    "n": 1,
    "source": [["Rusk", 1]],
    "content": ["that it was unsafe"],
    "speaker": "Ada Rusk",
    "stance": "deny",
    "said_on": "2021-05-03",
}
STOPS = Span(span("The ferry will").start, span("Friday", 1).end)
UNSAFE = Span(span("that it").start, span("unsafe").end)


def figures(outcome: Outcome) -> dict[str, float]:
    return {f.name.removeprefix("demo."): round(f.value, 3) for f in outcome.figures}


def test_articles() -> None:
    outcome = articles.score(Gold([ROW]), {KEY: page()})
    found = figures(outcome)
    assert found["articles.published"] == found["articles.title"] == found["articles.agency"] == 1
    assert found["articles.outlet"] == 0
    assert found["body.words_kept"] == 1
    assert found["body.words_right"] == round(24 / 28, 3)
    assert found["body.junk_kept_out"] == 0.5
    assert {m.kind for m in outcome.mistakes} == {"outlet", "body", "junk"}


def test_an_article_that_was_not_read_counts() -> None:
    assert figures(articles.score(Gold([ROW]), {}))["articles.title"] == 0


def test_statements() -> None:
    read = page(
        [
            statement("a", span("Mayor Ada Rusk"), STOPS, speaker="Rusk", stance="promise"),
            statement("b", span("Mayor"), UNSAFE, speaker="the ferry", said_on="2021-05-03"),
            statement("c", span("she"), span("Nobody was hurt")),
        ]
    )
    outcome, known = statements.score(Gold([ROW], statements={KEY: [FIRST, SECOND]}), {KEY: read})
    assert known == {"a": (KEY, 0), "b": (KEY, 1)}
    found = figures(outcome)
    assert found["statements.content"] == 0.8
    assert found["statements.joint"] == 0.4
    assert found["statements.speaker"] == 0.5
    assert found["statements.stance"] == found["statements.stance_not_assert"] == 0.5
    assert found["statements.kind"] == found["statements.said_on"] == 1
    assert {m.kind for m in outcome.mistakes} == {"source", "speaker", "stance", "false"}


def test_nesting_is_right_only_in_the_right_one() -> None:
    inner = SECOND | {"nested_in": 0}
    gold = Gold([ROW], statements={KEY: [FIRST, inner]})
    outer = statement("a", span("Mayor Ada Rusk"), STOPS)
    right = page([outer, statement("b", span("Rusk", 1), UNSAFE, parent="a")])
    wrong = page([outer, statement("b", span("Rusk", 1), UNSAFE, parent="elsewhere")])
    assert figures(statements.score(gold, {KEY: right})[0])["statements.nesting"] == 1
    assert figures(statements.score(gold, {KEY: wrong})[0])["statements.nesting"] == 0


def test_what_was_not_read_is_missed() -> None:
    outcome, known = statements.score(Gold([ROW], statements={KEY: [FIRST]}), {})
    assert figures(outcome)["statements.content"] == 0
    assert not known


def test_times() -> None:
    rows = [
        {
            "text": "Friday",
            "nth": 0,
            "value": "2021-05-07",
            "earliest": "2021-05-07",
            "latest": "2021-05-07",
        },
        {
            "text": "Monday",
            "nth": 0,
            "value": "2021-05-03",
            "earliest": "2021-05-03",
            "latest": "2021-05-03",
        },
    ]
    read = page(
        timexes=(
            Timex(span("Friday", 1), "DATE", "2021-05-07", "2021-05-07", "2021-05-07"),
            Timex(span("on Monday"), "DATE", "2021-05-10", "2021-05-10", "2021-05-10"),
            Timex(span("Nobody"), "DATE", "PRESENT_REF"),
        )
    )
    found = figures(times.score(Gold([ROW], timexes={KEY: rows}), {KEY: read}))
    assert found == {
        "timexes.strict": 0.5,
        "timexes.relaxed": 1.0,
        "timexes.value": 0.5,
        "timexes.days": 0.5,
    }


def test_b_cubed() -> None:
    wanted = {("a", "x"): 1, ("b", "x"): 1, ("a", "y"): 2}
    assert identities.b_cubed(wanted, wanted) == (1.0, 1.0)
    together = dict.fromkeys(wanted, 0)
    precision, recall = identities.b_cubed(together, wanted)
    assert (round(precision, 3), recall) == (round((2 / 3 + 2 / 3 + 1 / 3) / 3, 3), 1.0)
    missing = {("a", "x"): 1, ("a", "y"): 2}
    precision, recall = identities.b_cubed(missing, wanted)
    assert (precision, recall) == (1.0, 0.5)


def test_a_string_inside_a_longer_one_is_another_mention() -> None:
    rows = [
        {"name": "Ada Rusk", "mentions": {KEY: ["Ada Rusk", "Rusk"]}},
        {"name": "Nobody", "mentions": {KEY: ["Nobody"]}},
    ]
    full, short = span("Ada Rusk"), span("Rusk", 1)
    mentions = [IdentityMention("1", full), IdentityMention("1", short)]
    one = Identity("r", "Ada Rusk", "person", mentions=tuple(mentions))
    found = figures(
        identities.score(Gold([ROW], identities=rows), {KEY: page()}, [one], {"1": KEY})
    )
    assert found == {"identities.b3": 0.8, "identities.found": 0.667}


def test_echoes() -> None:
    base = {"lost_attribution": [], "not_copy": False, "note": ""}
    rows = [
        base | {"article": KEY, "of_article": "b", "kind": "reprint", "lineage": "copied_from"},
        base | {"article": KEY, "of_article": "c", "kind": "passage", "lineage": "copied_from"},
        base
        | {"article": KEY, "of_article": "d", "kind": None, "lineage": "unknown", "not_copy": True},
    ]
    rows[0]["lost_attribution"] = [{"original": "", "echo": "Nobody was hurt"}]
    keys = {"1": KEY, "2": "b", "3": "c", "4": "d"}
    backwards = Echo("e", "2", "1", (), (), "reprint", 1.0, "copied_from")
    falsely = Echo("f", "1", "4", (), (), "passage", 0.1, "unknown")
    found = figures(
        echoes.score(Gold([ROW], echoes=rows), {KEY: page()}, [backwards, falsely], keys)
    )
    assert found["echoes.pairs"] == 0.5
    assert found["echoes.kind"] == 1
    assert found["echoes.lineage"] == found["echoes.shared_quotations_apart"] == 0
    assert found["echoes.lost_attribution"] == 0


def side(*statements: str) -> Side:
    return Side("assert", statements, ())


def test_disputes() -> None:
    known = {"a": (KEY, 0), "b": (KEY, 1), "c": (KEY, 2), "d": (KEY, 3)}
    rows = [
        {"about": "the ferry", "kind": "denial", "sides": [_gold_side(0), _gold_side(1)]},
        {"about": "the bridge", "kind": "figures", "sides": [_gold_side(1), _gold_side(2)]},
        {"about": "the toll rises", "kind": "development", "sides": [_gold_side(2), _gold_side(3)]},
    ]
    right = Dispute("x", "", "denial", (side("a"), side("b")), ())
    one_side = Dispute("y", "", "denial", (side("b"),), ())
    growth = Dispute("z", "", "figures", (side("c"), side("d")), ())
    outcome = disputes.score(Gold([ROW], disputes=rows), [right, one_side, growth], known)
    assert figures(outcome) == {
        "disputes.recall": 0.5,
        "disputes.precision": 0.5,
        "disputes.kind": 1.0,
        "disputes.one_sided_right": 1.0,
        "disputes.development_apart": 0.0,
    }


def test_both_statements_on_one_side_are_no_dispute() -> None:
    x, y = ("k", 0), ("k", 1)
    assert disputes.opposed([{x}, {y}], [{x}, {y}])
    assert not disputes.opposed([{x, y}, set()], [{x}, {y}])
    assert not disputes.opposed([{x}, {x}], [{x}, {y}])


def test_timeline() -> None:
    rows = [
        {"date": "2021-05-07TEV", "what": "stops", "statements": [[KEY, 0]]},
        {"date": "2021-05-03", "what": "denies", "statements": [[KEY, 1]]},
    ]
    entry = TimelineEntry("t", "2021-05-07", "2021-05-07", "2021-05-07", "", ("a", "b"), ("1",))
    found = timeline.score(Gold([ROW], timeline=rows), [entry], {"a": (KEY, 0), "b": (KEY, 1)})
    assert figures(found) == {"timeline.events": 0.5}
    assert "2021-05-07" in found.mistakes[0].words


def _gold_side(*numbers: int) -> dict[str, Any]:
    return {"stance": "assert", "statements": [[KEY, n] for n in numbers]}


def test_the_fiction_is_what_it_says() -> None:
    assert STOPS.of(TEXT).split() == FIRST["content"][0].split()
    assert UNSAFE.of(TEXT).split() == SECOND["content"][0].split()
