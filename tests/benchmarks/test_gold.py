from __future__ import annotations

from benchmarks.common import ROOT
from benchmarks.demo.gold import body_of, collapse, load
from fiction_of_benchmarks import ROW, TEXT
from hypothesis import given
from hypothesis import strategies as st


def test_paragraphs_are_found_across_line_ends() -> None:
    body = body_of(ROW, TEXT)
    assert not body.lost
    assert [s.of(TEXT).split()[0] for s in body.paragraphs] == ["The", '"Nobody']
    assert body.text.count("\n") == 1
    assert len(body.text) == len(body.places)


def test_a_substring_stands_where_the_article_has_it() -> None:
    body = body_of(ROW, TEXT)
    place = body.find("stop on Friday")
    assert place is not None
    assert place.of(TEXT) == "stop on\nFriday"


def test_occurrences_count_in_the_body_and_inside_words() -> None:
    body = body_of(ROW, TEXT)
    assert len(body.occurrences("erry")) == 1
    assert body.named("erry") == []
    assert body.named("Rusk") == body.occurrences("Rusk")
    second = body.find(["Rusk", 1])
    assert second is not None
    assert TEXT[second.end :].startswith(" denied")
    assert body.find(["Rusk", 2]) is None
    assert body.find("Subscribe") is None


def test_a_paragraph_that_is_not_there_is_told() -> None:
    row = ROW | {"body": ["Another story", *ROW["body"]], "body_ends": ["end.", *ROW["body_ends"]]}
    body = body_of(row, TEXT)
    assert body.lost == ("Another story",)
    assert len(body.paragraphs) == 2


@given(st.text(alphabet=st.sampled_from("ab \n\t\u00a0"), max_size=30))
def test_collapsing_keeps_each_word_in_its_place(text: str) -> None:
    collapsed, places = collapse(text)
    assert collapsed == " ".join(text.split())
    assert all(
        text[at] == c or (c == " " and text[at].isspace())
        for c, at in zip(collapsed, places, strict=True)
    )


def test_the_demo_has_a_gold_record() -> None:
    gold = load(ROOT / "examples" / "demo" / "gold")
    keys = {row["key"] for row in gold.articles}
    assert gold.statements.keys() <= keys
    assert gold.disputes
    assert gold.timeline
