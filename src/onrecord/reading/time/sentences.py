"""What the parse says around an expression: its words, its verb, and which way that verb points."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import Literal

from onrecord.model.parse import Parse, Token

# `timetable` is a simple present that a day stands with: 'they meet Monday'.
Direction = Literal["past", "present", "future", "timetable"]

_WILL = frozenset({"will", "'ll", "’ll", "shall", "wo", "would", "may"})
# Verbs whose infinitive lies ahead of them: 'plans to fly', 'is due to expire'.
_AHEAD = frozenset(
    [
        "plan",
        "expect",
        "intend",
        "schedule",
        "aim",
        "hope",
        "promise",
        "pledge",
        "vow",
        "threaten",
        "set",
        "slate",
        "want",
        "due",
        "likely",
        "agree",
        "propose",
        "seek",
        "prepare",
        "need",
        "go",
        "ask",
        "urge",
        "wait",
        "order",
        "call",
        "require",
        "force",
        "continue",
    ]
)
# Verbs of arranging, whose dates lie ahead whatever their own tense: 'postponed until Tuesday'.
_ARRANGE = frozenset(
    ["postpone", "delay", "extend", "schedule", "reschedule", "slate", "adjourn", "plan", "expect"]
)
# Participles that say by themselves that a thing lies ahead: 'talks set for Monday'.
_FIXED = frozenset(["set", "schedule", "slate", "expect", "plan", "due"])
# Verbs whose present tense dates nothing ahead: states, and the historic present of telling.
# With them 'fell', 'found', 'saw' and 'rose', pasts that a parser takes for presents.
_STATES = frozenset(
    "be have say tell show know report date remain feel seem want fell found saw rose".split()
)
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
        """Whether the expression stands before a noun: 'the March meeting'."""
        head = self.head(start, end)
        return head is not None and self.tokens[head].dep in _NOUN_PARENTS

    def direction(self, start: int, end: int) -> Direction | None:
        """Which way the governing verb points, from its tense and its auxiliaries; `None` where it does not say.

        A participle or infinitive without an auxiliary of its own takes its direction from
        the verb above it; an infinitive under a verb of planning lies ahead.
        """
        at = self.head(start, end)
        # Whether nothing but prepositions stood between the expression and `at`.
        direct = True
        for step in range(len(self.tokens)):
            if at is None:
                return None
            token = self.tokens[at]
            if token.lemma.lower() in _ARRANGE and token.end <= start:
                # What 'had been scheduled for September' may be over, or not.
                return None if self._perfect(at) else "future"
            if token.pos in ("VERB", "AUX"):
                found = self._tense(at)
                if found == "present" and direct and self._timetabled(at):
                    return "timetable"
                if found is not None:
                    return found
            direct = direct and (not step or token.pos == "ADP")
            if token.pos == "ADJ" and token.lemma.lower() in ("payable", "due", "effective"):
                return "future"
            above = token.head
            at = above if above != at else None
        return None

    def _timetabled(self, verb: int) -> bool:
        """Whether the verb is in the simple present, which with a date is a timetable's: 'they meet Monday'."""
        token = self.tokens[verb]
        helped = any(
            self.tokens[child].dep in ("aux", "auxpass", "neg") for child in self.children(verb)
        )
        plain = token.tag in ("VBZ", "VBP") and token.dep != "relcl" and not helped
        return plain and token.lemma.lower() not in _STATES

    def _perfect(self, verb: int) -> bool:
        """Whether 'had' helps the verb: what 'had been scheduled' may be over."""
        return any(self.tokens[child].text.lower() == "had" for child in self.children(verb))

    def _tense(self, verb: int) -> Direction | None:
        token = self.tokens[verb]
        helpers = [
            self.tokens[child]
            for child in self.children(verb)
            if self.tokens[child].dep in ("aux", "auxpass")
        ]
        # 'May' that a parser takes for a helper is the month, or a person.
        words = {helper.text.lower() for helper in helpers if helper.text != "May"}
        if words & _WILL or token.text.lower() in _WILL:
            return "past" if "have" in words and "will" not in words else "future"
        if "to" in words:
            parent = self.tokens[token.head]
            if parent.lemma.lower() in _AHEAD and token.dep in ("xcomp", "ccomp", "acl", "advcl"):
                if self._fixed(token.head):
                    return "future"
                # What was planned in the past may be over.
                return "future" if self._tense(token.head) != "past" else None
            return None
        if any(helper.tag == "VBD" for helper in helpers):
            return "past"
        if helpers:
            return "present"
        if token.tag == "VBD":
            return "past"
        if token.tag in ("VBZ", "VBP"):
            return "present"
        if token.tag == "VBN" and not helpers and token.dep in ("acl", "advcl"):
            return "future" if self._fixed(verb) else "past"
        return None

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
            token.lemma.lower() in _FIXED
            and token.tag in ("VBN", "VBD")
            and token.dep in ("acl", "advcl", "relcl")
            and not any(
                self.tokens[child].dep in ("aux", "auxpass") for child in self.children(verb)
            )
        )
