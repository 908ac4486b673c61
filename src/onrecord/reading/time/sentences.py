"""What the parse says around an expression: its words, its verb, and which way that verb points."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import Literal

from onrecord.model.parse import Parse, Token
from onrecord.reading.time import verbs

# `timetable` is a simple present that a day stands with: 'they meet Monday'.
Direction = Literal["past", "present", "future", "timetable"]

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_NOUN_PARENTS = frozenset({"compound", "nmod", "amod", "poss", "nummod"})


class Surroundings:
    """One passage's parse, with look-up by code point of the passage."""

    def __init__(self, parse: Parse) -> None:
        self.tokens: Sequence[Token] = parse.tokens
        self.parse = parse
        self._starts = [token.start for token in parse.tokens]
        self._children: dict[int, list[int]] | None = None

    def index(self, start: int, end: int) -> range:
        """The tokens that `[start, end)` touches."""
        first = max(bisect_right(self._starts, start) - 1, 0)
        if self.tokens and self.tokens[first].end <= start:
            first += 1
        return range(first, max(bisect_left(self._starts, end), first))

    def sentence(self, start: int) -> int:
        """The number of the sentence that holds the code point."""
        at = bisect_right(self._starts, start) - 1
        for number, (_, end) in enumerate(self.parse.sentences):
            if at < end:
                return number
        return len(self.parse.sentences)

    def children(self, of: int) -> list[int]:
        if self._children is None:
            self._children = {}
            for number, token in enumerate(self.tokens):
                if token.head != number:
                    self._children.setdefault(token.head, []).append(number)
        return self._children.get(of, [])

    def head(self, start: int, end: int) -> int | None:
        """The token of the expression on which its other tokens hang."""
        inside = self.index(start, end)
        for number in inside:
            if self.tokens[number].head not in inside or self.tokens[number].head == number:
                return number
        return None

    def modifies_noun(self, start: int, end: int) -> bool:
        """Whether the expression stands before a noun that is known: 'the March meeting', 'Friday's vote',
        but not 'a Friday vote'."""
        head = self.head(start, end)
        if head is None or self.tokens[head].dep not in _NOUN_PARENTS:
            return False
        if self._occasion(head):
            # 'will speak at Thursday's rally'
            return False
        if self.tokens[head].dep == "poss" or not self.tokens[head].text.endswith("day"):
            return True
        return not any(
            self.tokens[child].text.lower() in ("a", "an")
            for child in self.children(self.tokens[head].head)
        )

    def _occasion(self, owner: int) -> bool:
        """Whether the expression owns a noun of what is held as planned, and somebody is or will be at it."""
        at = self.tokens[owner].head
        noun = self.tokens[at]
        if self.tokens[owner].dep != "poss" or noun.lemma.lower() not in verbs.OCCASIONS:
            return False
        above = self.tokens[noun.head]
        if noun.dep == "dobj":
            return above.lemma.lower() in verbs.HELD
        return noun.dep in ("nsubj", "nsubjpass") or (
            noun.dep == "pobj"
            and above.text.lower() in ("at", "in", "during", "for", "to", "before")
        )

    def direction(self, start: int, end: int) -> Direction | None:
        """Which way the governing verb points, from its tense and its auxiliaries; `None` where it does not say.

        A participle or infinitive without an auxiliary of its own takes its direction from
        the verb above it; an infinitive under a verb of planning lies ahead, and so does a deadline.
        """
        found = self._direction(start, end)
        return "future" if found in ("present", None) and self._deadline(start) else found

    def _deadline(self, start: int) -> bool:
        """Whether 'until' or the like stands before the expression."""
        return self._follows(start, *verbs.DEADLINES)

    def _aimed(self, start: int) -> bool:
        """Whether the expression is a deadline or an aim: 'has called a vote for Monday'."""
        return self._follows(start, ("for",), ("to",), ("through",), *verbs.DEADLINES)

    def _follows(self, start: int, *phrases: tuple[str, ...]) -> bool:
        """Whether one of the phrases ends where the expression starts."""
        first = bisect_left(self._starts, start)
        before = tuple(token.text.lower() for token in self.tokens[max(first - 3, 0) : first])
        return any(before[-len(words) :] == words for words in phrases)

    def _direction(self, start: int, end: int) -> Direction | None:
        at = self.head(start, end)
        # Whether nothing but prepositions stood between the expression and `at`.
        direct = True
        # Whether `at` is the first verb above it that is no participle.
        own = True
        for step in range(len(self.tokens)):
            if at is None:
                return None
            token = self.tokens[at]
            moved = token.lemma.lower() in verbs.MOVE and self._aimed(start)
            if (moved or token.lemma.lower() in verbs.ARRANGE) and token.end <= start:
                # What 'had been scheduled for September' may be over, or not.
                return None if self._perfect(at) else "future"
            if token.pos in ("VERB", "AUX") and not self._begins_after(at, end):
                found = self._tense(at)
                if found == "present" and direct and self._timetabled(at):
                    return "timetable"
                if found == "present" and own and self._finished(at) and not self._aimed(start):
                    return "past"
                if found is not None:
                    return found
                own = own and token.tag == "VBG"
            if direct and token.pos == "NOUN" and self._coming(at):
                return "future"
            direct = direct and (not step or token.pos == "ADP")
            if token.pos == "ADJ" and token.lemma.lower() in ("payable", "due", "effective"):
                return "future"
            above = token.head
            at = above if above != at else None
        return None

    def _begins_after(self, verb: int, end: int) -> bool:
        """Whether the verb's clause begins only after `end`, which then cannot be in it, whatever
        the parser says: 'warnings on Thursday that strikes could follow'."""
        return any(
            self.tokens[child].dep == "mark" and self.tokens[child].start >= end
            for child in self.children(verb)
        )

    def _coming(self, noun: int) -> bool:
        """Whether the noun is called planned."""
        return any(
            self.tokens[child].dep == "amod" and self.tokens[child].text.lower() in verbs.COMING
            for child in self.children(noun)
        )

    def _timetabled(self, verb: int) -> bool:
        """Whether the verb is in the simple present, which with a date is a timetable's: 'they meet Monday'."""
        token = self.tokens[verb]
        if token.lemma.lower() == "open" and any(
            self.tokens[child].text.lower() == "fire" for child in self.children(verb)
        ):
            return False
        if token.tag in ("VBZ", "VBP") and token.lemma.lower() in verbs.TIMETABLES:
            return True
        helpers = [
            self.tokens[child].text.lower()
            for child in self.children(verb)
            if self.tokens[child].dep in ("aux", "auxpass", "neg")
        ]
        if token.tag == "VBG" and helpers and set(helpers) <= verbs.NOW:
            # 'they are meeting Monday'
            return True
        helped = bool(helpers)
        plain = token.tag in ("VBZ", "VBP") and token.dep != "relcl" and not helped
        unchanged = token.tag == "VBP" and token.lemma.lower() in verbs.UNCHANGED
        return plain and not unchanged and token.lemma.lower() not in verbs.STATES

    def _perfect(self, verb: int) -> bool:
        """Whether 'had' helps the verb: what 'had been scheduled' may be over."""
        return any(self.tokens[child].text.lower() == "had" for child in self.children(verb))

    def _tense(self, verb: int) -> Direction | None:
        token = self.tokens[verb]
        children = [self.tokens[child] for child in self.children(verb)]
        helpers = [child for child in children if child.dep in ("aux", "auxpass")]
        # 'May' that a parser takes for a helper is the month, or a person.
        words = {helper.text.lower() for helper in helpers if helper.text != "May"}
        if words & verbs.WILL or token.text.lower() in verbs.WILL:
            return "past" if "have" in words and "will" not in words else "future"
        if "could" in words and "have" not in words:
            return "present" if self._denied(verb) else "future"
        if "to" in words and "be" in words and token.dep in ("acl", "relcl"):
            # 'a report to be released Thursday'
            return "future"
        if "to" in words:
            parent = self.tokens[token.head]
            if parent.text.lower() in verbs.NOW and token.dep == "xcomp":
                # 'they are to meet Friday'
                return "future"
            if parent.lemma.lower() in verbs.AHEAD and token.dep in (
                "xcomp",
                "ccomp",
                "acl",
                "advcl",
            ):
                if self._fixed(token.head):
                    return "future"
                # What was planned in the past may be over.
                return "future" if self._since(token.head) != "past" else None
            return None
        if any(helper.tag == "VBD" for helper in helpers):
            return "past"
        if not helpers and token.tag == "VBD":
            return "past"
        if helpers or token.tag in ("VBZ", "VBP"):
            condition = token.lemma.lower() not in verbs.STATES and any(
                child.dep in ("mark", "advmod") and child.text.lower() in verbs.CONDITIONS
                for child in children
            )
            finished = words & verbs.HAVE
            return "future" if condition and not finished else "present"
        if token.tag == "VBN" and not helpers and token.dep in ("acl", "advcl"):
            return "future" if self._fixed(verb) else "past"
        if token.tag == "VBG" and token.dep == "acl" and token.lemma.lower() in verbs.TIMETABLES:
            return "future"
        return None

    def _since(self, verb: int) -> Direction | None:
        """The verb's own direction; a participle without one has that of the verb above it: 'they fell,
        forcing the bank to close Monday'."""
        found = self._tense(verb)
        token = self.tokens[verb]
        above = self.tokens[token.head]
        participle = token.tag == "VBG" and token.dep in ("advcl", "conj")
        if found is None and participle and above.pos in ("VERB", "AUX"):
            return "past" if self._finished(token.head) else self._tense(token.head)
        return found

    def _finished(self, verb: int) -> bool:
        """Whether the verb is in the present perfect: 'has proposed', not 'has been asking'."""
        helpers = {self.tokens[child].text.lower() for child in self.children(verb)}
        return self.tokens[verb].tag in ("VBN", "VBD") and bool(helpers & verbs.HAVE)

    def _denied(self, verb: int) -> bool:
        """Whether the verb or its subject is negative."""
        near = [verb, *(n for n in self.children(verb) if self.tokens[n].dep in _SUBJECTS)]
        return any(
            self.tokens[child].text.lower() in verbs.NONE
            for at in near
            for child in self.children(at)
        )

    def _fixed(self, verb: int) -> bool:
        """Whether the verb is a bare participle of arranging: 'a summit set for April'."""
        token = self.tokens[verb]
        if token.lemma.lower() == "set" and not any(
            self.tokens[child].text.lower() == "for" or self.tokens[child].dep == "xcomp"
            for child in self.children(verb)
        ):
            # A record set on 6 August lies behind.
            return False
        return (
            token.lemma.lower() in verbs.FIXED
            and token.tag in ("VBN", "VBD")
            and token.dep in ("acl", "advcl", "relcl")
            and not any(
                self.tokens[child].dep in ("aux", "auxpass") for child in self.children(verb)
            )
        )
