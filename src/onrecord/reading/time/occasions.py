"""Events whose day the text has given, so that 'the day after the vote' has a day as well.

An event is known by the stem of its verb or noun ('voted on Monday', 'Monday's vote'); the text's own
words are all that is compared, so only events named with the same stem are one.
"""

from __future__ import annotations

import re

from onrecord.reading.time.anchoring import Anchored
from onrecord.reading.time.calendar import Period, Unit, shift
from onrecord.reading.time.meaning import Clock, Fixed, Meaning, Shift
from onrecord.reading.time.mention import Mention
from onrecord.reading.time.sentences import Surroundings

_TOWARD = re.compile(r"\s+(?P<word>before|after|following|of)\s+", re.IGNORECASE)
_ENDINGS = re.compile(
    r"(?:(?:e?ment|(?<=[ct])ion|(?<=s)ion|ing|al|ure|ance|e)s?|(?<=[^su])s|(?<=[^e])ed)$"
)
_SUBJECTS = frozenset(["nsubj", "nsubjpass", "dobj", "attr"])
# Verbs and nouns that any day has, and words for the day itself.
_EMPTY = frozenset(
    "be have do say tell take make get go come give happen occur begin start end day week month year time "
    "morning evening night people man woman".split()
)
_SPANS: dict[str, Unit] = {"D": "day", "W": "week", "M": "month", "Y": "year"}


def stem(lemma: str) -> str:
    """'arriv' for 'arrive' and 'arrival', 'elect' for 'election'; no less than three letters stay."""
    word = lemma.lower()
    cut = _ENDINGS.sub("", word)
    return cut if len(cut) > 2 else word


class Occasions:
    """The events of one text that have a day, by stem; the last day given stands."""

    def __init__(self) -> None:
        self._days: dict[str, tuple[Period, int]] = {}

    def note(self, around: Surroundings, mention: Mention, found: Anchored, index: int) -> None:
        """`found`, the `index`th expression, dates what governs it, and that verb's subject and object."""
        place = found.stretch
        if place is None or place.unit != "day":
            return
        at = around.head(mention.span.start, mention.span.end)
        for _ in range(6):
            if at is None:
                return
            token = around.tokens[at]
            apart = token.end > mention.span.end or token.end <= mention.span.start
            if apart and token.pos in ("VERB", "NOUN"):
                self._keep(token.lemma, place, index)
            if apart and token.pos == "VERB":
                for child in map(around.tokens.__getitem__, around.children(at)):
                    if child.dep in _SUBJECTS and child.pos == "NOUN":
                        self._keep(child.lemma, place, index)
                return
            at = token.head if token.head != at else None

    def _keep(self, lemma: str, place: Period, index: int) -> None:
        if lemma.lower() not in _EMPTY:
            self._days[stem(lemma)] = (place, index)

    def hour(self, around: Surroundings, mention: Mention) -> Anchored | None:
        """A bare time of day, told in the past, on the day that the text has given its verb: 'was hurt
        on Oct. 23', and later 'was hurt at 10 p.m.'."""
        meaning, span = mention.meaning, mention.span
        if not isinstance(meaning, Clock) or meaning.of is not None:
            return None
        if around.direction(span.start, span.end) != "past":
            return None
        at = around.head(mention.span.start, mention.span.end)
        while at is not None and around.tokens[at].pos != "VERB":
            at = around.tokens[at].head if around.tokens[at].head != at else None
        known = None if at is None else self._days.get(stem(around.tokens[at].lemma))
        if known is None:
            return None
        place, index = known
        return Anchored("TIME", f"{place.value}{meaning.time}", place, meaning.mod, str(index))

    def resolve(
        self, text: str, around: Surroundings, mention: Mention, before: tuple[int, Anchored] | None
    ) -> Anchored | None:
        """What 'the day of', 'the week before', 'ten days after' an event that has a day mean: a date, or
        a duration whose `stretch` is the day that it ends or begins on. `None` for all else.

        `before` is where the last expression of the passage ends and what it means: in '3 November,
        the day after the vote' it says which day that is.
        """
        toward = _TOWARD.match(text, mention.span.end)
        step = _step(mention.meaning)
        if toward is None or step is None:
            return None
        if before is not None and isinstance(mention.meaning, Shift) and step[0] == "day":
            end, last = before
            beside = text[end : mention.span.start].strip() in (",", "-", "–", "—")
            if beside and last.stretch is not None and last.stretch.unit == "day":
                return last
        unit, count = step
        word = toward["word"].lower()
        if (word == "of") != (count == 0):
            return None
        event = _event(around, toward.start("word"), toward.end("word"))
        known = None if event is None else self._days.get(stem(event))
        if known is None:
            return None
        place, index = known
        sign = 0 if word == "of" else -1 if word == "before" else 1
        moved = shift(place, unit, sign * count, "day" if count and unit == "day" else unit)
        mod = mention.meaning.mod
        if isinstance(mention.meaning, Fixed):
            return Anchored("DURATION", mention.meaning.value, moved, mod, str(index))
        return Anchored("DATE", moved.value, moved, mod, str(index))


def _step(meaning: Meaning) -> tuple[Unit, int] | None:
    """The unit and how many of it lie between the expression and its event."""
    if isinstance(meaning, Shift) and meaning.base == "event":
        return meaning.unit, 0 if meaning.steps == 0 else 1
    if isinstance(meaning, Fixed) and meaning.type == "DURATION":
        found = re.fullmatch(r"P(\d{1,3})([DWMY])", meaning.value)
        return (_SPANS[found[2]], int(found[1])) if found and int(found[1]) else None
    return None


def _event(around: Surroundings, start: int, end: int) -> str | None:
    """The lemma of the noun under the preposition. A clause ('after the army crossed the river') is not
    taken: of verbs alone it cannot be told whether they mean one event."""
    at = around.head(start, end)
    if at is None:
        return None
    for child in around.children(at):
        token = around.tokens[child]
        if token.dep == "pobj" and token.pos == "NOUN":
            return token.lemma
    return None
