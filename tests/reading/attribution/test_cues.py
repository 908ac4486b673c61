from __future__ import annotations

from typing import get_args

import pytest

from onrecord.model import Stance
from onrecord.reading.attribution.cues import ATTITUDE, NOUNS, PHRASAL, SPEECH, lookup

FRAMES = set("clause object own other for of as at naming against quote".split())


def test_the_lexicon_speaks_of_known_frames_and_stances() -> None:
    for table in (SPEECH, PHRASAL, ATTITUDE):
        for verb, frames in table.items():
            assert verb == verb.lower().strip()
            assert frames.keys() <= FRAMES, verb
            assert set(frames.values()) <= set(get_args(Stance)), verb
    assert set(NOUNS.values()) <= set(get_args(Stance))
    assert all(verb.count("-") == 1 for verb in PHRASAL)


@pytest.mark.parametrize(
    ("lemma", "particle", "act", "frame", "stance"),
    [
        ("say", None, "speech", "clause", "assert"),
        ("refute", None, "speech", "object", "deny"),
        ("denounce", None, "speech", "object", "accuse"),
        ("decline", None, "speech", "own", "decline"),
        ("ask", None, "speech", "clause", "question"),
        ("ask", None, "speech", "for", "demand"),
        ("rule", "out", "speech", "object", "deny"),
        ("believe", None, "attitude", "clause", "assert"),
    ],
)
def test_lookup(lemma: str, particle: str | None, act: str, frame: str, stance: str) -> None:
    found = lookup(lemma, particle)
    assert found is not None
    assert (found[0], found[1][frame]) == (act, stance)


@pytest.mark.parametrize(("lemma", "particle"), [("rule", None), ("sail", None), ("sail", "out")])
def test_what_does_not_report(lemma: str, particle: str | None) -> None:
    assert lookup(lemma, particle) is None
