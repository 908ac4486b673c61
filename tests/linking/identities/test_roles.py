from __future__ import annotations

import pytest

from onrecord.linking.identities.mentions import Local
from onrecord.linking.identities.people import find_identities
from onrecord.linking.identities.roles import roles_held
from onrecord.model import IdentityMention, RoleHeld, Span


def held(*seen: tuple[str, str]) -> tuple[RoleHeld, ...]:
    """Of (office, day) of articles named by their turn."""
    mentions = [IdentityMention(str(n), Span(0, 5), role) for n, (role, _) in enumerate(seen)]
    return roles_held(mentions, {str(n): (day, day) for n, (_, day) in enumerate(seen)})


def test_an_office_is_held_from_the_first_day_seen_to_the_last() -> None:
    [role] = held(
        ("Foreign Minister", "2031-03-02"),
        ("Lomira's foreign minister", "2031-02-01"),
        ("Lomiran Foreign Minister", "2031-05-06"),
        ("foreign minister of Lomira", "2031-04-06"),
        ("Foreign Minister", "2031-04-07"),
    )
    assert role == RoleHeld("Foreign Minister", "2031-02-01", "2031-05-06", None, tuple("01234"))


@pytest.mark.parametrize(
    "past",
    [
        "former Harbour Minister", "Former Minister", "then-Harbour Minister", "then Harbour Minister",
        "ex-minister", "ex - Harbour Minister", "Lomira's former harbour minister",
    ],
)  # fmt: skip
def test_former_is_the_end(past: str) -> None:
    [role] = held(("Harbour Minister", "2031-03-02"), (past, "2032-01-01"), (past, "2032-03-01"))
    assert (role.since, role.until, role.ended) == ("2031-03-02", "2031-03-02", "2032-01-01")
    assert role.articles == ("0", "1", "2")


def test_only_ever_called_former() -> None:
    [role] = held(("former Harbour Minister", "2032-01-01"))
    assert role == RoleHeld("Harbour Minister", None, None, "2032-01-01", ("0",))


def test_former_between_two_terms_is_no_end() -> None:
    [role] = held(("Mayor", "2031-01-01"), ("former Mayor", "2033-01-01"), ("Mayor", "2035-01-01"))
    assert (role.since, role.until, role.ended) == ("2031-01-01", "2035-01-01", None)


def test_a_deputy_is_no_minister_and_two_offices_are_two() -> None:
    roles = held(
        ("Deputy Harbour Minister", "2031-01-01"),
        ("acting Harbour Minister", "2031-02-01"),
        ("Harbour Minister", "2031-03-01"),
        ("Prime Minister", "2031-04-01"),
        ("Minister", "2031-03-05"),
        ("Deputy Minister", "2031-01-05"),
    )
    assert [(r.role, r.since, r.until) for r in roles] == [
        ("Deputy Harbour Minister", "2031-01-01", "2031-01-05"),
        ("acting Harbour Minister", "2031-02-01", "2031-02-01"),
        ("Harbour Minister", "2031-03-01", "2031-03-05"),
        ("Prime Minister", "2031-04-01", "2031-04-01"),
    ]


def test_a_bare_head_of_two_offices_is_neither() -> None:
    roles = held(
        ("Harbour Minister", "2031-01-01"), ("Fisheries Minister", "2032-01-01"), ("Minister", "2033-01-01")
    )  # fmt: skip
    assert len(roles) == 3


def test_courtesies_and_comparisons_are_no_offices() -> None:
    assert (
        held(("Ms", "2031-01-01"), ("Her predecessor", "2031-01-01"), ("Mr.", "2031-01-01")) == ()
    )
    assert [r.role for r in held(("its director", "2031-01-01"))] == ["director"]


def test_abbreviations_are_the_office() -> None:
    [role] = held(("Gov.", "2031-01-01"), ("Governor", "2031-02-01"))
    assert (role.since, role.until) == ("2031-01-01", "2031-02-01")


def test_an_article_of_no_known_first_day_gives_no_day() -> None:
    mention = IdentityMention("a", Span(0, 5), "Mayor")
    [role] = roles_held([mention], {"a": (None, "2031-01-01")})
    assert (role.since, role.until, role.articles) == (None, None, ("a",))
    assert roles_held([mention], {}) == (role,)


def test_identities_have_them() -> None:
    mention = IdentityMention("a", Span(0, 8), "Mayor")
    days = ("2031-01-01", "2031-01-01")
    [who] = find_identities([Local("a", "Ana Lund", "person", (mention,), published=days)])
    assert who.roles == ("Mayor",)
    assert who.roles_held == (RoleHeld("Mayor", "2031-01-01", "2031-01-01", None, ("a",)),)
