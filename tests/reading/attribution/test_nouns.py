from __future__ import annotations

from collections.abc import Callable

import pytest

from reading.words import Read

Reads = Callable[..., Read]


@pytest.mark.parametrize(
    ("text", "source", "cue", "content", "stance"),
    [
        ("Peter Hallam's claim that the dam was safe surprised the council.", "Peter Hallam's",
         "claim", "that the dam was safe", "assert"),
        ("The council ignored his warning that the dam was weak.", "his", "warning",
         "that the dam was weak", "predict"),
        ("The ministry refused the union's demand that the mine be closed.", "the union's", "demand",
         "that the mine be closed", "demand"),
        ("Her promise to rebuild the bridge was kept.", "Her", "promise", "to rebuild the bridge",
         "promise"),
        ("The claim that the dam had been mined angered the council.", "", "claim",
         "that the dam had been mined", "assert"),
    ],
)  # fmt: skip
def test_nouns_that_report(
    reads: Reads, text: str, source: str, cue: str, content: str, stance: str
) -> None:
    said = next(each for each in reads(text).said if each.cue == cue)
    assert (said.source, said.content) == (source, content)
    assert said.stance == stance


def test_a_claim_inside_a_denial_is_nested(reads: Reads) -> None:
    denial, claim = reads("The ministry rejected the claim that the town had been warned.").said
    assert (denial.cue, denial.content) == ("rejected", "the claim that the town had been warned")
    assert (claim.cue, claim.content) == ("claim", "that the town had been warned")
    assert (denial.stance, claim.stance) == ("deny", "assert")
    assert (denial.at.parent, claim.at.parent) == (None, 0)
    assert (claim.speaker, claim.source_type) == (None, "none")


@pytest.mark.parametrize(
    "text",
    [
        "The ministry closed the road in order to repair the bridge.",
        "The report lay on the table.",
        "The order of the rooms was changed.",
    ],
)
def test_nouns_that_report_nothing(reads: Reads, text: str) -> None:
    assert reads(text).said == []
