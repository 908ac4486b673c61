from __future__ import annotations

from collections.abc import Callable

import pytest

from reading.events.words import event, parts
from reading.words import Read

Reads = Callable[..., Read]


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("The police arrested two men.", "arrested",
         {"actor": ["The police"], "recipient": ["two men"]}),
        ("Two men were arrested by the police.", "arrested",
         {"actor": ["the police"], "recipient": ["Two men"]}),
        ("The arrest of two men by the police angered the town.", "arrest",
         {"actor": ["the police"], "recipient": ["two men"]}),
        ("The arrival of two planes angered the town.", "arrival", {"actor": ["two planes"]}),
        ("Norland's attack on the harbour lasted an hour.", "attack",
         {"actor": ["Norland's"], "recipient": ["the harbour"]}),
        ("A police raid ended the strike.", "raid", {"actor": ["police"]}),
        ("Norland and Sudmark signed the treaty.", "signed",
         {"actor": ["Norland", "Sudmark"], "recipient": ["the treaty"]}),
        ("The soldiers, who burned the bridge, fled.", "burned",
         {"actor": ["The soldiers"], "recipient": ["the bridge"]}),
        ("The minister planned to leave the party.", "leave",
         {"actor": ["The minister"], "recipient": ["the party"]}),
        ("Anna Reyes told the council that the dam was safe.", "told",
         {"actor": ["Anna Reyes"], "recipient": ["the council"]}),
        ("Three fishermen died.", "died", {"recipient": ["Three fishermen"]}),
        ("Her plan is to leave the party.", "leave",
         {"actor": ["Her"], "recipient": ["the party"]}),
        ("The boat they bought from a smith sank.", "bought",
         {"actor": ["they"], "recipient": ["The boat"]}),
        ("The man arrested by the police fled.", "arrested",
         {"actor": ["the police"], "recipient": ["The man"]}),
        ("Three fishermen were found dead.", "dead", {"recipient": ["Three fishermen"]}),
        ("The storm left three fishermen dead.", "dead", {"recipient": ["three fishermen"]}),
        ("The minister held talks with the rebels.", "talks",
         {"actor": ["The minister"], "participant": ["the rebels"]}),
    ],
)  # fmt: skip
def test_roles(reads: Reads, text: str, trigger: str, expected: dict[str, list[str]]) -> None:
    found = parts(reads(text), trigger)
    bare = {role: [w.removesuffix("'s") for w in words] for role, words in expected.items()}
    assert {role: [w.removesuffix("'s") for w in words] for role, words in found.items()} == bare


def test_a_participant_has_the_fullest_name(reads: Reads) -> None:
    read = reads("Anna Reyes opened the bridge. Reyes praised the builders. She thanked them.")
    for trigger in ("opened", "praised", "thanked"):
        actor = next(p for p in event(read, trigger).participants if p.role == "actor")
        assert actor.identity == "Anna Reyes", trigger


def test_the_unnamed_have_no_identity(reads: Reads) -> None:
    (actor,) = event(reads("The fishermen sailed."), "sailed").participants
    assert actor.identity is None
