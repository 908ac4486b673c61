from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from onrecord import OnrecordError
from onrecord.intake.gazetteer import rows
from onrecord.model import GazetteerRow, Problem


def written(folder: Path, text: str, name: str = "list.jsonl") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


LUND = GazetteerRow(
    "Q1", ("Ana Lund", "A. Lund"), "person", "of Lomira", "Lomira", ("Harbour Minister",)
)


def test_rows_of_our_own(tmp_path: Path) -> None:
    row = {
        "id": "Q1", "label": " Ana  Lund", "aliases": ["A. Lund", "Ana Lund", ""], "type": "Person",
        "description": "of Lomira", "country": "Lomira", "positions": ["Harbour Minister"],
    }  # fmt: skip
    bare = {"id": 7, "label": "Vask", "aliases": None}
    path = written(tmp_path, f"{json.dumps(row)}\n\n{json.dumps(bare)}\n")
    assert list(rows(path)) == [LUND, GazetteerRow("7", ("Vask",))]


def test_tables(tmp_path: Path) -> None:
    table = (
        "ID,Label,aliases,type,description,country,positions,more\n"
        'Q1,Ana Lund,A. Lund,person,of Lomira,Lomira,Harbour Minister,x\nQ2,"Vask, Port",,,,,,\n'
    )
    path = written(tmp_path, table, "list.csv")
    assert list(rows(path)) == [LUND, GazetteerRow("Q2", ("Vask, Port",))]


def entity(identifier: str, label: str | None, *classes: str, **more: object) -> dict[str, object]:
    labels = {"en": {"language": "en", "value": label}} if label else []
    return {
        "id": identifier,
        "type": "item",
        "labels": labels,
        "claims": claims(P31=classes),
    } | more


def claims(**items: tuple[str, ...]) -> dict[str, object]:
    return {
        claim: [{"mainsnak": {"datavalue": {"value": {"id": i}}}, "rank": "normal"} for i in ids]
        for claim, ids in items.items()
    }


def test_a_dump_of_wikidata_with_its_frame_and_compressed(tmp_path: Path) -> None:
    person = entity(
        "Q8", "Ana Lund",
        descriptions={"en": {"language": "en", "value": "minister"}},
        aliases={
            "en": [{"language": "en", "value": "Anna Lund"}],
            "de": [{"language": "de", "value": "Die Lund"}],
        },
        claims=claims(P31=("Q5",), P27=("Q99",), P39=("Q77", "Q78")),
    )  # fmt: skip
    person["labels"] |= {"pt": {"language": "pt", "value": "Ana Lúnd"}}  # type: ignore[operator]  # it is a dict
    lines = (
        "[\n" + ",\n".join(json.dumps(e) for e in (person, entity("Q9", "Vask", "Q515"))) + "\n]\n"
    )
    path = tmp_path / "dump.json.gz"
    path.write_bytes(gzip.compress(lines.encode()))
    assert list(rows(path)) == [
        GazetteerRow(
            "Q8", ("Ana Lund", "Anna Lund", "Ana Lúnd"), "person", "minister", "Q99", ("Q77", "Q78")
        ),
        GazetteerRow("Q9", ("Vask",), "place"),
    ]


def test_an_entity_of_odd_shape_is_a_row_or_a_problem(tmp_path: Path) -> None:
    odd = entity(
        "Q1", "Vask", claims={"P31": [{"mainsnak": {}}, 3, {"mainsnak": None}], "P17": "x"}
    )
    named_abroad = entity("Q3", None, labels={"sv": {"value": "Vask"}})
    path = written(tmp_path, "\n".join(map(json.dumps, (odd, entity("Q2", None), named_abroad))))
    good, bad, abroad = rows(path)
    assert good == GazetteerRow("Q1", ("Vask",))
    assert isinstance(bad, Problem)
    assert bad.detail == "line 2: it has no label"
    assert abroad == GazetteerRow("Q3", ("Vask",))


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("nonsense", "no JSON"),
        ("3", "a row is a JSON object"),
        ('{"label": "Vask"}', "it has no id"),
        ('{"id": "1"}', "it has no label"),
        ('{"id": "1", "label": ["Vask"]}', "label is no text"),
        ('{"id": "1", "label": "Vask", "aliases": "W"}', "aliases is no list"),
        ('{"id": "1", "label": "Vask", "aliases": [1]}', "aliases is no list"),
        ('{"id": "1", "label": "Vask", "type": "robot"}', "'robot' is no type: person"),
    ],
)
def test_a_bad_row_is_a_problem_with_its_line(tmp_path: Path, line: str, why: str) -> None:
    path = written(tmp_path, '{"id": "1", "label": "Vask"}\n' + line)
    good, bad = rows(path)
    assert isinstance(good, GazetteerRow)
    assert isinstance(bad, Problem)
    assert (bad.kind, bad.key) == ("bad_row", f"{path}#2")
    assert bad.detail.startswith(f"line 2: {why}")


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("none.txt", None),
        ("words.txt", b"Some words.\nAnd more.\n"),
        ("empty.csv", b""),
        ("latin.csv", "id,label\n1,Vásk".encode("latin-1")),
        ("cut.jsonl.gz", gzip.compress(b'{"id": "1", "label": "Vask"}\n' * 999)[:-20]),
    ],
)
def test_what_is_no_gazetteer_is_an_error(tmp_path: Path, name: str, data: bytes | None) -> None:
    if data is not None:
        (tmp_path / name).write_bytes(data)
    with pytest.raises(OnrecordError, match="cannot be read"):
        list(rows(tmp_path / name))
