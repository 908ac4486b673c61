"""The product's first test: what a careful analyst would write down from two real pages.

The pages are other people's; they are named here by a few words of each line, and only lie beside
a checkout.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import onrecord
from onrecord.export import jsonl

SEEDS = Path(__file__).parents[1].parent / "shared" / "seeds"
pytestmark = pytest.mark.skipif(not SEEDS.is_dir(), reason="no ../shared/seeds beside the project")

FIRST, SECOND = "000_", "004_"
Row = dict[str, Any]

# Article; cue; first and last words of the content; speaker; stance; source type; kind.
STATEMENTS = [
    (FIRST, "refuted", "claims about", "presence in Venezuela", "Sergei Ryabkov", "deny", "person", "indirect"),
    (FIRST, "stressing", "that the Russian military personnel", "delivered equipment", "Sergei Ryabkov", "assert", "person", "indirect"),
    (FIRST, "said", "Russia is sending back", "there", "Russian Embassy in Venezuela", "assert", "organisation", "indirect"),
    (FIRST, "said", "An IL-62 plane", "26 June", "Russian Embassy in Venezuela", "assert", "document", "direct"),
    (FIRST, "said", "that a Russian Air Force aircraft", "", "Media reports", "assert", "media", "indirect"),
    (FIRST, "were refuted", "The reports", "The reports", "Sergei Ryabkov", "deny", "person", "indirect"),
    (FIRST, "said", "that the Russian military had", "presence in the country", "Sergei Ryabkov", "assert", "person", "indirect"),
    (FIRST, "said", "that Russian military specialists", "cooperation agreements", "Russian Embassy in Venezuela", "assert", "organisation", "indirect"),
    (FIRST, "said", "that the presence", "completely legitimate", "Sergei Lavrov", "assert", "person", "indirect"),
    (SECOND, "said", "Russian servicemen are", "military equipment", "Sergey Lavrov", "assert", "person", "indirect"),
    (SECOND, "said", "We have explained", "Venezuelan constitution", "Sergey Lavrov", "assert", "person", "direct"),
    (SECOND, "told", "A group of Russian", "defense industry cooperation", "a diplomatic source in Caracas", "assert", "unnamed", "indirect"),
    (SECOND, "According to", "99 Russian", "tonnes of cargo", "Venezuelan media reports", "assert", "media", "indirect"),
    (SECOND, "said", "Russia", "of Venezuela", "Donald Trump", None, "person", "mixed"),
    (SECOND, "denounced", "the continued", "Latin American country", "Mike Pompeo", "accuse", "person", "mixed"),
    (SECOND, "noted", "that the Russian Foreign Ministry", "polite appeal", "Sergey Lavrov", "assert", "person", "mixed"),
    (SECOND, "said", "that the Russian military personnel's", "Moscow and Caracas", "Maria Zakharova", "assert", "person", "indirect"),
    (SECOND, "added", "that the personnel", "presence necessary", "Maria Zakharova", "assert", "person", "indirect"),
]  # fmt: skip


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Row]]:
    folder = tmp_path_factory.mktemp("seeds")
    with onrecord.read(SEEDS, into=folder / "seeds.record") as record:
        jsonl.export(record, folder / "rows")
    return {
        file.stem: [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
        for file in (folder / "rows").glob("*.jsonl")
    }


@pytest.fixture(scope="module")
def articles(tables: dict[str, list[Row]]) -> dict[str, Row]:
    return {Path(row["path"]).name[:4]: row for row in tables["articles"]}


def words(article: Row, spans: list[list[int]]) -> str:
    return " … ".join(article["text"][start:end] for start, end in spans)


def statement(tables: dict[str, list[Row]], articles: dict[str, Row], number: int) -> Row:
    """The one row that has the cue and the first and last words of a line of STATEMENTS."""
    seed, cue, first, last = STATEMENTS[number][:4]
    article = articles[seed]
    found = [
        row
        for row in tables["statements"]
        if row["article"] == article["id"]
        and words(article, row["cue"]) == cue
        and row["text"].lstrip('"').startswith(first)
        and row["text"].rstrip('".,').endswith(last)
    ]
    assert len(found) == 1, [row["text"] for row in found]
    return found[0]


def test_both_are_read(tables: dict[str, list[Row]], articles: dict[str, Row]) -> None:
    assert set(articles) == {FIRST, SECOND}
    assert tables["problems"] == []


@pytest.mark.parametrize("number", range(len(STATEMENTS)), ids=lambda n: f"{n} {STATEMENTS[n][1]}")
def test_statement(tables: dict[str, list[Row]], articles: dict[str, Row], number: int) -> None:
    row = statement(tables, articles, number)
    speaker, stance, source_type, kind = STATEMENTS[number][4:]
    assert row["speaker"] == speaker
    assert stance is None or row["stance"] == stance
    assert (row["source_type"], row["kind"], row["act"]) == (source_type, kind, "speech")
    assert row["text"] == words(articles[STATEMENTS[number][0]], row["content"])


def test_content_goes_over_nothing_but_its_own(
    tables: dict[str, list[Row]], articles: dict[str, Row]
) -> None:
    """First and last words agree; between them stand neither the source nor the cue."""
    for number in range(len(STATEMENTS)):
        row = statement(tables, articles, number)
        for start, end in row["content"]:
            for other, stop in [*row["source"], *row["cue"]]:
                assert stop <= start or end <= other


@pytest.mark.parametrize(
    ("number", "said_on"), [(4, "06-24"), (7, "04"), (13, "2019-03-27"), (16, "2019-03-28")]
)
def test_day_of_saying(
    tables: dict[str, list[Row]], articles: dict[str, Row], number: int, said_on: str
) -> None:
    assert statement(tables, articles, number)["said_on"].endswith(said_on)


def test_addressee_and_settings(tables: dict[str, list[Row]], articles: dict[str, Row]) -> None:
    assert statement(tables, articles, 11)["addressee"] == "Sputnik"
    assert statement(tables, articles, 2)["setting"] == "in a statement"
    assert statement(tables, articles, 14)["setting"].startswith("in a phone call")


def test_one_identity_in_both_spellings(
    tables: dict[str, list[Row]], articles: dict[str, Row]
) -> None:
    (lavrov,) = [row for row in tables["identities"] if row["name"].endswith("Lavrov")]
    assert {lavrov["name"], *lavrov["aliases"]} >= {"Sergei Lavrov", "Sergey Lavrov"}
    assert set(lavrov["articles"]) == {row["id"] for row in articles.values()}
    spoken = {statement(tables, articles, n)["speaker_identity"] for n in (8, 9, 10, 15)}
    assert spoken == {lavrov["id"]}
    she, zakharova = (statement(tables, articles, n)["speaker_identity"] for n in (17, 16))
    assert she == zakharova
    assert she is not None


def test_nothing_is_read_out_of_junk(
    tables: dict[str, list[Row]], articles: dict[str, Row]
) -> None:
    for row in tables["statements"]:
        assert row["text"]
        (article,) = [a for a in articles.values() if a["id"] == row["article"]]
        bodies = [block["span"] for block in article["blocks"] if block["label"] == "body"]
        for start, end in [*row["content"], *row["source"], *row["cue"]]:
            assert any(first <= start and end <= last for first, last in bodies)


@pytest.mark.parametrize(
    ("seed", "line", "label"),
    [
        (FIRST, "07:45 GMT", "clock"),
        (FIRST, "Listen Live", None),
        (FIRST, "Latin America\n", None),
        (FIRST, "Get short URL", None),
        (FIRST, "Bolton Stirs", "related"),
        (FIRST, "Trump: Russia", "related"),
        (FIRST, "MI6 Smuggled", "related"),
        (FIRST, "Community standards", None),
        (SECOND, "UPDATE - ", "headline"),
        (SECOND, "(@", "byline"),
        (SECOND, "PETROPAVLOVSK-KAMCHATSKY", "dateline"),
    ],
)
def test_junk_is_kept_and_is_not_body(
    articles: dict[str, Row], seed: str, line: str, label: str | None
) -> None:
    article = articles[seed]
    at = article["text"].index(line)
    (found,) = [b["label"] for b in article["blocks"] if b["span"][0] <= at < b["span"][1]]
    assert found != "body"
    assert label is None or found == label


def test_no_body_is_lost(articles: dict[str, Row]) -> None:
    counts = {
        seed: sum(block["label"] == "body" for block in article["blocks"])
        for seed, article in articles.items()
    }
    assert counts == {FIRST: 8, SECOND: 9}


def test_the_clock_dates_nothing(articles: dict[str, Row]) -> None:
    first = articles[FIRST]
    assert not first["published"].startswith("2020")
    assert not (first["published_earliest"] or "").startswith("2020")
    assert not first["published_sure"]


def test_the_reprint_has_its_date_and_agency(articles: dict[str, Row]) -> None:
    second = articles[SECOND]
    assert (second["published"], second["published_sure"]) == ("2019-03-31", True)
    assert second["agency"] == "Sputnik"


def event(
    tables: dict[str, list[Row]], article: Row, trigger: str, near: str, **wanted: object
) -> Row:
    """The one event with this trigger and these columns beside the words `near`."""
    at = article["text"].index(near)
    found = [
        row
        for row in tables["events"]
        if row["article"] == article["id"]
        and row["text"] == trigger
        and -60 <= row["trigger"][0] - at < 120
        and all(row[column] == value for column, value in wanted.items())
    ]
    assert len(found) == 1, [row["text"] for row in tables["events"]]
    return found[0]


def test_the_arrival_and_its_figures(
    tables: dict[str, list[Row]], articles: dict[str, Row]
) -> None:
    second = articles[SECOND]
    arrival = event(tables, second, "arrived", "99 Russian", teller="Venezuelan media reports")
    assert {(figure["value"], figure["unit"]) for figure in arrival["figures"]} == {
        (99, None),
        (2, None),
        (35, "tonne"),
    }
    assert arrival["attribution"] == statement(tables, articles, 12)["id"]
    assert (arrival["factuality"], arrival["place_text"]) == ("happened", "Caracas")


@pytest.mark.parametrize(
    ("seed", "trigger", "near", "value"),
    [
        (SECOND, "arrived", "A group of", "2019-W12"),
        (SECOND, "proclaimed", "Juan Guaido, illegally", "2019-01"),
        (SECOND, "election", "contesting the", "2018"),
        (SECOND, "denounced", "Earlier in the week", "2019-W13"),
        (SECOND, "said", "On Wednesday", "2019-03-27"),
        (SECOND, "said", "spokeswoman Maria", "2019-03-28"),
        (FIRST, "landed", "Air Force aircraft", "XXXX-06-24"),
        (FIRST, "fly", "fly out", "XXXX-06-26"),
    ],
)
def test_day_of_event(
    tables: dict[str, list[Row]],
    articles: dict[str, Row],
    seed: str,
    trigger: str,
    near: str,
    value: str,
) -> None:
    found = event(tables, articles[seed], trigger, near)
    assert found["time"]["value"][: len(value)] == value
    assert found["factuality"] == ("planned" if trigger == "fly" else "happened")
    if seed == SECOND:
        assert found["earliest"] == found["time"]["earliest"]
        assert found["latest"] <= ("2019-01-31" if trigger == "proclaimed" else "2019-03-31")


def test_landing_is_late_in_the_day(tables: dict[str, list[Row]], articles: dict[str, Row]) -> None:
    landing = event(tables, articles[FIRST], "landed", "Air Force aircraft")
    assert (landing["time"]["mod"], landing["teller"]) == ("END", "Media reports")
    assert landing["dated"] in ("saying", "publication")


def test_what_was_done_and_what_was_not(
    tables: dict[str, list[Row]], articles: dict[str, Row]
) -> None:
    first = articles[FIRST]
    assert event(tables, first, "boost", "and not to boost")["factuality"] == "not_happened"
    call = event(tables, articles[SECOND], "call", "recent call on Russia")
    assert call["type"] == "REQUEST"
    roles = {p["role"]: p["identity"] for p in call["participants"]}
    assert roles == {"actor": "Donald Trump", "recipient": "Russia"}
    departure = event(tables, first, "fly", "fly out")
    assert departure["teller"] == "Russian Embassy in Venezuela"


def test_days_of_event_with_the_year_known(articles: dict[str, Row]) -> None:
    first = articles[FIRST]
    bodies = [block["span"] for block in first["blocks"] if block["label"] == "body"]
    text = "\n\n".join(first["text"][start:end] for start, end in bodies)
    reading = onrecord.annotate(text, published="2019-06-25")
    found = {event.trigger.of(text): event for event in reading.events}
    landing, departure = found["landed"], found["fly"]
    assert (landing.factuality, landing.latest) == ("happened", "2019-06-24")
    assert landing.time is not None
    assert reading.timexes[landing.time].mod == "END"
    assert (departure.factuality, departure.dated) == ("planned", "stated")
    assert departure.earliest == departure.latest == "2019-06-26"


def test_the_second_dates_the_first(tables: dict[str, list[Row]], articles: dict[str, Row]) -> None:
    first, second = articles[FIRST], articles[SECOND]
    assert first["published_settled_by"] == [second["id"]]
    assert first["published_settled_earliest"] == "2019-06-24"
    assert first["published_settled_latest"] == "2019-06-26"
    said = statement(tables, articles, 4)
    assert (said["said_settled"], said["said_settled_latest"]) == ("2019-06-24", "2019-06-24")
    departure = event(tables, first, "fly", "fly out")
    assert departure["settled_earliest"] == departure["settled_latest"] == "2019-06-26"
    assert {"2019-06-24", "2019-06-26"} <= {
        row["date"] for row in tables["timeline"] if row["settled"] == [first["id"]]
    }
