from __future__ import annotations

import json

import msgspec

import fiction
from onrecord.export.annotation import annotation


def test_the_shape_that_scripts_depend_on() -> None:
    article = fiction.article(fiction.document(0))
    parses = [fiction.parse(span.of(article.text)) for span in article.passages()]
    reading = fiction.read(article, parses)
    row = json.loads(msgspec.json.encode(annotation(7, article, reading)))
    assert row["id"] == 7
    assert set(row) == {"id", "attributions", "timexes", "names", "events", "figures"}
    attribution = row["attributions"][0]
    expected = "source cue content kind act stance source_type speaker addressee said_on by"
    assert set(expected.split()) | {"confidence"} <= set(attribution)
    ((start, end),) = attribution["source"]
    assert article.text[start:end] == attribution["speaker"] == "Ilse Varga"
    assert attribution["addressee"] is None
    assert set(row["timexes"][0]) >= {"span", "type", "value", "earliest", "latest"}
    assert set(row["names"][0]) >= {"span", "type", "identity"}
    assert row["events"][0]["time"] == row["timexes"][0]
