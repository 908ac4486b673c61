from __future__ import annotations

from collections.abc import Callable

import pytest

from reading.events.words import event
from reading.words import Read

Reads = Callable[..., Read]


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("The ferry sank.", "sank", "happened"),
        ("The ferry did not sink.", "sink", "not_happened"),
        ("The captain is dead.", "dead", "happened"),
        ("The captain is not dead.", "dead", "not_happened"),
        ("Ten sailors are feared dead.", "dead", "possible"),
        ("The ferry will sail on Friday.", "sail", "planned"),
        ("The ferry may sail on Friday.", "sail", "possible"),
        ("The ferry could not sail.", "sail", "not_happened"),
        ("The crew failed to close the gate.", "close", "not_happened"),
        ("The storm prevented the crew from leaving.", "leaving", "not_happened"),
        ("The minister planned to resign.", "resign", "planned"),
        ("The minister did not plan to resign.", "resign", "not_happened"),
        ("The minister vowed to rebuild the harbour.", "rebuild", "planned"),
        ("The rebels tried to seize the town.", "seize", "possible"),
        ("The rebels managed to seize the town.", "seize", "happened"),
        ("The rebels were able to seize the town.", "seize", "happened"),
        ("If the dam breaks, the town will drown.", "breaks", "possible"),
        ("The council asked whether the dam had burst.", "burst", "possible"),
        ("Did the rebels attack the dam?", "attack", "possible"),
        ("Why did the rebels attack the dam?", "attack", "happened"),
        ("He was accused of stealing the boat.", "stealing", "possible"),
        ("The army called off the attack.", "attack", "not_happened"),
        ("There was no attack.", "attack", "not_happened"),
        ("The town fears an attack.", "attack", "possible"),
        ("The alleged attack angered the town.", "attack", "possible"),
        ("The planned visit angered the town.", "visit", "planned"),
        ("The army will launch an offensive.", "offensive", "planned"),
        ("The council will condemn the attack.", "attack", "happened"),
        ("The troops left without a fight.", "fight", "not_happened"),
        ("The council called for an investigation.", "investigation", "planned"),
        ("She went on to win the race.", "win", "happened"),
        ("The mayor has yet to reply.", "reply", "not_happened"),
        ("After the dam burst, the mayor will resign.", "burst", "happened"),
        ("Anna Reyes denied that the ferry had sunk.", "sunk", "denied"),
        ("Anna Reyes said that the ferry had sunk.", "sunk", "happened"),
        ("Anna Reyes said the ferry had not sunk.", "sunk", "not_happened"),
        ("Anna Reyes denied that the ferry had sunk.", "denied", "happened"),
        ("Anna Reyes did not deny it.", "deny", "not_happened"),
    ],
)  # fmt: skip
def test_factuality(reads: Reads, text: str, trigger: str, expected: str) -> None:
    assert event(reads(text), trigger).factuality == expected


def test_what_a_denial_takes_for_granted_is_not_denied(reads: Reads) -> None:
    read = reads("The minister denied that he had fled after the dam collapsed.")
    assert event(read, "fled").factuality == "denied"
    assert event(read, "collapsed").factuality == "happened"


def test_the_teller_is_the_innermost(reads: Reads) -> None:
    read = reads("Anna Reyes said that the police had claimed that the ferry sank.")
    told = event(read, "sank").attribution
    assert told is not None
    assert "the police" in (read.reading.attributions[told].speaker or "")
    assert event(read, "said").attribution is None


def test_what_was_claimed_was_claimed_though_it_is_denied(reads: Reads) -> None:
    read = reads("The ministry rejected suggestions that the minister had fled.")
    assert event(read, "fled").factuality == "denied"
    assert all(
        e.factuality != "denied" for e in read.reading.events if e.trigger.of(read.text) != "fled"
    )
