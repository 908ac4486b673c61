"""On which days an event falls, and what that rests on.

In order: an expression of its own clause; one of a clause it shares its time with, or of the same event
named before in the passage; the day on which it was said; the day of publication. What has happened
lies before the saying, what is planned after it.
"""

from __future__ import annotations

from datetime import date

import msgspec

from onrecord.model import Article, Dated, Factuality, Timex
from onrecord.reading.events.ground import Ground
from onrecord.reading.events.words import LEADING, OCCURS, SUPPORTS

_UP = 8  # steps from an expression to its event
_VAGUE = frozenset({"PAST_REF", "FUTURE_REF", "PRESENT_REF"})
_SHARING = frozenset({"xcomp", "conj", "advcl", "acl"})
# Days. The present of a caption ('a hall burns on 11 September') is put a year ahead too easily.
_SOON = 30
_PAST = frozenset({"VBD", "VBN"})


class Days(msgspec.Struct, frozen=True):
    """The date of one event: index of the timex it has, bounds as ISO days, and what they rest on."""

    time: int | None = None
    earliest: str | None = None
    latest: str | None = None
    dated: Dated | None = None


def clauses(ground: Ground, triggers: frozenset[int]) -> dict[int, int]:
    """The index of the timex that each trigger's own clause states, where it states one."""
    tree = ground.tree
    saying = {a.said_span for a in ground.draft.attributions if a.said_span is not None}
    found: dict[int, tuple[tuple[bool, bool, int], int]] = {}
    for head, place in ground.timed.items():
        timex = ground.draft.timexes[place]
        if timex.type not in ("DATE", "TIME") or timex.span in saying:
            continue
        begun = _when(ground, place, triggers)
        if begun is not None:
            found.setdefault(begun, ((False, False, 0), place))
        owner = _owner(ground, head, triggers)
        if owner is None or owner == begun:
            continue
        owner = _of_object(ground, owner, timex, triggers)
        # A day before an hour, a value before 'recently', the nearer before the farther.
        rank = (timex.value in _VAGUE, timex.earliest is None, abs(owner - head))
        if owner not in found or rank < found[owner][0]:
            found[owner] = (rank, place)
    for place, attribution in enumerate(ground.draft.attributions):
        anchor = ground.draft.candidates[place].anchor
        if attribution.said_span is not None and ground.cues.get(anchor) == place:
            for index in tree.inside(attribution.said_span):
                if index in ground.timed:
                    found[anchor] = ((False, False, 0), ground.timed[index])
    return {owner: place for owner, (_, place) in found.items()}


def _owner(ground: Ground, head: int, triggers: frozenset[int]) -> int | None:
    tree = ground.tree
    index = head
    for _ in range(_UP):
        above = tree.tokens[index].head
        if above == index:
            return None
        index = above
        if index in triggers:
            place = ground.cues.get(index)
            # What stands in a content does not date its saying.
            return None if place is not None and ground.teller[head] == place else index
        if tree.tokens[index].tag[:2] in ("VB", "MD"):
            return _supported(ground, index, triggers)
    return None


def _when(ground: Ground, place: int, triggers: frozenset[int]) -> int | None:
    """'since January, when she resigned': the day is the clause's own."""
    tree = ground.tree
    inside = tree.inside(ground.draft.timexes[place].span)
    if not inside:
        return None
    after = inside[-1] + 1
    if after < len(tree) and tree.tokens[after].text == ",":
        after += 1
    if after >= len(tree) or tree.tokens[after].lemma != "when":
        return None
    verb = tree.tokens[after].head
    return verb if verb in triggers and verb > after else None


def _of_object(ground: Ground, owner: int, timex: Timex, triggers: frozenset[int]) -> int:
    """'contesting the election last year': a past day behind a present verb is its object's."""
    tree = ground.tree
    token = tree.tokens[owner]
    first = published(ground.draft.article)[0]
    past = timex.latest is not None and first is not None and timex.latest < first
    if not past or token.tag not in ("VBG", "VBZ", "VBP"):
        return owner
    if any(tree.tokens[c].dep == "aux" for c in tree.children[owner]):
        return owner
    for child in reversed(tree.children[owner]):
        between = owner < child and tree.tokens[child].end <= timex.span.start
        if between and child in triggers and tree.tokens[child].dep == "dobj":
            return child
    return owner


def _supported(ground: Ground, verb: int, triggers: frozenset[int]) -> int | None:
    """'held talks on Monday', 'the talks began on Monday', 'began to leave on Monday'."""
    tree = ground.tree
    lemma = tree.tokens[verb].lemma
    wanted: tuple[str, ...] = ()
    if lemma in SUPPORTS:
        wanted = ("dobj", "nsubjpass", "nsubj")
    elif lemma in OCCURS or lemma == "be":
        wanted = ("nsubj", "attr")
    if lemma in LEADING:
        wanted = (*wanted, "xcomp")
    for child in tree.children[verb]:
        if child in triggers and tree.tokens[child].dep in wanted:
            return child
    return None


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
            if token.dep == "advcl" and token.tag not in ("VBG", "VBN"):
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

    def _by(self, trigger: int, place: int, factuality: Factuality, dated: Dated) -> Days | None:
        """By a timex, kept on the right side of publication; `None` where it lies wholly on the wrong one."""
        timex: Timex = self._ground.draft.timexes[place]
        earliest, latest = timex.earliest, timex.latest
        first, last = self._published
        if factuality in ("happened", "not_happened", "denied") and last is not None:
            if earliest is not None and earliest > last:
                return None
            latest = min(latest, last) if latest is not None else None
        if factuality == "planned" and first is not None:
            if latest is not None and latest < first:
                return None
            earliest = max(earliest, first) if earliest is not None else None
        if earliest is None and latest is None:
            bounds = self._bounds(trigger, factuality)
            return Days(place, bounds.earliest, bounds.latest, bounds.dated)
        return Days(place, earliest, latest, dated)

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
        if factuality == "planned":
            if first is None or not (teller is not None or self._from_now(trigger)):
                return Days()
            return Days(None, first, None, dated)
        if factuality == "possible" or last is None:
            return Days(time)
        return Days(time, None, last, dated)

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


def published(article: Article) -> tuple[str | None, str | None]:
    """First and last ISO day of publication, `None` where unbounded."""
    value = article.published
    day = value.value[:10]
    if len(day) == 10 and day[:4].isdigit() and day[5:7].isdigit():
        return day, day
    return value.earliest, value.latest
