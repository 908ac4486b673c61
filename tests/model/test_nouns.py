"""What all nouns keep: frozen, and the same after a way through JSON."""

from __future__ import annotations

import hashlib
import inspect

import msgspec
import pytest

from onrecord import model
from onrecord.model import (
    Anchor,
    Article,
    Attribution,
    Block,
    Entity,
    Evidence,
    Figure,
    Name,
    Parse,
    Published,
    RawDocument,
    Reading,
    Span,
    Timex,
    Token,
)

STRUCTS = [
    noun
    for name in model.__all__
    if inspect.isclass(noun := getattr(model, name)) and issubclass(noun, msgspec.Struct)
]

ARTICLE = Article(
    id="0123",
    key="a.txt",
    path="a.txt",
    raw_sha256="ff",
    media_type="text/plain",
    text="Listen\nThe tide was late.\nPilots",
    blocks=(
        Block(Span(0, 6), "widget"),
        Block(Span(7, 25), "body"),
        Block(Span(26, 32), "related"),
    ),
    anchors=(Anchor(0, 32, "", 0),),
    published=Published(
        "2031-05-06", "2031-05-06", "2031-05-06", True, (Evidence("given", "2031-05-06", "6/5"),)
    ),
)
READING = Reading(
    names=(Name(Span(26, 32), "group", "Pilots"),),
    attributions=(
        Attribution(
            (), (), (Span(7, 25),), "direct", "speech", "assert", "none", addressee_span=Span(0, 6)
        ),
    ),
    timexes=(Timex(Span(11, 15), "DATE", "XXXX"),),
    figures=(Figure(Span(0, 1), 3.5, "boats", approximate=True),),
    versions={"names": "1"},
)
PARSE = Parse(
    (Token(0, 3, "The", "the", "DET", "DT", "det", 0),), ((0, 1),), (Entity(0, 1, "ORG"),)
)


@pytest.mark.parametrize("noun", STRUCTS, ids=lambda noun: noun.__name__)
def test_nouns_are_frozen_and_described(noun: type[msgspec.Struct]) -> None:
    assert noun.__struct_config__.frozen
    assert noun.__module__.startswith("onrecord.model.")


@pytest.mark.parametrize("thing", [ARTICLE, READING, PARSE], ids=["article", "reading", "parse"])
def test_through_json_and_back(thing: msgspec.Struct) -> None:
    assert msgspec.json.decode(msgspec.json.encode(thing), type=type(thing)) == thing


def test_only_the_body_is_a_passage() -> None:
    assert [span.of(ARTICLE.text) for span in ARTICLE.passages()] == ["The tide was late."]


def test_a_raw_document_knows_its_hash() -> None:
    raw = RawDocument("a.txt", "a.txt", b"tide", "text/plain")
    assert raw.sha256 == hashlib.sha256(b"tide").hexdigest()
    assert raw.given == {}
    assert RawDocument("a", "a", b"", "text/plain").given is not raw.given


def test_a_label_that_is_none_does_not_decode() -> None:
    with pytest.raises(msgspec.ValidationError, match="gossip"):
        msgspec.json.decode(b'{"span":[0,1],"label":"gossip"}', type=Block)
