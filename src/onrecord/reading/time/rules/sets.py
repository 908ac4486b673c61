"""What comes back: 'every day', 'weekly', 'on Mondays', 'twice a year'."""

from __future__ import annotations

import re

from onrecord.reading.time.grammar import month_number, rule, unit_of, weekday_number
from onrecord.reading.time.meaning import Fixed, Meaning
from onrecord.reading.time.numerals import count
from onrecord.reading.time.triggers import UNIT, WEEKDAY, words

_LETTERS = {"day": "D", "week": "W", "month": "M", "quarter": "Q", "year": "Y", "weekend": "W"}
_ADVERBS = {
    "hourly": "PT1H",
    "daily": "P1D",
    "nightly": "P1D",
    "weekly": "P1W",
    "biweekly": "P2W",
    "fortnightly": "P2W",
    "monthly": "P1M",
    "bimonthly": "P2M",
    "quarterly": "P3M",
    "yearly": "P1Y",
    "annually": "P1Y",
    "annual": "P1Y",
    "biennial": "P2Y",
}


def _every(found: re.Match[str]) -> Meaning:
    unit = unit_of(found["units"])
    number = count(found["number"]) if found["number"] else None
    steps = int(number) if number else 2 if found["other"] else 1
    if unit in ("decade", "century"):
        return Fixed("SET", f"P{steps * (10 if unit == 'decade' else 100)}Y")
    return Fixed("SET", f"P{steps}{_LETTERS[unit]}")


def _weekdays(found: re.Match[str]) -> Meaning:
    part = {"morning": "TMO", "afternoon": "TAF", "evening": "TEV", "night": "TNI"}.get(
        (found.groupdict().get("daypart") or "").lower(), ""
    )
    return Fixed("SET", f"XXXX-WXX-{weekday_number(found['weekday']) + 1}{part}")


RULES = (
    rule(
        "every-unit",
        words("every each"),
        r"(?:every|each)(?: (?:(?P<other>other)|{number}))? {units}",
        _every,
    ),
    rule(
        "each-of",
        words("every each"),
        r"(?:every|each) {unit}",
        lambda f: Fixed("SET", f"P1{_LETTERS.get(f['unit'].lower(), 'Y')}"),
    ),
    rule(
        "every-weekday",
        words("every each"),
        r"(?:every|each) {weekday}(?: {daypart})?",
        _weekdays,
        case=False,
    ),
    rule("weekdays", WEEKDAY, r"{weekday}(?: {daypart}s|(?<!\.)s)", _weekdays, case=True),
    rule(
        "every-month",
        words("every each"),
        r"(?:every|each) {month}",
        lambda f: Fixed("SET", f"XXXX-{month_number(f['month']):02d}"),
    ),
    rule(
        "every-part",
        words("every each"),
        r"(?:every|each) (?P<part>morning|afternoon|evening|night|hour|minute)",
        lambda f: Fixed(
            "SET",
            {"hour": "PT1H", "minute": "PT1M"}.get(
                f["part"].lower(), "XXXX-XX-XXT" + f["part"][:2].upper()
            ),
        ),
    ),
    rule(
        "adverb",
        words(" ".join(_ADVERBS)),
        rf"(?P<word>{'|'.join(_ADVERBS)})",
        lambda f: Fixed("SET", _ADVERBS[f["word"].lower()]),
    ),
    # 'four flights a week'; recognition keeps it only after a count.
    rule(
        "per-unit",
        UNIT,
        r"(?:an?|per) (?P<unit>day|week|month|year)",
        lambda f: Fixed("SET", f"P1{_LETTERS[f['unit'].lower()]}"),
    ),
)
