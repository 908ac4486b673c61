"""From what an expression says to the day it means: counted from the publication date (DCT), from
an earlier expression, or from itself.

The order of things follows HeidelTime (Strötgen and Gertz 2013): news is read from its DCT with the
tense of the verb, a narrative from the expression before.
"""

from __future__ import annotations

import msgspec

from onrecord.model.reading import TimexType
from onrecord.reading.time.bounds import stretch
from onrecord.reading.time.calendar import (
    Period,
    Unit,
    finer,
    shift,
)
from onrecord.reading.time.meaning import Base, Beside, Calendar, Clock, Fixed, Meaning, Shift
from onrecord.reading.time.places import choose, masked, placed
from onrecord.reading.time.setting import Setting

_UNKNOWN: dict[Unit, str] = {
    "day": "XXXX-XX-XX",
    "weekend": "XXXX-WXX-WE",
    "week": "XXXX-WXX",
    "month": "XXXX-XX",
    "quarter": "XXXX-QX",
    "half": "XXXX-HX",
    "season": "XXXX-XX",
    "year": "XXXX",
    "decade": "XXX",
    "century": "XX",
}


class Anchored(msgspec.Struct, frozen=True):
    """A value, the stretch it names (`None` where it names none), and what it was counted from:
    `DCT`, `self`, or the index of an earlier expression as a string. `compared` is true of a year or quarter to
    which the text only compares another ('a year earlier'): it does not stay the one at hand."""

    type: TimexType
    value: str
    stretch: Period | None = None
    mod: str | None = None
    anchor: str = "self"
    compared: bool = False


class Anchoring:
    """Resolves the expressions of one text in order, remembering what was resolved before."""

    def __init__(self, published: Period | None, narrative: bool) -> None:
        self._published = published
        self._narrative = narrative
        self._before: list[Anchored] = []
        # The weekday of a DCT without a year, once the text shows it.
        self._published_on: int | None = None
        self._weekdays = 0

    def resolve(self, meaning: Meaning, setting: Setting) -> Anchored:
        """The value of the next expression."""
        found = self._resolve(meaning, setting)
        self._before.append(found)
        return found

    def settle(self, found: Anchored) -> None:
        """Remember what was resolved elsewhere."""
        self._before.append(found)

    def _resolve(self, meaning: Meaning, setting: Setting) -> Anchored:
        match meaning:
            case Fixed():
                # A day known by its name is no day that the text is at, but years are counted from it.
                named = meaning.value[:4] if len(meaning.value) == 10 else meaning.value
                place = stretch(named) if meaning.type == "DATE" else None
                anchor = "DCT" if meaning.value.endswith("_REF") or meaning.toward else "self"
                return Anchored(meaning.type, meaning.value, place, meaning.mod, anchor)
            case Shift():
                return self._shift(meaning, setting)
            case Calendar():
                return self._calendar(meaning, setting)
            case Clock():
                return self._clock(meaning, setting)
            case Beside():
                return self._beside(meaning, setting)

    def _base(self, base: Base) -> tuple[Period, str] | None:
        """The stretch to count from and its name."""
        if base == "context" or self._narrative:
            for index in range(len(self._before) - 1, -1, -1):
                place = self._before[index].stretch
                if place is not None and finer(place.unit, "decade"):
                    return place, str(index)
            if self._narrative and base == "context":
                return None
        return None if self._published is None else (self._published, "DCT")

    # Steps from another date.

    def _shift(self, meaning: Shift, setting: Setting) -> Anchored:
        if meaning.steps is None:
            if meaning.base == "event" or (meaning.base == "context" and meaning.ahead):
                return Anchored("DATE", _UNKNOWN[meaning.unit], None, meaning.mod)
            value = "FUTURE_REF" if meaning.ahead else "PAST_REF"
            return Anchored("DATE", value, None, meaning.mod, "DCT")
        unit, grain = meaning.unit, meaning.unit
        base = self._base(meaning.base)
        if unit == "day" and meaning.base == "context":
            base = self._latest_day(setting) or base
        if unit == "quarter" and meaning.base == "context":
            base = self._quarter(setting) or base
        if (
            base is not None
            and unit == "year"
            and meaning.base == "context"
            and meaning.steps == -1
        ):
            base = self._comparable(base, setting)
            grain = base[0].unit if base[0].unit in ("quarter", "half") else "year"
        if self._narrative and meaning.base == "document" and unit == "day":
            # A narrative has no 'today': it stands in a quotation.
            base = None
        tens = unit == "year" and meaning.base == "context" and meaning.steps % 10 == 0
        if tens and meaning.steps and (decade := self._decade(setting)) is not None:
            # 'Two decades later', after the 1970s were named, are the 1990s.
            base, grain = decade, "decade"
        if base is None:
            return Anchored("DATE", _UNKNOWN[grain], None, meaning.mod)
        place, anchor = base
        if unit == "day" and not meaning.steps and finer("day", place.unit):
            # 'Later in the day', after a year or a month was named, is still the day of the text.
            today = self._published
            if today is None or self._narrative or today.unit != "day":
                return Anchored("DATE", _UNKNOWN["day"], None, meaning.mod)
            place, anchor = today, "DCT"
        if meaning.steps and (
            (unit in ("day", "week") and finer("week", place.unit))
            or (unit == "month" and finer("half", place.unit))
        ):
            # 'Two days later' than a month is a day that cannot be told.
            return Anchored("DATE", _UNKNOWN[grain], None, meaning.mod, anchor)
        found = shift(place, unit, meaning.steps, grain)
        if (
            unit == "weekend"
            and not meaning.steps
            and setting.direction != "future"
            and found.start > place.start
        ):
            found = shift(found, "weekend", -1)
        if unit == "weekend" and meaning.steps == -1 and place.start.weekday() >= 5:
            found = shift(place, "weekend", -1)
        compared = unit == "year" and meaning.base == "context"
        return Anchored("DATE", found.value, found, meaning.mod, anchor, compared)

    def _told(self, setting: Setting) -> tuple[Period, str] | None:
        """Where a narrative is: its last day or month in the passage, which bare years, often looks
        ahead or back, do not move."""
        for index in range(len(self._before) - 1, setting.passage - 1, -1):
            place = self._before[index].stretch
            if place is not None and finer(place.unit, "quarter"):
                return place, str(index)
        return None

    def _latest_day(self, setting: Setting) -> tuple[Period, str] | None:
        """The last day named in the passage, whatever coarser dates came after it."""
        for index in range(len(self._before) - 1, setting.passage - 1, -1):
            place = self._before[index].stretch
            if place is not None and place.unit == "day":
                return place, str(index)
        return None

    def _decade(self, setting: Setting) -> tuple[Period, str] | None:
        """The decade that the sentence is at, where the last date in it is one."""
        for index in range(len(self._before) - 1, setting.sentence - 1, -1):
            place = self._before[index].stretch
            if place is not None:
                return (place, str(index)) if place.unit == "decade" else None
        return None

    def _quarter(self, setting: Setting) -> tuple[Period, str] | None:
        """The quarter that the text is at, else the last one that was over at publication."""
        for index in range(len(self._before) - 1, -1, -1):
            place = self._before[index].stretch
            if place is not None and place.unit == "quarter" and not self._before[index].compared:
                return place, str(index)
        if self._published is None or self._narrative:
            return None
        return shift(self._published, "quarter", -1), "DCT"

    def _comparable(self, base: tuple[Period, str], setting: Setting) -> tuple[Period, str]:
        """What 'a year earlier' is compared with: the quarter at hand, not the day in between."""
        for index in range(len(self._before) - 1, -1, -1):
            found = self._before[index]
            if found.compared:
                continue
            place = found.stretch
            if found.type == "DURATION":
                break
            if place is None:
                continue
            if place.unit in ("quarter", "half"):
                return place, str(index)
            if index >= setting.passage and (found.anchor == "self" or place.unit == "year"):
                return place, str(index)
            if place.unit == "year":
                break
        return base if self._narrative or self._published is None else (self._published, "DCT")

    def _beside(self, meaning: Beside, setting: Setting) -> Anchored:
        of = self._resolve(meaning.of, setting)
        if of.stretch is None:
            return Anchored("DATE", _UNKNOWN[meaning.unit], None, meaning.mod, of.anchor)
        found = shift(of.stretch, meaning.unit, meaning.steps)
        return Anchored("DATE", found.value, found, meaning.mod, of.anchor)

    # Places in the calendar.

    def _calendar(self, meaning: Calendar, setting: Setting) -> Anchored:
        if meaning.year is not None:
            place = placed(meaning, meaning.year)
            value = place.value if place else masked(meaning, f"{meaning.year:04d}")
            return Anchored("DATE", value, place, meaning.mod)
        if meaning.year_of is not None:
            year = self._shift(meaning.year_of, setting)
            if year.stretch is None:
                return Anchored("DATE", masked(meaning), None, meaning.mod)
            place = placed(meaning, year.stretch.start.year, year.stretch.year_known)
            value = place.value if place else masked(meaning)
            return Anchored("DATE", value, place, meaning.mod, year.anchor)
        base = self._base(meaning.base)
        of_week = meaning.weekday is not None and meaning.day is None
        if self._narrative and not of_week:
            base = self._told(setting) or base
        if not self._narrative and meaning.relation is None and not of_week:
            near = self._same_sentence_year(setting)
            if near is not None:
                place, anchor = near
                found = placed(meaning, place.start.year)
                if found is not None:
                    return Anchored("DATE", found.value, found, meaning.mod, anchor)
        if base is None:
            return Anchored("DATE", masked(meaning), None, meaning.mod)
        place, anchor = base
        if of_week:
            return self._weekday(meaning, place, anchor, setting)
        if meaning.feast is not None and not place.year_known:
            return Anchored("DATE", masked(meaning), None, meaning.mod, anchor)
        found = self._beside_last(meaning, setting) or choose(
            meaning, place, setting, self._narrative
        )
        if found is None:
            return Anchored("DATE", masked(meaning), None, meaning.mod, anchor)
        return Anchored("DATE", found.value, found, meaning.mod, anchor)

    def _beside_last(self, meaning: Calendar, setting: Setting) -> Period | None:
        """The month or day nearest to the one that it is joined to: 'between May and June' is one year's."""
        last = self._before[-1].stretch if setting.joined and self._before else None
        if last is None or self._narrative or meaning.relation is not None or meaning.month is None:
            return None
        if last.unit != ("month" if meaning.day is None else "day"):
            return None
        years = range(last.start.year - 1, last.start.year + 2)
        options = [found for year in years if (found := placed(meaning, year, last.year_known))]
        return min(options, key=lambda found: abs((found.start - last.start).days), default=None)

    def _same_sentence_year(self, setting: Setting) -> tuple[Period, str] | None:
        """An explicit year other than the DCT's, given earlier in the sentence."""
        for index in range(len(self._before) - 1, setting.sentence - 1, -1):
            found = self._before[index]
            if found.stretch is not None and found.anchor == "self":
                if not finer(found.stretch.unit, "year"):
                    return None
                known = self._published is not None and self._published.year_known
                if self._published is not None and known:
                    far = abs(found.stretch.start.year - self._published.start.year) > 1
                    return (found.stretch, str(index)) if far else None
                return found.stretch, str(index)
        return None

    def _weekday(self, meaning: Calendar, base: Period, anchor: str, setting: Setting) -> Anchored:
        weekday = meaning.weekday
        assert weekday is not None
        self._weekdays += 1
        known = base.year_known or (anchor == "DCT" and self._lead(meaning, setting))
        if base.unit == "weekend":
            # 'the following Monday' is counted from the weekend's last day.
            base = Period("day", base.end, base.year_known)
        if base.unit != "day" or not known:
            return Anchored("DATE", f"XXXX-WXX-{weekday + 1}", None, meaning.mod, anchor)
        of_base = base.start.weekday() if base.year_known else self._published_on
        assert of_base is not None
        ahead = (weekday - of_base) % 7
        # 'This Friday' is ahead unless the verb says otherwise, 'Friday' behind.
        ahead_of_base = {"next": True, "last": False}
        hinted = setting.direction in ("future", "timetable") and not setting.qualifies
        if meaning.relation == "this":
            hinted = setting.direction != "past"
        later = ahead_of_base.get(meaning.relation or "", self._narrative or hinted)
        if later:
            days = ahead or (7 if meaning.relation == "next" else 0)
        else:
            days = ahead - 7 if ahead or meaning.relation == "last" else 0
        found = shift(base, "day", days)
        return Anchored("DATE", found.value, found, meaning.mod, anchor)

    def _lead(self, meaning: Calendar, setting: Setting) -> bool:
        """Whether the weekday of a DCT such as '24 June', of whichever year, is known. The first weekday
        of an agency's report is the day of its dateline: so in 18 of 22 reports of AQUAINT; of the
        others two are of the day before."""
        told = setting.lead and setting.direction in ("past", None) and not setting.qualifies
        if self._published_on is None and self._weekdays == 1 and told and not meaning.relation:
            self._published_on = meaning.weekday
        return self._published_on is not None

    # Times of day.

    def _clock(self, meaning: Clock, setting: Setting) -> Anchored:
        day = (
            self._day(setting, meaning.time)
            if meaning.of is None
            else self._resolve(meaning.of, setting)
        )
        value = f"{day.value}{meaning.time}"
        place = day.stretch if day.stretch is not None and day.stretch.unit == "day" else None
        return Anchored("TIME", value, place, meaning.mod, day.anchor)

    def _day(self, setting: Setting, time: str) -> Anchored:
        """The day that a bare time of day belongs to: the last one named in the passage; for what is told
        in the past, else the last one named before it; else the DCT."""
        told = self._narrative or setting.direction == "past"
        for index in range(len(self._before) - 1, -1 if told else setting.passage - 1, -1):
            found = self._before[index]
            if found.stretch is not None and found.stretch.unit == "day":
                # The morning after 'late on Sunday' is Monday's.
                after = found.mod == "END" and time == "TMO"
                day = shift(found.stretch, "day", 1) if after else found.stretch
                return Anchored("DATE", day.value, day, None, str(index))
        if self._published is not None and self._published.unit == "day" and not self._narrative:
            return Anchored("DATE", self._published.value, self._published, None, "DCT")
        return Anchored("DATE", "XXXX-XX-XX")
