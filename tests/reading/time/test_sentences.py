"""Which way a weekday lies. The texts are of a Sunday, 31 March 2019."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Values = Callable[..., list[tuple[str, str]]]
AHEAD, BEHIND = "2019-04-03", "2019-03-27"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        # Deadlines, without a past tense.
        ("The court has given the owners until Wednesday to sign.", AHEAD),
        ("The owners waited for the papers until Wednesday.", BEHIND),
        ("Ferries are expected to be running again by Wednesday.", AHEAD),
        ("He says that he is ready to sail as soon as Wednesday.", AHEAD),
        # Verbs of what may be.
        ("The ferry could arrive on Wednesday.", AHEAD),
        ("The owner could not be reached on Wednesday.", BEHIND),
        ("Neither owner could be found on Wednesday.", BEHIND),
        ("A vote might come on Wednesday.", AHEAD),
        ("The owners must appear in court on Wednesday.", AHEAD),
        # Conditions.
        ("If the council does not vote Wednesday, the port will close.", AHEAD),
        # What begins and ends as planned.
        ("The strike, which enters its tenth day on Wednesday, is costly.", AHEAD),
        ("The report to be released Wednesday is long.", AHEAD),
        ("They spoke about the planned visit on Wednesday.", AHEAD),
        # A vote of a kind, and a vote that is known.
        ("The mayor will attend a Wednesday vote.", AHEAD),
        ("The mayor will fight Wednesday's vote.", BEHIND),
        # A past that looks like a present.
        ("Rains hurt the harvest and cut off the port on Wednesday.", BEHIND),
        # What is going on, and what is planned.
        ("The owners are meeting the mayor on Wednesday.", AHEAD),
        ("She spoke about a programme airing Wednesday.", AHEAD),
        ("The talks are to end on Wednesday.", AHEAD),
        ("The mayor will speak at Wednesday's rally.", AHEAD),
        # Dates that were moved, and days on which they were.
        ("The council adjourned until Wednesday.", AHEAD),
        ("The council passed the bill before adjourning Wednesday.", BEHIND),
        # A participle has the tense of the verb above it.
        ("The reserve fell, forcing the bank to close on Wednesday.", BEHIND),
        ("A man opens fire Wednesday at the harbour.", BEHIND),
        # The clause that begins afterwards has not got the date.
        ("She repeated her warning on Wednesday that a strike could follow.", BEHIND),
    ],
)
def test_which_way_a_weekday_lies(values: Values, text: str, value: str) -> None:
    assert ("Wednesday", value) in values(text)
