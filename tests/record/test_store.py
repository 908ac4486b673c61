from __future__ import annotations

from pathlib import Path

import pytest

import fiction
from onrecord import OnrecordError
from onrecord.model import Article, Parse, Problem, RawDocument
from onrecord.record import Record, statements_of
from onrecord.record.packing import pack


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "case.record"


def fill(record: Record, count: int = 4) -> list[Article]:
    made = []
    for number in range(count):
        raw = fiction.document(number)
        made.append(keep(record, raw))
    return made


def keep(record: Record, raw: RawDocument, version: str = "1") -> Article:
    article = fiction.article(raw)
    texts = [span.of(article.text) for span in article.passages()]
    parses = {text: fiction.parse(text) for text in texts}
    reading = fiction.read(article, [parses[text] for text in texts])
    packed = {key: pack(parse) for key, parse in parses.items()}
    record.store(raw, article, reading, packed, version)
    return article


def test_what_goes_in_comes_out(path: Path) -> None:
    with Record.open(path, create=True) as record:
        made = fill(record)
    with Record.open(path) as record:
        assert list(record.articles()) == sorted(made, key=lambda article: article.id)
        for article, reading in record.readings():
            assert reading.attributions
            assert record.reading(article.id) == reading
            assert list(record.statements(article=article.id)) == statements_of(article, reading)
        assert record.raw(made[0].raw_sha256) == fiction.document(0).data
        assert record.article(made[1].id) == made[1]
        assert record.article("nothing") is None


def test_has_asks_for_article_and_version(path: Path) -> None:
    with Record.open(path, create=True) as record:
        article = fill(record, 1)[0]
        assert record.has(article.id, "1")
        assert not record.has(article.id, "2")
        assert not record.has("0" * 16, "1")


def test_parses_come_back_by_key_however_many_are_asked_for(path: Path) -> None:
    with Record.open(path, create=True) as record:
        fill(record)
        keys = [f"missing {number}" for number in range(1200)]
        found = record.parses([*keys, *fiction.PARAGRAPHS])
    assert found == {text: fiction.parse(text) for text in fiction.PARAGRAPHS}
    assert all(isinstance(parse, Parse) for parse in found.values())


def test_storing_twice_changes_nothing(path: Path) -> None:
    with Record.open(path, create=True) as record:
        fill(record)
    before = fiction.dump(path)
    with Record.open(path) as record:
        fill(record)
    assert fiction.dump(path) == before


def test_a_later_version_replaces_the_reading(path: Path) -> None:
    with Record.open(path, create=True) as record:
        article = fill(record, 1)[0]
        record.store(
            fiction.document(0), article, fiction.Reading(), {}, "2",
            [Problem("", "", "language", "not ours")],
        )  # fmt: skip
        assert record.has(article.id, "2")
        assert list(record.statements()) == []
        assert list(record.search("dredging")) == []
        assert record.problems_of(article.id) == 1
        keep(record, fiction.document(0), "3")
        assert record.problems_of(article.id) == 0
        assert list(record.search("dredging"))


def test_the_same_bytes_in_two_places_are_one_article_whatever_the_order(tmp_path: Path) -> None:
    places = [fiction.document(0, "b"), fiction.document(0, "a")]
    dumps = []
    for order in (places, places[::-1]):
        path = tmp_path / f"{order[0].path[0]}.record"
        with Record.open(path, create=True) as record:
            for raw in order:
                article = fiction.article(raw)
                # The title of this article tells where it was found; the real one does not.
                article = fiction.msgspec.structs.replace(article, title=None)
                record.store(raw, article, fiction.Reading(), {}, "1")
            (found,) = record.articles()
            assert (found.path, found.key) == ("a/0000.txt", "a/0000.txt")
            assert [key for _, key in record.inputs(found.id)] == ["a/0000.txt", "b/0000.txt"]
        dumps.append(fiction.dump(path))
    assert dumps[0] == dumps[1]


def test_an_articles_problem_stands_once_for_each_place(path: Path) -> None:
    with Record.open(path, create=True) as record:
        article = fill(record, 1)[0]
        record.store_input(article.id, fiction.document(0, "elsewhere"))
        problem = Problem("x", "x", "language", "not read", article.id)
        record.store_problem(problem)
        record.store_problem(problem)
        found = list(record.problems())
    assert [problem.path for problem in found] == ["elsewhere/0000.txt", "town/0000.txt"]
    assert {problem.article for problem in found} == {article.id}


def test_problems_are_kept_once_and_cleared(path: Path) -> None:
    with Record.open(path, create=True) as record:
        record.store_problem(Problem("a", "a", "empty", "nothing in it"))
        record.store_problem(Problem("a", "a", "empty", "still nothing in it"))
        record.store_problem(Problem("a", "a", "failed", "odd"))
        record.store_problem(Problem("b", "b#1", "bad_row", "no text"))
        assert [problem.detail for problem in record.problems()] == [
            "still nothing in it",
            "odd",
            "no text",
        ]
        record.clear_problem("a", "odd")
        record.clear_problem("a", "failed")
        record.clear_problem("b#1")
        assert [problem.kind for problem in record.problems()] == ["empty"]


def test_a_transaction_is_all_or_nothing(path: Path) -> None:
    with Record.open(path, create=True) as record:

        def half() -> None:
            with record.transaction():
                fill(record)
                raise RuntimeError

        with pytest.raises(RuntimeError):
            half()
        assert list(record.articles()) == []


def test_statements_by_speaker_stance_and_day(path: Path) -> None:
    with Record.open(path, create=True) as record:
        fill(record)
        everything = list(record.statements())
        varga = list(record.statements(speaker="varga"))
        assert varga
        assert varga == list(record.statements(speaker="Ilse Varga"))
        assert {s.attribution.speaker for s in varga} == {"Ilse Varga"}
        assert list(record.statements(speaker="Varg")) == []
        denials = list(record.statements(stance="deny"))
        assert {s.attribution.speaker for s in denials} == {"Tomas Reki"}
        assert len(varga) + len(denials) == len(everything)
        assert list(record.statements(since="2031-05-06")) == everything
        assert list(record.statements(since="2031-05-07")) == []
        fiction.link(record)
        assert len(list(record.statements(speaker="reki"))) == len(denials)
        identity = denials[0]
        linked = record.statement(identity.id)
        assert linked is not None
        assert linked.speaker_identity
        assert list(record.statements(speaker=linked.speaker_identity)) == list(
            record.statements(stance="deny")
        )


def test_search_takes_words_and_no_query_language(path: Path) -> None:
    with Record.open(path, create=True) as record:
        fill(record)
        assert {s.text for s in record.search("fishermen asked")} == {
            "that “nobody asked the fishermen” before the work began"
        }
        assert list(record.search('fishermen" OR dredging NEAR(')) == []
        assert list(record.search("  ")) == []
        assert len(list(record.search_articles("harbour"))) == 4
        assert len(list(record.search_articles("harbour", limit=2))) == 2


def test_two_hands_on_one_record(path: Path) -> None:
    with Record.open(path, create=True) as writer, Record.open(path, read_only=True) as reader:
        with writer.transaction():
            fill(writer)
            assert list(reader.articles()) == []
        assert len(list(reader.articles())) == 4
        with pytest.raises(OnrecordError, match="readonly"):
            fill(reader)


def test_a_surrogate_is_an_error_and_no_half_article(path: Path) -> None:
    raw = fiction.document(0)
    article = fiction.msgspec.structs.replace(fiction.article(raw), outlet="\ud800")
    with Record.open(path, create=True) as record:
        with pytest.raises(UnicodeEncodeError):
            record.store(raw, article, fiction.Reading(), {}, "1")
        assert list(record.articles()) == []
