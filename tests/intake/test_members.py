from __future__ import annotations

from onrecord.intake.members import Members


def test_second_members_of_a_name() -> None:
    members = Members()
    assert [members.key(key) for key in ("a", "b", "a", "a", "b", "\udcff")] == [
        "a",
        "b",
        "a#2",
        "a#3",
        "b#2",
        "\udcff",
    ]


def test_distinct_names_stay_as_they_are() -> None:
    members = Members()
    keys = [f"rows.jsonl#{n}" for n in range(20_000)]
    assert [members.key(key) for key in keys] == keys
