"""On which days an event falls, and what that rests on.

In order: an expression of its own clause; one of a clause it shares its time with, or of the same event
named before in the passage; the day on which it was said; the day of publication. What has happened
lies before the saying, what is planned after it.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Literal

import msgspec

from onrecord.model import Dated, Factuality, Timex
from onrecord.reading.events.clauses import in_when_clause, published
from onrecord.reading.events.ground import Ground

_SHARING = frozenset({"xcomp", "conj", "advcl", "acl"})
# Days. The present of a caption ('a hall burns on 11 September') is put a year ahead too easily.
_SOON = 30
_PAST = frozenset({"VBD", "VBN"})
_SIDES: dict[str, Literal["since", "until"]] = {
    **dict.fromkeys(("since", "after", "from"), "since"),
    **dict.fromkeys(("by", "before", "until", "till", "through"), "until"),
}
# What is reported on its day: arrivals and accidents. Of other verbs the day of the report says nothing: of 55
# reports 'on Tuesday that …' in US news most told of other days.
_ARRIVING = frozenset("land arrive depart dock crash explode derail collapse erupt".split())

_RANGE = re.compile(r"\s(?:to|through|until|till)\s(?:the\s)?|\s?[-–—]\s?")


class Days(msgspec.Struct, frozen=True):
    """The date of one event: index of the timex it has, bounds as ISO days, and what they rest on."""

    time: int | None = None
    earliest: str | None = None
    latest: str | None = None
    dated: Dated | None = None


class Calendar:
    """Dates the events of one article in text order; remembers what was dated in the passage."""

    def __init__(self, ground: Ground, stated: dict[int, int]) -> None:
        self._ground = ground
        self._stated = stated
        self._published = published(ground.draft.article)
        self._before: dict[tuple[int, str], Days] = {}

    def ahead(self, trigger: int) -> bool:
        """Whether the clause dates it after publication, in no past tense: 'talks starting on Friday'."""
        place = self._stated.get(trigger)
        latest = self._published[1]
        if place is None or latest is None:
            return False
        timex = self._ground.draft.timexes[place]
        token = self._ground.tree.tokens[trigger]
        if token.tag in _PAST or timex.earliest is None or timex.earliest <= latest:
            return False
        if token.dep in ("pcomp", "advcl", "xcomp", "conj") and self._from_now(trigger) is False:
            return False  # 'passed it before leaving on Friday'
        away = date.fromisoformat(timex.earliest) - date.fromisoformat(latest)
        return away.days <= _SOON

    def days(self, trigger: int, factuality: Factuality) -> Days:
        """The date of an event; each event is to be asked for once, in text order."""
        tree = self._ground.tree
        key = (tree.passage_of(trigger), tree.tokens[trigger].lemma)
        found = self._told(trigger, factuality)
        if found is None and factuality == "happened" and trigger not in self._ground.cues:
            same = self._before.get(key)
            if same is not None:
                found = Days(same.time, same.earliest, same.latest, "context")
        if found is not None and found.time is not None and factuality == "happened":
            self._before[key] = found
        return found or self._bounds(trigger, factuality)

    def _told(self, trigger: int, factuality: Factuality) -> Days | None:
        """By an expression of its own clause, or of one whose time it shares."""
        place = self._stated.get(trigger)
        if place is not None:
            return self._by(trigger, place, factuality, "stated")
        tree = self._ground.tree
        index = trigger
        for _ in range(3):
            token = tree.tokens[index]
            shares = token.dep in _SHARING and token.tag[:2] == "VB" and token.head != index
            if not shares or (token.dep == "acl" and token.tag != "VBG"):
                return None
            if token.dep == "advcl" and (token.tag not in ("VBG", "VBN") or self._finite(index)):
                return None
            index = token.head
            place = self._stated.get(index)
            if place is not None:
                if index in self._ground.cues and self._ground.teller[trigger] == self._ground.cues[index]:  # fmt: skip
                    return None
                if factuality == "planned" and tree.tokens[index].tag in _PAST:
                    earliest = self._ground.draft.timexes[place].earliest
                    return Days(None, earliest, None, "context") if earliest else None
                return self._by(trigger, place, factuality, "context")
        return None

    def _finite(self, verb: int) -> bool:
        """Whether a participle has a helper in a tense of its own: 'while he has said'."""
        tree = self._ground.tree
        return any(tree.tokens[c].tag in ("VBZ", "VBP", "VBD") for c in tree.children[verb] if tree.tokens[c].dep in ("aux", "auxpass"))  # fmt: skip

    def _by(self, trigger: int, place: int, factuality: Factuality, dated: Dated) -> Days | None:
        """By a timex, kept on the right side of publication; `None` where it lies wholly on the wrong one."""
        timex: Timex = self._ground.draft.timexes[place]
        earliest, latest = timex.earliest, timex.latest
        first, last = self._published
        over = factuality in ("happened", "not_happened", "denied") and last is not None
        ahead = factuality == "planned" and first is not None
        if over and earliest is not None and last is not None and earliest > last:
            return None
        if ahead and latest is not None and first is not None and latest < first:
            return None
        if earliest is not None or latest is not None:
            begins = in_when_clause(self._ground, place, frozenset({trigger})) == trigger
            side = None if begins else self._side(timex)  # 'since January, when she resigned'
            latest = self._until(place) or latest if side == "since" else latest
            if side == "since" and latest != timex.latest:
                side = None  # 'from Monday to Friday'
            earliest = None if side == "until" else earliest
            latest = None if side == "since" else latest
            if over and last is not None:
                latest = min(latest or last, last) if latest or side else None
            if ahead and first is not None:
                earliest = max(earliest or first, first) if earliest or side else None
        if earliest is None and latest is None:
            bounds = self._bounds(trigger, factuality)
            return Days(place, bounds.earliest, bounds.latest, bounds.dated)
        return Days(place, earliest, latest, dated)

    def _until(self, place: int) -> str | None:
        """The last day of 'to Friday' that comes right after the expression."""
        timexes, text = self._ground.draft.timexes, self._ground.draft.article.text
        if place + 1 >= len(timexes):
            return None
        gap = text[timexes[place].span.end : timexes[place + 1].span.start]
        return timexes[place + 1].latest if _RANGE.fullmatch(gap) else None

    def _side(self, timex: Timex) -> Literal["since", "until"] | None:
        """'Since Monday' and 'after Monday' say when it may begin, 'by Monday' when it is over; 'before
        7 a.m.' is of that day."""
        if timex.type == "TIME":
            return None
        tree = self._ground.tree
        inside = tree.inside(timex.span)
        if not inside or not inside[0]:
            return None
        before = tree.tokens[inside[0] - 1]
        outside = {tree.tokens[i].head for i in inside} - set(inside)
        if inside[0] - 1 not in outside:
            return None
        return _SIDES.get(before.text.lower())

    def _bounds(self, trigger: int, factuality: Factuality) -> Days:
        """Before or after the day of saying, else of publication."""
        first, last = self._published
        dated: Dated = "publication"
        own = self._ground.cues.get(trigger)
        teller = self._teller(trigger) if own is None else own
        time: int | None = None
        if teller is not None:
            said = self._ground.draft.attributions[teller]
            known = said.said_earliest or said.said_latest
            # What a report says was said after it came out was read wrongly.
            if known and not (said.said_earliest and last and said.said_earliest > last):
                ends = [day for day in (said.said_latest, last) if day is not None]
                last = min(ends, default=None)
                if said.said_earliest is not None or own is not None:
                    first = said.said_earliest
                dated = said.said_dated or ("saying" if said.said_span else "publication")
                if own is not None:
                    return Days(None, first, last, dated)
                if dated != "publication":
                    dated = "saying"
            anchor = self._ground.draft.candidates[teller].anchor
            if factuality == "happened" and self._ground.tree.tokens[trigger].head == anchor:
                # 'said late on Monday that it had landed': the only day there is.
                time = self._stated.get(anchor)
                if time is not None and self._fresh(trigger) and said.said_earliest == last:
                    return Days(time, last, last, dated)
        if factuality == "planned":
            if first is None or not (teller is not None or self._from_now(trigger)):
                return Days()
            return Days(None, first, None, dated)
        if factuality == "possible" or last is None:
            return Days(time)
        return Days(time, None, last, dated)

    def _fresh(self, trigger: int) -> bool:
        """Whether it is told as news of the day: 'said late on Monday that a plane had landed'."""
        tree = self._ground.tree
        token = tree.tokens[trigger]
        helpers = {tree.tokens[c].text.lower() for c in tree.children[trigger] if tree.tokens[c].dep in ("aux", "auxpass")}  # fmt: skip
        return token.lemma in _ARRIVING and token.tag in _PAST and helpers <= {"had"}

    def _teller(self, trigger: int) -> int | None:
        """The innermost attribution around the event whose day of saying is known, else the innermost."""
        attributions = self._ground.draft.attributions
        inner = self._ground.teller[trigger]
        teller: int | None = inner if inner >= 0 else None
        for _ in range(len(attributions)):
            if teller is None:
                break
            said = attributions[teller]
            if said.said_earliest or said.said_latest:
                return teller
            teller = said.parent
        return inner if inner >= 0 else None

    def _from_now(self, trigger: int) -> bool:
        """Whether a plan is one of the article's own day: 'will leave', not 'had planned to leave'."""
        tree = self._ground.tree
        index = trigger
        for _ in range(4):
            helpers = [tree.tokens[c] for c in tree.children[index] if tree.tokens[c].dep in ("aux", "auxpass")]  # fmt: skip
            if any(t.text.lower() in ("will", "'ll", "’ll", "shall", "wo") for t in helpers):
                return True
            token = tree.tokens[index]
            if token.tag in ("VBD",) or any(t.tag == "VBD" for t in helpers):
                return False
            if token.tag in ("VBZ", "VBP") or any(t.tag in ("VBZ", "VBP") for t in helpers):
                return True
            if token.head == index:
                break
            index = token.head
        return True
