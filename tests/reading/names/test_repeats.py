from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest

from reading.words import Read

Reads = Callable[..., Read]
BODY = (
    "Peter Hallam met the council on Monday. He said that the bridge in Port Vask was safe, and "
    "that Hallam and Sons would mend it."
)


@pytest.mark.parametrize(
    "headline",
    ["Peter Hallam Checks Bridge Again Today", "Stunned Council Meets Peter Hallam Over Bridge"],
)
def test_a_headline_is_cut_by_the_names_of_the_running_text(reads: Reads, headline: str) -> None:
    read = reads(f"{headline}\n\n{BODY}")
    names = {n.span.of(read.text) for n in read.reading.names if n.span.end <= len(headline)}
    assert "Peter Hallam" in names
    assert not any("Hallam" in name and name != "Peter Hallam" for name in names)


def test_a_name_that_comes_back_is_found_again(reads: Reads) -> None:
    text = (
        "Senator Peter Hallam came. Hallam spoke.\n\nSpeech Angers Hallam Critics Again\n\nHe left."
    )
    read = reads(text)
    people = [n for n in read.reading.names if "Hallam" in n.span.of(text)]
    assert [n.identity for n in people] == ["Peter Hallam"] * 3


def test_names_never_overlap(reads: Reads) -> None:
    read = reads(f"Peter Hallam And Port Vask Council Meet Hallam\n\n{BODY}")
    spans = [n.span for n in read.reading.names]
    assert all(a.end <= b.start for a, b in pairwise(spans))
