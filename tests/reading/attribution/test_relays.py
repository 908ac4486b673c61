from __future__ import annotations

from collections.abc import Callable

import pytest

from reading.words import Read

Reads = Callable[..., Read]


@pytest.mark.parametrize(
    ("text", "relay", "source_type", "content"),
    [
        ("Helen Marsh was quoted by state television as saying that the dam was safe.",
         "state television", "media", "that the dam was safe"),
        ("Helen Marsh was quoted by the newspaper as saying that the dam was safe.",
         "the newspaper", "media", "that the dam was safe"),
        ("Helen Marsh was quoted by the newspaper as saying: “The dam is safe and sound.”",
         "the newspaper", "media", "“The dam is safe and sound.”"),
    ],
)  # fmt: skip
def test_quoted_by(reads: Reads, text: str, relay: str, source_type: str, content: str) -> None:
    said = reads(text).said
    assert {one.content for one in said} == {content}
    (outer,) = [one for one in said if one.source == relay]
    (inner,) = [one for one in said if one is not outer]
    assert outer.source_type == source_type
    assert (inner.source, inner.speaker, inner.source_type) == (
        "Helen Marsh",
        "Helen Marsh",
        "person",
    )


def test_quoted_by_nobody_in_particular(reads: Reads) -> None:
    said = reads("Helen Marsh was quoted as saying that the dam was safe.").only
    assert (said.speaker, said.cue) == ("Helen Marsh", "was quoted as saying")


@pytest.mark.parametrize(
    ("text", "relay", "cited", "source_type"),
    [
        ("The newspaper, citing two officials, reported that the dam was unsafe.",
         "The newspaper", "two officials", "unnamed"),
        ("The newspaper, citing a police report, said that the dam was unsafe.",
         "The newspaper", "a police report", "document"),
    ],
)  # fmt: skip
def test_citing(reads: Reads, text: str, relay: str, cited: str, source_type: str) -> None:
    said = {one.source: one for one in reads(text).said}
    assert set(said) == {relay, cited}
    assert said[relay].content == said[cited].content == "that the dam was unsafe"
    assert said[relay].source_type == "media"
    assert said[cited].source_type == source_type
    assert said[cited].cue == "citing"


@pytest.mark.parametrize("source", ["Media reports", "Local media", "State television"])
def test_media_without_a_name(reads: Reads, source: str) -> None:
    said = reads(f"{source} said that an aircraft had landed.").only
    assert (said.source, said.source_type) == (source, "media")
