"""False friends: matches that are no temporal expressions where they stand, by the rule that made them.

Each guard takes the passage, the mention and its surroundings, and says whether to refuse it.
"""

from __future__ import annotations

from collections.abc import Callable

from onrecord.reading.time.guards import dates, lengths, names, references
from onrecord.reading.time.mention import Mention
from onrecord.reading.time.sentences import Surroundings

_GUARDS: dict[str, Callable[[str, Mention, Surroundings], bool]] = {
    "month": names.month,
    "short-month": names.named,
    "month-day": names.lower_month,
    "day-month": names.lower_month,
    "month-year": names.lower_month,
    "days-of-month": names.lower_month,
    "days-of-month-british": names.lower_month,
    "weekday": names.named,
    "year": dates.year,
    "years": dates.years,
    "bare-season": dates.season,
    "counted": lengths.aged,
    "vague": lengths.aged,
    "singular": lengths.singular,
    "per-unit": lengths.per_unit,
    "bare": lengths.bare_units,
    "present": references.present,
    "past": references.past,
    "future": references.future,
    "adverb": references.adverb,
    "clock-half": dates.short_clock,
    "day-part": dates.day_part,
    "the-unit": dates.the_unit,
    "noon": names.capital,
    "deictic-day": names.today,
    "tonight": names.today,
    "feast": names.named,
    "last-named": names.lower_month,
    "that-named": names.that,
    "last-unit": dates.nth_of,
}


def refuse(text: str, mention: Mention, around: Surroundings) -> bool:
    """Whether what a rule matched is a false friend here."""
    guard = _GUARDS.get(mention.rule)
    return guard is not None and guard(text, mention, around)
