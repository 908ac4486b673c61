from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.linking.happenings.event_words import base, is_light, kind


@pytest.mark.parametrize(
    "forms",
    [
        "steal stole stolen stealing steals",
        "fire fired firing fires",
        "die died dying dies",
        "stop stopped stopping stops",
        "deny denied denying denies",
        "agree agreed agreeing agrees",
        "Killed killing KILLS",
        "meeting meetings meet met",
    ],
)
def test_forms_of_one_word_share_a_base(forms: str) -> None:
    assert len({base(form) for form in forms.split()}) == 1


@pytest.mark.parametrize(
    "words",
    ["murdered slain killing death", "quake earthquakes tremor", "resigned resignation quit"],
)
def test_words_of_one_kind(words: str) -> None:
    assert len({kind(word) for word in words.split()}) == 1


def test_other_words_are_a_kind_each() -> None:
    assert kind("paint") == kind("painted") != kind("sing")


def test_light_words() -> None:
    assert is_light("said")
    assert is_light("takes")
    assert not is_light("arrested")


@given(st.text(max_size=20))
def test_any_text_has_a_kind(text: str) -> None:
    assert kind(text) == kind(text.upper().lower()) or not text.isascii()
    assert isinstance(base(text), str)


@pytest.mark.parametrize(
    ("word", "after", "other"),
    [
        ("stepped", "down", "resigned"),
        ("passed", "away", "died"),
        ("breaking", "into", "robbery"),
        ("called", "off", "cancelled"),
    ],
)
def test_a_verb_with_its_particle_is_of_its_own_kind(word: str, after: str, other: str) -> None:
    assert kind(word, after) == kind(other) != kind(word)
    assert not is_light(word, after)


def test_a_word_after_that_belongs_elsewhere_changes_nothing() -> None:
    assert kind("passed", "the") == kind("passed")
    assert is_light("took", "the")
