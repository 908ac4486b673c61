from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

import fiction
from onrecord.model import (
    Delta,
    Happening,
    Identity,
    IdentityMention,
    Linked,
    MentionOf,
    Settled,
    SettledTime,
    Span,
    Telling,
)
from onrecord.record import Record
from record.test_store import fill, keep


@pytest.fixture
def record(tmp_path: Path) -> Record:
    opened = Record.open(tmp_path / "case.record", create=True)
    fill(opened)
    return opened


def test_what_is_linked_comes_back(record: Record) -> None:
    fiction.link(record)
    names = {identity.name: identity for identity in record.identities()}
    assert set(names) == {"Ilse Varga", "Tomas Reki"}
    articles = {article.id: article for article in record.articles()}
    for identity in names.values():
        assert identity.mentions
        for mention in identity.mentions:
            assert mention.span.of(articles[mention.article].text) == identity.name
    claims = {claim.id: claim for claim in record.claims()}
    for statement in record.statements():
        assert statement.claim is not None
        assert statement.id in claims[statement.claim].statements
        assert statement.attribution.speaker is not None
        assert statement.speaker_identity == names[statement.attribution.speaker].id
    assert {dispute.claim for dispute in record.disputes()} == set(claims)
    assert len(list(record.echoes())) == len(articles) - 1
    some = next(iter(articles))
    assert all(some in (e.article, e.of_article) for e in record.echoes(some))
    days = [entry.earliest for entry in record.timeline(since="2031-05-06", until="2031-05-06")]
    assert len(days) == len(claims)
    assert list(record.timeline(since="2031-05-07")) == []
    assert list(record.timeline(until="2031-05-05")) == []


def test_linking_again_changes_nothing(record: Record) -> None:
    fiction.link(record)
    before = fiction.dump(record.path)
    fiction.link(record)
    assert fiction.dump(record.path) == before


def test_a_failure_leaves_what_was_linked_before(record: Record) -> None:
    fiction.link(record)
    before = fiction.dump(record.path)

    def identities() -> list[Identity]:
        yield from record.identities()
        raise RuntimeError

    with pytest.raises(RuntimeError):
        record.keep_linked(Linked(identities=Delta(put=identities())))
    assert fiction.dump(record.path) == before


def test_stale_until_linked_and_when_readings_change(record: Record) -> None:
    assert record.linked_is_stale(fiction.VERSION)
    fiction.link(record)
    assert not record.linked_is_stale(fiction.VERSION)
    assert record.linked_is_stale("another linking")
    keep(record, fiction.document(0))
    assert not record.linked_is_stale(fiction.VERSION)
    keep(record, fiction.document(0), "2")
    assert record.linked_is_stale(fiction.VERSION)
    keep(record, fiction.document(0))
    keep(record, fiction.document(99))
    assert record.linked_is_stale(fiction.VERSION)


def test_happenings_come_back_whole_and_by_article(record: Record) -> None:
    one, other, *_ = [article.id for article in record.articles()]
    told = Happening("h", "sank", "other", (Telling(one, 2), Telling(other, 0)), (one, other))
    record.keep_linked(Linked(happenings=Delta(put=[told])))
    assert list(record.happenings()) == [told]
    assert record.happenings_of(one) == {2: ("h", 2)}
    assert record.happenings_of("elsewhere") == {}
    record.keep_linked(Linked())
    assert list(record.happenings()) == []
    assert record.happenings_of(one) == {}


def test_settled_dates_come_back_and_go(record: Record) -> None:
    one, other, *_ = [article.id for article in record.articles()]
    time = SettledTime(Span(0, 6), "2031-05-09", "2031-05-09", "2031-05-09")
    settled = Settled(one, "2031", "2031-05-01", "2031-07-01", (other,), ("it says so",), (time,))
    record.keep_linked(Linked(settled=[settled]))
    assert list(record.settled()) == [settled]
    record.keep_linked(Linked())
    assert list(record.settled()) == []


def test_only_what_changed_is_given(record: Record) -> None:
    fiction.link(record)
    people = {person.id: person for person in record.identities()}
    one, other, *rest = sorted(
        people.values(), key=lambda person: (-len(person.mentions), person.id)
    )
    fewer = msgspec.structs.replace(one, mentions=one.mentions[1:], aliases=("The Elder",))
    new = Identity("new", "Ana Quell", "person", mentions=(one.mentions[0],))
    wanted = {person.id: person for person in (fewer, new, *rest)}
    touched = {m.article for m in (one.mentions[0], *other.mentions)}
    there = fiction.mentions_of(wanted.values())
    mentions = Delta(touched, [of for of in there.put if of.mention.article in touched])
    made = Linked(Delta(gone=[other.id, "nobody"], put=[fewer, new]), mentions)
    record.keep_linked(made, version=fiction.VERSION, whole=False)
    assert {person.id: person for person in record.identities()} == wanted
    assert list(record.claims())


def test_mentions_in_other_articles_are_not_written(record: Record) -> None:
    fiction.link(record)
    people = list(record.identities())
    articles = {mention.article for one in people for mention in one.mentions}
    some = min(articles)
    more = MentionOf(people[0].id, IdentityMention(some, Span(900, 905), "envoy"))
    there = [of for of in fiction.mentions_of(people).put if of.mention.article == some]
    before = record.connection.total_changes
    mentions = Delta([some], [*there, more])
    record.keep_linked(Linked(mentions=mentions), version=fiction.VERSION, whole=False)
    # Out and in: the article's mentions, and what says which readings were linked.
    assert record.connection.total_changes - before == 2 * len(there) + 1 + 2
    [changed] = [one for one in record.identities() if one.id == people[0].id]
    assert set(changed.mentions) - set(people[0].mentions) == {more.mention}
