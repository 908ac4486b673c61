from __future__ import annotations

from collections.abc import Callable

import pytest

from reading.words import Read

Reads = Callable[..., Read]


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("Peter Hallam said that the dam was old.", "Peter Hallam", "said", "that the dam was old"),
        ("Peter Hallam said the dam was old.", "Peter Hallam", "said", "the dam was old"),
        ("The dam was old, Peter Hallam said.", "Peter Hallam", "said", "The dam was old"),
        ("The dam was old, said Peter Hallam.", "Peter Hallam", "said", "The dam was old"),
        ("The dam, Peter Hallam said, was old.", "Peter Hallam", "said", "The dam … was old"),
        ("The dam was old, the ministry said on Tuesday.", "the ministry", "said",
         "The dam was old"),
        ("Peter Hallam, who owns the mine, said that the dam was old.", "Peter Hallam", "said",
         "that the dam was old"),
        ("Peter Hallam, the mayor of Lindow, said that the dam was old.",
         "Peter Hallam, the mayor of Lindow", "said", "that the dam was old"),
    ],
)  # fmt: skip
def test_a_clause_before_behind_and_around_the_cue(
    reads: Reads, text: str, source: str, cue: str, content: str
) -> None:
    said = reads(text).only
    assert (said.source, said.cue, said.content) == (source, cue, content)
    assert (said.kind, said.stance, said.at.act) == ("indirect", "assert", "speech")


@pytest.mark.parametrize(
    ("text", "cue", "content", "stance"),
    [
        ("Peter Hallam stressed that the dam was old.", "stressed", "that the dam was old", "assert"),
        ("Peter Hallam insisted that the dam was safe.", "insisted", "that the dam was safe",
         "assert"),
        ("Peter Hallam pointed out that the dam was old.", "pointed out", "that the dam was old",
         "assert"),
        ("Peter Hallam denied that the dam had failed.", "denied", "that the dam had failed", "deny"),
        ("Peter Hallam refuted the story about the dam.", "refuted", "the story about the dam",
         "deny"),
        ("Peter Hallam rejected the report.", "rejected", "the report", "deny"),
        ("Peter Hallam ruled out a second vote.", "ruled out", "a second vote", "deny"),
        ("Peter Hallam denounced the raid on the village.", "denounced", "the raid on the village",
         "accuse"),
        ("Peter Hallam condemned the raid on the village.", "condemned", "the raid on the village",
         "accuse"),
        ("Peter Hallam accused the ministry of hiding the letter.", "accused",
         "the ministry of hiding the letter", "accuse"),
        ("Peter Hallam warned that the dam could fail.", "warned", "that the dam could fail",
         "predict"),
        ("Peter Hallam predicted that prices would rise.", "predicted", "that prices would rise",
         "predict"),
        ("Peter Hallam vowed to rebuild the bridge.", "vowed", "to rebuild the bridge", "promise"),
        ("Peter Hallam promised to rebuild the bridge.", "promised", "to rebuild the bridge",
         "promise"),
        ("Peter Hallam threatened to close the border.", "threatened", "to close the border",
         "threaten"),
        ("Peter Hallam demanded an apology.", "demanded", "an apology", "demand"),
        ("Peter Hallam demanded that the ministry apologise.", "demanded",
         "that the ministry apologise", "demand"),
        ("Peter Hallam urged the ministry to publish the letter.", "urged",
         "to publish the letter", "demand"),
        ("Peter Hallam called for an inquiry into the fire.", "called for",
         "an inquiry into the fire", "demand"),
        ("Peter Hallam conceded that the dam was old.", "conceded", "that the dam was old", "agree"),
        ("Peter Hallam wondered whether the dam was safe.", "wondered", "whether the dam was safe",
         "question"),
        ("Peter Hallam asked whether the letter had been sent.", "asked",
         "whether the letter had been sent", "question"),
        ("Peter Hallam described the plan as a danger to the town.", "described",
         "the plan as a danger to the town", "assert"),
        ("Peter Hallam called the plan a danger to the town.", "called",
         "the plan a danger to the town", "assert"),
        ("The army claimed to have captured the bridge.", "claimed", "to have captured the bridge",
         "assert"),
    ],
)  # fmt: skip
def test_verbs_that_are_not_say(
    reads: Reads, text: str, cue: str, content: str, stance: str
) -> None:
    said = reads(text).only
    assert (said.cue, said.content, said.stance) == (cue, content, stance)


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("The reports were refuted by Foreign Minister Peter Hallam.",
         "Foreign Minister Peter Hallam", "were refuted", "The reports"),
        ("The report was denied by the ministry.", "the ministry", "was denied", "The report"),
        ("The allegations were rejected by Peter Hallam.", "Peter Hallam", "were rejected",
         "The allegations"),
    ],
)  # fmt: skip
def test_passive_denials(reads: Reads, text: str, source: str, cue: str, content: str) -> None:
    said = reads(text).only
    assert (said.source, said.cue, said.content) == (source, cue, content)
    assert said.stance == "deny"


@pytest.mark.parametrize(
    ("text", "content", "stance"),
    [
        ("Peter Hallam denied opening the gates.", "opening the gates", "deny"),
        ("Peter Hallam made it clear that the dam was old.", "that the dam was old", "assert"),
        ("Peter Hallam made clear that the dam was old.", "that the dam was old", "assert"),
        ("Peter Hallam lashed out at the newspaper.", "the newspaper", "accuse"),
    ],
)
def test_gerunds_and_particles(reads: Reads, text: str, content: str, stance: str) -> None:
    said = reads(text).only
    assert said.content.endswith(content)
    assert (said.stance, said.at.act) == (stance, "speech")


def test_passive_demand(reads: Reads) -> None:
    said = reads("The senator was urged by the union to resign.").only
    assert (said.source, said.cue, said.content) == ("the union", "was urged", "to resign")
    assert (said.at.addressee, said.stance) == ("The senator", "demand")


@pytest.mark.parametrize(
    "text",
    ["It is said that the mine is haunted.", "Peter Hallam was told that the mine is haunted."],
)
def test_passive_without_a_source(reads: Reads, text: str) -> None:
    said = reads(text).only
    assert said.content == "that the mine is haunted"
    assert (said.source, said.speaker, said.source_type) == ("", None, "none")


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("Peter Hallam said the dam was old, adding that the gates were new.",
         ("said", "the dam was old"), ("adding", "that the gates were new")),
        ("The ministry denied the report and promised an inquiry.",
         ("denied", "the report"), ("promised", "an inquiry")),
        ("Peter Hallam refuted the reports, stressing that the dam was safe.",
         ("refuted", "the reports"), ("stressing", "that the dam was safe")),
    ],
)  # fmt: skip
def test_two_cues_of_one_source(
    reads: Reads, text: str, first: tuple[str, str], second: tuple[str, str]
) -> None:
    one, two = reads(text).said
    assert ((one.cue, one.content), (two.cue, two.content)) == (first, second)
    assert one.source == two.source
    assert one.speaker == two.speaker


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Robert Keene believes that the harbour will close.", "assert"),
        ("The union supports the strike.", "praise"),
        ("Most voters opposed the plan.", "deny"),
    ],
)
def test_attitudes_are_marked_as_such(reads: Reads, text: str, stance: str) -> None:
    said = reads(text).only
    assert (said.at.act, said.stance) == ("attitude", stance)


@pytest.mark.parametrize(
    "text",
    [
        "The ferry left the harbour at noon.",
        "The police are investigating the fire.",
        "The minister opened the bridge on Monday.",
        "The report was published on Monday.",
        "Twelve houses burned down.",
    ],
)
def test_what_is_no_attribution(reads: Reads, text: str) -> None:
    assert reads(text).said == []
