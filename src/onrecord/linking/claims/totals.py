"""Totals that stand without the noun they count beside them: 'put the number of dead at two'."""

from __future__ import annotations

import re

_UNITS = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
        " sixteen seventeen eighteen nineteen".split()
    )
}
_TENS = {
    word: 10 * value
    for value, word in enumerate(
        "twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2
    )
}
_SCALES = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9}
_NUMBER = (
    r"(?P<number>\d+(?:[,.]\d+)*|"
    rf"(?:{'|'.join(_TENS)})(?:[- ](?:{'|'.join(_UNITS)}))?|{'|'.join(_UNITS)})"
    rf"(?:\s+(?P<scale>{'|'.join(_SCALES)}))?\b"
)
_TOTAL = re.compile(
    r"\b(?:number|figure|toll|count|total|tally|amount|volume)s?\b"
    r"(?:\s+(?:of|for)\s+(?:the\s+)?(?P<noun>[a-z]+(?:\s+[a-z]+){0,2}?))?"
    r"(?:\s+(?:now\s+)?(?:stood|stands|standing|is|was|were))?\s+(?P<link>at|as|to be|of)\s+"
    r"(?:(?:about|some|nearly|around)\s+)?" + _NUMBER,
    re.IGNORECASE,
)
Total = tuple[int, int, float, str]
"""Start and end in the text that was searched, value, noun (`""` where none stands with it)."""


def total_in(text: str) -> Total | None:
    """The first total in a statement's words."""
    match = _TOTAL.search(text)
    if match is None or not (match["noun"] or match["link"].lower() != "of"):
        return None  # 'a count of 19' brings a thing up; 'the number at 19' comes back to it
    value = _value(match["number"]) * _SCALES.get((match["scale"] or "").lower(), 1)
    return match.start("number"), match.end(), value, (match["noun"] or "").lower()


def _value(printed: str) -> float:
    if printed[0].isdigit():
        return float(printed.replace(",", ""))
    parts = re.split(r"[- ]", printed.lower())
    return float(sum(_TENS.get(part, _UNITS.get(part, 0)) for part in parts))
