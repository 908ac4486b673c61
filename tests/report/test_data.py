"""What the page is given."""

from __future__ import annotations

from typing import Literal

import msgspec

from onrecord.model import (
    Claim,
    Dispute,
    Echo,
    Identity,
    Published,
    RoleHeld,
    Settled,
    Side,
    TimelineEntry,
)
from onrecord.report.data import page_data
from onrecord.report.rows import FIELDS

from .desk import Desk, short
from .fictions import large_desk


def words(text: str, flat: list[int]) -> str:
    pairs = zip(flat[::2], flat[1::2], strict=True)
    return " … ".join(text[start:end] for start, end in pairs)


def test_numbers_count_what_the_record_holds(odd: Desk) -> None:
    numbers = page_data(odd, "x").numbers
    assert (numbers.articles, numbers.outlets, numbers.statements) == (4, 4, 7)
    assert numbers.denials == 1
    assert numbers.disputes == 1
    assert numbers.problems == 1
    assert numbers.origins == 3  # the reprint is no origin of its own
    assert numbers.speakers == 4  # the clerk is not named
    assert (numbers.earliest, numbers.latest) == ("2021-03-02", "2021-03-05")


def test_every_statement_leads_to_its_words(odd: Desk) -> None:
    page = page_data(odd, "x")
    by_id = {statement.id: statement for statement in odd.statement_rows}
    for row in page.statements:
        assert row.text is None
        assert words(page.articles[row.article].text, row.content) == by_id[row.id].text


def test_text_is_kept_where_it_is_not_just_the_words(desk: Desk) -> None:
    article = desk.publish("a.txt", [("body", "Ada Brandt said it\nrained.")], "2021-01-01")
    statement = desk.say(article, "Ada Brandt", "said", "it\nrained")
    desk.statement_rows[0] = type(statement)(
        statement.id, statement.article, statement.attribution, "it rained"
    )
    assert page_data(desk, "x").statements[0].text == "it rained"


def test_articles_stand_in_order_of_publication_and_undated_ones_last(odd: Desk) -> None:
    keys = [article.key for article in page_data(odd, "x").articles]
    assert keys == ["harbour.txt", "reprint.txt", "denial.txt", "hostile.txt"]


def test_references_are_indexes(odd: Desk) -> None:
    page = page_data(odd, "x")
    nested = next(row for row in page.statements if row.parent is not None)
    assert page.speakers[nested.speaker].name == "Ivo Renn"
    outer = page.statements[nested.parent or 0]
    assert page.speakers[outer.speaker].name == "the port office"
    said, denied = (page.statements[i] for i in page.claims[0].statements)
    assert (said.stance, denied.stance) == ("assert", "deny")
    assert [page.statements[i] for i in page.claims[0].deniers] == [denied]
    echo = page.echoes[0]
    assert page.articles[echo.article].key == "reprint.txt"
    assert page.articles[echo.of_article].key == "harbour.txt"
    (lost,) = echo.lost
    assert lost[:5] == (0, 39, page.statements.index(said), echo.article, "source_dropped")


def test_identity_gives_the_speaker_and_joins_mentions(odd: Desk) -> None:
    page = page_data(odd, "x")
    ada = next(i for i, speaker in enumerate(page.speakers) if speaker.name == "Ada Brandt")
    assert page.speakers[ada].roles == ["Mayor"]
    assert sum(row.speaker == ada for row in page.statements) == 2
    speaker = page.speakers[ada]
    assert (speaker.judged, speaker.articles, speaker.metonym) == (1, 2, False)
    assert speaker.held == [("Mayor", "2021-03-02", "2021-03-02", "2021-03-05", 1)]
    assert [s.articles for s in page.speakers if s is not speaker] == [0, 0, 0, 0]


def test_a_name_of_two_identities_is_not_alone(odd: Desk) -> None:
    ada = odd.identity_rows[0]
    assert [s.name for s in page_data(odd, "x").speakers if s.alone] == ["Ada Brandt"]
    odd.identity_rows.append(Identity(short("other"), "ADA Brandt", "organisation"))
    assert not any(s.alone for s in page_data(odd, "x").speakers)
    odd.identity_rows[0] = msgspec.structs.replace(ada, metonym_of=short("place"))
    assert [s.name for s in page_data(odd, "x").speakers if s.metonym] == ["Ada Brandt"]


def test_the_roles_that_most_articles_show(odd: Desk) -> None:
    ada = odd.identity_rows[0]
    shown = {"pilot": 3, "mayor": 25, "slip": 2, "clerk": 4, "guest": 3}
    held = tuple(
        RoleHeld(role, None, None, None, tuple(f"{n}" for n in range(count)))
        for role, count in shown.items()
    )
    odd.identity_rows[0] = msgspec.structs.replace(ada, roles_held=held)
    speaker = next(s for s in page_data(odd, "x").speakers if s.name == "Ada Brandt")
    assert [(row[0], row[-1]) for row in speaker.held] == [
        ("pilot", 3),
        ("mayor", 25),
        ("clerk", 4),
    ]
    assert speaker.unheld == 2


def test_a_speaker_without_identity_is_told_apart_by_name_only(desk: Desk) -> None:
    article = desk.publish(
        "a.txt", [("body", "The  Mayor said so. the mayor said no. Rain.")], None
    )
    desk.say(article, "The  Mayor", "said", "so")
    desk.say(article, "the mayor", "said", "no")
    desk.say(article, "", "", "Rain", source_type="none")
    page = page_data(desk, "x")
    assert [(s.key, s.name, s.named) for s in page.speakers] == [
        ("the mayor", "The Mayor", True),
        ("", "", False),
    ]


def test_a_settled_date_names_the_articles_it_rests_on(desk: Desk) -> None:
    first = desk.publish("a.txt", [("body", "Ada Brandt said it sank.")], None)
    second = desk.publish("b.txt", [("body", "It sank.")], "2031-06-27")
    desk.say(first, "Ada Brandt", "said", "it sank")
    plain = page_data(desk, "x")
    assert [(a.settled, a.settled_by) for a in plain.articles] == [(False, []), (False, [])]
    desk.settled_rows.append(
        Settled(first.id, "2031-06", "2031-06-24", "2031-06-26", (second.id,), ("b tells it",))
    )
    page = page_data(desk, "x")
    row, other = page.articles
    assert (row.id, row.published, row.earliest) == (first.id, "", "2031-06-24")
    assert [page.articles[at].id for at in row.settled_by] == [second.id]
    assert row.settled_because == ["b tells it"]
    assert not other.settled
    assert page.statements[0].latest == "2031-06-26"


def test_a_side_counts_its_own_origins(desk: Desk) -> None:
    made = [
        desk.publish(f"{n}.txt", [("body", f"Ada Brandt said {n} sank.")], "2021-01-01")
        for n in "abc"
    ]
    said = [
        desk.say(article, "Ada Brandt", "said", f"{n} sank")
        for article, n in zip(made, "abc", strict=True)
    ]
    ids = tuple(statement.id for statement in said)
    articles = tuple(article.id for article in made)
    desk.claim_rows.append(
        Claim("c", "it sank", ids, ids[:2], ids[2:], articles, (articles[:2], articles[2:]), 2)
    )
    desk.dispute_rows.append(
        Dispute(
            "d",
            "c",
            "denial",
            (Side("assert", ids[:2], articles[:2]), Side("deny", ids[2:], articles[2:])),
            articles,
        )
    )
    desk.dispute_rows.append(
        Dispute(
            "e",
            "gone",
            "figures",
            (Side("9", ids[:1], articles[:1]), Side("12", (*ids[1:], "gone"), articles[1:])),
            articles,
        )
    )
    by_id = {dispute.id: dispute for dispute in page_data(desk, "x").disputes}
    assert by_id["d"].origins == 2
    assert [side.origins for side in by_id["d"].sides] == [1, 1]
    # Without its claim nothing is known of origins: each article stands for itself.
    assert [side.origins for side in by_id["e"].sides] == [1, 2]
    assert [len(side.statements) for side in by_id["e"].sides] == [1, 2]


def test_dangling_rows_are_left_out(odd: Desk) -> None:
    gone = odd.statement_rows[0]
    odd.statement_rows.append(type(gone)("f" * 16, "no such article", gone.attribution, "x"))
    odd.echo_rows.append(Echo("e", "no such", "article", (), (), "reprint", 1.0, "unknown"))
    page = page_data(odd, "x")
    assert len(page.statements) == 7
    assert len(page.echoes) == 1


def test_only_events_are_taken_from_the_timeline(odd: Desk) -> None:
    day = "2021-03-01"
    kinds: tuple[Literal["said", "published", "event"], ...] = ("said", "published", "event")
    for kind in kinds:
        odd.timeline_rows.append(TimelineEntry(kind, day, day, day, f"{kind}!", (), (), kind))
    assert [event.text for event in page_data(odd, "x").events] == ["event!"]


def test_open_and_missing_days(desk: Desk) -> None:
    desk.publish("a.txt", [("body", "x")], None, published=Published("", None, "2021-05-01"))
    numbers = page_data(desk, "x").numbers
    # A page clock says when a page was captured: no period can be told from it.
    assert (numbers.earliest, numbers.latest) == (None, None)


def test_empty_record() -> None:
    page = page_data(Desk(), "x")
    assert page.numbers.articles == 0
    assert page.statements == []


def test_rows_have_the_columns_they_name(odd: Desk) -> None:
    page = page_data(odd, "x")
    for name in FIELDS.keys() - {"events", "sides", "tellings"}:
        assert getattr(page, name)[0].__struct_fields__ == FIELDS[name]


def test_same_record_same_page() -> None:
    assert page_data(large_desk(6, 4), "x") == page_data(large_desk(6, 4), "x")
