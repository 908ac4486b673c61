"""The words without which a rule cannot match, so that most rules skip most passages unread.

Triggers are lower-case runs of letters, as `words_of` finds them; any digit is the trigger `0`.
"""

from __future__ import annotations

import re

_WORD = re.compile(r"[a-z]+")
_DIGIT = re.compile(r"\d")


def words(text: str) -> frozenset[str]:
    """The triggers written in `text`, separated by spaces."""
    return frozenset(text.split())


def words_of(passage: str) -> set[str]:
    """All triggers that a passage holds."""
    found = set(_WORD.findall(passage.lower()))
    if _DIGIT.search(passage):
        found.add("0")
    return found


DIGIT = words("0")
MONTH = words(
    "january february march april may june july august september october november december "
    "jan feb mar apr jun jul aug sept sep oct nov dec"
)
WEEKDAY = words(
    "monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays "
    "thursdays fridays saturdays sundays mon tue tues wed thur thurs fri sat sun"
)
SEASON = words("spring summer autumn fall winter")
UNIT = words(
    "day days night nights week weeks weekend weekends fortnight month months quarter quarters "
    "year years decade decades century centuries hour hours minute minutes second seconds"
)
DECADE = DIGIT | words("twenties thirties forties fifties sixties seventies eighties nineties")
DAY_PART = words("morning afternoon evening midmorning midafternoon")
