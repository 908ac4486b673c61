from __future__ import annotations

import sqlite3
from pathlib import Path

import msgspec
import pytest

import fiction
from onrecord import OnrecordError
from onrecord.model import Delta, Identity, IdentityMention, Linked, NamePoint, PassagePoint, Span
from onrecord.record import Record
from record.test_store import fill


@pytest.fixture
def record(tmp_path: Path) -> Record:
    opened = Record.open(tmp_path / "case.record", create=True)
    fill(opened)
    fiction.link(opened)
    return opened


def keep(record: Record, people: list[Identity]) -> None:
    """Nobody else is in the record, and nothing else is linked."""
    record.keep_linked(Linked(Delta(put=people), fiction.mentions_of(people)))


def identities(record: Record) -> dict[str, Identity]:
    return {identity.name: identity for identity in record.identities()}


def test_a_judgement_is_about_words_and_says_who_and_when(record: Record) -> None:
    who = identities(record)
    made = record.judge("not_same", who["Ilse Varga"].id, "tomas reki", by="Mo", note="two people")
    assert (made.kind, made.verdict, made.by, made.note) == (
        "identity",
        "not_same",
        "Mo",
        "two people",
    )
    assert [point.name for point in made.about if isinstance(point, NamePoint)] == [
        "Ilse Varga",
        "Tomas Reki",
    ]
    texts = {article.id: article.text for article in record.articles()}
    for point in made.about:
        assert isinstance(point, NamePoint)
        assert point.seen
        assert all(place.span.of(texts[place.article]) == point.name for place in point.seen)
        assert record.meant(point) == who[point.name].id
    assert list(record.judgements()) == [made]
    assert made.at.endswith("+00:00")


def test_a_name_in_one_article_by_words_span_key_and_id(record: Record) -> None:
    article = next(a for a in record.articles() if "Tomas Reki denied" in a.text)
    start = article.text.index("Tomas Reki")
    points = [
        record.judge("same", f"{place}:{where}", "Ilse Varga").about[0]
        for place in (article.id, article.key)
        for where in ("Tomas Reki", "Reki", f"{start}-{start + 3}")
    ]
    assert set(points) == {PassagePoint(article.id, Span(start, start + 10), "Tomas Reki")}
    assert record.judge("same", points[0], "Ilse Varga").about[0] == points[0]


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("Nobody Known", "nobody in the record is called"),
        ("{article}:harbour", "nobody is named at 'harbour'"),
        ("{article}:0-1", "nobody is named at '0-1'"),
        ("{article}:", "nobody is named"),
        ("Ilse Varga", "both are the same"),
    ],
)
def test_words_that_mean_nobody_are_an_error(record: Record, words: str, why: str) -> None:
    article = next(iter(record.articles()))
    with pytest.raises(OnrecordError, match=why):
        record.judge("same", words.format(article=article.id), "Ilse Varga")
    assert list(record.judgements()) == []


def test_a_name_of_several_asks_for_an_id_or_a_type(record: Record) -> None:
    place = Identity("p", "Ilse Varga", "place")
    keep(record, [*record.identities(), place])
    with pytest.raises(OnrecordError, match=r"give the id of one: .*p \(place: Ilse Varga\)"):
        record.judge("same", "Ilse Varga", "Tomas Reki")
    assert record.judge("same", "place:Ilse Varga", "Tomas Reki").about[0] == NamePoint(
        "Ilse Varga", "place"
    )


def test_an_alias_is_a_name(record: Record) -> None:
    who = identities(record)["Ilse Varga"]
    other = Identity("o", "Tomas Reki", "person", aliases=("Reki",))
    keep(record, [who, other])
    point = record.judge("same", "reki", "Ilse Varga").about[0]
    assert point == NamePoint("Reki", "person")
    assert record.meant(point) == "o"


def test_withdrawn_and_never_deleted(record: Record) -> None:
    made = record.judge("same", "Ilse Varga", "Tomas Reki", by="Mo")
    withdrawn = record.withdraw(made.id[:6], by="Jo")
    assert withdrawn.withdrawn is not None
    assert withdrawn.withdrawn.by == "Jo"
    assert withdrawn.withdrawn.at > made.at
    assert list(record.judgements()) == [withdrawn]
    assert msgspec.structs.replace(withdrawn, withdrawn=None) == made
    with pytest.raises(OnrecordError, match="was withdrawn by Jo"):
        record.withdraw(made.id)
    for nothing in ("", "zz"):
        with pytest.raises(OnrecordError, match="judgement"):
            record.withdraw(nothing)
    for command in (
        "DELETE FROM judgements", "UPDATE judgements SET made_by = 'x'",
        "DELETE FROM withdrawals", "UPDATE withdrawals SET made_by = 'x'",
    ):  # fmt: skip
        with pytest.raises(sqlite3.IntegrityError, match="never changed"):
            record.connection.execute(command)


def test_judging_makes_what_was_linked_stale_and_withdrawing_undoes_it(record: Record) -> None:
    assert not record.linked_is_stale(fiction.VERSION)
    made = record.judge("same", "Ilse Varga", "Tomas Reki")
    assert record.linked_is_stale(fiction.VERSION)
    fiction.link(record)
    assert not record.linked_is_stale(fiction.VERSION)
    record.withdraw(made.id)
    assert record.linked_is_stale(fiction.VERSION)


def test_they_come_in_the_order_of_judging(record: Record) -> None:
    made = [record.judge("same", "Ilse Varga", "Tomas Reki") for _ in range(20)]
    assert list(record.judgements()) == made
    assert len({j.id for j in made}) == 20


def test_a_passage_is_found_again_where_its_words_went(record: Record) -> None:
    article = next(a for a in record.articles() if "Ilse Varga" in a.text)
    start = article.text.index("Ilse Varga")
    made = record.judge("same", f"{article.id}:Ilse Varga", "Tomas Reki")
    moved = msgspec.structs.replace(article, text=f"Foreword. {article.text}")
    record.connection.execute("UPDATE articles SET text = ? WHERE id = ?", (moved.text, article.id))
    [now] = record.judgements()
    assert now.about[0] == PassagePoint(article.id, Span(start + 10, start + 20), "Ilse Varga")
    assert now.id == made.id
    record.connection.execute("UPDATE articles SET text = 'gone' WHERE id = ?", (article.id,))
    assert next(record.judgements()).about[0] == made.about[0]


def test_meant_is_who_stands_where_the_name_was_seen(record: Record) -> None:
    article = next(iter(record.articles()))
    one = Identity("1", "Jo Moen", "person", mentions=(IdentityMention(article.id, Span(0, 7)),))
    other = Identity("2", "Jo Moen", "person", mentions=(IdentityMention(article.id, Span(9, 16)),))
    keep(record, [one, other])
    assert record.meant(PassagePoint(article.id, Span(10, 12), "")) == "2"
    assert record.meant(PassagePoint(article.id, Span(20, 22), "")) is None
    assert record.meant(NamePoint("Nobody", "person")) is None
